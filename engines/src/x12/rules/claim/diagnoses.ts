import { parseCompactDate } from '../../../model/index.ts';
import { firstDayOfIcd10, isFreeToCode } from '../../codes/icd-editions.ts';
import { component, components, element, type Segment } from '../../tokens/segment.ts';
import { all, first, perLoop, tally, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { elementName, serviceOf } from './line.ts';
import { dateOfClaim, patientOf } from './period.ts';

/** One code of an HI segment, and the edition of ICD that its qualifier says it is of. */
interface Code {
  segment: Segment;
  index: number;
  edition: 9 | 10 | undefined;
  code: string;
}

/** ICD-10 qualifiers and the ICD-9 ones of the same meaning. */
const editions: ReadonlyMap<string, 9 | 10> = new Map([
  ...['ABK', 'ABF', 'ABJ', 'APR', 'ABN', 'BBR', 'BBQ'].map((qualifier) => [qualifier, 10] as const),
  ...['BK', 'BF', 'BJ', 'PR', 'BN', 'BR', 'BQ'].map((qualifier) => [qualifier, 9] as const),
]);

/** How many codes an HI segment has room for; what stands beyond is told as that. */
const most = 12;

const codesOf = perLoop((claim): Code[] => {
  const codes: Code[] = [];
  for (const segment of all(claim, 'HI')) {
    for (let index = 1; index < segment.elements.length && index <= most; index++) {
      if (element(segment, index) === '') continue;
      const [qualifier, code] = [component(segment, index, 1), component(segment, index, 2)];
      codes.push({ segment, index, edition: editions.get(qualifier), code });
    }
  }
  return codes;
});

/** The codes of a claim that are of an edition of ICD. */
const editionsOf = perLoop((claim) => {
  const codes = codesOf(claim);
  return {
    nines: codes.filter(({ edition }) => edition === 9),
    tens: codes.filter(({ edition }) => edition === 10),
  };
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
      // What is no number is told as that.
      if (!/^\d+$/.test(pointer)) return [];
      const isFirst = all.findIndex((other) => Number(other) === Number(pointer)) === at;
      if (isFirst && Number(pointer) >= 1 && Number(pointer) <= count) return [];
      const where = { segment, loop: '2400', element: elementName(segment, index, at + 1) };
      if (Number(pointer) < 1 || Number(pointer) > count)
        return [{ ...where, message: `The pointer names no diagnosis of the claim, which has ${count}.` }];
      return [{ ...where, message: 'Two pointers of the line name the same diagnosis.' }];
    });
  },
};

const oneEdition: LoopRule = {
  id: 'diagnosis-editions-mixed',
  onlyWith: 'HI',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 HI',
  when: 'the diagnoses and procedures of a claim are all of ICD-10 or all of ICD-9, by the date of service',
  check(claim) {
    const { tens, nines } = editionsOf(claim);
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
    const { tens, nines } = editionsOf(claim);
    const [lead] = nines;
    // Where both stand side by side, that is told.
    if (!lead || tens.length > 0) return [];
    const date = dateOfClaim(claim);
    if (date === undefined) return [];
    if (date < firstDayOfIcd10 || isFreeToCode(claim)) return [];
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
    const { tens, nines } = editionsOf(claim);
    const [lead] = tens;
    if (!lead || nines.length > 0) return [];
    const date = dateOfClaim(claim);
    if (date === undefined || date >= firstDayOfIcd10) return [];
    // A service before the birth of the patient is told as that.
    const birth = parseCompactDate(value(first(patientOf(claim), 'DMG'), 2) ?? '');
    if (birth !== undefined && date < birth) return [];
    const { segment, index } = lead;
    const name = elementName(segment, index, 1);
    const message = `${name} says that the code is of ICD-10, which was not in use yet.`;
    return [{ segment, loop: '2300', element: name, message }];
  },
};

const decimalPoint: LoopRule = {
  id: 'diagnosis-point',
  onlyWith: 'HI',
  snip: 5,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 HI',
  when: 'ICD codes are sent without their point',
  check(claim) {
    return codesOf(claim)
      .filter(({ edition, code }) => edition !== undefined && code.includes('.'))
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
    const codes = listed(claim);
    if (new Set(codes.map(({ code }) => code)).size === codes.length) return [];
    const seen = new Set<string>();
    const told = new Set<Segment>();
    const [lead] = all(claim, 'HI', 'ABK', 'BK');
    return codes.flatMap(({ segment, index, code }): Found[] => {
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
