import { expect, test } from 'vitest';
import { isAfter } from './fresh.ts';

test.each([
  { authenticated: 100, token: 100, elapsed: 0.2, fresh: true },
  { authenticated: 100, token: 130, elapsed: 40, fresh: true },
  // Whole seconds: 100.9 and 103.1 are 2.2 apart, and are told as 3.
  { authenticated: 100, token: 103, elapsed: 2.2, fresh: true },
  { authenticated: 100, token: 104, elapsed: 3, fresh: false },
  { authenticated: 100, token: 3700, elapsed: 40, fresh: false },
  { authenticated: undefined, token: 100, elapsed: 40, fresh: false },
])('an authentication at $authenticated, told at $token and asked for $elapsed s before: $fresh', (row) => {
  expect(isAfter({ iat: row.token, auth_time: row.authenticated }, row.elapsed)).toBe(row.fresh);
});
