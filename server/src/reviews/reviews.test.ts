import type { Role } from '@superbill/contract';
import { type Instant, isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { work } from '../work.ts';
import { drawReviews } from './draw-reviews.ts';
import { readQuality } from './read-quality.ts';
import { correctReviewed, finishReview, listReviews, readReview } from './review.ts';

const database = await testDatabase();
/** 21:30 on 20 March in Oregon. */
const evening = '2027-03-21T04:30:00.000Z';
const day = isoDate('2027-03-20');

const at = (world: World, now: string) => world.system.clock.set(now as Instant);

const draw = (world: World) =>
  work(world.system, { organizationId: world.organizationId, userId: null, hat: 'system' }, (unit) =>
    drawReviews(unit, () => 0),
  );

const give = (world: World, to: Role, role: Role) =>
  world.as('administrator', ({ db, organizationId }) =>
    db
      .insertInto('user_role')
      .values({ organization_id: organizationId, user_id: world.staff[to].userId, role })
      .execute(),
  );

/** The coder bills too, and coded two visits in the evening. */
async function aPractice() {
  const world = await aWorld(database, { start: evening });
  await give(world, 'coder', 'biller');
  const note = 'Hypertension, not controlled. Diabetes.';
  const codes = [
    { code: 'I10', quote: 'Hypertension' },
    { code: 'E11.9', quote: 'Diabetes' },
  ];
  const visits = [await aVisit(world, { note, codes }), await aVisit(world, { note, codes })];
  return { world, visits };
}

const finish = (world: World, id: string, codes: string[]) =>
  world.as('coder', (unit) =>
    finishReview(unit, id, { codes: codes.map((code) => ({ system: 'icd10cm', code })) }),
  );

describe('a chart that was coded in both hats', () => {
  test('is not drawn on its own day, and once on the next', async () => {
    const { world } = await aPractice();
    expect(await draw(world)).toBe(0);
    at(world, '2027-03-21T07:30:00.000Z');
    expect(await draw(world)).toBe(2);
    expect(await draw(world)).toBe(0);
  });

  test('rests until the hours are over, whoever asks', async () => {
    const { world } = await aPractice();
    at(world, '2027-03-21T07:30:00.000Z');
    await draw(world);
    expect(await world.as('coder', listReviews)).toMatchObject({ due: [], resting: 2 });
    const { rows } = await world.as('coder', async ({ db }) => ({
      rows: await db.selectFrom('chart_review').select('review_id').execute(),
    }));
    const id = rows[0]?.review_id ?? '';
    const early = { code: 'review.cooling' };
    await expect(world.as('coder', (unit) => readReview(unit, id))).rejects.toMatchObject(early);
    await expect(finish(world, id, ['I10'])).rejects.toMatchObject(early);
    at(world, '2027-03-21T16:30:00.000Z');
    expect((await world.as('coder', listReviews)).due).toHaveLength(2);
  });

  test('comes back without its codes, is compared, counted and can be corrected', async () => {
    const { world, visits } = await aPractice();
    at(world, '2027-03-21T17:00:00.000Z');
    await draw(world);
    const { due } = await world.as('coder', listReviews);
    const [first, second] = due;
    if (!first || !second) throw new Error('two charts were coded');
    const chart = await world.as('coder', (unit) => readReview(unit, first.id));
    expect(chart.documents[0]?.text).toContain('Hypertension');
    expect(JSON.stringify(chart)).not.toMatch(/I10|E11\.9|stratum|high-value|chance/);

    expect(await finish(world, first.id, ['I10', 'E11.9'])).toMatchObject({
      onlyFirst: [],
      mayCorrect: false,
    });
    const other = await finish(world, second.id, ['I10', 'J02.0']);
    expect(other).toMatchObject({
      agreed: ['I10'],
      onlyFirst: ['E11.9'],
      onlySecond: ['J02.0'],
      differenceCents: 15000,
      lookedUp: false,
      mayCorrect: true,
    });
    await expect(finish(world, second.id, ['I10'])).rejects.toMatchObject({ code: 'review.done' });
    const [quality] = await world.as('supervisor', (unit) => readQuality(unit, day));
    expect(quality).toMatchObject({ reviewed: 2, codes: 5, agreedCodes: 3, returns: 0 });
    expect(quality?.agreement?.low).toBeLessThan(0.6);
    expect(quality?.agreement?.high).toBeGreaterThan(0.6);

    await world.as('coder', (unit) => correctReviewed(unit, second.id));
    const corrected = visits.find(({ encounterId }) => encounterId === other.encounterId);
    const { queue } = await world.as('coder', (unit) => lockEncounter(unit, corrected?.encounterId ?? ''));
    expect(queue).toBe('coding');
    const [after] = await world.as('supervisor', (unit) => readQuality(unit, day));
    expect(after?.returns).toBe(1);
  });

  test('goes to another coder where there is one', async () => {
    const { world } = await aPractice();
    await give(world, 'physician', 'coder');
    at(world, '2027-03-21T17:00:00.000Z');
    await draw(world);
    expect((await world.as('coder', listReviews)).due).toEqual([]);
    expect((await world.as('physician', listReviews)).due).toHaveLength(2);
  });

  test('goes to nobody who is no coder any more', async () => {
    const { world } = await aPractice();
    await give(world, 'physician', 'coder');
    await world.as('administrator', ({ db, now }) =>
      db
        .updateTable('user_role')
        .set({ ended_at: now })
        .where('user_id', '=', world.staff.physician.userId)
        .where('role', '=', 'coder')
        .execute(),
    );
    at(world, '2027-03-21T17:00:00.000Z');
    await draw(world);
    expect((await world.as('coder', listReviews)).due).toHaveLength(2);
  });

  test('is not counted when the coded visit was opened in the meantime', async () => {
    const { world } = await aPractice();
    at(world, '2027-03-21T17:00:00.000Z');
    await draw(world);
    const [first] = (await world.as('coder', listReviews)).due;
    const { encounter_id: encounterId, patient_id: patientId } = await world.as('coder', ({ db }) =>
      db
        .selectFrom('chart_review as r')
        .innerJoin('encounter as e', 'e.encounter_id', 'r.encounter_id')
        .select(['e.encounter_id', 'e.patient_id'])
        .where('r.review_id', '=', first?.id ?? '')
        .executeTakeFirstOrThrow(),
    );
    await world.as('coder', async (unit) =>
      unit.audit('encounter.read', { kind: 'encounter', id: encounterId, patientId }),
    );
    expect(await finish(world, first?.id ?? '', ['I10'])).toMatchObject({ lookedUp: true });
    const [quality] = await world.as('supervisor', (unit) => readQuality(unit, day));
    expect(quality).toMatchObject({ reviewed: 0, agreement: null });
  });
});

test('charts of who holds one hat alone are not drawn', async () => {
  const world = await aWorld(database, { start: evening });
  await aVisit(world);
  at(world, '2027-03-21T17:00:00.000Z');
  expect(await draw(world)).toBe(0);
});

test('a denial for a reason of coding is counted with who coded; one for another reason is not', async () => {
  const { world, visits } = await aPractice();
  for (const [index, reason] of ['11', '29'].entries()) {
    const visit = visits[index];
    if (visit) await answerClaim(world, await sendClaim(world, visit), [[adjust('CO', reason, 15000)]]);
  }
  const [quality] = await world.as('supervisor', (unit) => readQuality(unit, isoDate('2027-03-01')));
  expect(quality?.codingDenials).toBe(1);
});
