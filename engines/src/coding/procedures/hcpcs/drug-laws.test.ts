import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { hcpcsEdition } from '../../../../../test/hcpcs-edition.ts';
import { processorTime } from '../../../../../test/processor-time.ts';
import { hasShared } from '../../../../../test/shared.ts';
import { isoDate, type SearchedCodes, type SourceDocument } from '../../../model/index.ts';
import { amountOf, printAmount, unitsCovering } from './amounts.ts';
import { readDrugTitle } from './drug-title.ts';
import { codeDrugs } from './drugs.ts';

const amount = (number: string, unit: string) => {
  const read = amountOf(number, unit);
  if (!read) throw new Error(`${number} ${unit}`);
  return read;
};

test.each([
  ['1,000', 'mcg', '1 mg'],
  ['0.3', 'mg', '0.3 mg'],
  ['1.2', 'g', '1200 mg'],
  ['.5', 'ml', '0.5 mL'],
  ['0.1', 'mcg', '0.0001 mg'],
])('%s %s is %s', (number, unit, printed) => {
  expect(printAmount(amount(number, unit))).toBe(printed);
});

test.each([
  ['0.3', 'mg', '0.1', 'mg', 3],
  ['410', 'mg', '10', 'mg', 41],
  ['411', 'mg', '10', 'mg', 42],
  ['1', 'g', '250', 'mg', 4],
  ['0.25', 'mg', '15', 'mg', 1],
])('%s %s of %s %s take %i units', (given, givenUnit, unit, unitUnit, units) => {
  expect(unitsCovering(amount(given, givenUnit), amount(unit, unitUnit))).toBe(units);
});

test('units × unit ≥ dose > (units − 1) × unit', () => {
  const nano = fc.bigInt(1n, 10n ** 15n);
  fc.assert(
    fc.property(nano, nano, (dose, unit) => {
      const given = { measure: 'mass' as const, nano: dose };
      const units = BigInt(unitsCovering(given, { measure: 'mass', nano: unit }));
      return units * unit >= dose && dose > (units - 1n) * unit;
    }),
  );
});

test.each([
  ['Injection, exampline sodium, per 250 mg', ['exampline', 'sodium'], '250 mg'],
  ['Injection, exampline hydrochloride, up to 4 mg', ['exampline', 'hydrochloride'], '4 mg'],
  ['Exampline, for intravenous injection, 0.1 mg', ['exampline'], '0.1 mg'],
  ['Injection, examplin/tazo, 1 gram/0.125 grams (1.125 grams)', ['examplin', 'tazo'], '1125 mg'],
  ['Infusion, examplar water (500 ml = 1 unit)', ['examplar', 'water'], '500 mL'],
  ['Injection, exampline alpha, 0.9 mg, provided in 1.1 mg vial', ['exampline', 'alpha'], '0.9 mg'],
  ['Injection, examplase, per i.u.', ['examplase'], '1 units'],
  ['Injection, examplimab (brandex), less than or equal to 100 mg', ['examplimab'], undefined],
])('%s', (title, name, unit) => {
  const read = readDrugTitle('J9998', title);
  expect(read?.name).toEqual(name);
  expect(read?.unit && printAmount(read.unit)).toBe(unit);
});

test.each(['A4550', 'G0008', '90656', 'Q4101'])('%s is no code of a drug', (code) => {
  expect(readDrugTitle(code, 'Injection, exampline, 1 mg')).toBeUndefined();
});

describe.skipIf(!hasShared)('on the HCPCS table of October 2025', () => {
  let hcpcs: SearchedCodes;
  beforeAll(() => {
    hcpcs = hcpcsEdition('2025-10');
  }, 60_000);
  const note = (text: string, documentId = 'n'): SourceDocument => ({
    documentId,
    version: 1,
    kind: 'note',
    text,
  });
  const code = (documents: SourceDocument[], date = '2025-11-03') =>
    codeDrugs({ setting: 'outpatient', date: isoDate(date), documents }, hcpcs.codes);

  const parts = [
    'ketorolac 30 mg IM',
    'Rocephin 1 g IM',
    'given',
    'refused',
    'wasted 20 mg',
    '. ',
    '; ',
    ', ',
    'x2',
    'MAR: ',
    '\n\n',
    'vial',
    '500 mg',
    '40 mg/mL',
    '2 mL',
    'Kenalog-40',
    '𝒙 ',
    '5 mg/kg',
    '= 410 mg',
  ];

  test('spans are exact, units are whole, and the answer is always the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 20 }), (said) => {
        const text = said.join(' ');
        const lines = code([note(text)]);
        expect(code([note(text)])).toEqual(lines);
        for (const { evidence, units, code: own } of lines) {
          expect(evidence.length).toBeGreaterThan(0);
          for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
          expect(units === undefined || (Number.isInteger(units) && units > 0)).toBe(true);
          expect(hcpcs.codes.lookup(own)?.billable).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [410, 90, 41, 9],
    [404, 96, 41, 9],
    [7, 3, 1, 0],
    [95, 5, 10, 0],
    [91, 20, 10, 2],
  ])('%i mg given and %i mg discarded by units of 10 mg are %i and %i units', (given, rest, units, left) => {
    const lines = code([
      note(`Bevacizumab ${given} mg IV given, ${rest} mg discarded from single-dose vial.`),
    ]);
    expect(lines.map((line) => line.units)).toEqual(left > 0 ? [units, left] : [units]);
    expect(units + left).toBe(Math.ceil((given + rest) / 10));
  });

  test('the same dose told in two documents is given once, two doses in one list are two', () => {
    const text = 'MAR: ketorolac 30 mg IM at 0915';
    expect(code([note(text, 'a'), note(text, 'b')]).map(({ units }) => units)).toEqual([2]);
    expect(code([note(`${text}\nketorolac 30 mg IM at 1530`)]).map(({ units }) => units)).toEqual([4]);
  });

  test('the order of documents changes no line', () => {
    const texts = [
      'MAR: ketorolac 30 mg IM',
      'Rocephin 1 g IM given',
      'Kenalog-40 40 mg injected into the left hip',
    ];
    const print = (order: string[]) =>
      code(order.map((text) => note(text, text)))
        .map(({ code: own, units }) => `${own} ${units}`)
        .sort();
    expect(print(texts.toReversed())).toEqual(print(texts));
  });

  test('before 1 July 2023 nothing says that nothing was discarded', () => {
    const text = 'Prolia 60 mg SC given, single-dose syringe, nothing discarded.';
    expect(code([note(text)], '2023-06-30')[0]?.modifiers).toBeUndefined();
    expect(code([note(text)], '2023-07-01')[0]?.modifiers).toEqual(['JZ']);
  });

  test('a megabyte of doses takes no longer than its length', () => {
    const timed = (text: string) => {
      const used = processorTime();
      code([note(text)]);
      return used();
    };
    const line = 'ketorolac 30 mg IM given 40 mg/mL 2 mL wasted 20 mg of the vial, ';
    timed(line.repeat(100));
    for (const unit of [line, 'MAR: ', 'x 2 ', '5 mg ', '(', 'IV ', `${line}\n`]) {
      expect(timed(unit.repeat(1_000_000 / unit.length))).toBeLessThan(5_000);
    }
  }, 60_000);
});
