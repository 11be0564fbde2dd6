import type { Analyte } from './analyte.ts';
import { diastolic, systolic } from './bedside.ts';
import { behindValue } from './behind-value.ts';
import type { FoundValue } from './found-value.ts';
import { labelAt } from './labels.ts';
import type { Token } from './tokens.ts';
import { followingPlace, isEarlier, isWanted, type ValuePlace, valueAt } from './value-place.ts';

const words = (list: string) => new Set(list.split(' '));

export type Reading = Omit<FoundValue, 'id' | 'name' | 'documentId' | 'version' | 'quote'> & {
  analyte: Analyte;
};

/** Behind these the rest of a sentence speaks of another fluid than blood. */
const otherFluid = words(
  'ua urinalysis urine urinary csf pleural synovial ascitic ascites peritoneal stool dipstick udip upcr uacr spot microalbumin joint',
);

/** The values in the tokens of a line. Labels may share their numbers: `BUN/Cr 45/2.3`. */
export function readStretch(tokens: readonly Token[], text: string): Reading[] {
  const found: Reading[] = [];
  let fluid = false;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (!token) break;
    if (otherFluid.has(token.lower) && !/^output/.test(tokens[at + 1]?.lower ?? '')) fluid = true;
    else if (endsSentence(token, tokens[at + 1])) fluid = false;
    const label = labelAt(tokens, at);
    if (!label) {
      at++;
      continue;
    }
    const shared = sharedLabels(tokens, label.next);
    const read = fluid
      ? undefined
      : shared
        ? readShared([label.analyte, ...shared.analytes], tokens, at, shared.next, text)
        : readSeries(label.analyte, tokens, at, label.next, text);
    if (read) found.push(...read.readings);
    at = read && read.next > at ? read.next : label.next;
  }
  return found;
}

function endsSentence(token: Token, next: Token | undefined): boolean {
  if (token.text === ';') return true;
  return token.text === '.' && (next === undefined || next.start > token.end);
}

/** The labels behind a slash: `Na/K`, `AST/ALT`. */
function sharedLabels(tokens: readonly Token[], from: number) {
  const analytes: Analyte[] = [];
  let at = from;
  while (tokens[at]?.text === '/') {
    const label = labelAt(tokens, at + 1);
    if (!label) break;
    analytes.push(label.analyte);
    at = label.next;
  }
  return analytes.length > 0 ? { analytes, next: at } : undefined;
}

function readShared(
  analytes: readonly Analyte[],
  tokens: readonly Token[],
  label: number,
  from: number,
  text: string,
) {
  let at = valueAt(tokens, from)?.at ?? -1;
  if (at < 0 || isWanted(tokens, label)) return undefined;
  const readings: Reading[] = [];
  for (const [place, analyte] of analytes.entries()) {
    const token = tokens[at];
    if (token?.kind !== 'number') return undefined;
    if (place > 0 && tokens[at - 1]?.text !== '/') return undefined;
    const reading = readingOf(analyte, token, token.end, `${token.value} ${analyte.unit}`.trim());
    if (reading)
      readings.push({ ...reading, start: tokens[label]?.start ?? 0, isPast: isEarlier(tokens, label) });
    at += 2;
  }
  // The slash has to have been between as many numbers as names.
  return tokens[at - 1]?.text === '/' || text.charAt(tokens[at - 2]?.end ?? 0) === '/'
    ? undefined
    : { readings, next: at - 1 };
}

/** A value and those that follow it: `Cr 1.0 → 2.4`, `2.4, up from 1.0`, `2.4 (baseline 1.0)`. */
function readSeries(analyte: Analyte, tokens: readonly Token[], label: number, from: number, text: string) {
  const place = valueAt(tokens, from);
  if (!place || isWanted(tokens, label)) return undefined;
  const start = tokens[label]?.start ?? 0;
  const first = readOne(analyte, tokens, place, text);
  if (!first) return undefined;
  const past = isEarlier(tokens, label);
  const readings: Reading[] = first.readings.map((one) => ({ ...one, start, isPast: one.isPast || past }));
  let { next } = first;
  for (let rounds = 0; rounds < mostInSeries && analyte !== systolic; rounds++) {
    const follows = followingPlace(tokens, next, tokens[next - 1]);
    if (!follows) break;
    const more = readOne(analyte, tokens, follows, text);
    if (!more) break;
    readings.push(...more.readings.map((one) => ({ ...one, start })));
    next = more.next;
  }
  return { readings, next };
}

const mostInSeries = 8;

function readOne(analyte: Analyte, tokens: readonly Token[], place: ValuePlace, text: string) {
  const token = tokens[place.at];
  if (!token) return undefined;
  if (analyte === systolic) return readPressure(tokens, place);
  // `Hemoglobin, 53,000 platelets`: the number belongs to the name behind it.
  if (isParted(tokens, place.at) && labelAt(tokens, place.at + 1)) return undefined;
  const behind = behindValue(analyte, tokens, place.at, text);
  if (!behind) return undefined;
  const sign = place.negative && analyte.signed ? -1 : 1;
  const reading = readingOf(
    analyte,
    { ...token, value: token.value * sign * behind.factor },
    behind.end,
    `${sign * token.value}${behind.unit ? ` ${behind.unit}` : ''}`,
  );
  if (!reading) return undefined;
  const { factor, end, unit, next, ...marks } = behind;
  return {
    readings: [
      {
        ...reading,
        ...marks,
        ...(place.bound && { bound: place.bound }),
        isPast: place.isPast === true || marks.isPast,
        start: token.start,
      },
    ],
    next,
  };
}

function isParted(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.text === ',';
}

/** `BP 188/112`. */
function readPressure(tokens: readonly Token[], place: ValuePlace) {
  const [upper, slash, lower] = tokens.slice(place.at, place.at + 3);
  if (!upper || slash?.text !== '/' || lower?.kind !== 'number' || place.bound) return undefined;
  const shown = `${upper.value}/${lower.value} mm Hg`;
  const high = readingOf(systolic, upper, lower.end, shown);
  const low = readingOf(diastolic, lower, lower.end, shown);
  if (!high || !low || high.value <= low.value) return undefined;
  return { readings: [high, low].map((one) => ({ ...one, start: upper.start })), next: place.at + 3 };
}

function readingOf(analyte: Analyte, token: Token, end: number, shown: string): Reading | undefined {
  let { value } = token;
  if (analyte.thousandsAbove !== undefined && value > analyte.thousandsAbove) value /= 1000;
  // Fahrenheit is told by its size.
  if (analyte.id === 'temperature' && value >= 80 && value <= 115) value = ((value - 32) * 5) / 9;
  const [least, most] = analyte.plausible;
  if (!(value >= least && value <= most) || analyte.otherNames?.includes(value)) return undefined;
  return { analyte, value, shown, start: token.start, end, isPast: false };
}
