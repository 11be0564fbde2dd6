import { describe, expect, test } from 'vitest';
import written from '../../docs/openapi.json' with { type: 'json' };
import { type Route, rolePermissions, routes } from './index.ts';
import { openApi } from './openapi.ts';

interface Operation {
  operationId: string;
  security: Record<string, never[]>[];
  'x-permission': string;
  parameters: { name: string; in: string; required: boolean; schema: Record<string, unknown> }[];
  requestBody?: { content: { 'application/json': { schema: { $ref: string } } } };
}
const document = openApi() as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, Record<string, unknown>> }> };
};
const operationOf = ({ path, method }: Route) =>
  document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];

test('docs/openapi.json is what the contract says (else: npm run openapi)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(openApi())));
});

test('there is one operation for each route, and no other', () => {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(ids.sort()).toEqual(Object.keys(routes).sort());
});

describe.each(Object.entries<Route>(routes))('%s', (_name, route) => {
  const operation = operationOf(route);

  test('says who may call it', () => {
    const { access } = route;
    const permission = typeof access === 'object' ? access.staff : access;
    expect(operation?.['x-permission']).toBe(permission);
    if (typeof access === 'object')
      expect(Object.values(rolePermissions).some((held) => held.includes(access.staff))).toBe(true);
    expect(operation?.security).toEqual(
      access === 'public' ? [] : [access === 'patient' ? { patient: [] } : { staff: [] }],
    );
  });

  test('describes each part of its address', () => {
    const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const described = operation?.parameters.filter((parameter) => parameter.in === 'path');
    expect(described?.map(({ name }) => name)).toEqual(named);
    expect(described?.every(({ required }) => required)).toBe(true);
  });
});

test('every reference leads to a schema', () => {
  const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(refs.length).toBeGreaterThan(100);
  expect(refs.filter((name) => !document.components.schemas[name ?? ''])).toEqual([]);
});

test.each([
  { schema: 'RecordPaymentBody', field: 'amountCents', is: { type: 'integer', exclusiveMinimum: 0 } },
  { schema: 'PatientSummary', field: 'birthDate', is: { type: 'string', format: 'date' } },
  { schema: 'Encounter', field: 'queueSince', is: { type: 'string', format: 'date-time' } },
  { schema: 'Encounter', field: 'patient', is: { $ref: '#/components/schemas/PatientSummary' } },
  { schema: 'Encounter', field: 'id', is: { type: 'string', format: 'uuid' } },
])('$schema.$field is $is', ({ schema, field, is }) => {
  expect(document.components.schemas[schema]?.properties?.[field]).toMatchObject(is);
});

test('a query’s defaults and bounds are told', () => {
  const limit = operationOf(routes.listRemits)?.parameters.find(({ name }) => name === 'limit');
  expect(limit).toMatchObject({ in: 'query', required: false, schema: { default: 100, maximum: 500 } });
});
