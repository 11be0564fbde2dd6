import { compactDate, formatAmount, type RemitLine } from '../../model/index.ts';
import { identifierSegments, listed, readIdentifiers } from '../claim/parties.ts';
import { adjustments, day, defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { component, type Segment } from '../tokens/segment.ts';
import { all, first, type Loop, part, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { adjustmentSegments, decimal } from '../write/parts.ts';
import { amountSegments, quantitySegments, readAmounts, readQuantities } from './parts.ts';

/** REF before the line control number, and after it: the guide keeps them apart, the model does not. */
const references = ['1S', 'APC', 'BB', 'E9', 'G1', 'G3', 'LU', 'RB'];
const providerNumbers = ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'HPI', 'SY', 'TJ'];

export function readLine(loop: Loop): RemitLine {
  const svc = first(loop, 'SVC');
  const qualifier = part(svc, 1, 1);
  const from = first(loop, 'DTM', '472') ?? first(loop, 'DTM', '150');
  return defined<RemitLine>({
    controlNumber: value(first(loop, 'REF', '6R'), 2),
    procedureQualifier: qualifier === 'HC' ? undefined : qualifier,
    procedure: part(svc, 1, 2) ?? '',
    modifiers: svc ? modifiers(svc, 1) : [],
    revenueCode: value(svc, 4),
    submittedProcedure: svc && submitted(svc, qualifier),
    charge: money(svc, 2),
    paid: money(svc, 3),
    units: quantity(svc, 5),
    submittedUnits: quantity(svc, 7),
    serviceDate: day(from, 2),
    serviceDateTo: day(first(loop, 'DTM', '151'), 2),
    allowed: amount(first(loop, 'AMT', 'B6'), 2),
    lateFilingReduction: amount(first(loop, 'AMT', 'KH'), 2),
    adjustments: adjustments(loop),
    remarks: codes(loop, 'HE'),
    pharmacyRejects: listed(codes(loop, 'RX')),
    references: listed([
      ...(readIdentifiers(loop, ...references) ?? []),
      ...(readIdentifiers(loop, ...providerNumbers) ?? []),
    ]),
    policies: listed(all(loop, 'REF', '0K').flatMap((ref) => value(ref, 2) ?? [])),
    amounts: readAmounts(loop, 'B6', 'KH'),
    quantities: readQuantities(loop),
  });
}

function codes(loop: Loop, list: string): string[] {
  return all(loop, 'LQ', list).flatMap((lq) => value(lq, 2) ?? []);
}

function modifiers(svc: Segment, index: number): string[] {
  return [3, 4, 5, 6].map((n) => component(svc, index, n)).filter((code) => code !== '');
}

/** SVC06; its qualifier is told where it is not that of SVC01. */
function submitted(svc: Segment, paidBy: string | undefined): RemitLine['submittedProcedure'] {
  const procedure = part(svc, 6, 2);
  if (procedure === undefined) return undefined;
  const qualifier = part(svc, 6, 1);
  return defined<NonNullable<RemitLine['submittedProcedure']>>({
    qualifier: qualifier === paidBy ? undefined : qualifier,
    procedure,
    modifiers: modifiers(svc, 6),
    description: part(svc, 6, 7),
  });
}

export function lineSegments(line: RemitLine): DraftSegment[] {
  const qualifier = line.procedureQualifier ?? 'HC';
  const sent = line.submittedProcedure;
  const of = (kinds: readonly string[]) => line.references?.filter(({ kind }) => kinds.includes(kind));
  return [
    [
      'SVC',
      [qualifier, line.procedure, ...line.modifiers],
      formatAmount(line.charge),
      formatAmount(line.paid),
      line.revenueCode,
      decimal(line.units),
      sent && [
        sent.qualifier ?? qualifier,
        sent.procedure,
        ...[0, 1, 2, 3].map((index) => sent.modifiers[index]),
        sent.description,
      ],
      decimal(line.submittedUnits),
    ],
    ...dateSegments(line),
    ...adjustmentSegments(line.adjustments),
    ...identifierSegments(of(references)),
    ...(line.controlNumber === undefined ? [] : [['REF', '6R', line.controlNumber] as const]),
    ...identifierSegments(of(providerNumbers)),
    ...(line.policies ?? []).map((policy): DraftSegment => ['REF', '0K', policy]),
    ...(line.allowed === undefined ? [] : [['AMT', 'B6', formatAmount(line.allowed)] as const]),
    ...(line.lateFilingReduction === undefined
      ? []
      : [['AMT', 'KH', formatAmount(line.lateFilingReduction)] as const]),
    ...amountSegments(line.amounts),
    ...quantitySegments(line.quantities),
    ...line.remarks.map((remark): DraftSegment => ['LQ', 'HE', remark]),
    ...(line.pharmacyRejects ?? []).map((code): DraftSegment => ['LQ', 'RX', code]),
  ];
}

/** One day, or a period. */
function dateSegments({ serviceDate, serviceDateTo }: RemitLine): DraftSegment[] {
  const from = serviceDateTo === undefined ? '472' : '150';
  return [
    ...(serviceDate === undefined ? [] : [['DTM', from, compactDate(serviceDate)] as const]),
    ...(serviceDateTo === undefined ? [] : [['DTM', '151', compactDate(serviceDateTo)] as const]),
  ];
}
