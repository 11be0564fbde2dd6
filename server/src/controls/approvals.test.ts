import type { ControlSettings } from '@superbill/contract';
import { postPatientPayment } from '@superbill/engines/ledger';
import { cents, type Instant } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, rejectClaim, sendClaim } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { refundCredit } from '../adjustments/refund.ts';
import { useCredit } from '../adjustments/use-credit.ts';
import { voidPayment } from '../adjustments/void-payment.ts';
import { writeOffCharge } from '../adjustments/write-off.ts';
import { createClaim } from '../claims/create-claim.ts';
import { removeCode } from '../coding/assign-code.ts';
import { returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { newId } from '../ids.ts';
import { readAccount } from '../ledger/account.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { storePosting } from '../ledger/store.ts';
import { verifyAll } from '../system/verify.ts';
import { byLink, openApprovalLink } from './approval-link.ts';
import { requestCodeChange } from './code-change.ts';
import { decideApproval, withdrawApproval } from './decide-approval.ts';
import { setOwnerPin } from './owner-pin.ts';
import { changeControls, loadControls } from './settings.ts';

const database = await testDatabase();
const start = '2027-03-20T17:00:00.000Z';
let world: World;

const controls = (of: World): ControlSettings => ({
  mode: 'automatic',
  ownerId: of.staff.supervisor.userId,
  ownerEmail: 'owner@example.org',
  linkAddress: 'https://superbill.example.org',
  writeOffLimitCents: cents(0),
  coolingHours: 12,
  sampleSize: 3,
  requestDays: 14,
});

/** The biller holds the coder's hat too; the supervisor is the owner. */
async function aSmallPractice(change: Partial<ControlSettings> = {}): Promise<World> {
  const made = await aWorld(database, { start });
  await made.as('administrator', async (unit) => {
    await unit.db
      .insertInto('user_role')
      .values({ organization_id: made.organizationId, user_id: made.staff.biller.userId, role: 'coder' })
      .execute();
    await changeControls(unit, { ...controls(made), ...change }, 0);
  });
  await made.as('supervisor', (unit) => setOwnerPin(unit, '481516'));
  return made;
}

/** A patient who owes $40.00 for a visit. */
async function aVisitOwing(of = world) {
  const visit = await aVisit(of);
  const claimId = await sendClaim(of, visit);
  await answerClaim(of, claimId, [[adjust('CO', '45', 3000), adjust('PR', '1', 4000)]]);
  return { ...visit, claimId, chargeId: visit.chargeIds[0] ?? '' };
}

const account = (patientId: string) => world.as('biller', (unit) => readAccount(unit, patientId));

const writeOff = (chargeId: string, amount = 4000) =>
  world.as('biller', (unit) =>
    writeOffCharge(unit, chargeId, { owedBy: 'patient', amountCents: cents(amount), reason: 'charity' }),
  );

const countersign = (id: string) =>
  world.as('supervisor', (unit) => decideApproval(unit, id, { decision: 'countersign' }, 'desk'));

const pay = (patientId: string, amount: number) =>
  world.as('biller', (unit) =>
    recordPayment(unit, patientId, { amountCents: cents(amount), method: 'cash' }),
  );

const tokenOf = (of: World) => of.system.mailer.letters.at(-1)?.text.split('#')[1]?.split('\n')[0] ?? '';

const faults = async () => (await world.as('supervisor', verifyAll)).checks.filter(({ ok }) => !ok);

const refused = (code: string) => expect.objectContaining({ code });

const shared = await aSmallPractice();

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
    world = await aSmallPractice({ writeOffLimitCents: cents(1000) });
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
  async function aCredit() {
    const { patientId } = await aVisitOwing();
    await world.as('biller', async (unit) => {
      const paymentId = newId();
      const amount = cents(3000);
      await unit.db
        .insertInto('patient_payment')
        .values({
          organization_id: unit.organizationId,
          payment_id: paymentId,
          patient_id: patientId,
          amount_cents: amount,
          method: 'cash',
          received_on: unit.today,
          recorded_by: unit.userId,
        })
        .execute();
      await storePosting(
        unit,
        postPatientPayment({ patientId, paymentId, date: unit.today, amount }, []),
        'Paid',
      );
    });
    return patientId;
  }

  const back = (patientId: string, amount: number, method: 'check' | 'card' = 'check') =>
    world.as('biller', (unit) => refundCredit(unit, patientId, { amountCents: cents(amount), method }));

  test('is paid back by the countersign, never more than it is, and the books still prove', async () => {
    const patientId = await aCredit();
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
    await expect(back(await aCredit(), 1000, 'card')).rejects.toEqual(refused('refund.not-by-card'));
  });

  test('that was used in the meantime is not paid back', async () => {
    const patientId = await aCredit();
    const { id } = await back(patientId, 3000);
    await world.as('biller', (unit) => useCredit(unit, patientId));
    expect(await account(patientId)).toMatchObject({ creditCents: 0, patientBalanceCents: 1000 });
    await expect(countersign(id)).rejects.toEqual(refused('approval.stale'));
    const again = world.as('biller', (unit) => useCredit(unit, patientId));
    await expect(again).rejects.toEqual(refused('credit.none'));
    expect(await faults()).toEqual([]);
  });
});

describe("the owner's letter", () => {
  test('names no patient, amount or act, and its link needs the number', async () => {
    const { chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    const letter = world.system.mailer.letters.at(-1);
    expect(letter?.to).toBe('owner@example.org');
    expect(letter?.text).toContain('https://superbill.example.org/countersign#');
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/Sally|Sample|40\.00|write|charity|R\d{4}/i);
    const opened = await openApprovalLink(world.system, tokenOf(world), '481516');
    expect(opened.approval).toMatchObject({ amountCents: 4000, mayDecide: true });
    expect(JSON.stringify(opened)).not.toContain('Sally');
  });

  test('decides once by link, and looking does not spend it', async () => {
    const { patientId, chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    const token = tokenOf(world);
    const decide = () =>
      byLink(world.system, token, '481516', async (unit, id, spend) => {
        const state = await decideApproval(unit, id, { decision: 'countersign' }, 'link');
        await spend();
        return state;
      });
    await openApprovalLink(world.system, token, '481516');
    expect(await decide()).toBe('approved');
    expect((await account(patientId)).patientBalanceCents).toBe(0);
    await expect(decide()).rejects.toEqual(refused('approval-link.refused'));
  });

  test('is dead after five wrong numbers; ten on the number rest it for every link', async () => {
    world = await aSmallPractice();
    const [one, two] = [await aVisitOwing(), await aVisitOwing()];
    const tokens: string[] = [];
    for (const { chargeId } of [one, two]) {
      await writeOff(chargeId);
      tokens.push(tokenOf(world));
    }
    const codes: string[] = [];
    for (const token of tokens)
      for (let n = 0; n < 5; n += 1)
        await openApprovalLink(world.system, token, '271828').catch(({ code }) => codes.push(code));
    const five = [...Array(4).fill('approval-link.refused'), 'approval-link.locked'];
    expect(codes).toEqual([...five, ...five]);
    const third = await aVisitOwing();
    await writeOff(third.chargeId);
    await expect(openApprovalLink(world.system, tokenOf(world), '481516')).rejects.toEqual(
      refused('approval-link.locked'),
    );
  });

  test('does nothing for somebody who is the owner no more', async () => {
    world = await aSmallPractice();
    const { chargeId } = await aVisitOwing();
    await writeOff(chargeId);
    await world.as('supervisor', ({ db, now }) =>
      db
        .updateTable('app_user')
        .set({ disabled_at: now })
        .where('user_id', '=', world.staff.supervisor.userId)
        .execute(),
    );
    await expect(openApprovalLink(world.system, tokenOf(world), '481516')).rejects.toEqual(
      refused('approval-link.refused'),
    );
  });
});

describe('the controls', () => {
  test('are changed by the owner alone once there is one', async () => {
    world = await aSmallPractice();
    const off = { ...controls(world), mode: 'off' as const };
    const byAnother = world.as('administrator', (unit) => changeControls(unit, off, 1));
    await expect(byAnother).rejects.toEqual(refused('control.owner-only'));
    await world.as('supervisor', (unit) => changeControls(unit, off, 1));
    expect((await world.as('biller', loadControls)).mode).toBe('off');
  });

  test('are not turned off while no owner is named, and take only a supervisor for owner', async () => {
    const fresh = await aWorld(database, { start });
    const change = (part: Partial<ControlSettings>) =>
      fresh.as('administrator', (unit) => changeControls(unit, { ...controls(fresh), ...part }, 0));
    await expect(change({ mode: 'off', ownerId: null })).rejects.toEqual(refused('control.owner-missing'));
    await expect(change({ ownerId: fresh.staff.biller.userId })).rejects.toEqual(
      refused('control.owner-unfit'),
    );
  });

  test.each(['111111', '123456', '987654', '121212', '123123', '198412', '041984'])(
    'take no number like %s',
    async (pin) => {
      const set = world.as('supervisor', (unit) => setOwnerPin(unit, pin));
      await expect(set).rejects.toEqual(refused('control.pin-weak'));
    },
  );
});

test('codes changed after a rejection hold the claim until exactly this change is countersigned', async () => {
  const visit = await aVisit(world, {
    note: 'Hypertension, not controlled. Diabetes.',
    codes: [
      { code: 'I10', quote: 'Hypertension' },
      { code: 'E11.9', quote: 'Diabetes' },
    ],
  });
  const claimId = await sendClaim(world, visit);
  await rejectClaim(world, claimId);
  const remade = () => world.as('biller', (unit) => createClaim(unit, visit.encounterId));
  expect((await remade()).findings.map(({ rule }) => rule)).not.toContain('waits-for-countersign');

  await world.as('biller', async (unit) => {
    const { row_version } = await lockEncounter(unit, visit.encounterId);
    await returnToCoding(unit, visit.encounterId, 'Look again', row_version);
    await unit.db
      .deleteFrom('charge_diagnosis')
      .where('code_id', '=', visit.codeIds[1] ?? '')
      .execute();
    await removeCode(unit, visit.encounterId, visit.codeIds[1] ?? '');
    await unit.db
      .updateTable('encounter')
      .set({ queue: 'billing' })
      .where('encounter_id', '=', visit.encounterId)
      .execute();
  });
  const held = await remade();
  expect(held.state).toBe('held');
  expect(held.findings.map(({ rule }) => rule)).toContain('waits-for-countersign');

  const id = await world.as('biller', (unit) => requestCodeChange(unit, claimId, 'Not treated that day'));
  await countersign(id);
  const free = await remade();
  expect(free.findings.map(({ rule }) => rule)).not.toContain('waits-for-countersign');
});
