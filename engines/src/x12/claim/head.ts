import { type Claim, type ClaimKind, formatAmount, type RelatedCauses } from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { component, type Segment } from '../tokens/segment.ts';
import { part, value } from '../walk/loop.ts';
import { type DraftSegment, X12WriteError } from '../write/draft.ts';
import { fit } from './kinds.ts';
import { assignmentCode, readAssignment, readRelease } from './other-coverage.ts';

/** Which frequencies are known; an institutional claim has many more than original, corrected, replaced and void. */
export function isFrequency(code: string | undefined, kind: ClaimKind): code is string {
  return code !== undefined && (kind === 'institutional' ? /^[0-9A-Z]$/ : /^[1678]$/).test(code);
}

type Head = Pick<
  Claim,
  | 'placeOfService'
  | 'assignmentOfBenefits'
  | 'releaseOfInformation'
  | 'providerSignatureMissing'
  | 'planParticipation'
  | 'signedByProvider'
  | 'relatedCauses'
  | 'specialProgram'
  | 'delayReason'
>;

/** What CLM says beside numbers and charge. */
export function readClaimHead(clm: Segment, kind: ClaimKind): Head {
  const ofPerson = kind !== 'institutional';
  return defined<Head>({
    placeOfService: ofPerson ? component(clm, 5, 1) : undefined,
    assignmentOfBenefits: readAssignment(value(clm, 8)) ?? false,
    releaseOfInformation: readRelease(value(clm, 9)) === 'I' ? 'I' : undefined,
    providerSignatureMissing: ofPerson && value(clm, 6) === 'N' ? true : undefined,
    planParticipation: (['B', 'C'] as const).find((code) => code === value(clm, 7)),
    signedByProvider: value(clm, 10) === 'P' ? true : undefined,
    relatedCauses: readCauses(clm),
    specialProgram: value(clm, 12),
    delayReason: value(clm, 20),
  });
}

function readCauses(clm: Segment): RelatedCauses | undefined {
  const causes = [1, 2, 3].flatMap(
    (index) => (['AA', 'EM', 'OA'] as const).find((code) => code === component(clm, 11, index)) ?? [],
  );
  if (causes.length === 0) return undefined;
  return defined<RelatedCauses>({ causes, state: part(clm, 11, 4), country: part(clm, 11, 5) });
}

/** The longest control number that every payer gives back whole. */
const longestControlNumber = 17;

/** CLM. */
export function clmSegment(claim: Claim): DraftSegment {
  if (claim.controlNumber.length > longestControlNumber) {
    throw new X12WriteError('CLM01', `is longer than ${longestControlNumber} characters`);
  }
  const {
    kind,
    planParticipation = 'A',
    releaseOfInformation = 'Y',
    relatedCauses,
    signedByProvider,
  } = claim;
  const institutional = kind === 'institutional';
  const place = institutional ? claim.facilityCode : claim.placeOfService;
  const blank = ['', '', '', '', '', ''];
  return [
    'CLM',
    claim.controlNumber,
    formatAmount(claim.charge),
    '',
    '',
    [place, institutional ? 'A' : 'B', claim.frequency],
    institutional ? '' : claim.providerSignatureMissing ? 'N' : 'Y',
    planParticipation,
    assignmentCode(claim.assignmentOfBenefits),
    releaseOfInformation,
    signedByProvider && 'P',
    relatedCauses && causesValue(relatedCauses, kind),
    claim.specialProgram,
    ...blank,
    claim.predetermination && 'PB',
    claim.delayReason,
  ];
}

function causesValue({ causes, state, country }: RelatedCauses, kind: ClaimKind): (string | undefined)[] {
  const most = kind === 'dental' ? 3 : 2;
  const list = fit(causes, most, 'relatedCauses.causes');
  return [list[0], list[1], list[2], state, country];
}
