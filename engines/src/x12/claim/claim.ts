import { type Claim, type ClaimKind, formatAmount } from '../../model/index.ts';
import { defined, money } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { component, element } from '../tokens/segment.ts';
import { around, first, type Loop, loopsOf, part, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { readBillingProvider } from './billing-provider.ts';
import { claimDateSegments, readClaimDates } from './dates.ts';
import { dentalDateSegments, dentalSegments, readDentalClaim } from './dental.ts';
import { codeSegments, codesOf, diagnosisSegments, readDiagnoses, readSystem } from './diagnoses.ts';
import { clmSegment, isFrequency, readClaimHead } from './head.ts';
import {
  admissionSegments,
  institutionalCodeSegments,
  readInstitutionalCodes,
  readStay,
  statementSegments,
} from './institutional.ts';
import { fit, type Kinds, wantPlaces } from './kinds.ts';
import { lineSegments, readLine } from './line.ts';
import { otherCoverageSegments, readOtherCoverage } from './other-coverage.ts';
import { listed } from './parties.ts';
import { readPayer, readSequence } from './payers.ts';
import { readPatient, readRelationship, readSubscriber } from './people.ts';
import { providerSegments, readProviders } from './providers.ts';
import { claimReferenceSegments, readClaimReferences } from './references.ts';
import { readRepricing, repricingSegments } from './repricing.ts';
import {
  ambulanceSegments,
  attachmentSegments,
  certificationSegments,
  contractSegments,
  fileInformationSegments,
  noteSegments,
  readAmbulance,
  readAttachments,
  readCertifications,
  readContract,
  readFileInformation,
  readNotes,
  readSpinalManipulation,
  spinalManipulationSegments,
} from './supplements.ts';

/** A claim of loop 2300 with the levels around it; undefined when it lacks what no claim can be without. */
export function readClaim(loop: Loop, kind: ClaimKind): Claim | undefined {
  const clm = first(loop, 'CLM');
  const [level, patientLevel] = [around(loop, '2000B'), around(loop, '2000C')];
  const patient = patientLevel && readPatient(patientLevel);
  const frequency = part(clm, 5, 3);
  const payerSequence = readSequence(value(first(level, 'SBR'), 1));
  const lines = loopsOf(loop, '2400').map((inner) => readLine(inner, kind));
  const whole = lines.filter((line) => line !== undefined);
  if (!clm || !isFrequency(frequency, kind) || !payerSequence || whole.length < lines.length)
    return undefined;
  if (patientLevel && !patient) return undefined;
  const system = readSystem(loop);
  const head = {
    ...readClaimHead(clm, kind),
    ...(kind === 'institutional' && readStay(loop)),
    ...(kind === 'dental' && readDentalClaim(loop)),
  };
  return defined<Claim>({
    kind,
    controlNumber: element(clm, 1),
    frequency,
    ...head,
    payerControlNumber: value(first(loop, 'REF', 'F8'), 2),
    billingProvider: readBillingProvider(around(loop, '2000A')),
    payerSequence,
    payer: readPayer(level, '2010BB'),
    subscriber: readSubscriber(level, '2010BA'),
    relationship: patientLevel ? readRelationship(value(first(patientLevel, 'PAT'), 1)) : 'self',
    patient,
    otherCoverages: loopsOf(loop, '2320').map((inner) => readOtherCoverage(inner, head)),
    diagnoses: readDiagnoses(loop, system),
    diagnosisSystem: system,
    dates: readClaimDates(loop, kind),
    authorizationNumber: value(first(loop, 'REF', 'G1'), 2),
    references: readClaimReferences(loop),
    ...readClaimParts(loop),
    anesthesiaFor: listed(codesOf(loop, 'BP').map(({ segment, index }) => component(segment, index, 2))),
    conditions: listed(codesOf(loop, 'BG').map(({ segment, index }) => component(segment, index, 2))),
    institutional: kind === 'institutional' ? readInstitutionalCodes(loop, system) : undefined,
    ...readProviders(loop, '2310', kind),
    charge: money(clm, 2),
    lines: whole,
  });
}

function readClaimParts(loop: Loop) {
  return {
    attachments: readAttachments(loop),
    contract: readContract(loop),
    patientPaid: amount(first(loop, 'AMT', 'F5'), 2),
    patientDue: amount(first(loop, 'AMT', 'F3'), 2),
    notes: readNotes(loop),
    fileInformation: readFileInformation(loop),
    ambulance: readAmbulance(loop),
    spinalManipulation: readSpinalManipulation(loop),
    certifications: readCertifications(loop),
    repricing: readRepricing(loop),
  };
}

/** What not every kind of claim has. */
const places: Partial<Record<keyof Claim, Kinds>> = {
  placeOfService: 'PD',
  facilityCode: 'I',
  providerSignatureMissing: 'PD',
  signedByProvider: 'P',
  relatedCauses: 'PD',
  specialProgram: 'PD',
  predetermination: 'D',
  statement: 'I',
  serviceDate: 'D',
  serviceDateTo: 'D',
  admission: 'I',
  patientPaid: 'PD',
  patientDue: 'I',
  ambulance: 'P',
  spinalManipulation: 'P',
  certifications: 'PI',
  anesthesiaFor: 'P',
  conditions: 'PI',
  institutional: 'I',
  orthodontics: 'D',
  toothStatuses: 'D',
};

/** A loop 2300 with all it holds. */
export function claimSegments(claim: Claim): DraftSegment[] {
  const { kind, patientPaid, patientDue, anesthesiaFor = [], conditions = [], institutional } = claim;
  wantPlaces<Claim>(kind, places, claim);
  const amounts = [
    ['F5', patientPaid],
    ['F3', patientDue],
  ] as const;
  const anesthesia = fit(anesthesiaFor, 2, 'anesthesiaFor').map((code, index) => [index ? 'BO' : 'BP', code]);
  return [
    clmSegment(claim),
    ...statementSegments(claim),
    ...dentalDateSegments(claim),
    ...claimDateSegments(claim.dates ?? {}, kind),
    ...admissionSegments(claim),
    ...dentalSegments(claim),
    ...attachmentSegments(claim.attachments),
    ...contractSegments(claim.contract),
    ...amounts.flatMap(([code, sum]) =>
      sum === undefined ? [] : [['AMT', code, formatAmount(sum)] as const],
    ),
    ...claimReferenceSegments(claim, kind),
    ...fileInformationSegments(claim.fileInformation),
    ...noteSegments(claim.notes),
    ...ambulanceSegments(claim.ambulance),
    ...spinalManipulationSegments(claim.spinalManipulation),
    ...certificationSegments(claim.certifications),
    ...diagnosisSegments(claim),
    ...codeSegments(anesthesia),
    ...institutionalCodeSegments(institutional ?? {}, claim.diagnosisSystem),
    ...codeSegments(fit(conditions, 24, 'conditions').map((code) => ['BG', code])),
    ...repricingSegments(claim.repricing),
    ...providerSegments(claim, 'claim', kind, ''),
    ...claim.otherCoverages.flatMap((coverage) => otherCoverageSegments(coverage, kind, claim)),
    ...claim.lines.flatMap((line, index) => lineSegments(line, index + 1, kind)),
  ];
}
