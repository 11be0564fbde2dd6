import {
  type BillingProvider,
  type Claim,
  type ClaimLine,
  type ClaimPayer,
  compactDate,
  formatAmount,
  type OtherCoverage,
  type Person,
  type Provider,
  type Relationship,
  type Subscriber,
} from '../../model/index.ts';
import type { ControlNumbers, Submission837P } from '../exchange.ts';
import { x222a1 } from '../guides/x222a1.ts';
import { sameContent } from '../same-content.ts';
import { type DraftSegment, X12WriteError } from './draft.ts';
import { dateAndTime, renderGroup, transactionControl } from './envelope.ts';
import { addressSegments, adjustmentSegments, dateSegment, decimal } from './parts.ts';

/** BHT03 of a submission: the number by which a 277CA names the whole batch. */
export function batchReference({ interchange, transaction }: ControlNumbers): string {
  return `${String(interchange).padStart(9, '0')}-${transactionControl(transaction)}`;
}

/**
 * Writes claims as one 837P transaction (005010X222A1). Neighbours share a billing provider level, a
 * subscriber level (when neither patient is the subscriber) and a patient level. What a claim lacks is
 * left out, for {@link validate} to report; what X12 cannot carry throws an {@link X12WriteError}.
 */
export function write837P(submission: Submission837P): string {
  const { submitter, receiver, controlNumbers, createdAt, claims } = submission;
  const { date, time } = dateAndTime(createdAt);
  const segments: DraftSegment[] = [
    ['BHT', '0019', '00', batchReference(controlNumbers), date, time, 'CH'],
    ['NM1', '41', '2', submitter.name, '', '', '', '', '46', submitter.id],
    ['PER', 'IC', submitter.contactName, 'TE', submitter.phone],
    ['NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.id],
    ...hierarchy(claims),
  ];
  const kind = { set: '837', functionalId: 'HC', guide: x222a1.id, wantsTA1: true };
  return renderGroup({ ...submission, sender: submitter }, kind, [segments]);
}

/** The most claims of one patient that a level may hold. Source: 005010X222A1, loop 2300 repeat. */
const mostClaims = 100;

function hierarchy(claims: readonly Claim[]): DraftSegment[] {
  const segments: DraftSegment[] = [];
  let [last, providerLevel, subscriberLevel, claimsInLevel] = [0, 0, 0, 0];
  claims.forEach((claim, index) => {
    const { patient: dependent, relationship, billingProvider: provider } = claim;
    if ((relationship === 'self') !== (dependent === undefined)) {
      throw new X12WriteError(
        'patient',
        'a patient must be given exactly when the patient is not the subscriber',
      );
    }
    const before = claims[index - 1];
    const sameProvider = before !== undefined && sameContent(before.billingProvider, provider);
    const sameSubscriber = sameProvider && sameContent(subscriberKey(before), subscriberKey(claim));
    const samePatient =
      sameSubscriber &&
      claimsInLevel < mostClaims &&
      sameContent([before.relationship, before.patient], [relationship, dependent]);
    if (!sameProvider) {
      providerLevel = ++last;
      segments.push(['HL', String(providerLevel), '', '20', '1'], ...billingProvider(provider));
    }
    if (dependent ? !sameSubscriber : !samePatient) {
      subscriberLevel = ++last;
      const children = dependent ? '1' : '0';
      segments.push(
        ['HL', String(subscriberLevel), String(providerLevel), '22', children],
        ...subscriber(claim),
      );
    }
    if (dependent && !samePatient) {
      segments.push(
        ['HL', String(++last), String(subscriberLevel), '23', '0'],
        ...patient(relationship, dependent),
      );
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

function billingProvider(provider: BillingProvider): DraftSegment[] {
  const { name, firstName, npi, taxId, taxIdType = 'EI', taxonomy, address, contacts = [] } = provider;
  return [
    ...optional(taxonomy, (code) => ['PRV', 'BI', 'PXC', code]),
    ['NM1', '85', firstName === undefined ? '2' : '1', name, firstName, '', '', '', 'XX', npi],
    ...addressSegments(address),
    ['REF', taxIdType, taxId],
    ...contacts.map((contact): DraftSegment => ['PER', 'IC', contact.name, 'TE', contact.phone]),
  ];
}

function subscriber({ subscriber: who, payer, payerSequence, patient: dependent }: Claim): DraftSegment[] {
  const self = dependent === undefined;
  const filing = payer.claimFilingIndicator;
  return [
    ['SBR', payerSequence, self ? '18' : undefined, who.groupNumber, '', '', '', '', '', filing],
    insured(who),
    ...(self ? addressSegments(who.address) : []),
    ...(self ? demographics(who) : []),
    ...payerSegments(payer),
  ];
}

function insured({ lastName, firstName, middleName, memberId }: Subscriber): DraftSegment {
  return ['NM1', 'IL', '1', lastName, firstName, middleName, '', '', 'MI', memberId];
}

function demographics({ birthDate, sex }: Pick<Subscriber, 'birthDate' | 'sex'>): DraftSegment[] {
  return birthDate === undefined ? [] : [['DMG', 'D8', compactDate(birthDate), sex]];
}

function payerSegments({ name, payerId, address }: ClaimPayer): DraftSegment[] {
  return [['NM1', 'PR', '2', name, '', '', '', '', 'PI', payerId], ...addressSegments(address)];
}

const relationshipCodes: Record<Relationship, string> = {
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

function patient(relationship: Relationship, person: Person): DraftSegment[] {
  return [
    ['PAT', relationshipCodes[relationship]],
    ['NM1', 'QC', '1', person.lastName, person.firstName, person.middleName],
    ...addressSegments(person.address),
    ...demographics(person),
  ];
}

function claimSegments(claim: Claim): DraftSegment[] {
  const { controlNumber, charge, placeOfService, frequency } = claim;
  const assigned = claim.assignmentOfBenefits === true;
  const place = [placeOfService, 'B', frequency];
  return [
    [
      'CLM',
      controlNumber,
      formatAmount(charge),
      '',
      '',
      place,
      'Y',
      'A',
      assigned ? 'Y' : 'N',
      assigned ? 'Y' : 'I',
    ],
    ...optional(claim.patientPaid, (amount) => ['AMT', 'F5', formatAmount(amount)]),
    ...optional(claim.authorizationNumber, (number) => ['REF', 'G1', number]),
    ...optional(claim.payerControlNumber, (number) => ['REF', 'F8', number]),
    ...diagnosisSegments(claim.diagnoses),
    ...providers(claim),
    ...claim.otherCoverages.flatMap((coverage) => otherCoverage(coverage, assigned)),
    ...claim.lines.flatMap((line, index) => lineSegments(line, index + 1)),
  ];
}

function diagnosisSegments(diagnoses: readonly string[]): DraftSegment[] {
  if (diagnoses.length === 0) return [];
  return [['HI', ...diagnoses.map((code, i) => [i === 0 ? 'ABK' : 'ABF', code.replace('.', '')])]];
}

function providers({ referringProvider, renderingProvider, serviceFacility }: Claim): DraftSegment[] {
  return [
    ...optional(referringProvider, (provider) => providerName('DN', '1', provider)),
    ...(renderingProvider ? rendering(renderingProvider) : []),
    ...optional(serviceFacility, ({ name, npi }) => [
      'NM1',
      '77',
      '2',
      name,
      '',
      '',
      '',
      '',
      npi && 'XX',
      npi,
    ]),
    ...addressSegments(serviceFacility?.address),
  ];
}

function rendering(provider: Provider): DraftSegment[] {
  return [
    providerName('82', provider.firstName === undefined ? '2' : '1', provider),
    ...optional(provider.taxonomy, (code) => ['PRV', 'PE', 'PXC', code]),
  ];
}

function providerName(role: string, kind: '1' | '2', { lastName, firstName, npi }: Provider): DraftSegment {
  return ['NM1', role, kind, lastName, firstName, '', '', '', 'XX', npi];
}

function otherCoverage(coverage: OtherCoverage, assigned: boolean): DraftSegment[] {
  const { sequence, payer, subscriber: who, relationship, paid, adjustments = [] } = coverage;
  const relation = relationshipCodes[relationship];
  return [
    ['SBR', sequence, relation, who.groupNumber, '', '', '', '', '', payer.claimFilingIndicator],
    ...adjustmentSegments(adjustments),
    ...optional(paid, (amount) => ['AMT', 'D', formatAmount(amount)]),
    ['OI', '', '', assigned ? 'Y' : 'N', '', '', assigned ? 'Y' : 'I'],
    insured(who),
    ...addressSegments(who.address),
    ...payerSegments(payer),
  ];
}

function lineSegments(line: ClaimLine, number: number): DraftSegment[] {
  const procedure = ['HC', line.procedure, ...line.modifiers];
  const pointers = line.diagnosisPointers.map(String);
  const units = decimal(line.units);
  return [
    ['LX', String(number)],
    ['SV1', procedure, formatAmount(line.charge), line.unitBasis, units, line.placeOfService, '', pointers],
    ...optional(line.serviceDate, (from) => dateSegment('472', from, line.serviceDateTo)),
    ...optional(line.authorizationNumber, (value) => ['REF', 'G1', value]),
    ['REF', '6R', line.controlNumber],
    ...(line.adjudications ?? []).flatMap((decision): DraftSegment[] => [
      ['SVD', decision.payerId, formatAmount(decision.paid), procedure, '', decimal(decision.units)],
      ...adjustmentSegments(decision.adjustments),
      dateSegment('573', decision.date),
    ]),
  ];
}

function optional<T>(value: T | undefined, segment: (value: T) => DraftSegment): DraftSegment[] {
  return value === undefined ? [] : [segment(value)];
}
