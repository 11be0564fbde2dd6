import type { Analyte } from './analytes.ts';
import { behindValue } from './behind-value.ts';
import { diastolic, labelAt, systolic } from './labels.ts';
import type { FoundValue } from './read-values.ts';
import type { Token } from './tokens.ts';

export type Reading = Omit<FoundValue, 'id' | 'name' | 'documentId' | 'version' | 'quote'> & {
  analyte: Analyte;
};

const words = (list: string) => new Set(list.split(' '));

/** Words that may stand between a measurement's name and its value. */
const linking = words(
  'of is was are were at to a an the level levels low high elevated h l most recent today serum plasma down up d saturation ra ora room air on currently current now still remains remained count total result value score about around approximately noted found came back as admission arrival initial initially peak peaked nadir repeat this morning am rose fell dropped dropping increased decreased improved worsened from has been only mildly moderately severely markedly critically stable reported measured trending random fasting nonfasting bedside i t quant quantitative hs then resting',
);
const mostLinking = 7;
const between = /^[:=(),~|*#≈+"'°•–—-]$/;

/** Before a value's name: it is wanted, feared or asked about, and not measured. */
const wanted = words(
  'goal goals target targets if keep maintain until unless hold threshold aim aiming transfuse parameters cutoff prevent avoid call notify maintaining keeping when',
);
const earlierWords = words('baseline prior previous previously old usual');
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

interface ValuePlace {
  at: number;
  bound?: '<' | '>';
  negative?: true;
  /** `from 1.0`: what it was before. */
  isPast?: true;
}

/** The place of the number that belongs to a name which ends before a token. */
function valueAt(tokens: readonly Token[], from: number): ValuePlace | undefined {
  const place: ValuePlace = { at: from };
  let linked = 0;
  for (; place.at < tokens.length; place.at++) {
    const token = tokens[place.at];
    if (!token) return undefined;
    if (token.kind === 'number') return place;
    if (token.kind === 'word') {
      if (earlierWords.has(token.lower)) place.isPast = true;
      else if (token.lower === 'from') place.isPast = true;
      else if (!linking.has(token.lower) && !isUnitInParentheses(tokens, place.at)) return undefined;
      if (++linked > mostLinking) return undefined;
    } else if (/^[<>≤≥]$/.test(token.text)) {
      place.bound = /[<≤]/.test(token.text) ? '<' : '>';
    } else if (/^[-−–]$/.test(token.text) && tokens[place.at + 1]?.start === token.end) {
      place.negative = true;
    } else if (!between.test(token.text) && !isUnitInParentheses(tokens, place.at)) return undefined;
  }
  return undefined;
}

/** `Sodium (mmol/L) 128`. */
function isUnitInParentheses(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const mark = tokens[before]?.text;
    if (mark === '(' || mark === '[')
      return /^(?:mmol|meq|mg|ug|ng|pg|g|dl|l|ml|u|iu|miu|percent|%|\/)$/.test(tokens[at]?.lower ?? '');
    if (mark === ')' || mark === ']') return false;
  }
  return false;
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

/** Where the next value of a series stands: behind an arrow, `to`, `then`, `from`, `baseline`, or a comma and decimals. */
function followingPlace(
  tokens: readonly Token[],
  from: number,
  last: Token | undefined,
): ValuePlace | undefined {
  let at = from;
  let joined = false;
  let past = false;
  for (; at < Math.min(tokens.length, from + 7); at++) {
    const token = tokens[at];
    if (!token) return undefined;
    if (token.kind === 'number') {
      const comma = tokens[at - 1]?.text === ',' && token.text.includes('.') && last?.kind === 'number';
      if (!joined && !past && !comma) return undefined;
      return { at, ...(past && { isPast: true as const }) };
    }
    if (/^(?:→|⇒|>|to|then|now|peak|peaked)$/.test(token.lower)) joined = true;
    else if (/^(?:from|baseline|base|was|prior|previous|previously|previous)$/.test(token.lower)) past = true;
    else if (
      !/^(?:[-–(,:=]|of|up|down|at|is|a|the|on|her|his|about|around|admission|admit|arrival|presentation|discharge|today|yesterday|this|morning|am|initially)$/.test(
        token.lower,
      )
    )
      return undefined;
  }
  return undefined;
}

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
  if (!(value >= least && value <= most)) return undefined;
  return { analyte, value, shown, start: token.start, end, isPast: false };
}

function isWanted(tokens: readonly Token[], label: number): boolean {
  return wordsBefore(tokens, label, 5).some((word) => wanted.has(word));
}

function isEarlier(tokens: readonly Token[], label: number): boolean {
  return wordsBefore(tokens, label, 2).some((word) => earlierWords.has(word));
}

/** The last words before a token in the same sentence, or as far as a comma. */
function wordsBefore(tokens: readonly Token[], at: number, count: number): string[] {
  const found: string[] = [];
  for (let before = at - 1; before >= 0 && found.length < count; before--) {
    const token = tokens[before];
    if (!token || /^[.;,]$/.test(token.text)) break;
    if (token.kind === 'word') found.push(token.lower);
  }
  return found;
}
