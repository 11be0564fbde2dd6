import { cents, isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aPatient, aVisit, sendClaim, type VisitPart } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { createStatement, reasonsOf } from './create-statement.ts';
import { issueLink } from './links.ts';
import { loadStatement, loadUnbilled } from './list-statements.ts';
import { loadStatementLines } from './statement-lines.ts';

const database = await testDatabase();
const world = await aWorld(database);

/** A visit answered by the payer: $30.00 off by contract, $40.00 left for the deductible, the rest paid. */
async function anAnsweredVisit(part: VisitPart = {}) {
  const visit = await aVisit(world, part);
  await answerClaim(world, await sendClaim(world, visit), [
    [adjust('CO', '45', 3000), adjust('PR', '1', 4000)],
  ]);
  return visit;
}

const bill = (patientId: string) => world.as('biller', (unit) => createStatement(unit, patientId));

const linesOf = (statementId: string, language: 'en' | 'es' = 'en') =>
  world.as('biller', (unit) => loadStatementLines(unit, statementId, language));

const unbilled = () => world.as('biller', (unit) => loadUnbilled(unit, 100));

describe('a bill', () => {
  test('shows each service with price, discount, what was paid, what is owed, and why', async () => {
    const { patientId } = await anAnsweredVisit();
    const { id, number } = await bill(patientId);
    expect(number).toMatch(/^S\d{6}$/);
    expect(await linesOf(id)).toMatchObject([
      {
        serviceDate: '2027-03-15',
        wording: 'Office visit',
        practitioner: 'Ada Example, MD',
        priceCents: 15000,
        discountCents: 3000,
        insurancePaidCents: 8000,
        insurancePendingCents: 0,
        patientPaidCents: 0,
        owedCents: 4000,
        reasons: [expect.stringMatching(/^You owe \$40\.00 because .* deductible/)],
      },
    ]);
    const statement = await world.as('biller', (unit) => loadStatement(unit, id));
    expect(statement).toMatchObject({ issuedOn: '2027-03-20', dueOn: '2027-04-19', balanceCents: 4000 });
  });

  test('speaks Spanish in words and sentences', async () => {
    const { patientId } = await anAnsweredVisit();
    const { id } = await bill(patientId);
    const [line] = await linesOf(id, 'es');
    expect(line).toMatchObject({
      wording: 'Consulta médica',
      reasons: [expect.stringMatching(/^Usted debe/)],
    });
  });

  test('asks nothing for what waits with the insurer, and says so', async () => {
    const { patientId } = await anAnsweredVisit();
    await sendClaim(world, await aVisit(world, { patientId, serviceDate: '2027-03-18' }));
    const { id } = await bill(patientId);
    const [, waiting] = await linesOf(id);
    expect(waiting).toMatchObject({
      owedCents: 0,
      insurancePendingCents: 15000,
      reasons: [expect.stringMatching(/^We sent this to Example Mutual on Mar 20, 2027/)],
    });
  });

  test('is refused while nothing is owed', async () => {
    const visit = await aVisit(world);
    await sendClaim(world, visit);
    await expect(bill(visit.patientId)).rejects.toMatchObject({ code: 'statement.nothing-owed' });
    await expect(bill(await aPatient(world))).rejects.toMatchObject({ code: 'statement.nothing-owed' });
  });

  test('shows a settled service once more when it changed, and then no longer', async () => {
    const first = await anAnsweredVisit();
    const { patientId } = first;
    const earlier = await bill(patientId);
    await world.as('biller', (unit) =>
      recordPayment(unit, patientId, { amountCents: cents(4000), method: 'check' }),
    );
    await anAnsweredVisit({ patientId, serviceDate: '2027-03-18' });
    const second = await bill(patientId);
    expect((await linesOf(second.id)).map((line) => [line.patientPaidCents, line.owedCents])).toEqual([
      [4000, 0],
      [0, 4000],
    ]);
    expect((await linesOf(second.id))[0]?.reasons).toEqual(['You have paid your part in full. Thank you.']);
    const third = await bill(patientId);
    expect((await linesOf(third.id)).map((line) => line.owedCents)).toEqual([4000]);
    expect((await linesOf(earlier.id)).map((line) => line.owedCents)).toEqual([4000]);
  });

  test('explains a problem visit beside a free check-up', async () => {
    const visit = await aVisit(world, { procedures: ['99396', '99213'] });
    await answerClaim(world, await sendClaim(world, visit), [[], [adjust('PR', '3', 2500)]]);
    const { id } = await bill(visit.patientId);
    const lines = await linesOf(id);
    expect(lines.map((line) => line.owedCents)).toEqual([0, 2500]);
    expect(lines[1]?.reasons[0]).toMatch(/^Preventive care is free for you/);
  });
});

describe('a patient without coverage', () => {
  test('gets the visit billed at once, and the visit waits for the patient', async () => {
    const { patientId, encounterId } = await aVisit(world, {
      covered: false,
      procedures: ['99213', '87880'],
    });
    const { id } = await bill(patientId);
    expect((await linesOf(id)).map(({ owedCents, reasons }) => [owedCents, reasons[0]])).toEqual([
      [15000, 'We have no insurance for you on this visit, so you owe the price of $150.00.'],
      [3500, 'We have no insurance for you on this visit, so you owe the price of $35.00.'],
    ]);
    const { queue } = await world.as('biller', ({ db }) =>
      db
        .selectFrom('encounter')
        .select('queue')
        .where('encounter_id', '=', encounterId)
        .executeTakeFirstOrThrow(),
    );
    expect(queue).toBe('patient');
  });

  test('is not asked for a visit that was covered on its day', async () => {
    const { patientId } = await aVisit(world);
    await expect(bill(patientId)).rejects.toMatchObject({ code: 'statement.nothing-owed' });
  });
});

test('the list of patients to bill holds who owes more than a bill has said, and who has no coverage', async () => {
  const owing = await anAnsweredVisit();
  const uninsured = await aVisit(world, { covered: false });
  const mine = async () => {
    const ids = [owing.patientId, uninsured.patientId];
    return (await unbilled())
      .filter(({ patient }) => ids.includes(patient.id))
      .map(({ patient, balanceCents }) => [patient.id, balanceCents]);
  };
  expect(await mine()).toEqual([
    [uninsured.patientId, 15000],
    [owing.patientId, 4000],
  ]);
  await bill(owing.patientId);
  await bill(uninsured.patientId);
  expect(await mine()).toEqual([]);
  await world.as('biller', (unit) =>
    recordPayment(unit, owing.patientId, { amountCents: cents(1000), method: 'cash' }),
  );
  expect(await mine()).toEqual([]);
  await anAnsweredVisit({ patientId: owing.patientId, serviceDate: '2027-03-18' });
  expect(await mine()).toEqual([[owing.patientId, 7000]]);
});

test('a link stands after # and is kept as a hash only', async () => {
  const { patientId } = await anAnsweredVisit();
  const { id } = await bill(patientId);
  const link = await world.as('biller', (unit) => issueLink(unit, id));
  expect(link).toMatch(/^\/bill#[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/);
  const rows = await world.as('biller', ({ db }) => db.selectFrom('statement_link').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(link.split('.')[1]);
});

test("another practice's bill gets no link", async () => {
  const { patientId } = await anAnsweredVisit();
  const { id } = await bill(patientId);
  const other = await aWorld(database);
  const link = other.as('biller', (unit) => issueLink(unit, id));
  await expect(link).rejects.toMatchObject({ code: 'statement.not-found' });
});

const share = { id: 'deductible', params: { share: cents(100) } } as const;
const denial = { id: 'details-from-office', params: {} } as const;
const line = {
  chargeId: 'c',
  what: 'Office visit',
  by: 'Ada Example, MD',
  date: isoDate('2027-03-15'),
  price: cents(300),
  discount: cents(0),
  insurerPaid: cents(0),
  patientPaid: cents(0),
  pending: cents(0),
  youOwe: cents(100),
  credit: cents(0),
};

test.each([
  { what: 'a sentence that says it all', given: { reason: share, because: [share] }, says: ['deductible'] },
  {
    what: 'several shares, each named',
    given: { reason: { id: 'several-shares', params: { share: cents(100) } } as const, because: [share] },
    says: ['several-shares', 'deductible'],
  },
  {
    what: 'a part that is still open with the insurer',
    given: { reason: share, because: [share, denial], pending: cents(200) },
    says: ['deductible', 'details-from-office'],
  },
  {
    what: 'a share that is paid by now',
    given: { reason: { id: 'paid-in-full', params: {} } as const, because: [share] },
    says: ['paid-in-full'],
  },
])('a bill line gives $what', ({ given, says }) => {
  expect(reasonsOf({ ...line, ...given }).map(({ id }) => id)).toEqual(says);
});
