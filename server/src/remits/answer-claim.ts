import type { ClaimState } from '@superbill/contract';
import { balanceOf } from '@superbill/engines/ledger';
import { formatMoney, type RemitClaim } from '@superbill/engines/model';
import { lockClaim, setState } from '../claims/store.ts';
import { moveTo } from '../encounters/queue.ts';
import { loadEntries } from '../ledger/store.ts';
import { isInForce, loadCoverages } from '../patients/store.ts';
import type { Work } from '../work.ts';

/** Moves a claim and its visit on after a payer's answer was posted: done, with the patient, or to follow up. */
export async function answerClaim(
  unit: Work,
  claimId: string,
  answer: RemitClaim,
  inboundFileId: string,
): Promise<void> {
  const claim = await lockClaim(unit, claimId);
  const state = await stateAfter(unit, claimId);
  const message = sentenceFor(answer, state);
  await setState(
    unit,
    claimId,
    state,
    { kind: '835', message, detail: { status: answer.status }, inboundFileId },
    answer.payerControlNumber ? { payerControlNumber: answer.payerControlNumber } : {},
  );
  const next = await nextDesk(unit, claim.encounter_id, claim.coverage_id, message);
  await moveTo(unit, claim.encounter_id, next.queue, next.reason);
}

/**
 * What a claim's answers come to. CLP02: 4 is a denial, 22 takes an earlier answer back, anything else is a payment
 * that stands. A correction may come before the reversal of what it corrects, so answers are counted, not the last
 * one taken.
 */
async function stateAfter({ db, organizationId }: Work, claimId: string): Promise<ClaimState> {
  const answers = await db
    .selectFrom('remit_claim as c')
    .innerJoin('remit as r', (join) =>
      join.onRef('r.organization_id', '=', 'c.organization_id').onRef('r.remit_id', '=', 'c.remit_id'),
    )
    .select('c.status')
    .where('c.organization_id', '=', organizationId)
    .where('c.claim_id', '=', claimId)
    .orderBy('r.posted_at')
    .orderBy('r.remit_id')
    .orderBy('c.ordinal')
    .execute();
  const given = answers.filter(({ status }) => status !== '22');
  const takenBack = answers.length - given.length;
  if (given.length <= takenBack) return 'accepted';
  return given.at(-1)?.status === '4' ? 'denied' : 'paid';
}

function sentenceFor(answer: RemitClaim, state: ClaimState): string {
  if (state === 'accepted') return 'The payer took its earlier answer back; a new one is expected.';
  if (answer.status === '22') return 'The payer took an earlier answer back; the later one stands.';
  if (state === 'denied') return 'Denied by the payer. See the reasons on the lines.';
  const share = answer.patientResponsibility;
  return `Paid ${formatMoney(answer.paid)}${share > 0 ? `, patient owes ${formatMoney(share)}` : ''}.`;
}

async function nextDesk(unit: Work, encounterId: string, coverageId: string, message: string) {
  const { db, organizationId } = unit;
  const encounter = await db
    .selectFrom('encounter')
    .select(['patient_id', 'service_date'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .executeTakeFirstOrThrow();
  const charges = await db
    .selectFrom('charge')
    .select('charge_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('voided_at', 'is', null)
    .execute();
  const entries = (
    await Promise.all(charges.map((row) => loadEntries(unit, { chargeId: row.charge_id })))
  ).flat();
  const owed = balanceOf(entries, 'patient-receivable');
  if (balanceOf(entries, 'insurance-denied') > 0) return { queue: 'follow-up', reason: message } as const;
  if (balanceOf(entries, 'insurance-receivable') > 0) return { queue: 'payer', reason: null } as const;
  if (owed <= 0) return { queue: 'closed', reason: null } as const;

  const coverages = await loadCoverages(unit, encounter.patient_id);
  const billed = coverages.find(({ id }) => id === coverageId);
  const later = coverages.find(
    (other) => isInForce(other, encounter.service_date) && other.benefitOrder > (billed?.benefitOrder ?? 0),
  );
  if (later) {
    const reason = `${formatMoney(owed)} is left after the first payer. Bill ${later.payerName} before the patient.`;
    return { queue: 'follow-up', reason } as const;
  }
  return { queue: 'patient', reason: null } as const;
}
