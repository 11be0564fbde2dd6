import type { BankTransfer, ProviderAdjustment, Remit, RemitClaim, RemitLine } from '../../model/index.ts';
import type { Exchange835 } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { all, first, type Loop, loopOf, loopsOf, part, value } from '../loop.ts';
import type { TransactionPlace } from '../records.ts';
import { amount } from '../rules/amounts.ts';
import { component, element, type Segment } from '../segment.ts';
import { feed } from '../tokenizer.ts';
import { ValidationInProgress } from '../validate.ts';
import { address, adjustments, day, defined, envelope, money, quantity } from './fields.ts';

/**
 * Reads every 835 transaction of a file: `remits` holds them all, `exchanges` the same by functional
 * group. Findings are those of {@link validate} at SNIP 1 to 4; a remit without a readable payment date
 * is left out, and one more finding (`remit-unreadable`) says so.
 */
export function read835(bytes: Uint8Array | string): {
  exchanges: Exchange835[];
  remits: Remit[];
  findings: X12Finding[];
} {
  const exchanges = new Map<TransactionPlace['group'], Exchange835>();
  let claims: RemitClaim[] = [];
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    if (place.transaction.guide?.type !== '835') return;
    if (loop.id === '2100') claims.push(readClaim(loop));
    if (loop.id !== '') return;
    const remit = readRemit(loop, claims);
    claims = [];
    const exchange = exchanges.get(place.group) ?? { ...envelope(place), remits: [] };
    if (remit) exchange.remits.push(remit);
    else validation.findings.push(unreadable(place));
    exchanges.set(place.group, exchange);
  });
  feed(bytes, validation.checker);
  const all = [...exchanges.values()];
  return { exchanges: all, remits: all.flatMap(({ remits }) => remits), findings: validation.end().findings };
}

function unreadable({ transaction }: TransactionPlace): X12Finding {
  return {
    severity: 'error',
    snip: 1,
    segment: transaction.st.ordinal,
    id: 'BPR',
    position: transaction.st.position,
    element: 'BPR16',
    code: 'remit-unreadable',
    message: 'The transaction has no payment with a date (BPR16), so it was not read.',
    transaction: transaction.ordinal,
    inTransaction: 1,
  };
}

function readRemit(root: Loop, claims: RemitClaim[]): Remit | undefined {
  const bpr = first(root, 'BPR');
  const trn = first(root, 'TRN');
  const paymentDate = day(bpr, 16);
  if (!bpr || paymentDate === undefined) return undefined;
  return defined<Remit>({
    payer: payer(loopOf(root, '1000A')),
    payee: payee(loopOf(root, '1000B')),
    paid: money(bpr, 2),
    method: element(bpr, 4),
    transfer: transfer(bpr),
    paymentDate,
    traceNumber: value(trn, 2) ?? '',
    traceOrigin: value(trn, 3),
    claims,
    providerAdjustments: all(root, 'PLB').flatMap(providerAdjustments),
  });
}

function transfer(bpr: Segment): BankTransfer | undefined {
  const format = (['CCP', 'CTX'] as const).find((one) => one === element(bpr, 5));
  if (!format) return undefined;
  return {
    format,
    from: { routing: element(bpr, 7), account: element(bpr, 9) },
    to: { routing: element(bpr, 13), account: element(bpr, 15) },
    originator: element(bpr, 10),
  };
}

function payer(loop: Loop | undefined): Remit['payer'] {
  const name = first(loop, 'N1');
  const technical = first(loop, 'PER', 'BL');
  return defined<Remit['payer']>({
    name: value(name, 2) ?? '',
    id: value(first(loop, 'REF', '2U'), 2) ?? value(name, 4),
    address: address(loop),
    contact:
      technical &&
      defined<NonNullable<Remit['payer']['contact']>>({
        name: value(technical, 2),
        phone: value(technical, 3) === 'TE' ? value(technical, 4) : undefined,
      }),
  });
}

function payee(loop: Loop | undefined): Remit['payee'] {
  const name = first(loop, 'N1');
  const qualifier = value(name, 3);
  return defined<Remit['payee']>({
    name: value(name, 2) ?? '',
    npi: qualifier === 'XX' ? value(name, 4) : undefined,
    taxId: qualifier === 'FI' ? value(name, 4) : value(first(loop, 'REF', 'TJ'), 2),
    address: address(loop),
  });
}

function readClaim(loop: Loop): RemitClaim {
  const clp = first(loop, 'CLP');
  const name = first(loop, 'NM1', 'QC');
  const rendering = first(loop, 'NM1', '82');
  const notes = [...all(loop, 'MOA'), ...all(loop, 'MIA')];
  return defined<RemitClaim>({
    controlNumber: value(clp, 1) ?? '',
    status: value(clp, 2) ?? '',
    charge: money(clp, 3),
    paid: money(clp, 4),
    patientResponsibility: money(clp, 5),
    claimFilingIndicator: value(clp, 6),
    payerControlNumber: value(clp, 7),
    placeOfService: value(clp, 8),
    frequency: value(clp, 9),
    serviceDate: day(first(loop, 'DTM', '232'), 2),
    serviceDateTo: day(first(loop, 'DTM', '233'), 2),
    receivedDate: day(first(loop, 'DTM', '050'), 2),
    interest: amount(first(loop, 'AMT', 'I'), 2),
    renderingNpi: value(rendering, 8) === 'XX' ? value(rendering, 9) : undefined,
    patient:
      name &&
      defined<NonNullable<RemitClaim['patient']>>({
        lastName: value(name, 3),
        firstName: value(name, 4),
        memberId: value(name, 9),
      }),
    adjustments: adjustments(loop),
    remarks: notes.flatMap(remarksOf),
    lines: loopsOf(loop, '2110').map(readLine),
  });
}

/** Remark codes of the claim: MOA03 to MOA07, MIA05 and MIA20 to MIA23. */
function remarksOf(segment: Segment): string[] {
  const indexes = segment.id === 'MOA' ? [3, 4, 5, 6, 7] : [5, 20, 21, 22, 23];
  return indexes.map((index) => element(segment, index)).filter((code) => code !== '');
}

function readLine(loop: Loop): RemitLine {
  const svc = first(loop, 'SVC');
  const qualifier = part(svc, 1, 1);
  const sent = part(svc, 6, 2);
  const from = first(loop, 'DTM', '472') ?? first(loop, 'DTM', '150');
  return defined<RemitLine>({
    controlNumber: value(first(loop, 'REF', '6R'), 2),
    procedureQualifier: qualifier === 'HC' ? undefined : qualifier,
    procedure: part(svc, 1, 2) ?? '',
    modifiers: svc ? modifiers(svc, 1) : [],
    submittedProcedure:
      svc && sent !== undefined ? { procedure: sent, modifiers: modifiers(svc, 6) } : undefined,
    charge: money(svc, 2),
    paid: money(svc, 3),
    units: quantity(svc, 5),
    serviceDate: day(from, 2),
    serviceDateTo: day(first(loop, 'DTM', '151'), 2),
    allowed: amount(first(loop, 'AMT', 'B6'), 2),
    adjustments: adjustments(loop),
    remarks: all(loop, 'LQ', 'HE').flatMap((lq) => value(lq, 2) ?? []),
  });
}

function modifiers(svc: Segment, index: number): string[] {
  return [3, 4, 5, 6].map((n) => component(svc, index, n)).filter((code) => code !== '');
}

function providerAdjustments(plb: Segment): ProviderAdjustment[] {
  return [3, 5, 7, 9, 11, 13]
    .filter((index) => element(plb, index) !== '')
    .map((index) =>
      defined<ProviderAdjustment>({
        reason: component(plb, index, 1),
        reference: part(plb, index, 2),
        amount: money(plb, index + 1),
        providerId: value(plb, 1),
        fiscalYearEnd: day(plb, 2),
      }),
    );
}
