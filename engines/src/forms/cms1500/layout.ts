import type { Area, Layout, Wording } from '../entry.ts';

export const wording: Wording = {
  field: 'Box',
  source: 'NUCC 1500 Health Insurance Claim Form Reference Instruction Manual, version 02/12',
};

/** How many services a page holds. */
export const servicesPerPage = 6;

const area = (row: number, column: number, width: number): Area => ({ row, column, width });
const right = (row: number, column: number, width: number): Area => ({ row, column, width, align: 'right' });

/** An amount: dollars up to the dotted line, cents behind it. */
const money = (field: string, row: number, column: number, width: number): Layout => ({
  [field]: right(row, column, width),
  [`${field}.cents`]: area(row, column + width, 2),
});

/**
 * Where lines and columns are, as NUCC's grid of 66 lines and 85 columns counts them. Checked against the places
 * where VistA, the public system of the US Department of Veterans Affairs, prints this form (file 364.6), which
 * counts one line and three columns less.
 */
export const layout: Layout = {
  'carrier.name': area(4, 47, 35),
  'carrier.address1': area(5, 47, 35),
  'carrier.address2': area(6, 47, 35),
  'carrier.city': area(7, 47, 35),

  '1.medicare': area(10, 4, 1),
  '1.medicaid': area(10, 11, 1),
  '1.tricare': area(10, 18, 1),
  '1.champva': area(10, 27, 1),
  '1.group': area(10, 34, 1),
  '1.feca': area(10, 42, 1),
  '1.other': area(10, 48, 1),
  '1a': area(10, 53, 29),

  '2': area(12, 4, 28),
  '3.birth': area(12, 34, 10),
  '3.male': area(12, 45, 1),
  '3.female': area(12, 50, 1),
  '4': area(12, 53, 29),

  '5.street': area(14, 4, 28),
  '6.self': area(14, 36, 1),
  '6.spouse': area(14, 41, 1),
  '6.child': area(14, 45, 1),
  '6.other': area(14, 50, 1),
  '7.street': area(14, 53, 29),
  '5.city': area(16, 4, 24),
  '5.state': area(16, 29, 3),
  '7.city': area(16, 53, 23),
  '7.state': area(16, 77, 4),
  '5.zip': area(18, 4, 12),
  '5.area': area(18, 18, 3),
  '5.phone': area(18, 22, 10),
  '7.zip': area(18, 53, 12),
  '7.area': area(18, 68, 3),
  '7.phone': area(18, 72, 10),

  '9': area(20, 4, 28),
  '11': area(20, 53, 29),
  '9a': area(22, 4, 28),
  '10a.yes': area(22, 38, 1),
  '10a.no': area(22, 44, 1),
  '11a.birth': area(22, 56, 10),
  '11a.male': area(22, 71, 1),
  '11a.female': area(22, 78, 1),
  '10b.yes': area(24, 38, 1),
  '10b.no': area(24, 44, 1),
  '10b.state': area(24, 48, 2),
  '11b.qualifier': area(24, 53, 2),
  '11b': area(24, 56, 26),
  '10c.yes': area(26, 38, 1),
  '10c.no': area(26, 44, 1),
  '11c': area(26, 53, 29),
  '9d': area(28, 4, 28),
  '10d': area(28, 33, 19),
  '11d.yes': area(28, 55, 1),
  '11d.no': area(28, 60, 1),

  '12': area(31, 9, 25),
  '13': area(31, 59, 23),

  '14': area(34, 5, 8),
  '14.qualifier': area(34, 19, 3),
  '15.qualifier': area(34, 34, 3),
  '15': area(34, 40, 8),
  '16.from': area(34, 57, 8),
  '16.to': area(34, 71, 8),

  '17a.qualifier': area(35, 33, 2),
  '17a': area(35, 36, 16),
  '17.qualifier': area(36, 4, 2),
  '17': area(36, 7, 24),
  '17b': area(36, 36, 10),
  '18.from': area(36, 57, 8),
  '18.to': area(36, 71, 8),

  // A long text begins behind the title of box 19.
  '19.first': area(37, 29, 23),
  '19': area(38, 4, 48),
  '20.yes': area(38, 55, 1),
  '20.no': area(38, 60, 1),
  // All of the amount stands before the line; the field behind it stays blank.
  ...money('20', 38, 64, 7),

  '21.version': area(39, 45, 1),
  ...diagnoses(),
  '22': area(40, 53, 11),
  '22.original': area(40, 65, 18),
  '23': area(42, 53, 29),

  ...services(),

  '25': area(58, 4, 15),
  '25.ssn': area(58, 20, 1),
  '25.ein': area(58, 22, 1),
  '26': area(58, 26, 14),
  '27.yes': area(58, 41, 1),
  '27.no': area(58, 46, 1),
  ...money('28', 58, 54, 7),
  '28.continued': area(58, 54, 9),
  ...money('29', 58, 65, 6),

  '33.area': area(59, 69, 3),
  '33.phone': area(59, 73, 9),
  '32.name': area(60, 26, 26),
  '33.name': area(60, 53, 29),
  '32.street': area(61, 26, 26),
  '33.street': area(61, 53, 29),
  '31': area(62, 4, 21),
  '32.city': area(62, 26, 26),
  '33.city': area(62, 53, 29),
  '31.date': area(63, 16, 8),
  '32a': area(63, 27, 10),
  '32b': area(63, 38, 14),
  '33a': area(63, 54, 10),
  '33b': area(63, 65, 17),
};

/** A to L, four on a row. */
function diagnoses(): Layout {
  const places = Array.from('ABCDEFGHIJKL', (letter, index) => [
    `21.${letter}`,
    area(40 + Math.floor(index / 4), 6 + 13 * (index % 4), 7),
  ]);
  return Object.fromEntries(places);
}

/** Six services on two rows each: the shaded one above, for what explains the service. */
function services(): Layout {
  return Object.assign({}, ...Array.from({ length: servicesPerPage }, (_, index) => service(index)));
}

function service(index: number): Layout {
  const [shaded, row, number] = [45 + 2 * index, 46 + 2 * index, index + 1];
  return {
    [`24.${number}`]: area(shaded, 4, 61),
    [`24H.${number}.epsdt`]: right(shaded, 66, 2),
    [`24I.${number}`]: area(shaded, 68, 2),
    [`24J.${number}.other`]: area(shaded, 71, 11),
    [`24A.${number}.from`]: area(row, 4, 8),
    [`24A.${number}.to`]: area(row, 13, 8),
    [`24B.${number}`]: area(row, 22, 2),
    [`24C.${number}`]: area(row, 25, 2),
    [`24D.${number}`]: area(row, 28, 6),
    [`24D.${number}.modifiers`]: area(row, 36, 11),
    [`24E.${number}`]: area(row, 48, 4),
    ...money(`24F.${number}`, row, 53, 6),
    [`24G.${number}`]: area(row, 62, 3),
    [`24H.${number}`]: area(row, 66, 1),
    [`24J.${number}`]: area(row, 71, 10),
  };
}
