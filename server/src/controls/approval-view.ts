import type { Approval, ApprovalKind, ApprovalState } from '@superbill/contract';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import type { ApprovalFacts } from './act.ts';

/** Closed requests that the list still shows. */
const shown = 100;

function select({ db, organizationId }: Work) {
  return db
    .selectFrom('approval_request as a')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'a.organization_id').onRef('p.patient_id', '=', 'a.patient_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'a.organization_id').onRef('u.user_id', '=', 'a.requested_by'),
    )
    .leftJoin('app_user as d', (join) =>
      join.onRef('d.organization_id', '=', 'a.organization_id').onRef('d.user_id', '=', 'a.decided_by'),
    )
    .selectAll('a')
    .select(['p.record_number', 'u.name as requested_name', 'd.name as decided_name'])
    .where('a.organization_id', '=', organizationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toApproval(row: Row, unit: Work): Approval {
  const { what, why, thread, change } = row.facts as unknown as ApprovalFacts;
  const over = row.state === 'pending' && row.expires_at <= unit.now;
  return {
    id: row.approval_id,
    kind: row.kind as ApprovalKind,
    state: over ? 'expired' : (row.state as ApprovalState),
    recordNumber: row.record_number,
    amountCents: row.amount_cents,
    what,
    why,
    thread,
    note: row.note,
    change,
    requestedBy: row.requested_name,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    decidedBy: row.decided_name,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
    mayDecide: row.state === 'pending' && !over && !row.acted_by.includes(unit.userId ?? ''),
  };
}

/** Requests that wait, oldest first, or the last ones that do not, newest first. */
export async function listApprovals(unit: Work, state: 'pending' | 'closed'): Promise<Approval[]> {
  const rows =
    state === 'pending'
      ? select(unit)
          .where('a.state', '=', 'pending')
          .where('a.expires_at', '>', unit.now)
          .orderBy('a.requested_at')
      : select(unit)
          .where((is) => is.or([is('a.state', '<>', 'pending'), is('a.expires_at', '<=', unit.now)]))
          .orderBy('a.requested_at', 'desc')
          .limit(shown);
  return (await rows.execute()).map((row) => toApproval(row, unit));
}

export async function loadApproval(unit: Work, approvalId: string): Promise<Approval> {
  const row = await select(unit).where('a.approval_id', '=', approvalId).executeTakeFirst();
  if (!row) throw new AppError('approval.not-found', { approvalId });
  return toApproval(row, unit);
}

/** What waits on a patient's account. */
export async function loadWaiting(unit: Work, patientId: string) {
  const rows = await select(unit)
    .where('a.patient_id', '=', patientId)
    .where('a.state', '=', 'pending')
    .where('a.expires_at', '>', unit.now)
    .orderBy('a.requested_at')
    .execute();
  return rows.map((row) => ({
    id: row.approval_id,
    kind: row.kind as ApprovalKind,
    subjectId: row.subject_id,
    amountCents: row.amount_cents,
    what: (row.facts as unknown as ApprovalFacts).what,
    requestedBy: row.requested_name,
    requestedAt: row.requested_at,
    own: row.requested_by === unit.userId,
  }));
}

export async function countPending({ db, organizationId, now }: Work): Promise<number> {
  const { count } = await db
    .selectFrom('approval_request')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}
