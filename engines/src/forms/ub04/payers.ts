import {
  type BenefitsAssignment,
  type Cents,
  type Claim,
  type ClaimPayer,
  cents,
  type Finding,
  type Identifier,
  type Relationship,
  type Subscriber,
  sum,
} from '../../model/index.ts';
import { code, type Entry, money, words } from '../entry.ts';
import { noRoom } from '../room.ts';
import { lastFirst, plain } from '../wording.ts';
import { wording } from './layout.ts';

/** A row of FL 50 to 65. `path` is where the claim says it, before the names of its parts. */
interface PayerRow {
  path: string;
  payer: ClaimPayer;
  subscriber: Subscriber;
  relationship: Relationship;
  release: 'I' | 'Y';
  assignment: BenefitsAssignment;
  paid?: Cents | undefined;
  due?: Cents;
  billingProviderId?: Identifier | undefined;
  authorization: string | undefined;
  payerControlNumber: string | undefined;
}

/** Primary, secondary, tertiary, then the others; unknown last. */
const order = 'PSTABCDEFGHU';

const rows = 'ABC';

/** All payers of the claim, who pays first above. The one that gets it is among them. */
function payersOf(claim: Claim): PayerRow[] {
  const addressed = { sequence: claim.payerSequence, row: addressee(claim) };
  const others = claim.otherCoverages.map((other, index): { sequence: string; row: PayerRow } => ({
    sequence: other.sequence,
    row: {
      path: `otherCoverages[${index}].`,
      payer: other.payer,
      subscriber: other.subscriber,
      relationship: other.relationship,
      release: other.releaseOfInformation ?? claim.releaseOfInformation ?? 'Y',
      assignment: other.assignmentOfBenefits ?? claim.assignmentOfBenefits,
      paid: other.paid,
      billingProviderId: other.providerIds?.find(({ role }) => role === '85')?.ids[0],
      authorization: other.authorizationNumber ?? other.referralNumber,
      payerControlNumber: other.payerControlNumber,
    },
  }));
  return [addressed, ...others]
    .sort((one, another) => order.indexOf(one.sequence) - order.indexOf(another.sequence))
    .map(({ row }) => row);
}

function addressee(claim: Claim): PayerRow {
  const { payer, subscriber, relationship, references = {}, billingProvider } = claim;
  return {
    path: '',
    payer,
    subscriber,
    relationship,
    release: claim.releaseOfInformation ?? 'Y',
    assignment: claim.assignmentOfBenefits,
    due: amountDue(claim),
    billingProviderId: payer.billingProviderIds?.[0] ?? billingProvider.otherIds?.[0],
    authorization: claim.authorizationNumber ?? references.referral,
    payerControlNumber: claim.payerControlNumber,
  };
}

/** FL 55: what is left for the payer when others have paid and the patient pays a part; never less than nothing. */
function amountDue({ charge, otherCoverages, patientDue = cents(0) }: Claim): Cents {
  const paid = sum(otherCoverages.flatMap((coverage) => coverage.paid ?? []));
  return cents(Math.max(0, charge - paid - patientDue));
}

const relationships: Record<Relationship, string> = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  'organ-donor': '39',
  'cadaver-donor': '40',
  'life-partner': '53',
  other: 'G8',
};

/** FL 50 to 65. */
export function payers(claim: Claim): Entry[] {
  return [
    ...code('56', claim.billingProvider.npi, 'billingProvider.npi'),
    ...payersOf(claim)
      .slice(0, rows.length)
      .flatMap((row, index) => payerRow(row, rows[index] ?? '')),
  ];
}

function payerRow(row: PayerRow, letter: string): Entry[] {
  const { path, payer, subscriber, assignment } = row;
  const answer = assignment === 'not-applicable' ? 'W' : assignment ? 'Y' : 'N';
  return [
    ...words(`50${letter}`, plain(payer.name), `${path}payer.name`),
    ...code(`51${letter}`, payer.payerId, `${path}payer.payerId`),
    ...code(`52${letter}`, row.release, `${path}releaseOfInformation`),
    ...code(`53${letter}`, answer, `${path}assignmentOfBenefits`),
    ...money(`54${letter}`, row.paid, `${path}paid`),
    ...money(`55${letter}`, row.due, 'charge'),
    ...code(`57${letter}`, row.billingProviderId?.id, `${path}payer.billingProviderIds[0]`),
    ...words(`58${letter}`, lastFirst(subscriber), `${path}subscriber.lastName`),
    ...code(`59${letter}`, relationships[row.relationship], `${path}relationship`),
    ...code(`60${letter}`, subscriber.memberId, `${path}subscriber.memberId`),
    ...words(`61${letter}`, plain(subscriber.groupName ?? ''), `${path}subscriber.groupName`),
    ...code(`62${letter}`, subscriber.groupNumber, `${path}subscriber.groupNumber`),
    ...code(`63${letter}`, row.authorization, `${path}authorizationNumber`),
    ...code(`64${letter}`, row.payerControlNumber, `${path}payerControlNumber`),
    // Under workers' compensation the employer is who is insured; a claim names no other employer.
    ...words(
      `65${letter}`,
      subscriber.organization && plain(subscriber.lastName),
      `${path}subscriber.lastName`,
    ),
  ];
}

/** The form has three payers. */
export function payersWithoutRoom(claim: Claim): Finding[] {
  return payersOf(claim)
    .slice(rows.length)
    .map(({ path }) => noRoom(wording, '50', `${path}payer`, 'The claim has more than three payers'));
}
