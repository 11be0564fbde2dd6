import { beside, framed, type Outline } from '../outline.ts';
import { layout } from './layout.ts';

/** Left edge, right edge, and where the insured's side begins. */
const [left, middle, right] = [3, 52, 82];

/** Columns of box 24. */
const columns = [
  ['24A', 21],
  ['24B', 24],
  ['24C', 27],
  ['24D', 47],
  ['24E', middle],
  ['24F', 61],
  ['24G', 65],
  ['24H', 67],
  ['24I', 70],
  ['24J', right],
] as const;

const unlabelled = columns.map(([, edge]) => ['', edge] as const);

export const outlines: readonly Outline[] = [
  { label: '', left: 43, top: 3, right, bottom: 7 },
  ...beside(8, 10, left, [
    ['1', middle],
    ['1a', right],
  ]),
  ...beside(10, 12, left, [
    ['2', 32],
    ['3', middle],
    ['4', right],
  ]),
  ...beside(12, 14, left, [
    ['5', 32],
    ['6', middle],
    ['7', right],
  ]),
  ...beside(14, 16, left, [
    ['', 28],
    ['', 32],
    ['8', middle],
    ['', 76],
    ['', right],
  ]),
  ...beside(16, 18, left, [
    ['', 17],
    ['', 32],
    ['', middle],
    ['', 67],
    ['', right],
  ]),
  ...beside(18, 20, left, [
    ['9', 32],
    ['10', middle],
    ['11', right],
  ]),
  ...beside(20, 22, left, [
    ['9a', 32],
    ['10a', middle],
    ['11a', right],
  ]),
  ...beside(22, 24, left, [
    ['9b', 32],
    ['10b', middle],
    ['11b', right],
  ]),
  ...beside(24, 26, left, [
    ['9c', 32],
    ['10c', middle],
    ['11c', right],
  ]),
  ...beside(26, 28, left, [
    ['9d', 32],
    ['10d', middle],
    ['11d', right],
  ]),
  ...beside(28, 32, left, [
    ['12', middle],
    ['13', right],
  ]),
  ...beside(32, 34, left, [
    ['14', 32],
    ['15', middle],
    ['16', right],
  ]),
  ...beside(34, 35, 32, [['17a', middle]]),
  ...beside(35, 36, 32, [['17b', middle]]),
  ...beside(34, 36, left, [['17', 32]]),
  ...beside(34, 36, middle, [['18', right]]),
  ...beside(36, 38, left, [
    ['19', middle],
    ['20', right],
  ]),
  ...beside(38, 42, left, [['21', middle]]),
  ...beside(38, 40, middle, [
    ['22', 64],
    ['', right],
  ]),
  ...beside(40, 42, middle, [['23', right]]),
  ...beside(42, 44, left, columns),
  ...[44, 46, 48, 50, 52, 54].flatMap((top) => [
    ...beside(top, top + 1, left, [['', 65]]),
    ...beside(top, top + 2, left, unlabelled),
  ]),
  ...beside(56, 58, left, [
    ['25', 25],
    ['26', 40],
    ['27', 53],
    ['28', 63],
    ['29', 73],
    ['30', right],
  ]),
  ...beside(58, 63, left, [
    ['31', 25],
    ['32', middle],
    ['33', right],
  ]),
  ...beside(62, 63, 25, [
    ['32a', 37],
    ['32b', middle],
    ['33a', 64],
    ['33b', right],
  ]),
  ...framed(
    layout,
    (field, { width }) => (width === 1 && !field.startsWith('24')) || field.endsWith('.cents'),
  ),
];
