import {
  compactDate,
  formatAmount,
  type IsoDate,
  type RemitClaim,
  type RemitDrg,
  type RemitProvider,
} from '../../model/index.ts';
import { inpatientSegment, outpatientSegment, readInpatient, readOutpatient } from '../claim/adjudication.ts';
import { filled, identifierSegments, listed, readIdentifiers } from '../claim/parties.ts';
import { adjustments, day, defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import type { Segment } from '../tokens/segment.ts';
import { first, type Loop, loopsOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { adjustmentSegments, decimal } from '../write/parts.ts';
import { lineSegments, readLine } from './line.ts';
import {
  amountSegments,
  contactSegment,
  otherPayerSegments,
  personSegments,
  quantitySegments,
  readAmounts,
  readContacts,
  readOtherPayer,
  readPerson,
  readQuantities,
} from './parts.ts';

const references = ['1L', '1W', '28', '6P', '9A', '9C', 'BB', 'CE', 'EA', 'F8', 'G1', 'G3', 'IG', 'SY'];
const providerNumbers = ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'LU'];

/** Amounts of a claim that have a name of their own. */
const named = [
  ['AU', 'covered'],
  ['D8', 'discount'],
  ['F5', 'patientPaid'],
  ['I', 'interest'],
] as const;

export function readClaim(loop: Loop): RemitClaim {
  const clp = first(loop, 'CLP');
  const rendering = first(loop, 'NM1', '82');
  const [inpatient, outpatient] = [readInpatient(loop), readOutpatient(loop)];
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
    drg: readDrg(clp),
    serviceDate: day(first(loop, 'DTM', '232'), 2),
    serviceDateTo: day(first(loop, 'DTM', '233'), 2),
    receivedDate: day(first(loop, 'DTM', '050'), 2),
    coverageExpired: day(first(loop, 'DTM', '036'), 2),
    ...namedAmounts(loop),
    renderingNpi: value(rendering, 8) === 'XX' ? value(rendering, 9) : undefined,
    renderingProvider: rendering && readProvider(rendering),
    patient: readPerson(loop, 'QC'),
    subscriber: readPerson(loop, 'IL'),
    corrected: readPerson(loop, '74'),
    crossoverPayer: readOtherPayer(loop, 'TT'),
    priorityPayer: readOtherPayer(loop, 'PR'),
    otherSubscriber: readPerson(loop, 'GB'),
    inpatient: inpatient && withoutRemarks(inpatient),
    outpatient: outpatient && filled(withoutRemarks(outpatient)),
    references: listed([
      ...(readIdentifiers(loop, ...references) ?? []),
      ...(readIdentifiers(loop, ...providerNumbers) ?? []),
    ]),
    contacts: listed(readContacts(loop, 'CX')),
    amounts: readAmounts(loop, ...named.map(([code]) => code)),
    quantities: readQuantities(loop),
    adjustments: adjustments(loop),
    remarks: [...(outpatient?.remarks ?? []), ...(inpatient?.remarks ?? [])],
    lines: loopsOf(loop, '2110').map(readLine),
  });
}

function namedAmounts(loop: Loop): Pick<RemitClaim, (typeof named)[number][1]> {
  return Object.fromEntries(
    named.flatMap(([code, name]) => {
      const sum = amount(first(loop, 'AMT', code), 2);
      return sum === undefined ? [] : [[name, sum]];
    }),
  );
}

function withoutRemarks<T extends { remarks: string[] }>({ remarks: _, ...rest }: T): Omit<T, 'remarks'> {
  return rest;
}

function readDrg(clp: Segment | undefined): RemitDrg | undefined {
  const code = value(clp, 11);
  if (code === undefined) return undefined;
  return defined<RemitDrg>({ code, weight: quantity(clp, 12), dischargeFraction: quantity(clp, 13) });
}

/** What NM1*82 says beyond an NPI. */
function readProvider(nm1: Segment): RemitProvider | undefined {
  const qualifier = value(nm1, 8);
  const isNpi = qualifier === 'XX';
  return filled(
    defined<RemitProvider>({
      isPerson: value(nm1, 2) === '2' ? false : undefined,
      lastName: value(nm1, 3),
      firstName: value(nm1, 4),
      qualifier: isNpi ? undefined : qualifier,
      id: isNpi ? undefined : value(nm1, 9),
    }),
  );
}

export function claimSegments(claim: RemitClaim): DraftSegment[] {
  const of = (kinds: readonly string[]) => claim.references?.filter(({ kind }) => kinds.includes(kind));
  return [
    payment(claim),
    ...adjustmentSegments(claim.adjustments),
    ...people(claim),
    ...adjudication(claim),
    ...identifierSegments(of(references)),
    ...identifierSegments(of(providerNumbers)),
    ...date('232', claim.serviceDate),
    ...date('233', claim.serviceDateTo),
    ...date('036', claim.coverageExpired),
    ...date('050', claim.receivedDate),
    ...(claim.contacts ?? []).map((contact) => contactSegment('CX', contact)),
    ...named.flatMap(([code, name]) => {
      const sum = claim[name];
      return sum === undefined ? [] : [['AMT', code, formatAmount(sum)] as const];
    }),
    ...amountSegments(claim.amounts),
    ...quantitySegments(claim.quantities),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function payment(claim: RemitClaim): DraftSegment {
  const owed = claim.patientResponsibility === 0 ? undefined : formatAmount(claim.patientResponsibility);
  const { drg } = claim;
  return [
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
    '',
    drg?.code,
    decimal(drg?.weight),
    decimal(drg?.dischargeFraction),
  ];
}

function people(claim: RemitClaim): DraftSegment[] {
  return [
    ...personSegments('QC', claim.patient ?? {}, 'MI'),
    ...personSegments('IL', claim.subscriber, 'MI'),
    ...personSegments('74', claim.corrected, 'C'),
    ...renderingProvider(claim),
    ...otherPayerSegments('TT', claim.crossoverPayer),
    ...otherPayerSegments('PR', claim.priorityPayer),
    ...personSegments('GB', claim.otherSubscriber, 'MI'),
  ];
}

function renderingProvider({ renderingNpi, renderingProvider: who = {} }: RemitClaim): DraftSegment[] {
  const { isPerson = true, lastName, firstName, qualifier = 'XX', id = renderingNpi } = who;
  if (id === undefined) return [];
  return [['NM1', '82', isPerson ? '1' : '2', lastName, firstName, '', '', '', qualifier, id]];
}

/** MIA for an inpatient claim, else MOA; none where neither has anything to say. */
function adjudication({ inpatient, outpatient, remarks }: RemitClaim): DraftSegment[] {
  if (inpatient) return [inpatientSegment({ ...inpatient, remarks: remarks.slice(0, 5) })];
  if (remarks.length === 0 && !outpatient) return [];
  return [outpatientSegment({ ...outpatient, remarks: remarks.slice(0, 5) })];
}

function date(kind: string, day: IsoDate | undefined): DraftSegment[] {
  return day === undefined ? [] : [['DTM', kind, compactDate(day)]];
}
