import { type Amount, amountOf, isUnit } from './amounts.ts';

/** A word, number or mark of a text in lower case, with UTF-16 offsets. */
export interface Token {
  kind: 'word' | 'number' | 'mark';
  text: string;
  start: number;
  end: number;
  /** Tied by a hyphen to the token before: `Kenalog-40`. */
  tied: boolean;
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;
const isLetter = (unit: number) =>
  (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit >= 0xc0 || unit === 0xb5 || unit === 0xb2;

/** The tokens of a text in one pass. A word may hold digits (`b12`), a number commas and one point. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let tied = false;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const start = at;
    if (isLetter(unit)) {
      while (at < text.length && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++;
      tokens.push({ kind: 'word', text: text.slice(start, at).toLowerCase(), start, end: at, tied });
    } else if (isDigit(unit) || (text[at] === '.' && isDigit(text.charCodeAt(at + 1)))) {
      at = endOfNumber(text, at);
      tokens.push({ kind: 'number', text: text.slice(start, at), start, end: at, tied });
    } else {
      at++;
      tied = text[start] === '-' && tokens.at(-1)?.end === start;
      if (',;:=/()%.×'.includes(text.charAt(start))) {
        tokens.push({ kind: 'mark', text: text.charAt(start), start, end: at, tied: false });
      }
      continue;
    }
    tied = false;
  }
  return tokens;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  let pointed = false;
  for (; at < text.length; at++) {
    const mark = text[at];
    if (isDigit(text.charCodeAt(at))) continue;
    const before = at > from && isDigit(text.charCodeAt(at + 1));
    if (mark === ',' && before && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) && !pointed) continue;
    if (mark === '.' && !pointed && isDigit(text.charCodeAt(at + 1))) {
      pointed = true;
      continue;
    }
    break;
  }
  return at;
}

/** A number with its unit, and what it is told per: `40 mg/mL`, `5 mg/kg`, `100 mL/hr`. */
export interface SaidAmount {
  amount: Amount;
  /** Tokens from the number to the last word of the unit. */
  first: number;
  last: number;
  per?: 'volume' | 'body' | 'time';
  /** With `per: 'volume'`: the volume that holds the amount. */
  perVolume?: Amount;
}

/** Numbers that are written as words in front of a unit or a container. */
const spelled = new Map([
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['half', '0.5'],
]);

const bodies = new Set(['kg', 'kilogram', 'm2', 'm²', 'lb']);
const spans = new Set([
  'hr',
  'hour',
  'h',
  'min',
  'minute',
  'day',
  'd',
  'week',
  'wk',
  'month',
  'year',
  'dose',
]);

/** Every amount among the tokens, in order. */
export function amountsIn(tokens: readonly Token[]): SaidAmount[] {
  const found: SaidAmount[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const said = amountAt(tokens, at);
    if (!said) continue;
    found.push(said);
    at = said.last;
  }
  return found;
}

function amountAt(tokens: readonly Token[], at: number): SaidAmount | undefined {
  const token = tokens[at];
  const number = token?.kind === 'number' ? token.text : spelled.get(token?.text ?? '');
  // `Kenalog-40 mg` would be the strength and not a number of its own.
  if (!token || number === undefined || (token.tied && tokens[at - 1]?.kind === 'number')) return undefined;
  let next = at + 1;
  const million = tokens[next]?.text === 'million' || tokens[next]?.text === 'mu';
  if (million && tokens[next]?.text === 'million') next++;
  if (['usp', 'international'].includes(tokens[next]?.text ?? '')) next++;
  const unit = tokens[next];
  const amount = million && unit?.text === 'mu' ? amountOf(number, 'units') : readUnit(number, unit);
  // `22g needle` tells its gauge.
  if (!amount || tokens[next + 1]?.text === 'needle') return undefined;
  const whole = million ? { ...amount, nano: amount.nano * 1_000_000n } : amount;
  return { amount: whole, first: at, last: next, ...perAfter(tokens, next) };
}

function readUnit(number: string, unit: Token | undefined): Amount | undefined {
  return unit?.kind === 'word' && isUnit(unit.text) ? amountOf(number, unit.text) : undefined;
}

function perAfter(
  tokens: readonly Token[],
  unitAt: number,
): Pick<SaidAmount, 'per' | 'perVolume'> & { last?: number } {
  const slash = tokens[unitAt + 1]?.text;
  if (slash !== '/' && slash !== 'per') return {};
  const next = tokens[unitAt + 2];
  if (!next) return {};
  const counted = next.kind === 'number' && tokens[unitAt + 3]?.kind === 'word';
  const unit = counted ? (tokens[unitAt + 3]?.text ?? '') : next.text;
  const last = unitAt + (counted ? 3 : 2);
  const volume = amountOf(counted ? next.text : '1', unit);
  if (volume?.measure === 'volume') return { per: 'volume', perVolume: volume, last };
  if (!counted && bodies.has(unit)) return { per: 'body', last };
  if (!counted && spans.has(unit)) return { per: 'time', last };
  return {};
}
