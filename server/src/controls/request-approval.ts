import { addMilliseconds, type Cents } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import type { ApprovalFacts, ControlledAct } from './act.ts';
import { sendToOwner } from './approval-link.ts';
import { loadControls } from './settings.ts';

const day = 24 * 60 * 60_000;

export interface ApprovalRequest {
  act: ControlledAct;
  /** The charge, patient, payment or claim it is about: one request waits for each. */
  subjectId: string;
  patientId: string;
  amount: Cents;
  facts: ApprovalFacts;
  note: string | undefined;
  /** Whose act it is besides the one who asks. */
  actedBy?: readonly string[];
}

/**
 * Stores an act to be decided by somebody else, and writes to the owner. Nothing of it is booked. The caller
 * holds the lock of the subject, so that two requests for it cannot pass each other.
 */
export async function requestApproval(unit: Work, request: ApprovalRequest): Promise<string> {
  const { db, organizationId, now } = unit;
  const { act, subjectId, patientId } = request;
  const requestedBy = staffId(unit);
  const controls = await loadControls(unit);
  const pending = await endStale(unit, act.kind, subjectId);
  if (pending) throw new AppError('approval.pending', { approvalId: pending });

  const approvalId = newId();
  const expiresAt = addMilliseconds(now, controls.requestDays * day);
  const actedBy = [...new Set([requestedBy, ...(request.actedBy ?? [])])];
  await db
    .insertInto('approval_request')
    .values({
      organization_id: organizationId,
      approval_id: approvalId,
      kind: act.kind,
      subject_id: subjectId,
      patient_id: patientId,
      amount_cents: request.amount,
      act: JSON.stringify(act),
      facts: JSON.stringify(request.facts),
      note: request.note ?? null,
      requested_by: requestedBy,
      requested_hat: unit.hat,
      requested_at: now,
      expires_at: expiresAt,
      acted_by: actedBy,
    })
    .execute();
  unit.audit('approval.request', { kind: 'approval', id: approvalId, patientId, detail: { act: act.kind } });
  if (controls.ownerId !== null && !actedBy.includes(controls.ownerId))
    await sendToOwner(unit, { approvalId, ownerId: controls.ownerId, expiresAt }, controls);
  return approvalId;
}

/** Ends a request that nobody decided in time; answers one that still waits. */
async function endStale(unit: Work, kind: string, subjectId: string): Promise<string | undefined> {
  const { db, organizationId, now } = unit;
  const row = await db
    .selectFrom('approval_request')
    .select(['approval_id', 'expires_at'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'pending')
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.expires_at > now) return row?.approval_id;
  await db
    .updateTable('approval_request')
    .set({ state: 'expired' })
    .where('organization_id', '=', organizationId)
    .where('approval_id', '=', row.approval_id)
    .execute();
  return undefined;
}
