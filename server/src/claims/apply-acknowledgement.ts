import type { ClaimAcknowledgement, FunctionalAcknowledgement } from '@superbill/engines/model';
import { moveTo } from '../encounters/queue.ts';
import { FileProblem } from '../files/file-problem.ts';
import type { Work } from '../work.ts';
import { rejectionWords } from './rejection-words.ts';
import { lockClaim, setState } from './store.ts';

/** Notes what a TA1 or 999 says of a file we sent; when it was refused, its claims come back for follow-up. */
export async function applyFileAcknowledgement(
  unit: Work,
  inboundFileId: string,
  answer: FunctionalAcknowledgement,
): Promise<void> {
  const { db, organizationId } = unit;
  const sent = await db
    .selectFrom('interchange')
    .select(['interchange_id', 'control_number', 'state'])
    .where('organization_id', '=', organizationId)
    .where('control_number', '=', answer.control.padStart(9, '0'))
    .forUpdate()
    .executeTakeFirst();
  if (!sent) {
    throw new FileProblem({
      code: 'file.unknown-interchange',
      message: `The ${answer.kind} answers file ${answer.control}, which this practice did not send.`,
      nextStep: 'Check that the file is for this practice; else set it aside.',
    });
  }
  const refused = answer.status === 'R';
  // A TA1 only speaks of the envelope: the 999 decides whether what is inside was accepted.
  if (answer.kind === 'TA1' && !refused) return;
  await db
    .updateTable('interchange')
    .set({ state: refused ? 'rejected' : 'accepted', answered_at: unit.now, answer: JSON.stringify(answer) })
    .where('organization_id', '=', organizationId)
    .where('interchange_id', '=', sent.interchange_id)
    .execute();
  unit.audit('interchange.answer', {
    kind: 'interchange',
    id: sent.interchange_id,
    detail: { status: answer.status },
  });

  const claims = await db
    .selectFrom('claim_version as v')
    .innerJoin('claim as c', (join) =>
      join.onRef('c.organization_id', '=', 'v.organization_id').onRef('c.claim_id', '=', 'v.claim_id'),
    )
    .select('c.claim_id')
    .where('v.organization_id', '=', organizationId)
    .where('v.interchange_id', '=', sent.interchange_id)
    .whereRef('v.version', '=', 'c.version')
    .execute();
  const places = answer.transactions.flatMap(({ errors }) => errors.map(({ at }) => at)).slice(0, 3);
  for (const { claim_id: claimId } of claims) {
    const claim = await lockClaim(unit, claimId);
    if (claim.state !== 'sent') continue;
    const message = refused
      ? `The payer refused file ${sent.control_number}${places.length > 0 ? `: ${places.join('; ')}` : ''}.`
      : `The payer took file ${sent.control_number} in.`;
    const event = { kind: answer.kind, message, detail: { status: answer.status }, inboundFileId };
    await setState(unit, claimId, refused ? 'rejected' : 'sent', event);
    if (refused) await moveTo(unit, claim.encounter_id, 'follow-up', message);
  }
}

/** Notes what a 277CA says of one claim: accepted for adjudication, or rejected with the status codes. */
export async function applyClaimAcknowledgement(
  unit: Work,
  inboundFileId: string,
  answer: ClaimAcknowledgement,
): Promise<void> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('claim')
    .select('claim_id')
    .where('organization_id', '=', organizationId)
    .where('control_number', '=', answer.controlNumber)
    .executeTakeFirst();
  if (!row) {
    throw new FileProblem({
      code: 'file.unknown-claim',
      message: `The 277CA answers claim ${answer.controlNumber}, which this practice did not send.`,
      nextStep: 'Check that the file is for this practice; else set it aside.',
    });
  }
  const claim = await lockClaim(unit, row.claim_id);
  // An answer that comes after the payment, or a second time, changes nothing.
  if (claim.state !== 'sent') return;
  const message = answer.accepted
    ? `Accepted for adjudication${answer.payerControlNumber ? ` as ${answer.payerControlNumber}` : ''}.`
    : `Rejected by the payer: ${rejectionWords(answer.statuses)}. Correct the claim and send it again.`;
  await setState(
    unit,
    row.claim_id,
    answer.accepted ? 'accepted' : 'rejected',
    { kind: '277CA', message, detail: { statuses: answer.statuses }, inboundFileId },
    answer.payerControlNumber ? { payerControlNumber: answer.payerControlNumber } : {},
  );
  if (!answer.accepted) await moveTo(unit, claim.encounter_id, 'follow-up', message);
}
