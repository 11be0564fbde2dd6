import type { Claim, ClaimKind } from '../../model/index.ts';
import { billingProviderSegments } from '../claim/billing-provider.ts';
import { claimSegments } from '../claim/claim.ts';
import { contactSegment } from '../claim/parties.ts';
import { coverageSegment, payerSegments } from '../claim/payers.ts';
import { patientSegments, subscriberSegments } from '../claim/people.ts';
import type { ControlNumbers, Submission837 } from '../exchange.ts';
import { x222a1 } from '../guides/x222a1.ts';
import { x223a2 } from '../guides/x223a2.ts';
import { x224a2 } from '../guides/x224a2.ts';
import { type DraftSegment, X12WriteError } from './draft.ts';
import { dateAndTime, renderGroup, transactionControl } from './envelope.ts';
import { sameContent } from './same-content.ts';

const guideOf: Readonly<Record<ClaimKind, { id: string }>> = {
  professional: x222a1,
  institutional: x223a2,
  dental: x224a2,
};

/** BHT03 of a submission: the number by which a 277CA names the whole batch. */
export function batchReference({ interchange, transaction }: ControlNumbers): string {
  return `${String(interchange).padStart(9, '0')}-${transactionControl(transaction)}`;
}

/**
 * Writes claims of one kind as one 837P, 837I or 837D transaction. Neighbours share a billing provider level, a
 * subscriber level (when neither patient is the subscriber) and a patient level. What a claim lacks is
 * left out, for {@link validate} to report; what X12 cannot carry throws an {@link X12WriteError}.
 */
export function write837(submission: Submission837): string {
  const { submitter, receiver, controlNumbers, createdAt, claims, purpose } = submission;
  const { date, time } = dateAndTime(createdAt);
  const use = purpose === undefined ? 'CH' : { encounters: 'RP', subrogation: '31' }[purpose];
  const { firstName, middleName } = submitter;
  const submitterNumber = submitter.identifier ?? submitter.id;
  const entity = firstName === undefined ? '2' : '1';
  const segments: DraftSegment[] = [
    ['BHT', '0019', '00', batchReference(controlNumbers), date, time, use],
    ['NM1', '41', entity, submitter.name, firstName, middleName, '', '', '46', submitterNumber],
    ...submitter.contacts.map(contactSegment),
    ['NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.identifier ?? receiver.id],
    ...hierarchy(claims),
  ];
  const guide = guideOf[kindOfAll(claims)].id;
  const kind = { set: '837', functionalId: 'HC', guide, wantsTA1: true };
  return renderGroup({ ...submission, sender: submitter }, kind, [segments]);
}

/** The kind that all claims are of: each kind has a guide, and so a transaction, of its own. */
function kindOfAll(claims: readonly Claim[]): ClaimKind {
  const [first] = claims;
  if (!first) throw new X12WriteError('claims', 'there is none to send');
  if (claims.some(({ kind }) => kind !== first.kind)) {
    throw new X12WriteError('claims', 'claims of different kinds cannot stand in one transaction');
  }
  return first.kind;
}

/** The most claims of one patient that a level may hold. Source: 005010X222A1, loop 2300 repeat. */
const mostClaims = 100;

function hierarchy(claims: readonly Claim[]): DraftSegment[] {
  const segments: DraftSegment[] = [];
  const numbers = new Set<string>();
  let [last, providerLevel, subscriberLevel, claimsInLevel] = [0, 0, 0, 0];
  claims.forEach((claim, index) => {
    const { kind, patient, relationship, billingProvider, controlNumber } = claim;
    if ((relationship === 'self') !== (patient === undefined)) {
      const message = 'a patient must be given exactly when the patient is not the subscriber';
      throw new X12WriteError('patient', message);
    }
    if (numbers.has(controlNumber)) throw new X12WriteError('CLM01', 'is used twice in the submission');
    numbers.add(controlNumber);
    const before = claims[index - 1];
    const sameProvider = before !== undefined && sameContent(before.billingProvider, billingProvider);
    const sameSubscriber = sameProvider && sameContent(subscriberKey(before), subscriberKey(claim));
    const samePatient =
      sameSubscriber &&
      claimsInLevel < mostClaims &&
      sameContent([before.relationship, before.patient], [relationship, patient]);
    if (!sameProvider) {
      providerLevel = ++last;
      segments.push(['HL', String(providerLevel), '', '20', '1']);
      segments.push(...billingProviderSegments(billingProvider, kind));
    }
    if (patient ? !sameSubscriber : !samePatient) {
      subscriberLevel = ++last;
      segments.push(['HL', String(subscriberLevel), String(providerLevel), '22', patient ? '1' : '0']);
      segments.push(...subscriberLevelSegments(claim));
    }
    if (patient && !samePatient) {
      segments.push(['HL', String(++last), String(subscriberLevel), '23', '0']);
      segments.push(...patientSegments(kind, relationship, patient));
    }
    claimsInLevel = samePatient ? claimsInLevel + 1 : 1;
    segments.push(...claimSegments(claim));
  });
  return segments;
}

/** What a subscriber level holds. SBR02 says that the patient is the subscriber, so dependents get a level of their own. */
function subscriberKey({ subscriber, payer, payerSequence, patient }: Claim): unknown {
  return [subscriber, payer, payerSequence, patient === undefined];
}

function subscriberLevelSegments(claim: Claim): DraftSegment[] {
  const { kind, payerSequence, payer, patient } = claim;
  const { pat, loop } = subscriberSegments(claim);
  const self = patient ? undefined : '18';
  return [coverageSegment(kind, payerSequence, self, claim), ...pat, ...loop, ...payerSegments(payer)];
}
