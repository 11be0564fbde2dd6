import {
  type Address,
  type Claim,
  type Finding,
  type Identifier,
  type Provider,
  sum,
} from '../../model/index.ts';
import { code, type Entry, mark, money, words } from '../entry.ts';
import type { FormOptions } from '../paper-form.ts';
import { noRoom } from '../room.ts';
import { cityStateZip, firstLast, monthDayYear, phoneParts, plain, street, unbroken } from '../wording.ts';
import { wording } from './layout.ts';

/** Roles of box 17 with their qualifiers, the one that counts first. */
const sources = [
  ['referringProvider', 'DN'],
  ['orderingProvider', 'DK'],
  ['supervisingProvider', 'DQ'],
] as const;

interface Source {
  provider: Provider;
  qualifier: string;
  at: string;
}

/** Everybody who could stand in box 17: of the claim, then of its lines, nobody twice. */
function sourcesOf(claim: Claim): Source[] {
  const seen = new Set<string>();
  return sources.flatMap(([role, qualifier]) =>
    [claim, ...claim.lines].flatMap((holder, index) => {
      const provider = holder[role];
      const key = [qualifier, provider?.npi, provider?.lastName, provider?.firstName].join('\n');
      if (!provider || seen.has(key)) return [];
      seen.add(key);
      return [{ provider, qualifier, at: index === 0 ? role : `lines[${index - 1}].${role}` }];
    }),
  );
}

/** Boxes 17, 17a and 17b. */
export function referring(claim: Claim): Entry[] {
  const [source] = sourcesOf(claim);
  if (!source) return [];
  const { provider, qualifier, at } = source;
  const [other] = provider.otherIds ?? [];
  return [
    ...code('17.qualifier', qualifier, at),
    ...words('17', firstLast(provider), `${at}.lastName`),
    ...code('17a.qualifier', other?.kind, `${at}.otherIds[0]`),
    ...code('17a', unbroken(other?.id ?? ''), `${at}.otherIds[0]`),
    ...code('17b', provider.npi, `${at}.npi`),
  ];
}

export function referringWithoutRoom(claim: Claim): Finding[] {
  return sourcesOf(claim)
    .slice(1)
    .map(({ at }) =>
      noRoom(wording, '17', at, 'The claim names another provider who referred, ordered or supervised'),
    );
}

/** Boxes 25, 26, 27 and 31. */
export function account(claim: Claim, { on }: FormOptions): Entry[] {
  const { taxId, taxIdType } = claim.billingProvider;
  return [
    ...code('25', unbroken(taxId), 'billingProvider.taxId'),
    ...mark(taxIdType === 'SY' ? '25.ssn' : '25.ein', 'billingProvider.taxIdType'),
    ...code('26', unbroken(claim.controlNumber), 'controlNumber'),
    ...mark((claim.planParticipation ?? 'A') === 'A' ? '27.yes' : '27.no', 'planParticipation'),
    ...(claim.providerSignatureMissing
      ? []
      : [
          ...words('31', 'SIGNATURE ON FILE', 'providerSignatureMissing'),
          ...code('31.date', monthDayYear(on, 2, ' '), 'providerSignatureMissing'),
        ]),
  ];
}

/** Boxes 28 and 29. Only the last page has them; the others say that it goes on. */
export function totals(claim: Claim, isLast: boolean): Entry[] {
  if (!isLast) return words('28.continued', 'CONTINUED', 'charge');
  const paid = [claim.patientPaid, ...claim.otherCoverages.map((coverage) => coverage.paid)];
  const known = paid.filter((amount) => amount !== undefined);
  return [
    ...money('28', claim.charge, 'charge'),
    ...(known.length > 0 ? money('29', sum(known), 'patientPaid') : []),
  ];
}

/** Home has no address of its own on a claim. */
const home = '12';

/** Box 32: where the service was rendered; at the billing provider's unless the claim says otherwise. */
export function facility(claim: Claim): Entry[] {
  const { serviceFacility, billingProvider: billing, lines } = claim;
  const inner = lines.findIndex((line) => line.serviceFacility);
  const place = serviceFacility ?? lines[inner]?.serviceFacility;
  if (place) {
    const at = serviceFacility ? 'serviceFacility' : `lines[${inner}].serviceFacility`;
    const [other] = place.otherIds ?? [];
    return [
      ...site('32', plain(place.name), place.address, at),
      ...code('32a', place.npi, `${at}.npi`),
      ...code('32b', qualified(other), `${at}.otherIds[0]`),
    ];
  }
  if (claim.placeOfService === home) return [];
  const name = firstLast({ ...billing, lastName: billing.name });
  return [
    ...site('32', name, billing.address, 'billingProvider'),
    ...code('32a', billing.npi, 'billingProvider.npi'),
  ];
}

/** Boxes 33, 33a and 33b: the number with the payer counts before the taxonomy, this before other numbers. */
export function billing({ billingProvider: provider, payer }: Claim): Entry[] {
  const at = 'billingProvider';
  const contact = provider.contacts?.findIndex(({ phone }) => phone !== undefined) ?? -1;
  const { area, number } = phoneParts(provider.contacts?.[contact]?.phone ?? '');
  const [withPayer] = payer.billingProviderIds ?? [];
  const others: [string, Identifier | undefined][] = [
    ['payer.billingProviderIds[0]', withPayer],
    [`${at}.taxonomy`, provider.taxonomy === undefined ? undefined : { kind: 'ZZ', id: provider.taxonomy }],
    [`${at}.otherIds[0]`, provider.otherIds?.[0]],
  ];
  const [otherAt, other] = others.find(([, identifier]) => identifier !== undefined) ?? [at, undefined];
  return [
    ...code('33.area', area, `${at}.contacts[${contact}].phone`),
    ...code('33.phone', number, `${at}.contacts[${contact}].phone`),
    ...site('33', firstLast({ ...provider, lastName: provider.name }), provider.address, at),
    ...code('33a', provider.npi, `${at}.npi`),
    ...code('33b', qualified(other), otherAt),
  ];
}

/** Qualifier and number, without a blank. */
function qualified(identifier: Identifier | undefined): string | undefined {
  return identifier && identifier.kind + unbroken(identifier.id);
}

function site(box: '32' | '33', name: string, address: Address, at: string): Entry[] {
  return [
    ...words(`${box}.name`, name, `${at}.name`),
    ...words(`${box}.street`, street(address), `${at}.address.line1`),
    ...words(`${box}.city`, cityStateZip(address), `${at}.address.city`),
  ];
}
