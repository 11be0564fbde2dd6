import { addDays, type Instant } from '@superbill/engines/model';
import { beforeAll, expect, test } from 'vitest';
import { copyOf, testDatabase } from '../../../test/database.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { fixedClock } from '../clock.ts';
import { work } from '../work.ts';
import { readOwnerSummary } from './read-summary.ts';
import { firstDay, live, lookedAtDays, quietDays, twoHats, type Ways } from './simulation.test-data.ts';

/**
 * The same use cases as the routes, on the real database. One honest past of eight weeks goes on in several ways: each
 * run gets a copy of it. How often the detectors find what at full size is measured in engines/src/controls.
 */
const past = await testDatabase();
/** More of them with `SUPERBILL_TEST_SEEDS=3`. */
const seeds = Array.from({ length: Number(process.env.SUPERBILL_TEST_SEEDS ?? 1) }, (_, n) => n + 1);
let world: World;

beforeAll(async () => {
  world = await aWorld(past, { start: `${firstDay}T16:00:00.000Z` });
  await twoHats(world);
  await live(world, { from: firstDay, days: quietDays, seed: 100 });
}, 300_000);

/** What the alerts of the owner's page name, over the weeks; it is looked at each Friday and at the end. */
async function told(seed: number, ways: Ways): Promise<string[]> {
  const { db } = await copyOf(past);
  const system = { ...world.system, db, clock: fixedClock(world.system.clock.now() as Instant) };
  const here: World = {
    ...world,
    system,
    as: (role, run) => work(system, world.staff[role], (unit) => run(unit as Parameters<typeof run>[0])),
  };
  const named: string[] = [];
  await live(
    here,
    { from: addDays(firstDay, quietDays), days: lookedAtDays, seed, ...ways },
    async (day, n) => {
      if (n % 7 !== 4 && n !== lookedAtDays - 1) return;
      const { score, alertFrom, alerts } = await here.as('supervisor', (unit) => readOwnerSummary(unit, day));
      if (score >= alertFrom) named.push(...alerts.map(({ detector }) => detector));
    },
  );
  return named;
}

const runs = async (ways: Ways) => {
  const found: Awaited<ReturnType<typeof told>>[] = [];
  for (const seed of seeds) found.push(await told(seed, ways));
  return found;
};

test.each([
  { theft: 'divert', seen: 'write-offs-rising' },
  { theft: 'void-after-cash', seen: 'cash-voids' },
  { theft: 'skim', seen: 'bills-held-back' },
  { theft: 'refund-to-self', seen: 'same-payee' },
  { theft: 'refund-in-cash', seen: 'cash-refunds' },
] as const)(
  '$theft is told within thirty days, though the owner countersigns everything',
  async ({ theft, seen }) => {
    for (const found of await runs({ theft })) expect(found).toContain(seen);
  },
  300_000,
);

test('a tired coder is told within thirty days', async () => {
  for (const found of await runs({ tired: true })) expect(found).toContain('agreement-falling');
}, 300_000);

test('of an honest and rested practice the owner is told little', async () => {
  expect((await runs({})).filter((named) => named.length > 0).length).toBeLessThan(seeds.length / 2);
}, 300_000);
