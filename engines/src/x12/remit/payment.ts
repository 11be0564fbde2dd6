import {
  type BankTransfer,
  compactDate,
  formatAmount,
  isoDate,
  type ProviderAdjustment,
  type ProviderSummary,
  type Remit,
  type RemitClaim,
  type RemitGroup,
} from '../../model/index.ts';
import { filled, identifierSegments, listed, readAddress, readIdentifiers } from '../claim/parties.ts';
import { day, defined, money, quantity } from '../read/fields.ts';
import { plbPairs } from '../rules/remit/provider-adjustments.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { all, first, type Loop, loopOf, part, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { addressSegments } from '../write/parts.ts';
import { claimSegments } from './claim.ts';
import { contactSegment, readContacts } from './parts.ts';

/** A remittance without its claims; undefined where no day of payment can be read. */
export function readRemit(root: Loop, claims: RemitClaim[], groups: RemitGroup[]): Remit | undefined {
  const bpr = first(root, 'BPR');
  const trn = first(root, 'TRN');
  const paymentDate = day(bpr, 16);
  if (!bpr || paymentDate === undefined) return undefined;
  return defined<Remit>({
    payer: readPayer(loopOf(root, '1000A')),
    payee: readPayee(loopOf(root, '1000B')),
    paid: money(bpr, 2),
    method: element(bpr, 4),
    transfer: readTransfer(bpr),
    paymentDate,
    traceNumber: value(trn, 2) ?? '',
    traceOrigin: value(trn, 3),
    productionDate: day(first(root, 'DTM', '405'), 2),
    receiverNumber: value(first(root, 'REF', 'EV'), 2),
    currency: value(first(root, 'CUR'), 2),
    groups: isPlain(groups) ? undefined : groups,
    claims,
    providerAdjustments: all(root, 'PLB').flatMap(readProviderAdjustments),
  });
}

/** One group, numbered 1, without totals: what a remittance has when nobody says more. */
function isPlain(groups: readonly RemitGroup[]): boolean {
  const [only] = groups;
  return groups.length < 2 && (only === undefined || (only.number === '1' && !only.summary));
}

export function readGroup(loop: Loop, claims: number): RemitGroup {
  const ts3 = first(loop, 'TS3');
  return defined<RemitGroup>({
    number: value(first(loop, 'LX'), 1) ?? '',
    claims,
    summary: ts3 && readSummary(ts3),
  });
}

function readSummary(ts3: Segment): ProviderSummary | undefined {
  const fiscalYearEnd = day(ts3, 3);
  if (fiscalYearEnd === undefined) return undefined;
  return {
    provider: element(ts3, 1),
    facilityCode: element(ts3, 2),
    fiscalYearEnd,
    claims: quantity(ts3, 4) ?? 0,
    charge: money(ts3, 5),
  };
}

function readTransfer(bpr: Segment): BankTransfer | undefined {
  const format = (['CCP', 'CTX'] as const).find((one) => one === element(bpr, 5));
  if (!format) return undefined;
  return {
    format,
    from: { routing: element(bpr, 7), account: element(bpr, 9) },
    to: { routing: element(bpr, 13), account: element(bpr, 15) },
    originator: element(bpr, 10),
  };
}

function readPayer(loop: Loop | undefined): Remit['payer'] {
  const name = first(loop, 'N1');
  const payerIds = readIdentifiers(loop, '2U') ?? [];
  const planId = value(name, 4);
  return defined<Remit['payer']>({
    name: value(name, 2) ?? '',
    id: payerIds[0]?.id ?? planId,
    address: readAddress(loop),
    contact: filled(readContacts(loop, 'BL')[0] ?? {}),
    businessContact: readContacts(loop, 'CX')[0],
    webSite: readContacts(loop, 'IC')[0]?.url,
    references: listed(readIdentifiers(loop, 'EO', 'HI', 'NF') ?? []),
  });
}

function readPayee(loop: Loop | undefined): Remit['payee'] {
  const name = first(loop, 'N1');
  const qualifier = value(name, 3);
  return defined<Remit['payee']>({
    name: value(name, 2) ?? '',
    npi: qualifier === 'XX' ? value(name, 4) : undefined,
    taxId: qualifier === 'FI' ? value(name, 4) : value(first(loop, 'REF', 'TJ'), 2),
    address: readAddress(loop),
    references: listed(readIdentifiers(loop, '0B', 'D3', 'PQ') ?? []),
  });
}

function readProviderAdjustments(plb: Segment): ProviderAdjustment[] {
  return plbPairs
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

export function remitSegments(remit: Remit): DraftSegment[] {
  const { receiverNumber, productionDate, currency } = remit;
  return [
    payment(remit),
    ['TRN', '1', remit.traceNumber, remit.traceOrigin],
    ...(currency === undefined ? [] : [['CUR', 'PR', currency] as const]),
    ...(receiverNumber === undefined ? [] : [['REF', 'EV', receiverNumber] as const]),
    ...(productionDate === undefined ? [] : [['DTM', '405', compactDate(productionDate)] as const]),
    ...payer(remit),
    ...payee(remit),
    ...claimGroups(remit),
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
  const handling = method === 'NON' ? 'H' : 'I';
  return ['BPR', handling, formatAmount(paid), 'C', method, ...bank, compactDate(paymentDate)];
}

function payer({ payer: { name, id, address, contact, businessContact, webSite, references } }: Remit) {
  const segments: DraftSegment[] = [
    ['N1', 'PR', name],
    ...addressSegments(address),
    ...(id === undefined ? [] : [['REF', '2U', id] as const]),
    ...identifierSegments(references),
    ...(businessContact === undefined ? [] : [contactSegment('CX', businessContact)]),
    contactSegment('BL', contact ?? {}),
    ...(webSite === undefined ? [] : [['PER', 'IC', '', 'UR', webSite] as const]),
  ];
  return segments;
}

function payee({ payee: { name, npi, taxId, address, references } }: Remit): DraftSegment[] {
  const byNpi = npi !== undefined;
  return [
    ['N1', 'PE', name, byNpi ? 'XX' : taxId && 'FI', byNpi ? npi : taxId],
    ...addressSegments(address),
    ...identifierSegments(references),
    ...(byNpi && taxId !== undefined ? [['REF', 'TJ', taxId] as const] : []),
  ];
}

/** Claims under their groups; what groups do not count stands in the last of them. */
function claimGroups({ claims, groups = [] }: Remit): DraftSegment[] {
  if (claims.length === 0) return [];
  const all = groups.length > 0 ? groups : [{ number: '1', claims: claims.length }];
  let at = 0;
  return all.flatMap((group, index) => {
    const end = index === all.length - 1 ? claims.length : at + group.claims;
    const own = claims.slice(at, end);
    at = end;
    return [['LX', group.number], ...summary(group), ...own.flatMap(claimSegments)] as DraftSegment[];
  });
}

function summary({ summary: given }: RemitGroup): DraftSegment[] {
  if (!given) return [];
  const { provider, facilityCode, fiscalYearEnd, claims, charge } = given;
  return [['TS3', provider, facilityCode, compactDate(fiscalYearEnd), String(claims), formatAmount(charge)]];
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
