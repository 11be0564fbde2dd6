import { expect, test } from 'vitest';
import { z } from 'zod';
import { type BodyOf, type ParamsOf, type Route, routes } from './index.ts';
import { rolePermissions } from './permission.ts';
import { largestInteger } from './shapes.ts';

test('a route keeps the types of what it takes', () => {
  const body: BodyOf<typeof routes.switchHat> = { hat: 'coder' };
  const params: ParamsOf<typeof routes.readClaim> = { claimId: '00000000-0000-7000-8000-000000000000' };
  expect(routes.switchHat.body.parse(body)).toEqual(body);
  expect(routes.readClaim.params.parse(params)).toEqual(params);
});

test('unknown fields are refused, so nothing is overwritten by a field nobody meant', () => {
  expect(routes.signIn.body.safeParse({ login: 'a', password: 'b', role: 'administrator' }).success).toBe(
    false,
  );
  expect(routes.readSession.query.safeParse({ x: '1' }).success).toBe(false);
});

test('every path parameter is a declared param, and no two routes answer the same request', () => {
  const seen = new Set<string>();
  for (const route of Object.values(routes)) {
    const names = [...route.path.matchAll(/:([a-zA-Z]+)/g)].map((m) => m[1]);
    const shape = Object.keys('shape' in route.params ? (route.params.shape as object) : {});
    expect(shape.sort(), route.path).toEqual(names.sort());
    const key = `${route.method} ${route.path.replace(/:[a-zA-Z]+/g, ':')}`;
    expect(seen.has(key), key).toBe(false);
    seen.add(key);
  }
});

test('each permission is held by somebody and used by some route', () => {
  const used = new Set(
    Object.values(routes).flatMap((r) => (typeof r.access === 'object' ? [r.access.staff] : [])),
  );
  const held = new Set(Object.values(rolePermissions).flat());
  expect([...held].filter((p) => !used.has(p))).toEqual([]);
  expect([...used].filter((p) => !held.has(p))).toEqual([]);
});

test('a whole number that a request takes fits into the database', () => {
  const tooLarge: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { type, maximum } = schema as { type?: string; maximum?: number };
    // Amounts and places in the audit trail are stored as bigint.
    const isLarge = /(Cents|before)$/.test(path);
    if (type === 'integer' && !isLarge && (maximum ?? Number.POSITIVE_INFINITY) > largestInteger)
      tooLarge.push(path);
    for (const [key, within] of Object.entries(schema)) look(within, `${path}.${key}`);
  };
  for (const [name, route] of Object.entries<Route>(routes))
    for (const part of ['params', 'query', 'body'] as const)
      look(z.toJSONSchema(route[part], { io: 'input' }), `${name}.${part}`);
  expect(tooLarge, 'use rowVersion or ordinal of shapes.ts, or give a maximum').toEqual([]);
});
