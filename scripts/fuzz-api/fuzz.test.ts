import { routes } from '@superbill/contract';
import { cents, isoDate } from '@superbill/engines/model';
import { AppError } from '@superbill/server/errors';
import { type Handler, handle } from '@superbill/server/http/handle';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aTarget, type Target } from '../../test/security/target.ts';
import { fuzz } from './fuzz.ts';

// A short run of what `npm run fuzz:api` does at length.

const database = await testDatabase();
let target: Target;
// Practices of its own for each run: what an earlier one stored or ended is not held against it.
beforeEach(async () => {
  target = await aTarget(database);
});

/** Generous: other test files run beside this one. */
const limit = 10_000;

test('1,500 requests break no law, and the books are whole after them', async () => {
  const { failures, statuses } = await fuzz(target, { seed: 20_271_128, count: 1500, limit });
  expect(failures).toEqual([]);
  // Most is refused, and much gets through to the use cases.
  for (const status of [200, 400, 401, 403, 404, 409])
    expect(statuses[status], `${status}`).toBeGreaterThan(10);
}, 120_000);

const aFee = { procedure: '99213', priceCents: cents(100), effectiveFrom: isoDate('2027-01-01') };

/** Faults a server of this kind may have, each behind a route of its own; the fuzzer has to find every one. */
const planted: { what: string; handler: () => Handler; found: RegExp }[] = [
  {
    what: 'a failure of our own',
    handler: () =>
      handle(routes.listPayers, async () => {
        throw new TypeError('of the code');
      }),
    found: /answered 500/,
  },
  {
    what: 'a refusal that quotes the database',
    handler: () =>
      handle(routes.listPatients, async () => {
        throw new AppError('request.invalid', {}, 'search', 'syntax error at or near "select"');
      }),
    found: /told an error of PostgreSQL/,
  },
  {
    what: 'ids of another practice',
    handler: () =>
      handle(routes.listFees, async () => ({
        fees: [{ ...aFee, wording: target.sides.elsewhere.subjects.interchangeId }],
      })),
    found: /ids of another practice/,
  },
];

/** What the fuzzer holds against each route, once some handlers are others. */
async function heldAgainst(faulty: readonly Handler[], options: { count: number; limit: number }) {
  const application = target.planted((own) => faulty.find(({ route }) => route === own.route) ?? own);
  const { failures } = await fuzz(application, { seed: 7, ...options });
  const told = new Map<string, string>();
  for (const { request, broken } of failures)
    told.set(request.name, [told.get(request.name) ?? '', ...broken].join('\n'));
  return (handler: Handler) =>
    [...told].find(([name]) => routes[name as keyof typeof routes] === handler.route)?.[1];
}

test('the fuzzer finds a failure, a refusal that quotes the database, and ids of another practice', async () => {
  const faults = planted.map((fault) => ({ ...fault, handler: fault.handler() }));
  const against = await heldAgainst(
    faults.map(({ handler }) => handler),
    { count: 2000, limit },
  );
  for (const { what, handler, found } of faults) expect(against(handler), what).toMatch(found);
}, 120_000);

test('the fuzzer finds an answer that takes too long', async () => {
  const slow = handle(routes.readTrace, async () => {
    await new Promise((done) => setTimeout(done, 60));
    throw new AppError('trace.not-found');
  });
  expect((await heldAgainst([slow], { count: 600, limit: 50 }))(slow)).toMatch(/took \d+ ms/);
}, 60_000);
