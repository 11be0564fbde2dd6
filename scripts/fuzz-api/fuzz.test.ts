import { routes } from '@superbill/contract';
import { cents, isoDate } from '@superbill/engines/model';
import { AppError } from '@superbill/server/errors';
import { type Handler, handle } from '@superbill/server/http/handle';
import { beforeEach, describe, expect, test } from 'vitest';
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

const instead = (of: Handler['route'], faulty: Handler) => (handler: Handler) =>
  handler.route === of ? faulty : handler;

const aFee = { procedure: '99213', priceCents: cents(100), effectiveFrom: isoDate('2027-01-01') };

/** Faults a server of this kind may have; the fuzzer has to find each. */
const planted: { what: string; replace: () => (handler: Handler) => Handler; found: RegExp }[] = [
  {
    what: 'a failure of our own',
    replace: () =>
      instead(
        routes.listFees,
        handle(routes.listFees, async () => {
          throw new TypeError('of the code');
        }),
      ),
    found: /answered 500/,
  },
  {
    what: 'a refusal that quotes the database',
    replace: () =>
      instead(
        routes.listFees,
        handle(routes.listFees, async () => {
          throw new AppError('request.invalid', {}, 'search', 'syntax error at or near "select"');
        }),
      ),
    found: /told an error of PostgreSQL/,
  },
  {
    what: 'ids of another practice',
    replace: () =>
      instead(
        routes.listFees,
        handle(routes.listFees, async () => ({
          fees: [{ ...aFee, wording: target.sides.elsewhere.subjects.interchangeId }],
        })),
      ),
    found: /ids of another practice/,
  },
  {
    what: 'an answer that takes too long',
    replace: () =>
      instead(
        routes.readTrace,
        handle(routes.readTrace, async () => {
          await new Promise((done) => setTimeout(done, 60));
          throw new AppError('trace.not-found');
        }),
      ),
    found: /took \d+ ms/,
  },
];

describe('the fuzzer finds', () => {
  test.each(planted)(
    '$what',
    async ({ replace, found }) => {
      const options = { seed: 7, count: 2000, limit: found.source.startsWith('took') ? 50 : limit };
      const { failures } = await fuzz(target.planted(replace()), options);
      expect(failures.flatMap(({ broken }) => broken).join('\n')).toMatch(found);
    },
    60_000,
  );
});
