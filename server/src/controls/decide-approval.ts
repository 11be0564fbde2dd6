import type { ApprovalState, Decision } from '@superbill/contract';
import { bookRefund } from '../adjustments/refund.ts';
import { bookVoid } from '../adjustments/void-payment.ts';
import { bookWriteOff } from '../adjustments/write-off.ts';
import { remakeClaim } from '../claims/create-claim.ts';
import { AppError, type ErrorCode } from '../errors.ts';
import type { Work } from '../work.ts';
import type { ControlledAct } from './act.ts';
import { isSameChange } from './code-change.ts';

/** Refusals of an act that mean: what it was asked about has changed since. */
const stale: readonly ErrorCode[] = [
  'write-off.too-much',
  'refund.too-much',
  'refund.not-by-card',
  'payment.voided',
  'payment.used-since',
  'claim.not-open',
];

/**
 * Countersigns, which does the act in this same transaction after checking it again, or declines. Nobody decides
 * an act they have a part in, in whatever hat; the database refuses it besides.
 */
export async function decideApproval(
  unit: Work & { userId: string },
  approvalId: string,
  decision: Decision,
  via: 'desk' | 'link',
): Promise<ApprovalState> {
  const { db, organizationId, now, userId } = unit;
  const row = await db
    .selectFrom('approval_request')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('approval_id', '=', approvalId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('approval.not-found', { approvalId });
  if (row.state !== 'pending' || row.expires_at <= now) throw new AppError('approval.closed', { approvalId });
  if (row.acted_by.includes(userId)) throw new AppError('approval.own', { approvalId });

  const countersigned = decision.decision === 'countersign';
  const state = countersigned ? 'approved' : 'declined';
  const decided = { state, decided_by: userId, decided_at: now, decided_via: via } as const;
  const act = row.act as unknown as ControlledAct;
  const postingId = countersigned
    ? await book(unit, act, { approvalId, by: row.requested_by, note: row.note })
    : null;
  await db
    .updateTable('approval_request')
    .set({
      ...decided,
      decision_reason: decision.decision === 'decline' ? decision.reason : null,
      posting_id: postingId,
    })
    .where('organization_id', '=', organizationId)
    .where('approval_id', '=', approvalId)
    .execute();
  // The claim is made again only now: its edits look for the countersign that was just stored.
  if (countersigned && act.kind === 'code-change') await remakeClaim(unit, act.claimId);
  unit.audit(countersigned ? 'approval.countersign' : 'approval.decline', {
    kind: 'approval',
    id: approvalId,
    patientId: row.patient_id,
    detail: { act: row.kind, via },
  });
  return state;
}

async function book(
  unit: Work,
  act: ControlledAct,
  allowed: { approvalId: string; by: string; note: string | null },
): Promise<string | null> {
  try {
    switch (act.kind) {
      case 'write-off':
        return (await bookWriteOff(unit, act, allowed)).postingId;
      case 'refund':
        return (await bookRefund(unit, act, allowed)).postingId;
      case 'void-payment':
        return (await bookVoid(unit, act, allowed)).postingId;
      case 'code-change':
        if (!(await isSameChange(unit, act.claimId, act.fingerprint)))
          throw new AppError('approval.stale', { approvalId: allowed.approvalId });
        return null;
    }
  } catch (error) {
    if (error instanceof AppError && stale.includes(error.code))
      throw new AppError('approval.stale', { approvalId: allowed.approvalId });
    throw error;
  }
}

/** Takes an own request back. */
export async function withdrawApproval(unit: Work & { userId: string }, approvalId: string): Promise<void> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('approval_request')
    .select(['state', 'requested_by', 'patient_id'])
    .where('organization_id', '=', organizationId)
    .where('approval_id', '=', approvalId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('approval.not-found', { approvalId });
  if (row.requested_by !== unit.userId) throw new AppError('approval.not-own', { approvalId });
  if (row.state !== 'pending') throw new AppError('approval.closed', { approvalId });
  await db
    .updateTable('approval_request')
    .set({ state: 'withdrawn' })
    .where('organization_id', '=', organizationId)
    .where('approval_id', '=', approvalId)
    .execute();
  unit.audit('approval.withdraw', { kind: 'approval', id: approvalId, patientId: row.patient_id });
}
