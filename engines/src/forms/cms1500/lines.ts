import {
  type Certification,
  type Claim,
  type ClaimLine,
  type Finding,
  type IsoDate,
  serviceEnd,
  serviceStart,
} from '../../model/index.ts';
import { code, count, type Entry, money, words } from '../entry.ts';
import { noRoom } from '../room.ts';
import { apart, monthDayYear, quantity, sentence, unbroken } from '../wording.ts';
import { servicesPerPage, wording } from './layout.ts';

/** Box 24: a service on its two rows. `index` is its place on the claim, from 0. */
export function service(claim: Claim, line: ClaimLine, index: number): Entry[] {
  const n = (index % servicesPerPage) + 1;
  const at = `lines[${index}]`;
  const day = (field: string, date: IsoDate | undefined) =>
    code(field, date && monthDayYear(date, 2, ' '), `${at}.serviceDate`);
  return [
    ...words(`24.${n}`, supplement(line), at),
    ...day(`24A.${n}.from`, serviceStart(claim, line)),
    ...day(`24A.${n}.to`, serviceEnd(claim, line)),
    ...code(`24B.${n}`, line.placeOfService ?? claim.placeOfService, `${at}.placeOfService`),
    ...code(`24C.${n}`, line.emergency && 'Y', `${at}.emergency`),
    ...code(`24D.${n}`, line.procedure, `${at}.procedure`),
    ...code(`24D.${n}.modifiers`, line.modifiers.slice(0, mostModifiers).join(' '), `${at}.modifiers`),
    ...code(`24E.${n}`, pointers(line), `${at}.diagnosisPointers`),
    ...money(`24F.${n}`, line.charge, `${at}.charge`),
    ...count(`24G.${n}`, quantity(line.units), `${at}.units`),
    ...screening(claim, line, n, at),
    ...rendering(claim, line, n, at),
  ];
}

const mostModifiers = 4;
const mostPointers = 4;
const letters = 'ABCDEFGHIJKL';

/** Letters of box 21, without anything between them. */
function pointers({ diagnosisPointers }: ClaimLine): string {
  return diagnosisPointers
    .map((pointer) => letters[pointer - 1] ?? '')
    .join('')
    .slice(0, mostPointers);
}

/**
 * The shaded row: drug, minutes of anesthesia, what a code does not say by itself, notes. Each begins with its
 * qualifier, without a blank; three blanks follow it. Source: NUCC, instructions for section 24.
 */
function supplement({ drug, unitBasis, units, description, notes = [] }: ClaimLine): string {
  return apart([
    drug ? `${drug.qualifier ?? 'N4'}${unbroken(drug.code)} ${drug.unit}${quantity(drug.quantity)}` : '',
    unitBasis === 'MJ' ? `7TIME ${quantity(units)} MINUTES` : '',
    description ? `ZZ${sentence(description)}` : '',
    ...notes.map(({ text }) => `ZZ${sentence(text)}`),
  ]);
}

/** Why a child was referred after a screening, as the claim certifies it. */
const referrals = ['AV', 'NU', 'S2', 'ST'];

/** Box 24H: screening above, with the reason of a referral where there is one; family planning below. */
function screening({ certifications = [] }: Claim, line: ClaimLine, n: number, at: string): Entry[] {
  return [
    ...(line.epsdt ? code(`24H.${n}.epsdt`, referralReason(certifications) ?? 'Y', `${at}.epsdt`) : []),
    ...code(`24H.${n}`, line.familyPlanning && 'Y', `${at}.familyPlanning`),
  ];
}

function referralReason(certifications: readonly Certification[]): string | undefined {
  return certifications
    .filter(({ category }) => category === 'ZZ')
    .flatMap(({ conditions }) => conditions)
    .find((condition) => referrals.includes(condition));
}

/** Boxes 24I and 24J. A billing provider who is a person renders what nobody else does. */
function rendering(claim: Claim, line: ClaimLine, n: number, at: string): Entry[] {
  const { renderingProvider: ofClaim, billingProvider: billing } = claim;
  const isPerson = billing.person || billing.firstName !== undefined;
  const provider = line.renderingProvider ?? ofClaim ?? (isPerson ? billing : undefined);
  if (!provider) return [];
  const where = line.renderingProvider
    ? `${at}.renderingProvider`
    : ofClaim
      ? 'renderingProvider'
      : 'billingProvider';
  const other = provider.taxonomy
    ? { kind: 'ZZ', id: provider.taxonomy, at: `${where}.taxonomy` }
    : { kind: '', id: '', ...provider.otherIds?.[0], at: `${where}.otherIds[0]` };
  return [
    ...code(`24I.${n}`, other.kind, other.at),
    ...code(`24J.${n}.other`, unbroken(other.id), other.at),
    ...code(`24J.${n}`, provider.npi, `${where}.npi`),
  ];
}

/** Modifiers and pointers beyond the four that a service has room for, and pointers to no letter. */
export function serviceWithoutRoom(line: ClaimLine, index: number): Finding[] {
  const at = `lines[${index}]`;
  const found: Finding[] = [];
  if (line.modifiers.length > mostModifiers) {
    found.push(noRoom(wording, '24D', `${at}.modifiers`, 'The service has more than four modifiers'));
  }
  if (line.diagnosisPointers.length > mostPointers) {
    found.push(
      noRoom(wording, '24E', `${at}.diagnosisPointers`, 'The service points to more than four diagnoses'),
    );
  }
  if (line.diagnosisPointers.some((pointer) => letters[pointer - 1] === undefined)) {
    found.push(
      noRoom(
        wording,
        '24E',
        `${at}.diagnosisPointers`,
        'The service points to a diagnosis that has no letter',
      ),
    );
  }
  return found;
}
