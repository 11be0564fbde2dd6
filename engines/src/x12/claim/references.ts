import type {
  Claim,
  ClaimKind,
  ClaimLine,
  ClaimReferences,
  Identifier,
  LineReferences,
} from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { all, first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { type CodeRow, wantPlace } from './kinds.ts';
import { filled, identifierSegments, listed, readIdentifiers } from './parties.ts';

type TextName<T> = {
  [Name in keyof T & string]-?: Exclude<T[Name], undefined> extends string ? Name : never;
}[keyof T & string];

const claimRows: readonly CodeRow<TextName<ClaimReferences>>[] = [
  ['authorizationException', 'PID', '4N'],
  ['medicareCrossover', 'P', 'F5'],
  ['mammographyCertificate', 'P', 'EW'],
  ['referral', 'PID', '9F'],
  ['clia', 'P', 'X4'],
  ['repricedClaim', 'PID', '9A'],
  ['adjustedRepricedClaim', 'PID', '9C'],
  ['clearinghouseNumber', 'PID', 'D9'],
  ['autoAccidentState', 'I', 'LU'],
  ['medicalRecord', 'PI', 'EA'],
  ['demonstrationProject', 'PI', 'P4'],
  ['peerReview', 'I', 'G4'],
  ['predetermination', 'D', 'G3'],
  ['carePlanOversight', 'P', '1J'],
];

const lineRows: readonly CodeRow<TextName<LineReferences>>[] = [
  ['repricedLine', 'PI', '9B'],
  ['adjustedRepricedLine', 'PI', '9D'],
  ['repricedClaim', 'D', '9A'],
  ['adjustedRepricedClaim', 'D', '9C'],
  ['mammographyCertificate', 'P', 'EW'],
  ['clia', 'P', 'X4'],
  ['referringClia', 'P', 'F4'],
  ['immunizationBatch', 'P', 'BT'],
];

function readRows<Name extends string>(
  loop: Loop,
  rows: readonly CodeRow<Name>[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const [name, , code] of rows) {
    const number = value(first(loop, 'REF', code), 2);
    if (number !== undefined) found[name] = number;
  }
  return found;
}

function rowSegments<Name extends string>(
  numbers: Partial<Record<Name, string>>,
  kind: ClaimKind,
  rows: readonly CodeRow<Name>[],
): DraftSegment[] {
  return rows.flatMap(([name, where, code]) => {
    const number = numbers[name];
    wantPlace(kind, where, `references.${name}`, number);
    return number === undefined ? [] : [['REF', code, number] as const];
  });
}

export function readClaimReferences(loop: Loop): ClaimReferences | undefined {
  const { medicareCrossover, ...numbers } = readRows(loop, claimRows);
  const devices = all(loop, 'REF', 'LX').flatMap((ref) => value(ref, 2) ?? []);
  return filled(
    defined<ClaimReferences>({
      ...numbers,
      medicareCrossover: (['N', 'Y'] as const).find((answer) => answer === medicareCrossover),
      deviceExemptions: listed(devices),
    }),
  );
}

/** The numbers of loop 2300, the authorization and the payer's control number among them. */
export function claimReferenceSegments(
  { references = {}, authorizationNumber, payerControlNumber }: Claim,
  kind: ClaimKind,
): DraftSegment[] {
  const { deviceExemptions = [] } = references;
  wantPlace(kind, 'PI', 'references.deviceExemptions', deviceExemptions);
  return [
    ...(authorizationNumber ? [['REF', 'G1', authorizationNumber] as const] : []),
    ...(payerControlNumber ? [['REF', 'F8', payerControlNumber] as const] : []),
    ...rowSegments(references, kind, claimRows),
    ...deviceExemptions.map((number): DraftSegment => ['REF', 'LX', number]),
  ];
}

type PayerNumber = Omit<Identifier, 'kind'>;

/** Numbers of a line that several payers may have given (REF04 says who). */
function readPayerNumbers(loop: Loop, code: string): PayerNumber[] {
  return (readIdentifiers(loop, code) ?? []).map(({ kind: _, ...number }) => number);
}

function payerNumberSegments(code: string, numbers: readonly PayerNumber[] = []): DraftSegment[] {
  return identifierSegments(numbers.map((number) => ({ ...number, kind: code })));
}

type LineNumbers = Pick<ClaimLine, 'authorizationNumber' | 'references'>;

export function readLineReferences(loop: Loop): LineNumbers {
  const authorizations = readPayerNumbers(loop, 'G1');
  const own = authorizations.find(({ payerId }) => payerId === undefined);
  return defined<LineNumbers>({
    authorizationNumber: own?.id,
    references: filled(
      defined<LineReferences>({
        ...readRows(loop, lineRows),
        referrals: listed(readPayerNumbers(loop, '9F')),
        otherAuthorizations: listed(authorizations.filter((one) => one !== own)),
        predeterminations: listed(readPayerNumbers(loop, 'G3')),
      }),
    ),
  });
}

/** The numbers of loop 2400; the line's own control number is always there. */
export function lineReferenceSegments(line: ClaimLine, kind: ClaimKind): DraftSegment[] {
  const { controlNumber, authorizationNumber, references = {} } = line;
  const { referrals, otherAuthorizations, predeterminations } = references;
  wantPlace(kind, 'PD', 'authorizationNumber', authorizationNumber);
  wantPlace(kind, 'PD', 'references.otherAuthorizations', otherAuthorizations);
  wantPlace(kind, 'PD', 'references.referrals', referrals);
  wantPlace(kind, 'D', 'references.predeterminations', predeterminations);
  return [
    ...payerNumberSegments('G3', predeterminations),
    ...(authorizationNumber ? [['REF', 'G1', authorizationNumber] as const] : []),
    ...payerNumberSegments('G1', otherAuthorizations),
    ['REF', '6R', controlNumber],
    ...rowSegments(references, kind, lineRows),
    ...payerNumberSegments('9F', referrals),
  ];
}
