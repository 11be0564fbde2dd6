import { z } from 'zod';
import * as contract from './index.ts';
import { roles } from './permission.ts';
import { everyRole, roleCatalog } from './role-catalog.ts';
import type { Access, Route } from './route.ts';
import { done, nothing, problem } from './shapes.ts';

/** Shapes that stand under their own name, so that a reader meets each once. */
const named = {
  Account: contract.account,
  AssignedCode: contract.assignedCode,
  Authorization: contract.authorization,
  Bill: contract.bill,
  Charge: contract.charge,
  Claim: contract.claim,
  ClaimSummary: contract.claimSummary,
  CodeEntry: contract.codeEntry,
  CodeHit: contract.codeHit,
  Document: contract.documentView,
  Done: done,
  Edition: contract.edition,
  Encounter: contract.encounter,
  EncounterSummary: contract.encounterSummary,
  Evaluation: contract.evaluation,
  Evidence: contract.evidence,
  Finding: contract.finding,
  InboundFile: contract.inboundFile,
  Interchange: contract.interchange,
  Message: contract.message,
  Nothing: nothing,
  Observation: contract.observation,
  Patient: contract.patient,
  PatientSummary: contract.patientSummary,
  Practice: contract.practice,
  Problem: problem,
  Query: contract.query,
  Session: contract.session,
  StatementLine: contract.statementLine,
  StatementSummary: contract.statementSummary,
  Suggestion: contract.suggestion,
  Trace: contract.trace,
};

type Json = Record<string, unknown>;
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/**
 * The contract as an OpenAPI 3.1 document: one operation for each route, named as in the code, with the permission
 * it asks as `x-permission` and the roles that hold it as `x-access`. What is sent and what is received have one shape: amounts are whole cents, dates are
 * ISO dates.
 */
export function openApi(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const nameOf = (schema: z.ZodType, otherwise: string): string => {
    const known = registry.get(schema)?.id;
    if (known !== undefined) return known;
    registry.add(schema, { id: otherwise });
    return otherwise;
  };
  const routes = Object.entries<Route>(contract.routes).map(([name, route]) => {
    const inCapitals = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return {
      name,
      route,
      params: nameOf(route.params, `${inCapitals}Params`),
      query: nameOf(route.query, `${inCapitals}Query`),
      body: nameOf(route.body, `${inCapitals}Body`),
      response: nameOf(route.response, `${inCapitals}Response`),
    };
  });

  const schemas = jsonSchemas(registry);
  const paths: Record<string, Json> = {};
  const inAddress = new Set<string>();
  for (const { name, route, params, query, body, response } of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    for (const part of [params, query]) if (!(part in named)) inAddress.add(part);
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        operationId: name,
        summary: route.summary,
        ...accessOf(route.access),
        'x-access': rolesWith(route.access),
        parameters: [
          ...parametersOf(schemas[params], 'path'),
          ...parametersOf(schemas[query], 'query'),
          ...(route.method === 'POST' ? [idempotencyKey] : []),
        ],
        ...(route.method === 'POST' || route.method === 'PUT'
          ? { requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } } }
          : {}),
        responses: {
          200: { description: 'Done.', content: { 'application/json': { schema: refTo(response) } } },
          default: {
            description: 'Refused: a stable code, words for a person, and the next step.',
            content: { 'application/json': { schema: refTo('Problem') } },
          },
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Superbill',
      version: '0.1.0',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: 'superbill_session' },
        patient: { type: 'apiKey', in: 'cookie', name: 'superbill_bill' },
      },
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => !inAddress.has(name))),
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body is done once; with another body it is refused (422).',
  schema: { type: 'string' },
};

function jsonSchemas(registry: z.core.$ZodRegistry<{ id: string }>): Record<string, Json> {
  const { schemas } = z.toJSONSchema(registry, {
    // What a client sends; replies have the same shapes, since nothing is changed on the way but its type.
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // The format says it in fewer words.
      if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _, $id: __, ...rest } = schema as Json;
      return [id, rest];
    }),
  );
}

/** The fields of a schema, each as a parameter of the address. */
function parametersOf(schema: Json | undefined, place: 'path' | 'query'): Json[] {
  const properties = (schema?.properties ?? {}) as Record<string, Json>;
  const required = (schema?.required ?? []) as string[];
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: field,
  }));
}

/** The roles that may call an operation, as the catalog has them before a practice takes anything away. */
function rolesWith(access: Access): readonly string[] | 'public' | 'signing-in' {
  if (access === 'public' || access === 'signing-in') return access;
  if (access === 'patient') return ['patient', 'proxy'];
  if (typeof access === 'string') return roles;
  return everyRole.filter((role) => roleCatalog[role].permissions.includes(access.staff));
}

function accessOf(access: Access): Json {
  if (access === 'public') return { security: [], 'x-permission': 'public' };
  if (access === 'patient') return { security: [{ patient: [] }], 'x-permission': 'patient' };
  if (typeof access === 'string') return { security: [{ staff: [] }], 'x-permission': access };
  return {
    security: [{ staff: [] }],
    'x-permission': access.staff,
    ...(access.stepUp ? { 'x-step-up': true } : {}),
  };
}
