import type { ClaimState } from '@superbill/contract';
import type { Finding } from '@superbill/engines/model';
import { countersignFindings } from '../controls/code-change.ts';
import { lockEncounter, mustStandIn } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { nextNumber } from '../practice/control-number.ts';
import { staffId, type Work } from '../work.ts';
import { type ClaimDraft, draftClaim } from './build-claim.ts';
import { scrubDraft } from './scrub-claim.ts';
import { lockClaim, setState, wasAnswered } from './store.ts';
import { sealVersion } from './version.ts';

/** A claim may be made again while it is unsent, and when the payer refused it at the door or decided against it. */
const remadeFrom: readonly ClaimState[] = ['draft', 'held', 'ready', 'rejected', 'denied'];

export interface Checked {
  id: string;
  state: ClaimState;
  findings: Finding[];
}

/**
 * Makes the claim of a visit for one coverage, or makes it again from today's data while it is unsent or was
 * rejected or denied, and runs the edits: with a blocking finding it is held.
 */
export async function createClaim(unit: Work, encounterId: string, coverageId?: string): Promise<Checked> {
  const encounter = await lockEncounter(unit, encounterId);
  mustStandIn(encounter, 'billing', 'follow-up');
  const draft = await draftClaim(unit, encounterId, coverageId, {
    control: 'pending',
    line: () => 'pending',
  });
  const open = await unit.db
    .selectFrom('claim')
    .select('claim_id')
    .where('organization_id', '=', unit.organizationId)
    .where('encounter_id', '=', encounterId)
    .where('coverage_id', '=', draft.coverageId)
    .where('state', '<>', 'closed')
    .executeTakeFirst();
  return open ? remakeClaim(unit, open.claim_id) : makeClaim(unit, draft);
}

async function makeClaim(
  unit: Work,
  { coverageId, encounter, claim: { charge } }: ClaimDraft,
): Promise<Checked> {
  const claimId = newId();
  const control = `C${String(await nextNumber(unit, 'claim')).padStart(8, '0')}`;
  await unit.db
    .insertInto('claim')
    .values({
      organization_id: unit.organizationId,
      claim_id: claimId,
      encounter_id: encounter.id,
      coverage_id: coverageId,
      control_number: control,
      state: 'draft',
      version: 0,
      charge_cents: charge,
      created_by: staffId(unit),
      created_at: unit.now,
    })
    .execute();
  unit.audit('claim.create', { kind: 'claim', id: claimId, patientId: encounter.patient.id });
  return remakeClaim(unit, claimId);
}

/** Rebuilds an unsent claim from what is stored now and checks it. A version that was sent stays as it was. */
export async function remakeClaim(unit: Work, claimId: string): Promise<Checked> {
  const { db, organizationId } = unit;
  const row = await lockClaim(unit, claimId);
  if (!remadeFrom.includes(row.state)) throw new AppError('claim.not-open', { claimId });
  const current = await db
    .selectFrom('claim_version')
    .select('interchange_id')
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', claimId)
    .where('version', '=', row.version)
    .executeTakeFirst();
  const version = current && current.interchange_id === null ? row.version : row.version + 1;
  const made = await draftClaim(unit, row.encounter_id, row.coverage_id, {
    control: row.control_number,
    line: (index) => `${row.control_number}V${version}L${index + 1}`,
  });
  const draft = (await wasAnswered(unit, claimId)) ? asReplacement(made, row.payer_control_number) : made;
  const findings = [...(await scrubDraft(unit, draft)), ...(await countersignFindings(unit, claimId, draft))];
  const says = { ...(await sealVersion(unit, claimId, version, draft.claim)), created_at: unit.now };
  await db
    .insertInto('claim_version')
    .values({ organization_id: organizationId, claim_id: claimId, version, ...says })
    .onConflict((conflict) => conflict.columns(['organization_id', 'claim_id', 'version']).doUpdateSet(says))
    .execute();
  await db
    .updateTable('claim')
    .set({ version, charge_cents: draft.claim.charge })
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', claimId)
    .execute();
  const blocking = findings.filter((finding) => finding.severity === 'error').length;
  const state = blocking > 0 ? 'held' : 'draft';
  const message =
    blocking > 0
      ? `Held by ${blocking === 1 ? 'one finding' : `${blocking} findings`}.`
      : 'Made; nothing blocks it.';
  await setState(unit, claimId, state, { kind: state, message, detail: { version } }, { findings });
  return { id: claimId, state, findings };
}

/**
 * A claim that was decided on is corrected by its replacement, under the payer's number of what is replaced. Source:
 * 005010X222A1, loop 2300, CLM05-3 and REF (F8).
 */
function asReplacement(draft: ClaimDraft, payerControlNumber: string | null): ClaimDraft {
  const replaces = payerControlNumber === null ? {} : { payerControlNumber };
  return { ...draft, claim: { ...draft.claim, frequency: '7', ...replaces } };
}

/** Checks a claim on the latest data; when nothing blocks it, it goes with the next transmission. */
export async function submitClaim(unit: Work, claimId: string, rowVersion: number): Promise<Checked> {
  const row = await lockClaim(unit, claimId);
  if (row.row_version !== rowVersion) throw new AppError('row.changed', { claimId });
  const checked = await remakeClaim(unit, claimId);
  if (checked.state === 'held') return checked;
  await setState(unit, claimId, 'ready', { kind: 'ready', message: 'Ready for the next transmission.' });
  unit.audit('claim.submit', { kind: 'claim', id: claimId });
  return { ...checked, state: 'ready' };
}
