import { cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { readAccount } from './account.ts';
import { recordPayment } from './record-payment.ts';
import { loadEntries } from './store.ts';

const database = await testDatabase();
const world = await aWorld(database);

/** A visit on which the payer left an amount to the patient. */
async function aVisitOwing(of: World, share: number, part: Parameters<typeof aVisit>[1] = {}) {
  const visit = await aVisit(of, part);
  const claimId = await sendClaim(of, visit);
  await answerClaim(of, claimId, [[adjust('CO', '45', 3000), adjust('PR', '1', share)]]);
  return visit;
}

const queueOf = (encounterId: string) =>
  world.as('biller', async ({ db }) => {
    const row = await db
      .selectFrom('encounter')
      .select('queue')
      .where('encounter_id', '=', encounterId)
      .executeTakeFirstOrThrow();
    return row.queue;
  });

const pay = (patientId: string, amount: number) =>
  world.as('biller', (unit) =>
    recordPayment(unit, patientId, { amountCents: cents(amount), method: 'card', reference: 'R1' }),
  );

const owedOn = (chargeId: string) =>
  world.as('biller', async (unit) =>
    (await loadEntries(unit, { chargeId }))
      .filter(({ account }) => account === 'patient-receivable')
      .reduce((sum, { amount }) => sum + amount, 0),
  );

test('an account shows what the patient owes, what insurers owe, and every entry', async () => {
  const visit = await aVisitOwing(world, 4000);
  const sent = await aVisit(world, { patientId: visit.patientId, serviceDate: '2027-03-16' });
  await sendClaim(world, sent);
  const account = await world.as('biller', (unit) => readAccount(unit, visit.patientId));
  expect(account.patientBalanceCents).toBe(4000);
  expect(account.insuranceBalanceCents).toBe(15000);
  expect(account.entries.reduce((sum, entry) => sum + entry.amountCents, 0)).toBe(0);
});

test('a payment goes to the oldest service first, whichever was booked first', async () => {
  const newer = await aVisitOwing(world, 4000, { serviceDate: '2027-03-10' });
  const { patientId } = newer;
  const older = await aVisitOwing(world, 2500, { patientId, serviceDate: '2027-01-05' });
  await pay(patientId, 3000);
  expect(await owedOn(older.chargeIds[0] ?? '')).toBe(0);
  expect(await owedOn(newer.chargeIds[0] ?? '')).toBe(3500);
  expect(await queueOf(older.encounterId)).toBe('closed');
  expect(await queueOf(newer.encounterId)).toBe('patient');
});

test('a payment of more than is owed is refused, to the cent', async () => {
  const { patientId, encounterId } = await aVisitOwing(world, 4000);
  await expect(pay(patientId, 4001)).rejects.toMatchObject({ code: 'payment.too-much', at: 'amountCents' });
  await pay(patientId, 4000);
  expect(await queueOf(encounterId)).toBe('closed');
  await expect(pay(patientId, 1)).rejects.toMatchObject({ code: 'payment.too-much' });
});

test('two payments at the same moment cannot both take what is owed once', async () => {
  const { patientId } = await aVisitOwing(world, 4000);
  const outcomes = await Promise.allSettled([pay(patientId, 4000), pay(patientId, 4000)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test("another practice's patient is not there", async () => {
  const { patientId } = await aVisitOwing(world, 4000);
  const other = await aWorld(world.system);
  const read = other.as('biller', (unit) => readAccount(unit, patientId));
  await expect(read).rejects.toMatchObject({ code: 'patient.not-found' });
});

async function post(unit: Work, amounts: number[]): Promise<void> {
  const postingId = newId();
  await unit.db
    .insertInto('posting')
    .values({
      organization_id: unit.organizationId,
      posting_id: postingId,
      kind: 'charge',
      posted_on: unit.today,
      memo: 'by hand',
      posted_at: unit.now,
    })
    .execute();
  for (const [index, amount] of amounts.entries())
    await unit.db
      .insertInto('ledger_entry')
      .values({
        organization_id: unit.organizationId,
        posting_id: postingId,
        ordinal: index + 1,
        account: 'revenue',
        amount_cents: cents(amount),
      })
      .execute();
}

test.each([
  { what: 'does not sum to zero', amounts: [5000, -4999] },
  { what: 'has a single entry', amounts: [5000] },
  { what: 'has no entry', amounts: [] },
])('the database refuses a posting that $what', async ({ amounts }) => {
  await expect(world.as('biller', (unit) => post(unit, amounts))).rejects.toThrow(
    /does not balance|violates check/,
  );
});

test('the database refuses to add to a posting that is in the books', async () => {
  const { patientId } = await aVisitOwing(world, 4000);
  const add = world.as('biller', async (unit) => {
    const [entry] = await loadEntries(unit, { patientId });
    await unit.db
      .insertInto('ledger_entry')
      .values({
        organization_id: unit.organizationId,
        posting_id: entry?.postingId ?? '',
        ordinal: 99,
        account: 'revenue',
        amount_cents: cents(1),
      })
      .execute();
  });
  await expect(add).rejects.toThrow(/does not balance/);
});

test.each(['posting', 'ledger_entry', 'audit_event', 'statement_line', 'remit'] as const)(
  'rows of %s can be neither changed nor removed',
  async (table) => {
    await aVisitOwing(world, 4000);
    const remove = world.as('biller', ({ db }) => db.deleteFrom(table).execute());
    await expect(remove).rejects.toThrow(/permission denied/);
    const change = world.as('biller', ({ db }) =>
      db.updateTable(table).set({ organization_id: newId() }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  },
);

test('not even the owner of the tables changes the books', async () => {
  await aVisitOwing(world, 4000);
  const change = database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    await tx
      .updateTable('ledger_entry')
      .set({ amount_cents: cents(1) })
      .execute();
  });
  await expect(change).rejects.toThrow(/append-only/);
});
