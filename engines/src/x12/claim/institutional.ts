import {
  type Admission,
  type Cents,
  type Claim,
  compactDate,
  formatAmount,
  type InpatientProcedure,
  type InstitutionalCodes,
  type IsoDate,
  parseAmount,
  parseCompactDate,
  zero,
} from '../../model/index.ts';
import { days, defined } from '../read/fields.ts';
import { component } from '../tokens/segment.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { dateSegment } from '../write/parts.ts';
import { type CodeAt, codeSegments, codesOf, readFurtherDiagnoses } from './diagnoses.ts';
import { fit } from './kinds.ts';
import { filled, listed } from './parties.ts';

const codeOf = ({ segment, index }: CodeAt): string => component(segment, index, 2);

function dayOf({ segment, index }: CodeAt): IsoDate | undefined {
  return parseCompactDate(component(segment, index, 4));
}

function spanOf({ segment, index }: CodeAt): { from: IsoDate; to: IsoDate } | undefined {
  const [from, to] = component(segment, index, 4).split('-').map(parseCompactDate);
  return from && to && { from, to };
}

function amountOf({ segment, index }: CodeAt): Cents {
  return parseAmount(component(segment, index, 5)) ?? zero;
}

/** What the HI segments of an 837I say beside the claim's own diagnoses. An occurrence without day is left out. */
export function readInstitutionalCodes(
  loop: Loop,
  system: Claim['diagnosisSystem'],
): InstitutionalCodes | undefined {
  const [drg] = codesOf(loop, 'DR');
  const procedures = [...codesOf(loop, 'BBR', 'BR', 'CAH'), ...codesOf(loop, 'BBQ', 'BQ')];
  return filled(
    defined<InstitutionalCodes>({
      ...readFurtherDiagnoses(loop, system),
      drg: drg && codeOf(drg),
      procedures: listed(
        procedures.map((at) => defined<InpatientProcedure>({ code: codeOf(at), date: dayOf(at) })),
      ),
      occurrenceSpans: listed(
        codesOf(loop, 'BI').flatMap((at) => {
          const span = spanOf(at);
          return span ? [{ code: codeOf(at), ...span }] : [];
        }),
      ),
      occurrences: listed(
        codesOf(loop, 'BH').flatMap((at) => {
          const date = dayOf(at);
          return date ? [{ code: codeOf(at), date }] : [];
        }),
      ),
      values: listed(codesOf(loop, 'BE').map((at) => ({ code: codeOf(at), amount: amountOf(at) }))),
      treatments: listed(codesOf(loop, 'TC').map(codeOf)),
    }),
  );
}

/** HI from the diagnosis related group on; diagnoses have segments of their own. */
export function institutionalCodeSegments(
  codes: InstitutionalCodes,
  system: Claim['diagnosisSystem'],
): DraftSegment[] {
  const {
    drg,
    procedures = [],
    occurrenceSpans = [],
    occurrences = [],
    values = [],
    treatments = [],
  } = codes;
  const prefix = system === 'icd9cm' ? '' : 'B';
  const most = (list: readonly unknown[], name: string, count = 24) =>
    fit(list, count, `institutional.${name}`);
  most(procedures, 'procedures', 25);
  for (const [name, list] of Object.entries({ occurrenceSpans, occurrences, values, treatments }))
    most(list, name);
  const performed = procedures.map(({ code, date }, index) => [
    `${prefix}${index === 0 ? 'BR' : 'BQ'}`,
    code,
    date && 'D8',
    date && compactDate(date),
  ]);
  return [
    ...(drg ? codeSegments([['DR', drg]]) : []),
    ...codeSegments(performed.slice(0, 1)),
    ...codeSegments(performed.slice(1)),
    ...codeSegments(
      occurrenceSpans.map(({ code, from, to }) => [
        'BI',
        code,
        'RD8',
        `${compactDate(from)}-${compactDate(to)}`,
      ]),
    ),
    ...codeSegments(occurrences.map(({ code, date }) => ['BH', code, 'D8', compactDate(date)])),
    ...codeSegments(values.map(({ code, amount }) => ['BE', code, '', '', formatAmount(amount)])),
    ...codeSegments(treatments.map((code) => ['TC', code])),
  ];
}

type Stay = Pick<Claim, 'facilityCode' | 'statement' | 'admission'>;

/** CLM05-1, DTP*434 and CL1. */
export function readStay(loop: Loop): Stay {
  const { from, to = from } = days(first(loop, 'DTP', '434'));
  const cl1 = first(loop, 'CL1');
  const clm = first(loop, 'CLM');
  return defined<Stay>({
    facilityCode: clm && component(clm, 5, 1),
    statement: from && to && { from, to },
    admission: filled(
      defined<Admission>({ type: value(cl1, 1), source: value(cl1, 2), patientStatus: value(cl1, 3) }),
    ),
  });
}

export function statementSegments({ statement }: Claim): DraftSegment[] {
  return statement ? [dateSegment('434', statement.from, statement.to)] : [];
}

export function admissionSegments({ admission }: Claim): DraftSegment[] {
  return admission ? [['CL1', admission.type, admission.source, admission.patientStatus]] : [];
}
