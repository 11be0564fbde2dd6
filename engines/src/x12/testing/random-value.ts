import type { DataElement } from '../standard/elements.ts';

/** Whole numbers below `limit`, by chance. */
export type Dice = (limit: number) => number;

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
/** Nothing of `*:^~`, which the file takes for itself. */
const characters = `${capitals}abcdefghijklmnopqrstuvwxyz !"&'()+,-./;?=%@[]_{}\\|<>#$éÅ`;

/** A text that is right for a data element; `before` is the element before, which says how a date is written. */
export function randomValue(
  { type, number, shortest, longest }: DataElement,
  before: string,
  roll: Dice,
): string {
  const length = Math.min(longest, shortest + roll(roll(4) === 0 ? 20 : 5));
  switch (type) {
    case 'DT':
      return date(roll);
    case 'TM':
      return ['0930', '235959', '12000012'][roll(3)] ?? '';
    case 'N0':
    case 'N2':
      return digits(length, roll);
    case 'R':
      return number === '782' ? amount(roll) : decimal(length, roll);
    case 'B':
      return String.fromCharCode(...Array.from({ length: 1 + roll(40) }, () => roll(256)));
    case 'ID':
      return pick(capitals, length, roll);
    default:
      return number === '1251' ? period(before, roll) : text(length, roll);
  }
}

function pick(from: string, length: number, roll: Dice): string {
  return Array.from({ length }, () => from.charAt(roll(from.length))).join('');
}

/** Blanks may stand anywhere, but not everywhere. */
function text(length: number, roll: Dice): string {
  const made = pick(characters, length, roll);
  return made.trim() === '' ? made.replace(' ', 'X') : made;
}

function digits(length: number, roll: Dice): string {
  return pick('0123456789', length, roll);
}

function amount(roll: Dice): string {
  return ['0', '125.50', '-3', '.5', '1222', '7.05', '0.10'][roll(7)] ?? '0';
}

function decimal(length: number, roll: Dice): string {
  const all = digits(length, roll);
  const point = roll(length * 2);
  return point < length ? `${all.slice(0, point)}.${all.slice(point)}` : all;
}

function date(roll: Dice): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `20${two(10 + roll(30))}${two(1 + roll(12))}${two(1 + roll(28))}`;
}

function period(format: string, roll: Dice): string {
  const [from = '', to = ''] = [date(roll), date(roll)].sort();
  const forms: Readonly<Record<string, string>> = {
    D8: from,
    DT: `${from}0930`,
    TM: '0930',
    TS: '093015',
    CM: from.slice(0, 6),
    CY: from.slice(0, 4),
    RD8: `${from}-${to}`,
    RDT: `${from}0930-${to}0930`,
    RTM: '0930-1730',
    RTS: `${from}0930-${to}0930`,
    RD6: `${from.slice(2)}-${to.slice(2)}`,
    RD5: `${from.slice(0, 6)}-${to.slice(0, 6)}`,
    RD: `${from.slice(0, 4)}-${to.slice(0, 4)}`,
  };
  return forms[format] ?? from;
}
