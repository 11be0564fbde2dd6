import { cents, type Instant } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { writeOffCharge } from '../adjustments/write-off.ts';
import { decideApproval, withdrawApproval } from './decide-approval.ts';
import { changeControls } from './settings.ts';
import { actsIn, aSmallPractice, controls, refused, start } from './small-practice.test-data.ts';

const database = await testDatabase();
let world: World;
const { aVisitOwing, account, countersign, faults, pay, writeOff } = actsIn(() => world);
const shared = await aSmallPractice(database);

beforeEach(() => {
  world = shared;
  world.system.clock.set(start as Instant);
});

describe('a write-off by somebody with both hats', () => {
  test('books nothing, shows as waiting, and is booked by the countersign, once', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    const { id, state } = await writeOff(chargeId);
    expect(state).toBe('waiting');
    expect(await account(patientId)).toMatchObject({
      patientBalanceCents: 4000,
      waiting: [{ id, kind: 'write-off', amountCents: 4000, own: true }],
    });
    await countersign(id);
    expect(await account(patientId)).toMatchObject({ patientBalanceCents: 0, waiting: [] });
    await expect(countersign(id)).rejects.toEqual(refused('approval.closed'));
    expect(await faults()).toEqual([]);
  });

  test('waits once for each charge', async () => {
    const { chargeId } = await aVisitOwing();
    await writeOff(chargeId, 1000);
    await expect(writeOff(chargeId, 500)).rejects.toEqual(refused('approval.pending'));
  });

  test('is never decided by its author, not under the supervisor hat either', async () => {
    const { chargeId } = await aVisitOwing();
    const { id } = await writeOff(chargeId);
    const own = (decision: 'countersign') =>
      world.as('biller', (unit) => decideApproval({ ...unit, hat: 'supervisor' }, id, { decision }, 'desk'));
    await expect(own('countersign')).rejects.toEqual(refused('approval.own'));
    const around = world.as('biller', (unit) =>
      unit.db
        .updateTable('approval_request')
        .set({ state: 'approved', decided_by: unit.userId, decided_at: unit.now, decided_via: 'desk' })
        .where('approval_id', '=', id)
        .execute(),
    );
    await expect(around).rejects.toThrow(/check constraint/);
  });

  test('is frozen: neither amount nor act can be changed under the one who decides', async () => {
    const { chargeId } = await aVisitOwing();
    const { id } = await writeOff(chargeId);
    const change = world.as('biller', (unit) =>
      unit.db
        .updateTable('approval_request')
        .set({ amount_cents: cents(1) })
        .where('approval_id', '=', id)
        .execute(),
    );
    await expect(change).rejects.toThrow(/frozen/);
  });

  test('is checked again: what was paid in the meantime is not given up', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    const { id } = await writeOff(chargeId);
    await pay(patientId, 1500);
    await expect(countersign(id)).rejects.toEqual(refused('approval.stale'));
    expect((await account(patientId)).patientBalanceCents).toBe(2500);
    const reason = 'It was paid';
    await world.as('supervisor', (unit) => decideApproval(unit, id, { decision: 'decline', reason }, 'desk'));
    expect((await account(patientId)).waiting).toEqual([]);
  });

  test('ends by itself after the days set, and may then be asked for again', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    const { id } = await writeOff(chargeId);
    world.system.clock.set('2027-04-03T17:00:00.000Z' as Instant);
    expect((await account(patientId)).waiting).toEqual([]);
    await expect(countersign(id)).rejects.toEqual(refused('approval.closed'));
    expect((await writeOff(chargeId)).state).toBe('waiting');
  });

  test('is taken back by its author and by nobody else', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    const { id } = await writeOff(chargeId);
    const byAnother = world.as('supervisor', (unit) => withdrawApproval(unit, id));
    await expect(byAnother).rejects.toEqual(refused('approval.not-own'));
    await world.as('biller', (unit) => withdrawApproval(unit, id));
    expect((await account(patientId)).waiting).toEqual([]);
  });

  test.each([
    { amount: 4001, code: 'write-off.too-much' },
    { amount: 0, code: 'write-off.too-much' },
    { amount: -100, code: 'write-off.too-much' },
  ])('of $amount cents is refused', async ({ amount, code }) => {
    const { chargeId } = await aVisitOwing();
    await expect(writeOff(chargeId, amount)).rejects.toEqual(refused(code));
  });

  test('may be small without a countersign, up to the limit of the day, however it is split', async () => {
    world = await aSmallPractice(database, { writeOffLimitCents: cents(1000) });
    const [first, second, third] = [await aVisitOwing(), await aVisitOwing(), await aVisitOwing()];
    expect((await writeOff(first.chargeId, 600)).state).toBe('posted');
    expect((await writeOff(second.chargeId, 500)).state).toBe('waiting');
    expect((await writeOff(third.chargeId, 400)).state).toBe('posted');
    world.system.clock.set('2027-03-21T17:00:00.000Z' as Instant);
    expect((await writeOff(third.chargeId, 900)).state).toBe('posted');
  });
});

test('what was sent too late is never taken for a debt of the patient', async () => {
  const { chargeId } = await aVisitOwing();
  const late = world.as('biller', (unit) =>
    writeOffCharge(unit, chargeId, { owedBy: 'patient', amountCents: cents(1), reason: 'timely-filing' }),
  );
  await expect(late).rejects.toEqual(refused('write-off.reason-unfit'));
});

test('where nobody holds both hats, a write-off is booked at once; bound for everybody, it waits', async () => {
  world = await aWorld(database, { start });
  const { chargeId } = await aVisitOwing();
  expect((await writeOff(chargeId, 1000)).state).toBe('posted');
  await world.as('supervisor', (unit) => changeControls(unit, { ...controls(world), mode: 'always' }, 0));
  expect((await writeOff(chargeId, 1000)).state).toBe('waiting');
});
