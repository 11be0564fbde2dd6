import type { Analyte } from './analyte.ts';
import type { Token } from './tokens.ts';

/** What the record writes behind a number. */
export interface Behind {
  /** What the number is multiplied by to be in the analyte's unit. */
  factor: number;
  /** As written, or the analyte's own. */
  unit: string;
  low?: number;
  high?: number;
  flag?: 'low' | 'high' | 'normal';
  critical?: true;
  isPast: boolean;
  /** Where the quotation ends. */
  end: number;
  /** The place of the token behind all of it. */
  next: number;
}

const words = (list: string) => new Set(list.split(' '));

/** Behind a number these say that it counts something else: doses, times, lengths. */
const otherThings = words(
  'mg mcg ug g gm kg lb lbs ml cc cm mm in iu unit units tab tabs tablet tablets cap caps meq mmol drops puffs day days d week weeks wk wks month months mo mos year years yr yrs yo hour hours hr hrs h min mins minutes am pm times x of mmhg pack packs ppd doses dose mile miles ft feet st nd rd th percent bpm beats l liters lpm fl u pg ng k',
);
const longAgo = /^(?:weeks?|wks?|months?|mos?|years?|yrs?)$/;
const longestUnit = 18;

/** Reads unit, mark and reference range behind a number; undefined where the number is no value of the analyte. */
export function behindValue(
  analyte: Analyte,
  tokens: readonly Token[],
  at: number,
  text: string,
): Behind | undefined {
  const value = tokens[at];
  const after = tokens[at + 1];
  if (!value) return undefined;
  const isAdjacent = after?.start === value.end;
  if (isAdjacent && /^[-–/:]$/.test(after.text)) {
    const other = tokens[at + 2];
    const isNumber = other?.kind === 'number' && other.start === after.end;
    if (isNumber && after.text === ':') return undefined;
    if (isNumber && after.text === '/' && !analyte.scored) return undefined;
    // `K 3.5-5.0` is a range to be kept; an ejection fraction is always told as one.
    if (isNumber && after.text !== '/' && analyte.id !== 'ejection-fraction') return undefined;
    if (isNumber) return marksBehind(analyte, tokens, at + 3, other.end, 1, analyte.unit);
  }
  const written = unitBehind(text, value.end);
  const factor = analyte.units[written.unit];
  if (factor !== undefined) {
    let next = at + 1;
    while (next < tokens.length && (tokens[next]?.start ?? 0) < written.end) next++;
    return marksBehind(analyte, tokens, next, written.end, factor || 1, written.shown);
  }
  const word = /^[a-z]+/.exec(written.unit)?.[0] ?? '';
  if (otherThings.has(word) && !isFlag(after, tokens[at + 2])) return undefined;
  if (written.unit.startsWith('/') || (written.unit.startsWith('%') && analyte.unit !== '%'))
    return undefined;
  return marksBehind(analyte, tokens, at + 1, value.end, 1, analyte.unit);
}

/** `Na 128 L`, and not `2 L NC`. */
function isFlag(token: Token | undefined, next: Token | undefined): boolean {
  return token !== undefined && /^[HL]$/.test(token.text) && next?.kind !== 'word';
}

/** The unit written behind a number, at once or after one blank. */
function unitBehind(text: string, from: number): { unit: string; shown: string; end: number } {
  let start = from;
  if (text.charAt(start) === ' ') start++;
  let end = start;
  while (end < text.length && end - start < longestUnit && !/[\s,;()[\]|]/.test(text.charAt(end))) end++;
  while (end > start && /[.:]/.test(text.charAt(end - 1))) end--;
  let shown = text.slice(start, end);
  // `mm Hg` is written in two.
  if (/^mm$/i.test(shown) && /^ ?hg\b/i.test(text.slice(end, end + 4))) {
    end +=
      text
        .slice(end, end + 4)
        .toLowerCase()
        .indexOf('hg') + 2;
    shown = text.slice(start, end);
  }
  const unit = shown.toLowerCase().replaceAll(/[µμ]/g, 'u').replaceAll('²', '2').replaceAll(' ', '');
  return { unit, shown, end };
}

/** Marks and ranges: `(136-145) L`, `[<100]`, `H`, `critical`, `(baseline 1.0)`. */
function marksBehind(
  analyte: Analyte,
  tokens: readonly Token[],
  from: number,
  end: number,
  factor: number,
  unit: string,
): Behind {
  const behind: Behind = { factor, unit, isPast: false, end, next: from };
  for (let at = from; at < Math.min(tokens.length, from + 12); ) {
    const token = tokens[at];
    if (!token) break;
    const flag = flagOf(token, tokens[at + 1]);
    if (flag) {
      if (flag.flag) behind.flag ??= flag.flag;
      if (flag.critical) behind.critical = true;
      at++;
      behind.next = at;
      continue;
    }
    if (/^[|*]$/.test(token.text)) {
      at++;
      continue;
    }
    const inside = tokens[at + 1];
    const marked = /^[([]$/.test(token.text) && inside && flagOf(inside, undefined);
    if (marked && /^[)\]]$/.test(tokens[at + 2]?.text ?? '')) {
      if (marked.flag) behind.flag ??= marked.flag;
      if (marked.critical) behind.critical = true;
      at += 3;
      behind.next = at;
      continue;
    }
    const range = rangeAt(tokens, at, analyte, factor);
    if (!range) break;
    if (range.low !== undefined) behind.low = range.low;
    if (range.high !== undefined) behind.high = range.high;
    behind.end = tokens[range.next - 1]?.end ?? end;
    at = range.next;
    behind.next = at;
  }
  const [count, length, ago] = tokens.slice(behind.next, behind.next + 3);
  if (count && longAgo.test(length?.lower ?? '') && ago?.lower === 'ago') behind.isPast = true;
  return behind;
}

function flagOf(token: Token, next: Token | undefined) {
  if (/^(?:L|low)$/.test(token.text))
    return next?.kind === 'word' && token.text === 'L' ? undefined : { flag: 'low' as const };
  if (/^(?:H|high|elevated)$/.test(token.text)) return { flag: 'high' as const };
  if (token.text === 'LL') return { flag: 'low' as const, critical: true as const };
  if (token.text === 'HH') return { flag: 'high' as const, critical: true as const };
  if (token.lower === 'critical' || token.lower === 'panic') return { critical: true as const };
  if (/^(?:normal|nl|wnl)$/.test(token.lower)) return { flag: 'normal' as const };
  return undefined;
}

/** A range in brackets, or two numbers behind the value. A bracket that holds something else is no range. */
function rangeAt(tokens: readonly Token[], from: number, analyte: Analyte, factor: number) {
  const opens = /^[([]$/.test(tokens[from]?.text ?? '');
  let at = from + (opens ? 1 : 0);
  while (/^(?:ref|reference|range|normal|nl|nml|:)$/.test(tokens[at]?.lower ?? '')) at++;
  const scaled = (token: Token | undefined) =>
    (token?.value ?? Number.NaN) *
    (analyte.thousandsAbove && (token?.value ?? 0) > analyte.thousandsAbove ? 0.001 : factor);
  const first = tokens[at];
  const closes = (place: number): number => {
    if (!opens) return place;
    for (let end = place; end < Math.min(tokens.length, place + 4); end++) {
      if (/^[)\]]$/.test(tokens[end]?.text ?? '')) return end + 1;
    }
    return -1;
  };
  if (
    first?.kind === 'number' &&
    /^[-–]$/.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.kind === 'number'
  ) {
    const next = closes(at + 3);
    return next < 0 ? undefined : { low: scaled(first), high: scaled(tokens[at + 2]), next };
  }
  if (opens && first && /^[<>≤≥]$/.test(first.text)) {
    const place = tokens[at + 1]?.text === '=' ? at + 2 : at + 1;
    const next = closes(place + 1);
    if (tokens[place]?.kind !== 'number' || next < 0) return undefined;
    return /[<≤]/.test(first.text)
      ? { high: scaled(tokens[place]), next }
      : { low: scaled(tokens[place]), next };
  }
  return undefined;
}
