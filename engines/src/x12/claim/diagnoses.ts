import type {
  Claim,
  ClaimKind,
  FurtherDiagnosis,
  InstitutionalCodes,
  PresentOnAdmission,
} from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { all, type Loop } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { fit } from './kinds.ts';
import { listed } from './parties.ts';

type System = Claim['diagnosisSystem'];

/** HI qualifiers of diagnoses in ICD-10-CM; in ICD-9-CM they lack the leading A. */
type Qualifier = 'ABK' | 'ABF' | 'ABJ' | 'APR' | 'ABN';

function qualified(qualifier: Qualifier, system: System): string {
  if (system === 'snodent') return 'TQ';
  return system === 'icd9cm' ? qualifier.slice(1) : qualifier;
}

/** Codes travel without their dot, which stands after three characters, after four in external causes of ICD-9-CM. */
function dotted(code: string, system: System): string {
  if (system === 'snodent') return code;
  const at = system === 'icd9cm' && code.startsWith('E') ? 4 : 3;
  return code.length > at ? `${code.slice(0, at)}.${code.slice(at)}` : code;
}

/** One component of an HI segment. */
export interface CodeAt {
  segment: Segment;
  index: number;
}

/** Every code of the HI segments that begin with one of the qualifiers. */
export function codesOf(loop: Loop, ...qualifiers: string[]): CodeAt[] {
  return all(loop, 'HI', ...qualifiers).flatMap((segment) =>
    segment.elements
      .map((_, index) => ({ segment, index }))
      .filter(
        ({ index }) => index > 0 && element(segment, index) !== '' && component(segment, index, 2) !== '',
      ),
  );
}

export function readSystem(loop: Loop): System {
  const [first] = all(loop, 'HI', 'BK', 'BF', 'BJ', 'PR', 'BN', 'TQ');
  if (!first) return undefined;
  return component(first, 1, 1) === 'TQ' ? 'snodent' : 'icd9cm';
}

const answers: readonly PresentOnAdmission[] = ['Y', 'N', 'U', 'W'];

function onAdmission({ segment, index }: CodeAt): PresentOnAdmission | undefined {
  return answers.find((answer) => answer === component(segment, index, 9));
}

function diagnosis({ segment, index }: CodeAt, system: System): string {
  return dotted(component(segment, index, 2), system);
}

/** First-listed or principal first, then the others. */
export function readDiagnoses(loop: Loop, system: System): string[] {
  return allDiagnoses(loop).map((at) => diagnosis(at, system));
}

function allDiagnoses(loop: Loop): CodeAt[] {
  return [...codesOf(loop, 'ABK', 'BK', 'TQ'), ...codesOf(loop, 'ABF', 'BF')];
}

type DiagnosisCodes = Pick<
  InstitutionalCodes,
  'presentOnAdmission' | 'admittingDiagnosis' | 'visitReasons' | 'externalCauses'
>;

/** The diagnoses that only an institutional claim has. */
export function readFurtherDiagnoses(loop: Loop, system: System): DiagnosisCodes {
  const present = allDiagnoses(loop).map((at) => onAdmission(at) ?? '');
  const [admitting] = codesOf(loop, 'ABJ', 'BJ');
  return defined<DiagnosisCodes>({
    presentOnAdmission: present.some((answer) => answer !== '') ? present : undefined,
    admittingDiagnosis: admitting && diagnosis(admitting, system),
    visitReasons: listed(codesOf(loop, 'APR', 'PR').map((at) => diagnosis(at, system))),
    externalCauses: listed(
      codesOf(loop, 'ABN', 'BN').map((at) =>
        defined<FurtherDiagnosis>({
          code: diagnosis(at, system),
          presentOnAdmission: onAdmission(at),
        }),
      ),
    ),
  });
}

type Composite = (string | undefined)[];

/** HI segments of twelve codes each. */
export function codeSegments(codes: readonly Composite[]): DraftSegment[] {
  const segments: DraftSegment[] = [];
  for (let at = 0; at < codes.length; at += 12) segments.push(['HI', ...codes.slice(at, at + 12)]);
  return segments;
}

const mostDiagnoses: Record<ClaimKind, number> = { professional: 12, institutional: 25, dental: 4 };

/** In an 837P and 837D one segment; in an 837I the principal diagnosis, those of admission and causes, then the others. */
export function diagnosisSegments({
  kind,
  diagnoses,
  diagnosisSystem: system,
  institutional = {},
}: Claim): DraftSegment[] {
  fit(diagnoses, mostDiagnoses[kind], 'diagnoses');
  const coded = (qualifier: Qualifier, code: string, present?: string): Composite => [
    qualified(qualifier, system),
    code.replace('.', ''),
    ...(present ? ['', '', '', '', '', '', present] : []),
  ];
  const all = diagnoses.map((code, index) =>
    coded(index === 0 ? 'ABK' : 'ABF', code, institutional.presentOnAdmission?.[index]),
  );
  if (kind !== 'institutional') return codeSegments(all);
  const { admittingDiagnosis, visitReasons = [], externalCauses = [] } = institutional;
  return [
    ...codeSegments(all.slice(0, 1)),
    ...(admittingDiagnosis ? codeSegments([coded('ABJ', admittingDiagnosis)]) : []),
    ...codeSegments(fit(visitReasons, 3, 'institutional.visitReasons').map((code) => coded('APR', code))),
    ...codeSegments(
      fit(externalCauses, 12, 'institutional.externalCauses').map(({ code, presentOnAdmission }) =>
        coded('ABN', code, presentOnAdmission),
      ),
    ),
    ...codeSegments(all.slice(1)),
  ];
}
