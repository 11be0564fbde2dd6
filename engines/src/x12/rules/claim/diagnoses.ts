import { isoDate, parseCompactDate } from '../../../model/index.ts';
import { component, components, element, type Segment } from '../../tokens/segment.ts';
import { all, around, first, perLoop, tally, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { elementName, serviceOf } from './line.ts';
import { dateOfClaim, patientOf } from './period.ts';

/** One code of an HI segment, with its qualifier. */
interface Code {
  segment: Segment;
  index: number;
  qualifier: string;
  code: string;
}

const codesOf = perLoop((claim): Code[] => {
  const codes: Code[] = [];
  for (const segment of all(claim, 'HI')) {
    for (let index = 1; index < segment.elements.length; index++) {
      if (element(segment, index) === '') continue;
      const [qualifier, code] = [component(segment, index, 1), component(segment, index, 2)];
      codes.push({ segment, index, qualifier, code });
    }
  }
  return codes;
});

/** What an HI segment begins with where it lists what lines point at. */
const listing: ReadonlySet<string> = new Set(['BK', 'BF', 'ABK', 'ABF', 'TQ']);

/** The diagnoses that lines point at, in their order: all of the HI segments that begin with one. */
const listed = perLoop((claim) =>
  codesOf(claim).filter(({ segment }) => listing.has(component(segment, 1, 1))),
);

/** How many those are. */
const countListed = tally((segment) =>
  segment.id === 'HI' && listing.has(component(segment, 1, 1))
    ? segment.elements.filter((text, index) => index > 0 && text !== '').length
    : 0,
);

const pointers: LoopRule = {
  id: 'diagnosis-pointer',
  snip: 4,
  loop: '2400',
  from: 'guide',
  source: '005010X222A1 2400 SV107, X224A2 2400 SV311',
  when: 'each diagnosis pointer of a line names a diagnosis of the claim, and none is named twice',
  check(line) {
    const service = serviceOf(line);
    const { parent } = line;
    if (!service?.pointers || !parent) return [];
    const { segment, pointers: index } = service;
    const count = countListed(parent);
    // Without any diagnosis the missing HI is all there is to say.
    if (element(segment, index) === '' || count === 0 || parent.unsure?.has('HI')) return [];
    return components(segment, element(segment, index)).flatMap((pointer, at, all): Found[] => {
      const where = { segment, loop: '2400', element: elementName(segment, index, at + 1) };
      // What is no number is told as that.
      if (!/^\d+$/.test(pointer)) return [];
      if (Number(pointer) < 1 || Number(pointer) > count)
        return [{ ...where, message: `The pointer names no diagnosis of the claim, which has ${count}.` }];
      if (all.findIndex((other) => Number(other) === Number(pointer)) < at)
        return [{ ...where, message: 'Two pointers of the line name the same diagnosis.' }];
      return [];
    });
  },
};

/** ICD-10 qualifiers and the ICD-9 ones of the same meaning. */
const icd10 = /^(?:ABK|ABF|ABJ|APR|ABN|BBR|BBQ)$/;
const icd9 = /^(?:BK|BF|BJ|PR|BN|BR|BQ)$/;

/** Services of this day on are coded in ICD-10. Source: 45 CFR 162.1002 (c). */
const firstDayOfIcd10 = isoDate('2015-10-01');

const oneEdition: LoopRule = {
  id: 'diagnosis-editions-mixed',
  onlyWith: 'HI',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 HI',
  when: 'the diagnoses and procedures of a claim are all of ICD-10 or all of ICD-9, by the date of service',
  check(claim) {
    const codes = codesOf(claim);
    const tens = codes.filter(({ qualifier }) => icd10.test(qualifier));
    const nines = codes.filter(({ qualifier }) => icd9.test(qualifier));
    if (tens.length === 0 || nines.length === 0) return [];
    const date = dateOfClaim(claim);
    const isTenDue = date === undefined ? tens.length >= nines.length : date >= firstDayOfIcd10;
    const wrong = isTenDue ? nines : tens;
    return wrong.map(({ segment, index }) => {
      const name = elementName(segment, index, 1);
      const message = `${name} is of another edition of ICD than the other codes of the claim.`;
      return { segment, loop: '2300', element: name, message };
    });
  },
};

const retired: LoopRule = {
  id: 'icd-9-retired',
  onlyWith: 'HI',
  snip: 5,
  loop: '2300',
  from: 'guide',
  source: '45 CFR 162.1002 (c)',
  when: 'services from October 1, 2015 on are coded in ICD-10, but for casualty and workers compensation, which the law leaves free',
  check(claim) {
    const codes = codesOf(claim);
    const [lead] = codes.filter(({ qualifier }) => icd9.test(qualifier));
    const date = dateOfClaim(claim);
    // Where both stand side by side, that is told.
    if (!lead || date === undefined || codes.some(({ qualifier }) => icd10.test(qualifier))) return [];
    const payer = value(first(around(claim, '2000B'), 'SBR'), 9) ?? '';
    if (date < firstDayOfIcd10 || ['AM', 'LM', 'WC'].includes(payer)) return [];
    const { segment, index } = lead;
    const name = elementName(segment, index, 1);
    const message = `${name} says that the code is of ICD-9, which was not in use any more.`;
    return [{ segment, loop: '2300', element: name, message }];
  },
};

const early: LoopRule = {
  id: 'icd-10-early',
  snip: 5,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '45 CFR 162.1002 (b)',
  when: 'services before October 1, 2015 are coded in ICD-9',
  check(claim) {
    const codes = codesOf(claim);
    const [lead] = codes.filter(({ qualifier }) => icd10.test(qualifier));
    const date = dateOfClaim(claim);
    if (!lead || date === undefined || codes.some(({ qualifier }) => icd9.test(qualifier))) return [];
    // A service before the birth of the patient is told as that.
    const birth = parseCompactDate(value(first(patientOf(claim), 'DMG'), 2) ?? '');
    if (date >= firstDayOfIcd10 || (birth !== undefined && date < birth)) return [];
    const { segment, index } = lead;
    const name = elementName(segment, index, 1);
    const message = `${name} says that the code is of ICD-10, which was not in use yet.`;
    return [{ segment, loop: '2300', element: name, message }];
  },
};

const decimalPoint: LoopRule = {
  id: 'diagnosis-point',
  snip: 5,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 HI',
  when: 'ICD codes are sent without their point',
  check(claim) {
    return codesOf(claim)
      .filter(({ qualifier, code }) => (icd10.test(qualifier) || icd9.test(qualifier)) && code.includes('.'))
      .map(({ segment, index }) => {
        const name = elementName(segment, index, 2);
        return { segment, loop: '2300', element: name, message: `${name} is sent without the point.` };
      });
  },
};

const repeated: LoopRule = {
  id: 'diagnosis-repeated',
  onlyWith: 'HI',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: 'ICD-10-CM Official Guidelines, I.B.12; 005010X222A1, X223A2, X224A2: 2300 HI',
  when: 'a diagnosis is reported once on a claim',
  check(claim) {
    const seen = new Set<string>();
    const told = new Set<Segment>();
    const [lead] = all(claim, 'HI', 'ABK', 'BK');
    return listed(claim).flatMap(({ segment, index, code }): Found[] => {
      // A second segment of principal diagnoses is told of as that.
      if (/^A?BK$/.test(component(segment, 1, 1)) && segment !== lead) return [];
      const isSeen = seen.has(code);
      seen.add(code);
      if (!isSeen || code === '' || told.has(segment)) return [];
      told.add(segment);
      const name = elementName(segment, index, 2);
      const message = `${name} repeats a diagnosis of the claim.`;
      return [{ severity: 'warning', segment, loop: '2300', element: name, message }];
    });
  },
};

/** SNIP 4 and 5: the diagnoses of a claim and what points at them. */
export const claimDiagnosisRules: readonly LoopRule[] = [
  pointers,
  oneEdition,
  retired,
  early,
  decimalPoint,
  repeated,
];
