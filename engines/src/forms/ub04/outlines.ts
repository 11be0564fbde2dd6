import { beside, framed, type Outline } from '../outline.ts';
import { layout } from './layout.ts';

const right = 82;

/** Columns of the revenue lines. */
const columns = [
  ['42', 4.7],
  ['43', 29.7],
  ['44', 44.7],
  ['45', 51.7],
  ['46', 59.7],
  ['47', 69.7],
  ['48', 79.7],
  ['49', right],
] as const;

const unlabelled = columns.map(([, edge]) => ['', edge] as const);

const conditions = Array.from({ length: 11 }, (_, index) => [String(18 + index), 36 + 3 * index] as const);
const eighths = (labels: string) => Array.from(labels, (label, index) => [label, 9 + 8 * index] as const);

export const outlines: readonly Outline[] = [
  ...beside(0, 4, 0, [
    ['1', 25.2],
    ['2', 50.2],
  ]),
  ...beside(0, 1, 50.2, [['3a', 77.2]]),
  ...beside(1, 2, 50.2, [
    ['3b', 77.2],
    ['4', right],
  ]),
  ...beside(2, 4, 50.2, [
    ['5', 60.5],
    ['6', 67.7],
    ['', 74.7],
    ['7', right],
  ]),
  ...beside(4, 5, 0, [
    ['8a', 31],
    ['9a', right],
  ]),
  ...beside(5, 6, 0, [
    ['8b', 31],
    ['9b', 63.5],
    ['9c', 67.5],
    ['9d', 78.5],
    ['9e', right],
  ]),
  ...beside(6, 8, 0, [
    ['10', 9],
    ['11', 12],
    ['12', 18],
    ['13', 21],
    ['14', 24],
    ['15', 27],
    ['16', 30],
    ['17', 33],
    ...conditions,
    ['29', 69.5],
    ['30', right],
  ]),
  ...beside(8, 11, 0, [
    ['31', 10],
    ['32', 20],
    ['33', 30],
    ['34', 40],
    ['35', 57],
    ['36', 74],
    ['37', right],
  ]),
  ...beside(11, 16, 0, [
    ['38', 43.1],
    ['39', 56.2],
    ['40', 69.2],
    ['41', right],
  ]),
  ...beside(16, 17, 0, columns),
  ...Array.from({ length: 23 }, (_, index) => beside(17 + index, 18 + index, 0, unlabelled)).flat(),
  ...beside(40, 44, 0, [
    ['50', 23],
    ['51', 38],
    ['52', 41],
    ['53', 43],
    ['54', 53.1],
    ['55', 64.1],
  ]),
  ...beside(40, 41, 64.1, [['56', right]]),
  ...beside(41, 44, 64.1, [['57', right]]),
  ...beside(44, 48, 0, [
    ['58', 26],
    ['59', 29],
    ['60', 49],
    ['61', 64],
    ['62', right],
  ]),
  ...beside(48, 52, 0, [
    ['63', 31],
    ['64', 57],
    ['65', right],
  ]),
  ...beside(52, 54, 0, [['66', 1]]),
  ...beside(52, 53, 1, eighths(' ABCDEFGH')),
  ...beside(53, 54, 1, eighths('IJKLMNOPQ')),
  ...beside(52, 54, 73, [['68', right]]),
  ...beside(54, 55, 0, [
    ['69', 11],
    ['70', 37],
    ['71', 46],
    ['72', 73],
    ['73', right],
  ]),
  ...beside(55, 57, 0, [
    ['74', 15],
    ['a', 30],
    ['b', 45],
  ]),
  ...beside(57, 59, 0, [
    ['c', 15],
    ['d', 30],
    ['e', 45],
  ]),
  ...beside(55, 59, 45, [['75', 51]]),
  ...[76, 77, 78, 79].flatMap((locator, index) =>
    beside(55 + 2 * index, 57 + 2 * index, 51, [[String(locator), right]]),
  ),
  ...beside(59, 63, 0, [
    ['80', 25.5],
    ['81', 51],
  ]),
  ...framed(layout, (field) => /\.(cents|poa)$/.test(field)),
];
