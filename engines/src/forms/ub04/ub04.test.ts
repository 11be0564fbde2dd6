import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Claim, type ClaimLine, cents, isoDate } from '../../model/index.ts';
import {
  allLocatorsClaim,
  anInstitutionalClaim,
  aProfessionalClaim,
  aRevenueLine,
} from '../examples.test-data.ts';
import type { PaperForm } from '../paper-form.ts';
import { shown, tableOf } from '../texts.test-data.ts';
import { ub04 } from './ub04.ts';

const on = isoDate('2027-04-02');
const golden = new URL('../golden/ub04-all-locators.txt', import.meta.url);

function print(claim: Claim): PaperForm {
  const made = ub04(claim, { on });
  if ('refusal' in made) throw new Error(made.refusal.message);
  return made;
}

const services = (count: number): ClaimLine[] =>
  Array.from({ length: count }, (_, index) => aRevenueLine({ charge: cents(10000 + index) }));

const locators = (changes: Partial<Claim>, fields: RegExp, page = 1) =>
  shown(print(anInstitutionalClaim(changes)).texts, page, fields);

const found = (changes: Partial<Claim>) =>
  print(anInstitutionalClaim(changes)).findings.map(({ rule, at }) => `${rule} ${at}`);

test('a claim that says everything fills every locator at its place, and nothing is lost', () => {
  const { pages, texts, findings } = print(allLocatorsClaim());
  expect(tableOf(texts)).toBe(readFileSync(golden, 'utf8'));
  expect([pages, findings]).toEqual([1, []]);
});

test('a claim that says little is whole, too', () => {
  const { pages, findings } = print(anInstitutionalClaim());
  expect([pages, findings]).toEqual([1, []]);
});

test.each([
  { count: 0, pages: 1, last: 0 },
  { count: 22, pages: 1, last: 22 },
  { count: 23, pages: 2, last: 1 },
  { count: 44, pages: 2, last: 22 },
  { count: 45, pages: 3, last: 1 },
])('$count lines make $pages pages', ({ count, pages, last }) => {
  const lines = services(count);
  const { texts, ...form } = print(anInstitutionalClaim({ lines }));
  const total = lines.reduce((sum, { charge }) => sum + charge, 0);
  expect(form.pages).toBe(pages);
  for (let page = 1; page <= pages; page++) {
    const isLast = page === pages;
    expect(shown(texts, page, /^42\.\d+$/)).toHaveLength(isLast ? last : 22);
    expect(shown(texts, page, /^(43\.page|43\.pages|45\.created|4[2-8]\.total.*)$/)).toEqual([
      ...(isLast ? ['42.total 0001'] : []),
      `43.page ${page}`,
      `43.pages ${pages}`,
      '45.created 040227',
      ...(isLast
        ? [`47.total ${Math.trunc(total / 100)}`, `47.total.cents ${String(total % 100).padStart(2, '0')}`]
        : []),
    ]);
  }
  // Everything else is on each page.
  const head = (page: number) => shown(texts, page, /^(?!4[2-8]\.)/);
  for (let page = 2; page <= pages; page++) expect(head(page)).toEqual(head(1));
});

describe('lists that are longer than their fields go on on the next page', () => {
  const day = isoDate('2027-03-01');
  const codes = (count: number) => Array.from({ length: count }, (_, index) => `C${index % 10}`);
  const list: [string, number, RegExp, (count: number) => Partial<Claim>][] = [
    ['conditions', 11, /^(1[89]|2[0-8])$/, (count) => ({ conditions: codes(count) })],
    [
      'occurrences',
      8,
      /^3[1-4][ab]\.code$/,
      (count) => ({ institutional: { occurrences: codes(count).map((code) => ({ code, date: day })) } }),
    ],
    [
      'occurrenceSpans',
      4,
      /^3[56][ab]\.code$/,
      (count) => ({
        institutional: { occurrenceSpans: codes(count).map((code) => ({ code, from: day, to: day })) },
      }),
    ],
    [
      'values',
      12,
      /^(39|40|41)[a-d]\.code$/,
      (count) => ({ institutional: { values: codes(count).map((code) => ({ code, amount: cents(1) })) } }),
    ],
    ['other diagnoses', 17, /^67[A-Q]$/, (count) => ({ diagnoses: ['I10', ...codes(count)] })],
    ['visit reasons', 3, /^70/, (count) => ({ institutional: { visitReasons: codes(count) } })],
    [
      'external causes',
      3,
      /^72[abc]$/,
      (count) => ({ institutional: { externalCauses: codes(count).map((code) => ({ code })) } }),
    ],
    [
      'other procedures',
      5,
      /^74[a-e]$/,
      (count) => ({ institutional: { procedures: codes(count + 1).map((code) => ({ code })) } }),
    ],
  ];

  test.each(list)('%s, %d a page', (_, room, fields, changes) => {
    const fits = print(anInstitutionalClaim(changes(room)));
    expect(fits.pages).toBe(1);
    expect(shown(fits.texts, 1, fields)).toHaveLength(room);

    const more = print(anInstitutionalClaim(changes(room + 1)));
    expect(more.pages).toBe(2);
    expect(shown(more.texts, 1, fields)).toEqual(shown(fits.texts, 1, fields));
    expect(shown(more.texts, 2, fields)).toHaveLength(1);
    expect(more.findings).toEqual([]);
    // The revenue lines stand once, the totals at the end.
    expect(shown(more.texts, 1, /^42\./)).toEqual(['42.1 0300']);
    expect(shown(more.texts, 2, /^42\./)).toEqual(['42.total 0001']);
  });

  test('the principal diagnosis and procedure are on each page', () => {
    const changes: Partial<Claim> = {
      diagnoses: ['K80.00', ...codes(18)],
      institutional: { presentOnAdmission: ['Y'], procedures: [{ code: '0FT44ZZ', date: day }] },
    };
    const expected = ['67 K8000', '67.poa Y', '74 0FT44ZZ', '74.date 030127'];
    expect(locators(changes, /^(67|74)(\.|$)/, 1)).toEqual(expected);
    expect(locators(changes, /^(67|74)(\.|$)/, 2)).toEqual(expected);
  });

  test('three other providers take two pages', () => {
    const who = (lastName: string) => ({ lastName, firstName: 'A' });
    const changes = {
      otherOperatingProvider: who('One'),
      renderingProvider: who('Two'),
      referringProvider: who('Three'),
    };
    expect(locators(changes, /^7[89]\.(role|last)/, 1)).toEqual([
      '78.role ZZ',
      '78.last ONE',
      '79.role 82',
      '79.last TWO',
    ]);
    expect(locators(changes, /^7[89]\.(role|last)/, 2)).toEqual(['78.role DN', '78.last THREE']);
  });
});

test('occurrences fill the first row before the second', () => {
  const occurrences = ['A1', 'A2', 'A3', 'A4', 'A5'].map((code) => ({ code, date: isoDate('2027-03-01') }));
  expect(locators({ institutional: { occurrences } }, /^3[1-4][ab]\.code/)).toEqual([
    '31a.code A1',
    '32a.code A2',
    '33a.code A3',
    '34a.code A4',
    '31b.code A5',
  ]);
});

describe('payers', () => {
  const other = (sequence: 'P' | 'S' | 'T' | 'A', paid?: number): Claim['otherCoverages'][number] => ({
    sequence,
    payer: { payerId: sequence, name: `Payer ${sequence}`, claimFilingIndicator: 'CI' },
    subscriber: { firstName: 'Spousa', lastName: 'Patientson', memberId: sequence },
    relationship: 'spouse',
    ...(paid !== undefined && { paid: cents(paid) }),
  });

  test('who pays first stands above', () => {
    const changes = { payerSequence: 'T' as const, otherCoverages: [other('S', 1000), other('P', 2000)] };
    expect(locators(changes, /^5[045]/)).toEqual([
      '50A PAYER P',
      '54A 20',
      '54A.cents 00',
      '50B PAYER S',
      '54B 10',
      '54B.cents 00',
      '50C IMAGINARY HEALTH PLAN',
      '55C 70',
      '55C.cents 50',
    ]);
  });

  test('what is due is never less than nothing', () => {
    const changes = { payerSequence: 'S' as const, otherCoverages: [other('P', 99900)] };
    expect(locators(changes, /^55B/)).toEqual(['55B 0', '55B.cents 00']);
  });

  test('a fourth payer is said', () => {
    expect(found({ otherCoverages: [other('S'), other('T'), other('A')] })).toEqual([
      'form-no-room otherCoverages[2].payer',
    ]);
  });
});

test('remarks are broken between words, a word that is too long within, and the rest is cut with a finding', () => {
  const note = (text: string) => ({ notes: [{ kind: 'ADD', text }] });
  expect(locators(note(`${'x'.repeat(30)} and more`), /^80/)).toEqual([
    `80.1 ${'X'.repeat(19)}`,
    `80.2 ${'X'.repeat(11)} AND MORE`,
  ]);
  expect(found(note('four '.repeat(30)))).toEqual(['form-text-cut notes']);
});

test('ICD-9-CM has the version 9', () => {
  expect(locators({ diagnosisSystem: 'icd9cm', diagnoses: ['250.00'] }, /^6[67]/)).toEqual([
    '67 25000',
    '66 9',
  ]);
});

test.each(['professional', 'dental'] as const)('a claim that is %s is refused', (kind) => {
  expect(ub04({ ...aProfessionalClaim(), kind }, { on })).toEqual({
    refusal: { code: 'form.claim-kind', message: expect.stringContaining(kind) },
  });
});
