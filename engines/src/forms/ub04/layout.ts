import type { Area, Layout, Wording } from '../entry.ts';

export const wording: Wording = {
  field: 'FL',
  source: 'NUBC Official UB-04 Data Specifications Manual',
};

/** How many revenue lines a page holds; the line after them is for totals. */
export const linesPerPage = 22;

const area = (row: number, column: number, width: number): Area => ({ row, column, width });
const right = (row: number, column: number, width: number): Area => ({ row, column, width, align: 'right' });

/** An amount: dollars up to a printed line, cents behind it. */
const money = (field: string, row: number, column: number, width: number): Layout => ({
  [field]: right(row, column, width),
  [`${field}.cents`]: area(row, column + width, 2),
});

/** The same fields on several rows: `make` gets the row and its number or letter. */
function rows(first: number, names: Iterable<string>, make: (row: number, name: string) => Layout): Layout {
  return Object.assign({}, ...Array.from(names, (name, index) => make(first + index, name)));
}

/** The same field several times on a row, `step` columns apart. */
function across(row: number, column: number, step: number, names: readonly string[], width: number): Layout {
  return Object.fromEntries(names.map((name, index) => [name, area(row, column + index * step, width)]));
}

/**
 * Where lines (63) and columns (82) are; lines of titles lie between and hold nothing. Checked against the places
 * where VistA, the public system of the US Department of Veterans Affairs, prints this form (file 364.6), which
 * counts one line more.
 */
export const layout: Layout = {
  // The numbers of the first two locators take a column of their first line.
  '1.1': area(1, 2, 24),
  '2.1': area(1, 27, 24),
  ...rows(2, '234', (row, line) => ({ [`1.${line}`]: area(row, 1, 25), [`2.${line}`]: area(row, 26, 25) })),
  '3a': area(1, 54, 24),
  '3b': area(2, 54, 24),
  '4': area(2, 78, 4),
  '5': area(4, 51, 10),
  '6.from': area(4, 62, 6),
  '6.through': area(4, 69, 6),
  '8a': area(5, 12, 19),
  '8b': area(6, 2, 29),
  '9a': area(5, 42, 40),
  '9b': area(6, 32, 30),
  '9c': area(6, 65, 2),
  '9d': area(6, 69, 10),
  '9e': area(6, 80, 3),

  '10': area(8, 1, 8),
  '11': area(8, 10, 1),
  '12': area(8, 13, 6),
  '13': area(8, 19, 2),
  '14': area(8, 22, 1),
  '15': area(8, 25, 1),
  '16': area(8, 28, 2),
  '17': area(8, 31, 2),
  ...across(
    8,
    34,
    3,
    Array.from({ length: 11 }, (_, index) => String(18 + index)),
    2,
  ),
  '29': area(8, 67, 2),

  ...rows(10, 'ab', (row, line) => ({
    ...across(
      row,
      1,
      10,
      ['31', '32', '33', '34'].map((name) => `${name}${line}.code`),
      2,
    ),
    ...across(
      row,
      5,
      10,
      ['31', '32', '33', '34'].map((name) => `${name}${line}`),
      6,
    ),
    [`35${line}.code`]: area(row, 41, 2),
    [`35${line}.from`]: area(row, 45, 6),
    [`35${line}.through`]: area(row, 52, 6),
    [`36${line}.code`]: area(row, 58, 2),
    [`36${line}.from`]: area(row, 62, 6),
    [`36${line}.through`]: area(row, 69, 6),
  })),

  ...rows(12, '12345', (row, line) => ({ [`38.${line}`]: area(row, 3, 40) })),
  ...rows(13, 'abcd', (row, line) => ({
    ...across(
      row,
      44,
      13,
      ['39', '40', '41'].map((name) => `${name}${line}.code`),
      2,
    ),
    ...money(`39${line}`, row, 47, 8),
    ...money(`40${line}`, row, 60, 8),
    ...money(`41${line}`, row, 73, 8),
  })),

  ...rows(18, numbers(linesPerPage), (row, line) => ({
    [`42.${line}`]: area(row, 1, 4),
    [`43.${line}`]: area(row, 6, 24),
    [`44.${line}`]: area(row, 31, 14),
    [`45.${line}`]: area(row, 46, 6),
    [`46.${line}`]: right(row, 53, 7),
    ...money(`47.${line}`, row, 61, 7),
    ...money(`48.${line}`, row, 71, 7),
  })),
  '42.total': area(40, 1, 4),
  '43.page': right(40, 10, 3),
  '43.pages': right(40, 16, 3),
  '45.created': area(40, 46, 6),
  ...money('47.total', 40, 61, 7),
  ...money('48.total', 40, 71, 7),

  '56': area(41, 68, 15),
  ...rows(42, 'ABC', (row, line) => ({
    [`50${line}`]: area(row, 1, 23),
    [`51${line}`]: area(row, 24, 15),
    [`52${line}`]: area(row, 39, 1),
    [`53${line}`]: area(row, 42, 1),
    ...money(`54${line}`, row, 44, 8),
    ...money(`55${line}`, row, 55, 8),
    [`57${line}`]: area(row, 68, 15),
  })),
  ...rows(46, 'ABC', (row, line) => ({
    [`58${line}`]: area(row, 1, 25),
    [`59${line}`]: area(row, 27, 2),
    [`60${line}`]: area(row, 30, 20),
    [`61${line}`]: area(row, 50, 14),
    [`62${line}`]: area(row, 65, 17),
  })),
  ...rows(50, 'ABC', (row, line) => ({
    [`63${line}`]: area(row, 1, 30),
    [`64${line}`]: area(row, 32, 26),
    [`65${line}`]: area(row, 58, 25),
  })),

  '66': area(54, 1, 1),
  ...withPresence(53, 2, ['67', ...'ABCDEFGH']),
  ...withPresence(54, 2, [...'IJKLMNOPQ']),
  '69': area(55, 5, 7),
  '70a': area(55, 17, 7),
  '70b': area(55, 24, 7),
  '70c': area(55, 31, 7),
  '71': area(55, 43, 4),
  ...across(55, 49, 8, ['72a', '72b', '72c'], 7),
  ...across(55, 56, 8, ['72a.poa', '72b.poa', '72c.poa'], 1),

  ...across(57, 1, 15, ['74', '74a', '74b'], 7),
  ...across(57, 10, 15, ['74.date', '74a.date', '74b.date'], 6),
  ...across(59, 1, 15, ['74c', '74d', '74e'], 7),
  ...across(59, 10, 15, ['74c.date', '74d.date', '74e.date'], 6),

  ...provider('76', 56),
  ...provider('77', 58),
  ...provider('78', 60),
  ...provider('79', 62),

  '80.1': area(60, 6, 19),
  ...rows(61, '234', (row, line) => ({ [`80.${line}`]: area(row, 1, 24) })),
  ...rows(60, 'abcd', (row, line) => ({
    [`81${line}.qualifier`]: area(row, 27, 2),
    [`81${line}`]: area(row, 29, 10),
    [`81${line}.value`]: area(row, 39, 12),
  })),
};

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}

/** Diagnoses on a row, each with whether it was present on admission behind it. */
function withPresence(row: number, column: number, names: readonly string[]): Layout {
  const fields = names.map((name) => (name === '67' ? name : `67${name}`));
  return {
    ...across(row, column, 8, fields, 7),
    ...across(
      row,
      column + 7,
      8,
      fields.map((name) => `${name}.poa`),
      1,
    ),
  };
}

/** A provider on two rows: numbers above, name below. */
function provider(name: string, row: number): Layout {
  return {
    [`${name}.role`]: area(row, 56, 2),
    [name]: area(row, 59, 11),
    [`${name}.qualifier`]: area(row, 72, 2),
    [`${name}.other`]: area(row, 74, 9),
    [`${name}.last`]: area(row + 1, 53, 16),
    [`${name}.first`]: area(row + 1, 71, 12),
  };
}
