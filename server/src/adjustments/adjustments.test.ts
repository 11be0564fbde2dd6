import { cents, type Instant } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { aCredit } from '../../../test/credit.ts';
import { testDatabase } from '../../../test/database.ts';
import type { World } from '../../../test/world.ts';
import { actsIn, aSmallPractice, refused, start } from '../controls/small-practice.test-data.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { refundCredit } from './refund.ts';
import { useCredit } from './use-credit.ts';
import { voidPayment } from './void-payment.ts';

const database = await testDatabase();
let world: World;
const { aVisitOwing, account, countersign, faults, pay } = actsIn(() => world);
const shared = await aSmallPractice(database);

beforeEach(() => {
  world = shared;
  world.system.clock.set(start as Instant);
});

describe('a payment taken back', () => {
  test('waits, then is owed again; it cannot be taken back twice', async () => {
    const { patientId, encounterId } = await aVisitOwing();
    const paymentId = await pay(patientId, 4000);
    const take = () =>
      world.as('biller', (unit) => voidPayment(unit, paymentId, { reason: 'entered-twice' }));
    const { id } = await take();
    expect((await account(patientId)).patientBalanceCents).toBe(0);
    await countersign(id);
    const after = await account(patientId);
    expect(after).toMatchObject({ patientBalanceCents: 4000, payments: [{ id: paymentId, voided: true }] });
    const visit = await world.as('biller', (unit) => lockEncounter(unit, encounterId));
    expect(visit.queue).toBe('patient');
    await expect(take()).rejects.toEqual(refused('payment.voided'));
    expect(await faults()).toEqual([]);
  });
});

describe('a credit', () => {
  /** A patient who owes $40.00 and left $30.00 at the desk that nothing was owed for yet. */
  async function leftTooMuch() {
    const { patientId } = await aVisitOwing();
    await aCredit(world, patientId, 30);
    return patientId;
  }

  const back = (patientId: string, amount: number, method: 'check' | 'card' = 'check') =>
    world.as('biller', (unit) => refundCredit(unit, patientId, { amountCents: cents(amount), method }));

  test('is paid back by the countersign, never more than it is, and the books still prove', async () => {
    const patientId = await leftTooMuch();
    expect(await account(patientId)).toMatchObject({ creditCents: 3000, patientBalanceCents: 1000 });
    for (const amount of [3001, 0, -1])
      await expect(back(patientId, amount)).rejects.toEqual(refused('refund.too-much'));
    const { id, state } = await back(patientId, 2000);
    expect(state).toBe('waiting');
    expect((await account(patientId)).creditCents).toBe(3000);
    await countersign(id);
    expect(await account(patientId)).toMatchObject({ creditCents: 1000, patientBalanceCents: 3000 });
    expect(await faults()).toEqual([]);
  });

  test('goes to no card that paid nothing', async () => {
    await expect(back(await leftTooMuch(), 1000, 'card')).rejects.toEqual(refused('refund.not-by-card'));
  });

  test('that was used in the meantime is not paid back', async () => {
    const patientId = await leftTooMuch();
    const { id } = await back(patientId, 3000);
    await world.as('biller', (unit) => useCredit(unit, patientId));
    expect(await account(patientId)).toMatchObject({ creditCents: 0, patientBalanceCents: 1000 });
    await expect(countersign(id)).rejects.toEqual(refused('approval.stale'));
    const again = world.as('biller', (unit) => useCredit(unit, patientId));
    await expect(again).rejects.toEqual(refused('credit.none'));
    expect(await faults()).toEqual([]);
  });
});
