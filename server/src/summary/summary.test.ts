import { cents, type Instant, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { voidPayment } from '../adjustments/void-payment.ts';
import { writeOffCharge } from '../adjustments/write-off.ts';
import { changeControls } from '../controls/settings.ts';
import { enterDeposit } from '../deposits/deposits.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { mondayOf, readOwnerSummary } from './read-summary.ts';
import { sendSummaryLetter } from './send-letter.ts';

const database = await testDatabase();

const at = (world: World, day: string) => world.system.clock.set(`${day}T17:00:00.000Z` as Instant);

async function aVisitOwing(world: World) {
  const visit = await aVisit(world);
  const claimId = await sendClaim(world, visit);
  await answerClaim(world, claimId, [[adjust('CO', '45', 3000), adjust('PR', '1', 4000)]]);
  return { ...visit, chargeId: visit.chargeIds[0] ?? '' };
}

const pay = (world: World, patientId: string, amount: number) =>
  world.as('biller', (unit) =>
    recordPayment(unit, patientId, { amountCents: cents(amount), method: 'cash' }),
  );

test.each([
  ['2027-03-15', '2027-03-15'],
  ['2027-03-21', '2027-03-15'],
  ['2027-03-22', '2027-03-22'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(isoDate(day))).toBe(monday);
});

test('a week says what was paid, given up and voided, beside the weeks before, and which days nobody confirmed', async () => {
  const world = await aWorld(database, { start: '2027-03-16T17:00:00.000Z' });
  const [one, two] = [await aVisitOwing(world), await aVisitOwing(world)];
  const paymentId = await pay(world, one.patientId, 1500);
  await pay(world, one.patientId, 2500);
  await world.as('biller', (unit) => voidPayment(unit, paymentId, { reason: 'wrong-amount' }));
  await world.as('biller', (unit) =>
    writeOffCharge(unit, two.chargeId, { owedBy: 'patient', amountCents: cents(700), reason: 'charity' }),
  );
  at(world, '2027-03-23');
  const read = () => world.as('supervisor', (unit) => readOwnerSummary(unit, undefined));
  const summary = await read();
  const amounts = Object.fromEntries(summary.money.map(({ title, thisWeek }) => [title, thisWeek]));
  expect(amounts).toEqual({
    'Patients paid': 2500,
    'Of that in cash': 2500,
    'Written off': 700,
    Refunded: 0,
    'Payments voided': 1500,
  });
  expect(summary).toMatchObject({ week: '2027-03-15', unconfirmedDays: ['2027-03-16'] });
  await world.as('supervisor', (unit) =>
    enterDeposit(unit, { day: isoDate('2027-03-16'), bankCents: cents(1000) }),
  );
  const after = await read();
  expect(after.unconfirmedDays).toEqual([]);
  expect(after.alerts.map(({ detector }) => detector)).toContain('deposit-short');
  expect(after.alerts.length).toBeLessThanOrEqual(3);
});

test('the letter goes once for each week, and says nothing of it', async () => {
  const world = await aWorld(database);
  const send = () => world.as('supervisor', sendSummaryLetter);
  expect(await send()).toBe(false);
  await world.as('supervisor', (unit) =>
    changeControls(
      unit,
      {
        mode: 'automatic',
        ownerId: unit.userId,
        ownerEmail: 'owner@example.org',
        linkAddress: 'https://superbill.example.org',
        writeOffLimitCents: cents(0),
        coolingHours: 12,
        sampleSize: 3,
        requestDays: 14,
      },
      0,
    ),
  );
  expect([await send(), await send()]).toEqual([true, false]);
  expect(world.system.mailer.letters).toHaveLength(1);
  expect(world.system.mailer.letters[0]?.text).toContain('https://superbill.example.org/week');
  expect(world.system.mailer.letters[0]?.text).not.toMatch(/\$|\d{4}/);
});
