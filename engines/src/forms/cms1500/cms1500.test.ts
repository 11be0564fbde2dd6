import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Claim, type ClaimLine, cents, isoDate } from '../../model/index.ts';
import {
  allBoxesClaim,
  anInstitutionalClaim,
  aProfessionalClaim,
  aVisit,
  npi,
} from '../examples.test-data.ts';
import type { PaperForm } from '../paper-form.ts';
import { shown, tableOf } from '../texts.test-data.ts';
import { cms1500 } from './cms1500.ts';

const on = isoDate('2027-04-02');
const golden = new URL('../golden/cms1500-all-boxes.txt', import.meta.url);

function print(claim: Claim): PaperForm {
  const made = cms1500(claim, { on });
  if ('refusal' in made) throw new Error(made.refusal.message);
  return made;
}

const visits = (count: number): ClaimLine[] =>
  Array.from({ length: count }, (_, index) => aVisit({ charge: cents(10000 + index) }));

/** What a claim with some changes has in some boxes of its first page. */
const boxes = (changes: Partial<Claim>, fields: RegExp) =>
  shown(print(aProfessionalClaim(changes)).texts, 1, fields);

/** Rules that a claim with some changes breaks, with where. */
const found = (changes: Partial<Claim>) =>
  print(aProfessionalClaim(changes)).findings.map(({ rule, at }) => `${rule} ${at}`);

test('a claim that says everything fills every box at its place, and nothing is lost', () => {
  const { pages, texts, findings } = print(allBoxesClaim());
  expect(tableOf(texts)).toBe(readFileSync(golden, 'utf8'));
  expect([pages, findings]).toEqual([1, []]);
});

test('a claim that says little is whole, too', () => {
  const { pages, findings } = print(aProfessionalClaim());
  expect([pages, findings]).toEqual([1, []]);
});

test.each([
  { count: 0, pages: 1, last: [] },
  { count: 6, pages: 1, last: ['24F.1', '24F.2', '24F.3', '24F.4', '24F.5', '24F.6'] },
  { count: 7, pages: 2, last: ['24F.1'] },
  { count: 13, pages: 3, last: ['24F.1'] },
])('$count services make $pages pages', ({ count, pages, last }) => {
  const { texts, ...form } = print(aProfessionalClaim({ lines: visits(count), patientPaid: cents(500) }));
  expect(form.pages).toBe(pages);
  for (let page = 1; page < pages; page++) {
    expect(shown(texts, page, /^24F\.\d$/)).toHaveLength(6);
    expect(shown(texts, page, /^2[89]/)).toEqual(['28.continued CONTINUED']);
  }
  expect(shown(texts, pages, /^24F\.\d$/).map((text) => text.split(' ')[0])).toEqual(last);
  expect(shown(texts, pages, /^2[89]$/)).toEqual([`28 ${100 * count}`, '29 5']);
  // Everything but services and totals is on each page.
  const head = (page: number) => shown(texts, page, /^(?!2[489])/);
  for (let page = 2; page <= pages; page++) expect(head(page)).toEqual(head(1));
});

test('services keep their order over pages, and their cents', () => {
  const { texts } = print(aProfessionalClaim({ lines: visits(13) }));
  const all = [1, 2, 3].flatMap((page) => shown(texts, page, /^24F\.\d\.cents$/));
  expect(all.map((text) => text.split(' ')[1])).toEqual(
    Array.from({ length: 13 }, (_, index) => String(index).padStart(2, '0')),
  );
});

describe('boxes 1 to 13', () => {
  test.each([
    ['MB', 'medicare'],
    ['MA', 'medicare'],
    ['MC', 'medicaid'],
    ['CH', 'tricare'],
    ['VA', 'champva'],
    ['12', 'group'],
    ['HM', 'other'],
    ['WC', 'other'],
  ])('the indicator %s is a cross at %s', (claimFilingIndicator, coverage) => {
    const payer = { payerId: 'INV01', name: 'Imaginary', claimFilingIndicator };
    expect(boxes({ payer }, /^1\./)).toEqual([`1.${coverage} X`]);
  });

  test('Medicare is told that nobody pays before it, and what other insurers have is left blank', () => {
    const payer = { payerId: 'INV01', name: 'Imaginary', claimFilingIndicator: 'MB' };
    expect(boxes({ payer }, /^11$/)).toEqual(['11 NONE']);
    expect(boxes({ payer, payerSequence: 'S' }, /^11$/)).toEqual([]);
    expect(boxes({}, /^11$/)).toEqual([]);
  });

  test('a second payer gets what the first has paid, and who is insured there', () => {
    const first: Claim['otherCoverages'][number] = {
      sequence: 'P',
      payer: { payerId: 'INV02', name: 'Make-Believe Mutual', claimFilingIndicator: 'CI' },
      subscriber: { firstName: 'Spousa', lastName: 'Patientson', memberId: 'X91' },
      relationship: 'spouse',
      paid: cents(8000),
    };
    const changes: Partial<Claim> = { payerSequence: 'S', otherCoverages: [first] };
    expect(boxes(changes, /^(9|11d|29)/)).toEqual([
      '9 PATIENTSON, SPOUSA',
      '9a X91',
      '9d MAKE-BELIEVE MUTUAL',
      '11d.yes X',
      '29 80',
      '29.cents 00',
    ]);
    const three = { ...changes, otherCoverages: [first, { ...first, sequence: 'T' as const }] };
    expect(found(three)).toEqual(['form-no-room otherCoverages[1]']);
    expect(boxes(three, /^29/)).toEqual(['29 160', '29.cents 00']);
  });

  test.each([
    ['self', 'self'],
    ['spouse', 'spouse'],
    ['child', 'child'],
    ['employee', 'other'],
    ['unknown', 'other'],
  ] as const)('a patient who is %s gets the cross %s', (relationship, cross) => {
    expect(boxes({ relationship }, /^6/)).toEqual([`6.${cross} X`]);
  });

  test.each([
    [true, undefined, ['12 SIGNATURE ON FILE', '13 SIGNATURE ON FILE']],
    [false, undefined, ['12 SIGNATURE ON FILE']],
    ['not-applicable', 'I', []],
  ] as const)('assignment %s and release %s', (assignmentOfBenefits, release, signed) => {
    const changes = { assignmentOfBenefits, ...(release && { releaseOfInformation: release }) };
    expect(boxes(changes, /^1[23]$/)).toEqual(signed);
  });
});

describe('boxes 14 to 23', () => {
  const day = isoDate('2027-02-01');

  test.each([
    [{ onset: day }, ['14 02 01 27', '14.qualifier 431']],
    [{ lastMenstrualPeriod: day }, ['14 02 01 27', '14.qualifier 484']],
    [{ initialTreatment: day }, ['15.qualifier 454', '15 02 01 27']],
    [{ lastSeen: day }, ['15.qualifier 304', '15 02 01 27']],
    [{ acuteManifestation: day }, ['15.qualifier 453', '15 02 01 27']],
    [{ accident: day }, ['15.qualifier 439', '15 02 01 27']],
    [{ lastXray: day }, ['15.qualifier 455', '15 02 01 27']],
    [{ prescription: day }, ['15.qualifier 471', '15 02 01 27']],
    [{ assumedCare: day }, ['15.qualifier 090', '15 02 01 27']],
    [{ relinquishedCare: day }, ['15.qualifier 091', '15 02 01 27']],
    [{ firstContact: day }, ['15.qualifier 444', '15 02 01 27']],
    [{ lastWorked: day, returnToWork: day }, ['16.from 02 01 27', '16.to 02 01 27']],
  ])('%o', (dates, expected) => expect(boxes({ dates }, /^1[456]/)).toEqual(expected));

  test('a date that finds its box taken is said', () => {
    expect(found({ dates: { onset: day, lastMenstrualPeriod: day, accident: day, lastSeen: day } })).toEqual([
      'form-no-room dates.lastMenstrualPeriod',
      'form-no-room dates.lastSeen',
    ]);
  });

  const [sender, other] = [
    { lastName: 'Sender', firstName: 'Referra', npi: npi.sender },
    { lastName: 'Order', firstName: 'Olga', npi: npi.second },
  ];

  test.each([
    [{ referringProvider: sender, supervisingProvider: other }, 'DN', 'REFERRA SENDER'],
    [{ supervisingProvider: other }, 'DQ', 'OLGA ORDER'],
    [{ lines: [aVisit({ orderingProvider: other })], supervisingProvider: sender }, 'DK', 'OLGA ORDER'],
  ])('who referred counts before who ordered and who supervised', (changes, qualifier, name) => {
    expect(boxes(changes, /^17(\.qualifier)?$/)).toEqual([`17.qualifier ${qualifier}`, `17 ${name}`]);
  });

  test('only one of them has room, and the same one twice takes no more', () => {
    expect(found({ referringProvider: sender, supervisingProvider: other })).toEqual([
      'form-no-room supervisingProvider',
    ]);
    expect(found({ referringProvider: sender, lines: [aVisit({ referringProvider: sender })] })).toEqual([]);
    expect(found({ referringProvider: sender, lines: [aVisit({ referringProvider: other })] })).toEqual([
      'form-no-room lines[0].referringProvider',
    ]);
  });

  test('a note goes on one line when it fits, on one and a half when it does not, and is cut with a finding', () => {
    const note = (text: string) => ({ notes: [{ kind: 'ADD', text }] });
    const word = 'tenletters';
    expect(boxes(note('Short.'), /^19/)).toEqual(['19 SHORT.']);
    expect(boxes(note(Array(6).fill(word).join(' ')), /^19/)).toEqual([
      '19.first TENLETTERS TENLETTERS',
      '19 TENLETTERS TENLETTERS TENLETTERS TENLETTERS',
    ]);
    expect(found(note(Array(7).fill(word).join(' ')))).toEqual(['form-text-cut notes']);
  });

  test('ICD-9-CM has the version 9', () => {
    expect(boxes({ diagnosisSystem: 'icd9cm', diagnoses: ['250.00'] }, /^21/)).toEqual([
      '21.version 9',
      '21.A 25000',
    ]);
  });

  test('a thirteenth diagnosis and what points to it are said', () => {
    const diagnoses = Array(13).fill('I10');
    expect(found({ diagnoses, lines: [aVisit({ diagnosisPointers: [1, 13] })] })).toEqual([
      'form-no-room diagnoses[12]',
      'form-no-room lines[0].diagnosisPointers',
    ]);
  });

  test.each([
    ['1', []],
    ['7', ['22 7', '22.original P1']],
    ['8', ['22 8', '22.original P1']],
  ])('frequency %s', (frequency, expected) => {
    expect(boxes({ frequency, payerControlNumber: 'P1' }, /^22/)).toEqual(expected);
  });

  test('one number has room in box 23', () => {
    const references = { referral: 'REF-1', clia: '99D9999999' };
    expect(boxes({ references }, /^23/)).toEqual(['23 REF1']);
    expect(found({ references, authorizationNumber: 'A1' })).toEqual([
      'form-no-room references.referral',
      'form-no-room references.clia',
    ]);
  });
});

describe('box 24', () => {
  const service = (changes: Partial<ClaimLine>, fields: RegExp, claim: Partial<Claim> = {}) =>
    boxes({ ...claim, lines: [aVisit(changes)] }, fields);

  test.each([
    [{ units: 999 }, ['24G.1 999']],
    [{ units: 0.5 }, ['24G.1 0.5']],
    [{ units: 1000 }, []],
  ])('%o', (changes, expected) => expect(service(changes, /^24G/)).toEqual(expected));

  test('an amount or a count that does not fit is left out, never cut', () => {
    const lines = [aVisit({ charge: cents(100000000), units: 1000 })];
    expect(boxes({ lines }, /^24[FG]/)).toEqual([]);
    expect(found({ lines })).toEqual([
      'form-number-left-out lines[0].charge',
      'form-number-left-out lines[0].units',
    ]);
    expect(boxes({ lines: [aVisit({ charge: cents(99999999) })] }, /^24F/)).toEqual([
      '24F.1 999999',
      '24F.1.cents 99',
    ]);
  });

  test('five modifiers and five pointers are one too many', () => {
    const changes = { modifiers: ['25', '59', 'RT', 'GY', 'LT'], diagnosisPointers: [1, 1, 1, 1, 1] };
    expect(service(changes, /^24(D.*modifiers|E)/)).toEqual(['24D.1.modifiers 25 59 RT GY', '24E.1 AAAA']);
    expect(found({ lines: [aVisit(changes)] })).toEqual([
      'form-no-room lines[0].modifiers',
      'form-no-room lines[0].diagnosisPointers',
    ]);
  });

  test.each([
    [undefined, '24H.1.epsdt Y'],
    ['S2', '24H.1.epsdt S2'],
    ['ZZ', '24H.1.epsdt Y'],
  ])('a screening with the referral %s is %s', (condition, expected) => {
    const certifications = condition && [{ category: 'ZZ', applies: true, conditions: [condition] }];
    expect(service({ epsdt: true }, /^24H/, certifications ? { certifications } : {})).toEqual([expected]);
  });

  test('who is alone in the practice renders, a group does not', () => {
    const { billingProvider } = aProfessionalClaim();
    const person = { ...billingProvider, name: 'Doctor', firstName: 'Imogen', taxonomy: '207Q00000X' };
    expect(service({}, /^24[IJ]/)).toEqual([]);
    expect(service({}, /^24[IJ]/, { billingProvider: person })).toEqual([
      '24I.1 ZZ',
      '24J.1.other 207Q00000X',
      `24J.1 ${npi.practice}`,
    ]);
  });
});

describe('boxes 25 to 33', () => {
  test.each([
    ['A', 'yes'],
    ['B', 'no'],
    ['C', 'no'],
  ] as const)('participation %s is a cross at %s', (planParticipation, cross) => {
    expect(boxes({ planParticipation }, /^27/)).toEqual([`27.${cross} X`]);
  });

  test('nothing paid is left blank, and nothing is signed that was not', () => {
    expect(boxes({ providerSignatureMissing: true }, /^(29|31)/)).toEqual([]);
    expect(boxes({ patientPaid: cents(0) }, /^29/)).toEqual(['29 0', '29.cents 00']);
  });

  test('services at home have no facility, others are at the practice', () => {
    expect(boxes({ placeOfService: '12' }, /^32/)).toEqual([]);
    expect(boxes({}, /^32(a|\.name)/)).toEqual(['32.name INVENTED PRACTICE', `32a ${npi.practice}`]);
  });

  test('a name that is too long is cut and said, a number too, more loudly', () => {
    const { billingProvider, subscriber } = aProfessionalClaim();
    const changes = {
      billingProvider: { ...billingProvider, name: 'The Imaginary Practice of Sampleton, Ohio' },
      subscriber: { ...subscriber, memberId: '1'.repeat(30) },
    };
    expect(boxes(changes, /^(1a|33\.name)/)).toEqual([
      `1a ${'1'.repeat(29)}`,
      '33.name THE IMAGINARY PRACTICE OF SAM',
    ]);
    const { findings } = print(aProfessionalClaim(changes));
    expect(findings.map(({ rule, severity, at }) => [rule, severity, at])).toEqual([
      ['form-code-cut', 'error', 'subscriber.memberId'],
      ['form-text-cut', 'warning', 'billingProvider.name'],
      ['form-text-cut', 'warning', 'billingProvider.name'],
    ]);
    expect(JSON.stringify(findings)).not.toContain('SAMPLETON');
  });
});

test('what the form has no field for is said once, on however many pages', () => {
  const lines = visits(7).map((line, index) => (index === 6 ? { ...line, salesTax: cents(5) } : line));
  expect(found({ lines, delayReason: '1' })).toEqual([
    'form-no-field delayReason',
    'form-no-field lines[6].salesTax',
  ]);
});

test.each(['institutional', 'dental'] as const)('a claim that is %s is refused', (kind) => {
  const claim = { ...anInstitutionalClaim(), kind };
  expect(cms1500(claim, { on })).toEqual({
    refusal: { code: 'form.claim-kind', message: expect.stringContaining(kind) },
  });
});
