import {
  type AdjudicatedProcedure,
  type ClaimKind,
  type ClaimLine,
  formatAmount,
  type InpatientAdjudication,
  type LineAdjudication,
  type OutpatientAdjudication,
} from '../../model/index.ts';
import { adjustments, day, defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { adjustmentSegments, dateSegment, decimal } from '../write/parts.ts';
import { sameContent } from '../write/same-content.ts';
import { fit } from './kinds.ts';
import { procedureValue, readProcedure } from './procedure.ts';

function texts(segment: Segment, ...indexes: number[]): string[] {
  return indexes.flatMap((index) => value(segment, index) ?? []);
}

export function readOutpatient(loop: Loop): OutpatientAdjudication | undefined {
  const moa = first(loop, 'MOA');
  return (
    moa &&
    defined<OutpatientAdjudication>({
      reimbursementRate: quantity(moa, 1),
      payable: amount(moa, 2),
      remarks: texts(moa, 3, 4, 5, 6, 7),
      endStageRenalDisease: amount(moa, 8),
      professionalComponent: amount(moa, 9),
    })
  );
}

export function outpatientSegment(given: OutpatientAdjudication): DraftSegment {
  const { payable, endStageRenalDisease: renal, professionalComponent: professional } = given;
  const remarks = fit(given.remarks, 5, 'outpatient.remarks');
  return [
    'MOA',
    decimal(given.reimbursementRate),
    payable === undefined ? undefined : formatAmount(payable),
    ...[0, 1, 2, 3, 4].map((index) => remarks[index]),
    renal === undefined ? undefined : formatAmount(renal),
    professional === undefined ? undefined : formatAmount(professional),
  ];
}

const inpatientAmounts = [2, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 24];
const inpatientRemarks = [5, 20, 21, 22, 23];

export function readInpatient(loop: Loop): InpatientAdjudication | undefined {
  const mia = first(loop, 'MIA');
  if (!mia) return undefined;
  const amounts: InpatientAdjudication['amounts'] = {};
  for (const index of inpatientAmounts) {
    const sum = amount(mia, index);
    if (sum !== undefined) amounts[index] = sum;
  }
  return defined<InpatientAdjudication>({
    coveredDays: quantity(mia, 1) ?? 0,
    lifetimePsychiatricDays: quantity(mia, 3),
    costReportDays: quantity(mia, 15),
    remarks: texts(mia, ...inpatientRemarks),
    amounts,
  });
}

export function inpatientSegment(given: InpatientAdjudication): DraftSegment {
  const values: (string | undefined)[] = Array.from({ length: 24 });
  values[0] = decimal(given.coveredDays);
  values[2] = decimal(given.lifetimePsychiatricDays);
  values[14] = decimal(given.costReportDays);
  fit(given.remarks, inpatientRemarks.length, 'inpatient.remarks').forEach((remark, index) => {
    values[(inpatientRemarks[index] ?? 5) - 1] = remark;
  });
  for (const index of inpatientAmounts) {
    const sum = given.amounts[index];
    if (sum !== undefined) values[index - 1] = formatAmount(sum);
  }
  return ['MIA', ...values];
}

type Sent = Pick<ClaimLine, 'procedure' | 'procedureQualifier' | 'modifiers' | 'description' | 'revenueCode'>;

/** A loop 2430; none without a day. What was paid for is told where it is not what was sent. */
export function readAdjudication(loop: Loop, kind: ClaimKind, sent: Sent): LineAdjudication[] {
  const svd = first(loop, 'SVD');
  const date = day(first(loop, 'DTP', '573'), 3);
  if (!svd || !date) return [];
  const paidFor = readProcedure(svd, 3, kind);
  const revenueCode = value(svd, 4);
  return [
    defined<LineAdjudication>({
      payerId: element(svd, 1),
      paid: money(svd, 2),
      procedure: sameContent(paidFor, readAsSent(sent)) ? undefined : paidFor,
      revenueCode: revenueCode === sent.revenueCode ? undefined : revenueCode,
      units: quantity(svd, 5) ?? 0,
      bundledLine: quantity(svd, 6),
      adjustments: adjustments(loop),
      date,
      patientLiability: amount(first(loop, 'AMT', 'EAF'), 2),
    }),
  ];
}

function readAsSent({
  procedure,
  procedureQualifier,
  modifiers,
  description,
}: Sent): AdjudicatedProcedure | undefined {
  if (procedure === undefined) return undefined;
  return defined<AdjudicatedProcedure>({
    qualifier: procedureQualifier,
    code: procedure,
    modifiers,
    description,
  });
}

export function adjudicationSegments(
  decision: LineAdjudication,
  kind: ClaimKind,
  line: ClaimLine,
): DraftSegment[] {
  const {
    payerId,
    paid,
    procedure = readAsSent(line),
    units,
    bundledLine,
    date,
    patientLiability,
  } = decision;
  const revenueCode = kind === 'institutional' ? (decision.revenueCode ?? line.revenueCode) : undefined;
  return [
    [
      'SVD',
      payerId,
      formatAmount(paid),
      procedure && procedureValue(procedure, kind),
      revenueCode,
      decimal(units),
      decimal(bundledLine),
    ],
    ...adjustmentSegments(decision.adjustments),
    dateSegment('573', date),
    ...(patientLiability === undefined ? [] : [['AMT', 'EAF', formatAmount(patientLiability)] as const]),
  ];
}
