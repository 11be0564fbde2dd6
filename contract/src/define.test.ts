import { expect, test } from 'vitest';
import { type BodyOf, type ParamsOf, routes } from './index.ts';
import { rolePermissions } from './permission.ts';

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
