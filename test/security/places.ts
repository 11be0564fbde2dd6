import { type Route, type RouteName, routes } from '@superbill/contract';
import { openApi } from '@superbill/contract/openapi';
import { sample, stringMatching } from 'fast-check';

/** The parts of a request that a contract describes. */
const requestParts = ['params', 'query', 'body'] as const;
type RequestPart = (typeof requestParts)[number];

/** What a caller sends to a route; parts that are left out are empty. */
export type Call = { [Part in RequestPart]?: unknown };

/** The few words of JSON Schema that the contract's shapes come out as. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** A place in a request where a caller may write a value: `body.evidence.0.quote`. */
export interface Place {
  part: RequestPart;
  path: string[];
  schema: JsonSchema;
}

export const routeNames = Object.keys(routes) as RouteName[];

export const routeOf = (name: RouteName): Route => routes[name];

interface Operation {
  operationId: RouteName;
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[];
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
}
const document = openApi() as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};
const operations = new Map(
  Object.values(document.paths).flatMap((path) =>
    Object.values(path).map((operation) => [operation.operationId, operation] as const),
  ),
);

/** The shapes of what a route takes, as its OpenAPI operation tells them. */
function schemasOf(name: RouteName): Record<RequestPart, JsonSchema> {
  const operation = operations.get(name);
  if (!operation) throw new Error(`the OpenAPI document has no operation ${name}`);
  const fieldsIn = (where: string): JsonSchema => {
    const fields = operation.parameters.filter((parameter) => parameter.in === where);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
      required: fields.filter(({ required }) => required).map((field) => field.name),
    };
  };
  const body = operation.requestBody?.content['application/json'].schema ?? {
    type: 'object',
    properties: {},
  };
  return { params: fieldsIn('path'), query: fieldsIn('query'), body };
}

/** Every place of a route where a single value stands, optional ones included. */
export function placesOf(name: RouteName): Place[] {
  const found = schemasOf(name);
  return requestParts.flatMap((part) =>
    leavesOf(found[part]).map(({ path, schema }) => ({ part, path, schema })),
  );
}

/** Every object of a route's body, the body itself first. */
export function objectsOf(name: RouteName): Place[] {
  const walk = (schema: JsonSchema, path: string[]): Place[] => {
    const variants = schema.anyOf;
    if (variants) return variants.flatMap((variant) => walk(variant, path));
    const plain = solid(schema);
    if (plain.properties) {
      const within = Object.entries(plain.properties);
      return [
        { part: 'body', path, schema: plain },
        ...within.flatMap(([key, field]) => walk(field, [...path, key])),
      ];
    }
    return plain.items ? walk(plain.items, [...path, '0']) : [];
  };
  return walk(schemasOf(name).body, []);
}

export const isText = ({ schema }: Place) =>
  schema.type === 'string' && !schema.enum && schema.format === undefined && schema.const === undefined;
export const isId = ({ schema }: Place) => schema.format === 'uuid';

export const placeName = (place: Place) => [place.part, ...place.path].join('.');

/** The same call with another value in one place; what is missing on the way there is filled in. */
export function withValue(name: RouteName, call: Call, place: Place, value: unknown): Call {
  const changed = structuredClone(call);
  const top = schemasOf(name)[place.part];
  changed[place.part] = put(top, changed[place.part] ?? {}, place.path, value);
  return changed;
}

/** Whether a call has the shape that its route takes; what the use case makes of it is another question. */
export function hasShape(name: RouteName, call: Call): boolean {
  const route = routeOf(name);
  return requestParts.every((part) => route[part]?.safeParse(call[part] ?? {}).success ?? true);
}

/** What stands in a place of a call; undefined when nothing does. */
export function valueAt(call: Call, { part, path }: Place): unknown {
  return path.reduce<unknown>(
    (holder, key) => (holder as Record<string, unknown> | null | undefined)?.[key],
    call[part],
  );
}

/** A value that a schema allows, of required fields only. */
export function anyValue(schema: JsonSchema): unknown {
  const plain = solid(schema);
  if (plain.const !== undefined) return plain.const;
  if (plain.enum) return plain.enum[0];
  if (plain.properties) {
    const required = plain.required ?? [];
    return Object.fromEntries(required.map((key) => [key, anyValue(plain.properties?.[key] ?? {})]));
  }
  if (plain.type === 'array') return plain.minItems ? [anyValue(plain.items ?? {})] : [];
  if (plain.type === 'boolean') return true;
  if (plain.type === 'integer' || plain.type === 'number') return Math.max(1, plain.minimum ?? 1);
  if (plain.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (plain.format === 'date') return '2027-03-15';
  if (plain.format === 'email') return 'somebody@clinic.example';
  if (plain.pattern) return sample(stringMatching(new RegExp(plain.pattern)), { numRuns: 1, seed: 1 })[0];
  return 'a'.repeat(Math.max(1, plain.minLength ?? 1));
}

function put(schema: JsonSchema, into: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const plain = solid(schema);
  const inner = plain.properties?.[key] ?? plain.items ?? {};
  const holder = (into ?? anyValue(plain)) as Record<string, unknown>;
  holder[key] = rest.length === 0 ? value : put(inner, holder[key] ?? anyValue(inner), rest, value);
  return holder;
}

/** Past a reference, and past the `null` that a value may also be. */
function solid(schema: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined)
    return solid(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const other = schema.anyOf?.find(({ type }) => type !== 'null');
  return other ? solid(other) : schema;
}

function leavesOf(schema: JsonSchema, path: string[] = []): { path: string[]; schema: JsonSchema }[] {
  const plain = solid(schema);
  if (plain.properties)
    return Object.entries(plain.properties).flatMap(([key, field]) => leavesOf(field, [...path, key]));
  if (plain.items) return leavesOf(plain.items, [...path, '0']);
  return path.length > 0 ? [{ path, schema: plain }] : [];
}
