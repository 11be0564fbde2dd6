import { createHash } from 'node:crypto';
import {
  type Cents,
  type Claim,
  cents,
  type Finding,
  formatMoney,
  type Instant,
} from '@superbill/engines/model';
import { sql } from 'kysely';
import { type ClaimDraft, draftClaim } from '../claims/build-claim.ts';
import { lockClaim, wasAnswered } from '../claims/store.ts';
import { openVersion } from '../claims/version.ts';
import { AppError } from '../errors.ts';
import { staffId, type Work } from '../work.ts';
import type { Coded } from './act.ts';
import { requestApproval } from './request-approval.ts';
import { areBound } from './settings.ts';

interface CodeChange {
  before: Coded;
  after: Coded;
  difference: Cents;
  /** Hash of what the claim would say. */
  fingerprint: string;
  /** Coders and billers who made the change. */
  by: string[];
}

/**
 * Holds a claim whose codes or charges differ from what was sent before it was denied or rejected, until somebody
 * else has countersigned exactly this change: changing codes until a claim pays is what an owner has to see.
 */
export async function countersignFindings(
  unit: Work,
  claimId: string,
  draft: ClaimDraft,
): Promise<Finding[]> {
  const change = await changeSinceRefusal(unit, claimId, draft);
  if (!change || !(await areBound(unit, change.by))) return [];
  if (await isApproved(unit, claimId, change.fingerprint)) return [];
  return [
    {
      rule: 'waits-for-countersign',
      severity: 'error',
      at: 'claim',
      message: `Codes or charges changed since this was refused (${formatMoney(change.difference)} difference): it waits for the owner's countersign. Ask for it on this page.`,
      source: 'Compensating controls of this practice',
    },
  ];
}

/** Asks for the countersign of what changed on a claim. A request for an earlier change is taken back by it. */
export async function requestCodeChange(unit: Work, claimId: string, note: string): Promise<string> {
  const { db, organizationId } = unit;
  const claim = await lockClaim(unit, claimId);
  const draft = await draftClaim(unit, claim.encounter_id, claim.coverage_id, {
    control: claim.control_number,
    line: () => 'pending',
  });
  const change = await changeSinceRefusal(unit, claimId, draft);
  if (!change || !(await areBound(unit, change.by)) || (await isApproved(unit, claimId, change.fingerprint)))
    throw new AppError('approval.not-needed', { claimId });
  await db
    .updateTable('approval_request')
    .set({ state: 'withdrawn' })
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'code-change')
    .where('subject_id', '=', claimId)
    .where('state', '=', 'pending')
    .where((is) => is(sql`act->>'fingerprint'`, '<>', change.fingerprint))
    .execute();
  const { before, after, difference, fingerprint, by } = change;
  return requestApproval(unit, {
    act: { kind: 'code-change', claimId, fingerprint },
    subjectId: claimId,
    patientId: draft.encounter.patient.id,
    amount: difference,
    facts: {
      what: `Send claim ${claim.control_number} again with other codes or charges than the payer refused.`,
      why: (await wasAnswered(unit, claimId)) ? 'The payer denied it.' : 'The payer refused it.',
      thread: `It was sent for ${formatMoney(total(before))} and would be sent for ${formatMoney(total(after))}.`,
      change: { before, after },
    },
    note,
    actedBy: by,
  });
}

/** Whether a request still is about what the claim would say now. */
export async function isSameChange(unit: Work, claimId: string, fingerprint: string): Promise<boolean> {
  const claim = await lockClaim(unit, claimId);
  const draft = await draftClaim(unit, claim.encounter_id, claim.coverage_id, {
    control: claim.control_number,
    line: () => 'pending',
  });
  return fingerprintOf(draft.claim) === fingerprint;
}

/**
 * What differs from the last version of the visit's claims that was sent and came back. A version is followed by
 * another only after a refusal; a claim that was denied may stand beside this one.
 */
async function changeSinceRefusal(
  unit: Work,
  claimId: string,
  { claim, encounter }: ClaimDraft,
): Promise<CodeChange | undefined> {
  const { db, organizationId } = unit;
  const refused = await db
    .selectFrom('claim_version as v')
    .innerJoin('claim as c', (join) =>
      join.onRef('c.organization_id', '=', 'v.organization_id').onRef('c.claim_id', '=', 'v.claim_id'),
    )
    .select(['v.claim_id', 'v.version', 'v.content', 'v.sealed', 'v.created_at'])
    .where('v.organization_id', '=', organizationId)
    .where('c.encounter_id', '=', encounter.id)
    .where('v.interchange_id', 'is not', null)
    .where((is) => is.or([is('c.claim_id', '=', claimId), is('c.state', 'in', ['denied', 'rejected'])]))
    .orderBy('v.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!refused) return undefined;
  const sent = await openVersion(unit, refused);
  const fingerprint = fingerprintOf(claim);
  if (fingerprintOf(sent) === fingerprint) return undefined;
  const [before, after] = [codedOf(sent), codedOf(claim)];
  return {
    before,
    after,
    difference: cents(total(after) - total(before)),
    fingerprint,
    by: [...new Set([staffId(unit), ...(await changedBy(unit, encounter.id, refused.created_at))])],
  };
}

async function changedBy(
  { db, organizationId }: Work,
  encounterId: string,
  since: Instant,
): Promise<string[]> {
  const rows = await db
    .selectFrom('code_assignment')
    .select(['decided_by as by', 'removed_by', 'decided_at', 'removed_at'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .execute();
  return rows.flatMap((row) => [
    ...(row.decided_at > since ? [row.by] : []),
    ...(row.removed_by !== null && (row.removed_at ?? '') > since ? [row.removed_by] : []),
  ]);
}

async function isApproved(
  { db, organizationId }: Work,
  claimId: string,
  fingerprint: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('approval_request')
    .select('approval_id')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'code-change')
    .where('subject_id', '=', claimId)
    .where('state', '=', 'approved')
    .where((is) => is(sql`act->>'fingerprint'`, '=', fingerprint))
    .executeTakeFirst();
  return row !== undefined;
}

function codedOf({ diagnoses, lines }: Claim): Coded {
  return {
    codes: diagnoses,
    lines: lines.map(({ procedure, units, charge }) => ({
      procedure: procedure ?? '',
      units,
      chargeCents: charge,
    })),
  };
}

/** Over everything that says what was done and why; numbers, names and addresses may be corrected freely. */
function fingerprintOf({ diagnoses, lines }: Claim): string {
  const said = lines.map(({ procedure, modifiers, units, charge, diagnosisPointers }) => [
    procedure,
    modifiers,
    units,
    charge,
    diagnosisPointers,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([diagnoses, said]))
    .digest('hex');
}

function total({ lines }: Coded): Cents {
  return cents(lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0));
}
