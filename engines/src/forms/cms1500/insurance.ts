import type { Claim } from '../../model/index.ts';
import { code, type Entry, mark, words } from '../entry.ts';
import { cityStateZip, lastFirst, plain, unbroken } from '../wording.ts';
import { addressAndPhone, birthAndSex } from './person.ts';

/** The carrier's name and address; without a second line of the street its row stays blank. */
export function carrier({ payer: { name, address } }: Claim): Entry[] {
  return [
    ...words('carrier.name', plain(name), 'payer.name'),
    ...words('carrier.address1', plain(address?.line1 ?? ''), 'payer.address.line1'),
    ...words('carrier.address2', plain(address?.line2 ?? ''), 'payer.address.line2'),
    ...words('carrier.city', address && cityStateZip(address), 'payer.address.city'),
  ];
}

/**
 * Which cross of box 1 a claim filing indicator asks for. Commercial plans and those of federal employees are a
 * group's; NUCC calls HMO, liability, accident and workers' compensation "other". Nothing tells the FECA apart.
 */
const coverages: Partial<Record<string, string>> = {
  MA: 'medicare',
  MB: 'medicare',
  MC: 'medicaid',
  CH: 'tricare',
  VA: 'champva',
  '12': 'group',
  '13': 'group',
  '14': 'group',
  '15': 'group',
  BL: 'group',
  CI: 'group',
  FI: 'group',
};

/** Boxes 1, 1a, 4, 7 and 11 to 11d. */
export function insured(claim: Claim): Entry[] {
  const { payer, subscriber, otherCoverages } = claim;
  return [
    ...mark(`1.${coverages[payer.claimFilingIndicator] ?? 'other'}`, 'payer.claimFilingIndicator'),
    ...code('1a', unbroken(subscriber.memberId), 'subscriber.memberId'),
    ...words('4', lastFirst(subscriber), 'subscriber.lastName'),
    ...addressAndPhone('7', subscriber, 'subscriber'),
    ...code('11', groupOf(claim), 'subscriber.groupNumber'),
    ...birthAndSex('11a', subscriber, 'subscriber'),
    ...casualtyNumber(claim),
    ...words('11c', planOf(claim), 'subscriber.groupName'),
    ...mark(otherCoverages.length > 0 ? '11d.yes' : '11d.no', 'otherCoverages'),
  ];
}

/**
 * Box 11. Medicare returns a claim that does not say whether anybody pays before it. Source: CMS Pub. 100-04,
 * Medicare Claims Processing Manual, chapter 26, 10.2, item 11.
 */
function groupOf({ payer, payerSequence, subscriber: { groupNumber } }: Claim): string {
  if (groupNumber !== undefined) return unbroken(groupNumber);
  return coverages[payer.claimFilingIndicator] === 'medicare' && payerSequence === 'P' ? 'NONE' : '';
}

/** Box 11b: the number by which a property and casualty insurer knows the claim. */
function casualtyNumber({ subscriber, patient }: Claim): Entry[] {
  const [who, { casualtyClaimNumber: number }] = patient ? ['patient', patient] : ['subscriber', subscriber];
  if (number === undefined) return [];
  const at = `${who}.casualtyClaimNumber`;
  return [...code('11b.qualifier', 'Y4', at), ...code('11b', unbroken(number), at)];
}

/** The plan's name: the group's where one is given, else the insurer's. */
function planOf({ subscriber, payer }: Pick<Claim, 'subscriber' | 'payer'>): string {
  return plain(subscriber.groupName ?? payer.name);
}

/** Boxes 9, 9a and 9d: the first of the other insurances. */
export function otherInsured({ otherCoverages: [other] }: Claim): Entry[] {
  if (!other) return [];
  const { groupNumber, memberId } = other.subscriber;
  const at = 'otherCoverages[0].subscriber';
  return [
    ...words('9', lastFirst(other.subscriber), `${at}.lastName`),
    ...code('9a', unbroken(groupNumber ?? memberId), `${at}.${groupNumber ? 'groupNumber' : 'memberId'}`),
    ...words('9d', planOf(other), `${at}.groupName`),
  ];
}
