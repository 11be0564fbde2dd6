import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissions } from './permission.ts';
import { type Denial, everyRole, permissionsOf, roleCatalog, wayBack } from './role-catalog.ts';

const denial: fc.Arbitrary<Denial> = fc.record({
  role: fc.option(fc.constantFrom(...everyRole), { nil: null }),
  permission: fc.constantFrom(...permissions),
});
const policy = fc.record({
  role: fc.constantFrom(...everyRole),
  denials: fc.array(denial, { maxLength: 30 }),
});
const isDenied = ({ role, denials }: { role: string; denials: Denial[] }, permission: string) =>
  denials.some((d) => (d.role === null || d.role === role) && d.permission === permission);

describe('of 10,000 random policies', () => {
  test('what is allowed and denied is denied, and what is neither stays', () => {
    fc.assert(
      fc.property(policy, (one) => {
        const allowed = roleCatalog[one.role].permissions;
        const left = allowed.filter((permission) => !isDenied(one, permission));
        expect(new Set(permissionsOf(one.role, one.denials))).toEqual(new Set(left));
      }),
      { numRuns: 10_000 },
    );
  });

  test('no order of the denials matters, and one said twice is one', () => {
    fc.assert(
      fc.property(policy, fc.infiniteStream(fc.nat()), ({ role, denials }, numbers) => {
        const shuffled = [...denials, ...denials]
          .map((one) => ({ one, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(permissionsOf(role, shuffled)).toEqual(permissionsOf(role, denials));
      }),
      { numRuns: 10_000 },
    );
  });
});

test('a role may do only what the catalog knows, and no role may do everything', () => {
  for (const role of everyRole) {
    const held = roleCatalog[role].permissions;
    expect(new Set(held).size, role).toBe(held.length);
    expect(held.filter((permission) => !permissions.includes(permission))).toEqual([]);
    expect(held.length).toBeLessThan(permissions.length);
  }
});

test('an administrator holds the way back', () => {
  expect(wayBack.length).toBeGreaterThan(0);
  for (const permission of wayBack) expect(roleCatalog.administrator.permissions).toContain(permission);
});
