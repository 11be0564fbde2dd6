import type {
  Admission,
  Claim,
  ClaimDates,
  ClaimReferences,
  DateSpan,
  FurtherDiagnosis,
  InpatientProcedure,
  InstitutionalCodes,
  Occurrence,
  OccurrenceSpan,
  Orthodontics,
  RelatedCauses,
  SpinalManipulation,
  ToothStatus,
  ValueAmount,
} from '../../model/index.ts';
import { otherCoverage, payer, relationship, sequence, subscriber } from './coverage.ts';
import { line } from './line.ts';
import { billingProvider, person, roles } from './parties.ts';
import { ambulance, attachments, certifications, contract, notes, repricing } from './parts.ts';
import {
  amount,
  assignment,
  choice,
  date,
  list,
  number,
  object,
  optional,
  type Shape,
  text,
  yes,
} from './shape.ts';

const maybe = optional(text);
const maybeDate = optional(date);
const texts = list(text, 'a list of texts');
const maybeTexts = optional(texts);

const dates = object<ClaimDates>({
  onset: maybeDate,
  initialTreatment: maybeDate,
  lastSeen: maybeDate,
  acuteManifestation: maybeDate,
  accident: maybeDate,
  lastMenstrualPeriod: maybeDate,
  lastXray: maybeDate,
  prescription: maybeDate,
  disability: optional(object<Partial<DateSpan>>({ from: maybeDate, to: maybeDate })),
  lastWorked: maybeDate,
  returnToWork: maybeDate,
  admission: maybeDate,
  admissionTime: maybe,
  discharge: maybeDate,
  dischargeTime: maybe,
  assumedCare: maybeDate,
  relinquishedCare: maybeDate,
  firstContact: maybeDate,
  repricerReceived: maybeDate,
  appliancePlacement: maybeDate,
});

const references = object<ClaimReferences>({
  referral: maybe,
  authorizationException: maybe,
  medicareCrossover: optional(choice('N', 'Y')),
  mammographyCertificate: maybe,
  clia: maybe,
  repricedClaim: maybe,
  adjustedRepricedClaim: maybe,
  deviceExemptions: maybeTexts,
  clearinghouseNumber: maybe,
  medicalRecord: maybe,
  demonstrationProject: maybe,
  carePlanOversight: maybe,
  autoAccidentState: maybe,
  peerReview: maybe,
  predetermination: maybe,
});

const presentOnAdmission = choice('Y', 'N', 'U', 'W');

const institutional = object<InstitutionalCodes>({
  presentOnAdmission: optional(list(choice('', 'Y', 'N', 'U', 'W'))),
  admittingDiagnosis: maybe,
  visitReasons: maybeTexts,
  externalCauses: optional(
    list(object<FurtherDiagnosis>({ code: text, presentOnAdmission: optional(presentOnAdmission) })),
  ),
  drg: maybe,
  procedures: optional(list(object<InpatientProcedure>({ code: text, date: maybeDate }))),
  occurrences: optional(list(object<Occurrence>({ code: text, date }))),
  occurrenceSpans: optional(list(object<OccurrenceSpan>({ code: text, from: date, to: date }))),
  values: optional(list(object<ValueAmount>({ code: text, amount }))),
  treatments: maybeTexts,
});

const kind = choice('professional', 'institutional', 'dental');

/** How often a claim was sent; an institutional claim knows more than original, replacement and void. */
function frequencyOf(given: unknown): Shape<string> {
  return kind(given, 'kind', []) === 'institutional' ? text : choice('1', '7', '8');
}

/** The shape of a claim of the kind that the document says. */
export function claimShape(kindGiven: unknown): Shape<Claim> {
  return object<Claim>({
    ...roles,
    kind,
    controlNumber: text,
    frequency: frequencyOf(kindGiven),
    payerControlNumber: maybe,
    placeOfService: maybe,
    facilityCode: maybe,
    billingProvider,
    payerSequence: sequence,
    payer,
    subscriber,
    relationship,
    patient: optional(person),
    otherCoverages: list(otherCoverage),
    diagnoses: texts,
    diagnosisSystem: optional(choice('icd9cm', 'snodent')),
    assignmentOfBenefits: assignment,
    releaseOfInformation: optional(choice('I', 'Y')),
    providerSignatureMissing: optional(yes),
    planParticipation: optional(choice('A', 'B', 'C')),
    signedByProvider: optional(yes),
    relatedCauses: optional(
      object<RelatedCauses>({ causes: list(choice('AA', 'EM', 'OA')), state: maybe, country: maybe }),
    ),
    specialProgram: maybe,
    predetermination: optional(yes),
    delayReason: maybe,
    statement: optional(object<DateSpan>({ from: date, to: date })),
    serviceDate: maybeDate,
    serviceDateTo: maybeDate,
    dates: optional(dates),
    admission: optional(object<Admission>({ type: maybe, source: maybe, patientStatus: maybe })),
    authorizationNumber: maybe,
    references: optional(references),
    attachments: optional(attachments),
    contract: optional(contract),
    patientPaid: optional(amount),
    patientDue: optional(amount),
    notes: optional(notes),
    fileInformation: maybeTexts,
    ambulance: optional(ambulance),
    spinalManipulation: optional(
      object<SpinalManipulation>({ condition: text, description: maybe, furtherDescription: maybe }),
    ),
    certifications: optional(certifications),
    anesthesiaFor: maybeTexts,
    conditions: maybeTexts,
    repricing: optional(repricing),
    institutional: optional(institutional),
    orthodontics: optional(
      object<Orthodontics>({
        months: optional(number),
        monthsRemaining: optional(number),
        description: maybe,
      }),
    ),
    toothStatuses: optional(list(object<ToothStatus>({ tooth: text, status: text }))),
    charge: amount,
    lines: list(line),
  });
}
