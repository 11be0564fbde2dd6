import type { ControlSettings } from '@superbill/contract';
import { cents } from '@superbill/engines/model';
import { expect } from 'vitest';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { writeOffCharge } from '../adjustments/write-off.ts';
import type { Database } from '../db/connect.ts';
import { readAccount } from '../ledger/account.ts';
import { recordPayment } from '../ledger/record-payment.ts';
import { verifyAll } from '../system/verify.ts';
import { decideApproval } from './decide-approval.ts';
import { setOwnerPin } from './owner-pin.ts';
import { changeControls } from './settings.ts';

export const start = '2027-03-20T17:00:00.000Z';

export const controls = (of: World): ControlSettings => ({
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
export async function aSmallPractice(
  database: Database,
  change: Partial<ControlSettings> = {},
): Promise<World> {
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

/** What is done and seen in the practice that a test is in at the moment. */
export function actsIn(world: () => World) {
  return {
    /** A patient who owes $40.00 for a visit. */
    async aVisitOwing() {
      const visit = await aVisit(world());
      const claimId = await sendClaim(world(), visit);
      await answerClaim(world(), claimId, [[adjust('CO', '45', 3000), adjust('PR', '1', 4000)]]);
      return { ...visit, claimId, chargeId: visit.chargeIds[0] ?? '' };
    },
    account: (patientId: string) => world().as('biller', (unit) => readAccount(unit, patientId)),
    writeOff: (chargeId: string, amount = 4000) =>
      world().as('biller', (unit) =>
        writeOffCharge(unit, chargeId, { owedBy: 'patient', amountCents: cents(amount), reason: 'charity' }),
      ),
    countersign: (id: string) =>
      world().as('supervisor', (unit) => decideApproval(unit, id, { decision: 'countersign' }, 'desk')),
    pay: (patientId: string, amount: number) =>
      world().as('biller', (unit) =>
        recordPayment(unit, patientId, { amountCents: cents(amount), method: 'cash' }),
      ),
    faults: async () => (await world().as('supervisor', verifyAll)).checks.filter(({ ok }) => !ok),
  };
}

export const refused = (code: string) => expect.objectContaining({ code });
