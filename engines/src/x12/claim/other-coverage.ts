import {
  type BenefitsAssignment,
  type Claim,
  type ClaimKind,
  formatAmount,
  type OtherCoverage,
  type OtherPayerProvider,
} from '../../model/index.ts';
import { adjustments, day, defined } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { first, type Loop, loopOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { addressSegments, adjustmentSegments, dateSegment } from '../write/parts.ts';
import { inpatientSegment, outpatientSegment, readInpatient, readOutpatient } from './adjudication.ts';
import { wantPlaces } from './kinds.ts';
import { identifierSegments, listed, readIdentifiers } from './parties.ts';
import { coverageSegment, payerNameSegments, readPayer, readSequence } from './payers.ts';
import { insuredSegment, readRelationship, readSubscriber, relationshipCode } from './people.ts';

const assigned: ReadonlyMap<string, BenefitsAssignment> = new Map(
  Object.entries({ Y: true, N: false, W: 'not-applicable' }),
);

/** CLM08 or OI03; undefined when it is missing. */
export function readAssignment(code: string | undefined): BenefitsAssignment | undefined {
  return code === undefined ? undefined : assigned.get(code);
}

export function assignmentCode(assignment: BenefitsAssignment): 'Y' | 'N' | 'W' {
  if (assignment === 'not-applicable') return 'W';
  return assignment ? 'Y' : 'N';
}

/** CLM09 or OI06. */
export function readRelease(code: string | undefined): 'I' | 'Y' | undefined {
  return code === 'I' || code === 'Y' ? code : undefined;
}

type Answers = Pick<Claim, 'assignmentOfBenefits' | 'releaseOfInformation'>;

/** A loop 2320. What it says of assignment and release is told where the claim says otherwise. */
export function readOtherCoverage(loop: Loop, claim: Answers): OtherCoverage {
  const [sbr, oi, payer] = [first(loop, 'SBR'), first(loop, 'OI'), loopOf(loop, '2330B')];
  const assignment = readAssignment(value(oi, 3));
  const release = readRelease(value(oi, 6));
  const number = (code: string) => value(first(payer, 'REF', code), 2);
  return defined<OtherCoverage>({
    sequence: readSequence(value(sbr, 1)) ?? 'U',
    payer: readPayer(loop, '2330B'),
    subscriber: readSubscriber(loop, '2330A'),
    relationship: readRelationship(value(sbr, 2)),
    paid: amount(first(loop, 'AMT', 'D'), 2),
    notCovered: amount(first(loop, 'AMT', 'A8'), 2),
    patientLiability: amount(first(loop, 'AMT', 'EAF'), 2),
    adjustments: listed(adjustments(loop)),
    assignmentOfBenefits: assignment === claim.assignmentOfBenefits ? undefined : assignment,
    signedByProvider: value(oi, 4) === 'P' ? true : undefined,
    releaseOfInformation: release === (claim.releaseOfInformation ?? 'Y') ? undefined : release,
    inpatient: readInpatient(loop),
    outpatient: readOutpatient(loop),
    decidedDate: day(first(payer, 'DTP', '573'), 3),
    authorizationNumber: number('G1'),
    referralNumber: number('9F'),
    payerControlNumber: number('F8'),
    predeterminationNumber: number('G3'),
    adjusted: number('T4') === 'Y' ? true : undefined,
    providerIds: listed(loop.loops.flatMap(readOtherProvider)),
  });
}

/** Loops 2330C and on. */
function readOtherProvider(loop: Loop): OtherPayerProvider[] {
  if (loop.id === '2330A' || loop.id === '2330B') return [];
  const nm1 = first(loop, 'NM1');
  return [
    defined<OtherPayerProvider>({
      role: value(nm1, 1) ?? '',
      organization: value(nm1, 2) === '2' ? true : undefined,
      ids: readIdentifiers(loop) ?? [],
    }),
  ];
}

/** A loop 2320 with all it holds. */
export function otherCoverageSegments(
  coverage: OtherCoverage,
  kind: ClaimKind,
  claim: Answers,
): DraftSegment[] {
  const where = { inpatient: 'I', signedByProvider: 'P', predeterminationNumber: 'D' } as const;
  wantPlaces<OtherCoverage>(kind, where, coverage, 'otherCoverages.');
  const { sequence, relationship, subscriber, inpatient, outpatient, adjustments: taken = [] } = coverage;
  const { paid, notCovered, patientLiability, signedByProvider } = coverage;
  const assignment = assignmentCode(coverage.assignmentOfBenefits ?? claim.assignmentOfBenefits);
  const release = coverage.releaseOfInformation ?? claim.releaseOfInformation ?? 'Y';
  const amounts = [
    ['D', paid],
    ['A8', notCovered],
    ['EAF', patientLiability],
  ] as const;
  return [
    coverageSegment(kind, sequence, relationshipCode(relationship), coverage),
    ...adjustmentSegments(taken),
    ...amounts.flatMap(([code, sum]) =>
      sum === undefined ? [] : [['AMT', code, formatAmount(sum)] as const],
    ),
    ['OI', '', '', assignment, signedByProvider && 'P', '', release],
    ...(inpatient ? [inpatientSegment(inpatient)] : []),
    ...(outpatient ? [outpatientSegment(outpatient)] : []),
    insuredSegment(subscriber),
    ...addressSegments(subscriber.address),
    ...(subscriber.ssn ? [['REF', 'SY', subscriber.ssn] as const] : []),
    ...otherPayerSegments(coverage),
    ...(coverage.providerIds ?? []).flatMap(({ role, organization, ids }): DraftSegment[] => [
      ['NM1', role, organization ? '2' : '1'],
      ...identifierSegments(ids),
    ]),
  ];
}

/** Loop 2330B. */
function otherPayerSegments(coverage: OtherCoverage): DraftSegment[] {
  const { payer, decidedDate, adjusted } = coverage;
  const numbers = [
    ['G1', coverage.authorizationNumber],
    ['9F', coverage.referralNumber],
    ['T4', adjusted && 'Y'],
    ['F8', coverage.payerControlNumber],
    ['G3', coverage.predeterminationNumber],
  ] as const;
  return [
    ...payerNameSegments(payer),
    ...(decidedDate ? [dateSegment('573', decidedDate)] : []),
    ...identifierSegments(payer.otherIds),
    ...numbers.flatMap(([code, number]) => (number ? [['REF', code, number] as const] : [])),
  ];
}
