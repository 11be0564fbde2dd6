import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, csvLine, csvOf } from './csv.ts';

/** What a program reads that splits cells at this separator and knows quotes as RFC 4180 has them. */
function read(file: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < file.length; at += 1) {
    const character = file[at] ?? '';
    if (quoted && character === '"' && file[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (quoted || (character !== separator && character !== '\r' && character !== '\n'))
      cell += character;
    else if (character === '\n') continue;
    else {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\r') rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

/** A program that knows no quotes and splits everywhere: whatever it takes for a cell must not be a formula. */
const crudely = (file: string) => file.split(/[,;\t\r\n]/);
const isFormula = (cell: string) => /^[\s\p{C}"‘’“”`´]*[=+\-@＝＋－＠]/u.test(cell);

const starters = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t=', '\r=', '\n=', '\r\n@'];
const before = [
  '',
  ' ',
  '"',
  "'",
  '""',
  ' "',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2003',
  '“',
  '\u0000',
  'a;',
  'a; "',
  'a\t',
  'a\r\n',
];
const rest = ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("https://example.org?x="&A1,"see")'];
const payloads = before.flatMap((first) =>
  starters.flatMap((start) => rest.map((end) => `${first}${start}${end}`)),
);

describe('a text that a spreadsheet would run', () => {
  test('is harmless in every cell: more than 500 of them', () => {
    expect(payloads.length).toBeGreaterThan(500);
    for (const payload of payloads) {
      const file = csvOf(
        ['name', 'note'],
        [
          ['Ada', payload],
          [payload, 'x'],
        ],
      );
      const cells = [...read(file).flat(), ...read(file, ';').flat()];
      expect(cells.filter(isFormula), JSON.stringify(payload)).toEqual([]);
    }
  });

  test('is harmless to a program that knows no quotes', () => {
    for (const payload of payloads.filter((payload) => !payload.includes('",')))
      expect(crudely(csvLine(['Ada', payload])).filter(isFormula), JSON.stringify(payload)).toEqual([]);
  });
});

test.each<[cells: Cell[], line: string]>([
  [['Ada', 'Example'], '"Ada","Example"\r\n'],
  [['say "hi", twice'], '"say ""hi"", twice"\r\n'],
  [[-12.5, 0, 7, null], '-12.5,0,7,\r\n'],
  [['-12.50'], '"\'-12.50"\r\n'],
  [['E11.9; I10', 'a-b', '3 - 2'], '"E11.9; I10","a-b","3 - 2"\r\n'],
  [['', ' '], '""," "\r\n'],
])('%j is written as %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test('what is written is read again, but for the marks', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })), (rows) => {
      const unmarked = (text: string) => text.replaceAll("'", '');
      const lines = read(csvOf(['a', 'b'], rows)).slice(1);
      expect(lines.map((row) => row.map(unmarked))).toEqual(rows.map((row) => row.map(unmarked)));
    }),
  );
});

test('a number that is none is a bug', () => {
  expect(() => csvLine([Number.NaN])).toThrow('a number that is none');
});
