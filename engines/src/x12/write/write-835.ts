import {
  compactDate,
  formatAmount,
  isoDate,
  type Remit,
  type RemitClaim,
  type RemitLine,
} from '../../model/index.ts';
import type { Exchange835 } from '../exchange.ts';
import { x221a1 } from '../guides/x221a1.ts';
import type { DraftSegment } from './draft.ts';
import { renderGroup } from './envelope.ts';
import { addressSegments, adjustmentSegments, decimal } from './parts.ts';

/**
 * Writes one 835 transaction (005010X221A1) for each remit. What a remit lacks is left out and what does
 * not balance is written as it is: {@link validate} reports both.
 */
export function write835(exchange: Exchange835): string {
  const kind = { set: '835', functionalId: 'HP', guide: x221a1.id, wantsTA1: false };
  return renderGroup(exchange, kind, exchange.remits.map(remitSegments));
}

function remitSegments(remit: Remit): DraftSegment[] {
  const { payer, payee } = remit;
  const byNpi = payee.npi !== undefined;
  return [
    payment(remit),
    ['TRN', '1', remit.traceNumber, remit.traceOrigin],
    ['N1', 'PR', payer.name],
    ...addressSegments(payer.address),
    ...(payer.id === undefined ? [] : [['REF', '2U', payer.id] as const]),
    ['PER', 'BL', payer.contact?.name, payer.contact?.phone && 'TE', payer.contact?.phone],
    ['N1', 'PE', payee.name, byNpi ? 'XX' : 'FI', byNpi ? payee.npi : payee.taxId],
    ...addressSegments(payee.address),
    ...(byNpi && payee.taxId !== undefined ? [['REF', 'TJ', payee.taxId] as const] : []),
    ...(remit.claims.length === 0 ? [] : [['LX', '1'] as const]),
    ...remit.claims.flatMap(claimSegments),
    ...providerAdjustments(remit),
  ];
}

function payment({ method, paid, transfer, paymentDate }: Remit): DraftSegment {
  const bank = transfer
    ? [
        transfer.format,
        '01',
        transfer.from.routing,
        'DA',
        transfer.from.account,
        transfer.originator,
        '',
        '01',
        transfer.to.routing,
        'DA',
        transfer.to.account,
      ]
    : Array.from({ length: 11 }, () => '');
  // No money moves: the advice is for information only (BPR01 = H).
  return [
    'BPR',
    method === 'NON' ? 'H' : 'I',
    formatAmount(paid),
    'C',
    method,
    ...bank,
    compactDate(paymentDate),
  ];
}

function claimSegments(claim: RemitClaim): DraftSegment[] {
  const owed = claim.patientResponsibility === 0 ? undefined : formatAmount(claim.patientResponsibility);
  const { patient } = claim;
  const memberId = patient?.memberId;
  return [
    [
      'CLP',
      claim.controlNumber,
      claim.status,
      formatAmount(claim.charge),
      formatAmount(claim.paid),
      owed,
      claim.claimFilingIndicator,
      claim.payerControlNumber,
      claim.placeOfService,
      claim.frequency,
    ],
    ...adjustmentSegments(claim.adjustments),
    ['NM1', 'QC', '1', patient?.lastName, patient?.firstName, '', '', '', memberId && 'MI', memberId],
    ...(claim.renderingNpi === undefined
      ? []
      : [['NM1', '82', '1', '', '', '', '', '', 'XX', claim.renderingNpi] as const]),
    ...(claim.remarks.length === 0 ? [] : [['MOA', '', '', ...claim.remarks.slice(0, 5)] as const]),
    ...dates(claim, ['232', '233']),
    ...(claim.receivedDate === undefined ? [] : [['DTM', '050', compactDate(claim.receivedDate)] as const]),
    ...(claim.interest === undefined ? [] : [['AMT', 'I', formatAmount(claim.interest)] as const]),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function dates(
  { serviceDate, serviceDateTo }: Pick<RemitLine, 'serviceDate' | 'serviceDateTo'>,
  [from, to]: [string, string],
): DraftSegment[] {
  const segments: DraftSegment[] = [];
  if (serviceDate !== undefined) segments.push(['DTM', from, compactDate(serviceDate)]);
  if (serviceDateTo !== undefined) segments.push(['DTM', to, compactDate(serviceDateTo)]);
  return segments;
}

function lineSegments(line: RemitLine): DraftSegment[] {
  const qualifier = line.procedureQualifier ?? 'HC';
  const sent = line.submittedProcedure;
  return [
    [
      'SVC',
      [qualifier, line.procedure, ...line.modifiers],
      formatAmount(line.charge),
      formatAmount(line.paid),
      '',
      decimal(line.units),
      sent && [qualifier, sent.procedure, ...sent.modifiers],
    ],
    ...dates(line, line.serviceDateTo === undefined ? ['472', ''] : ['150', '151']),
    ...adjustmentSegments(line.adjustments),
    ...(line.controlNumber === undefined ? [] : [['REF', '6R', line.controlNumber] as const]),
    ...(line.allowed === undefined ? [] : [['AMT', 'B6', formatAmount(line.allowed)] as const]),
    ...line.remarks.map((remark): DraftSegment => ['LQ', 'HE', remark]),
  ];
}

/** PLB segments, six adjustments at most in one; neighbours of one provider and year share it. */
function providerAdjustments({ providerAdjustments: all, payee, paymentDate }: Remit): DraftSegment[] {
  const segments: { provider: string; year: string; pairs: (string | (string | undefined)[])[] }[] = [];
  for (const { reason, reference, amount, providerId, fiscalYearEnd } of all) {
    const provider = providerId ?? payee.npi ?? payee.taxId ?? '';
    const year = compactDate(fiscalYearEnd ?? isoDate(`${paymentDate.slice(0, 4)}-12-31`));
    let open = segments.at(-1);
    if (open?.provider !== provider || open.year !== year || open.pairs.length >= 12) {
      open = { provider, year, pairs: [] };
      segments.push(open);
    }
    open.pairs.push([reason, reference], formatAmount(amount));
  }
  return segments.map(({ provider, year, pairs }): DraftSegment => ['PLB', provider, year, ...pairs]);
}
