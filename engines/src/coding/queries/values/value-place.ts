import type { Token } from './tokens.ts';

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

export interface ValuePlace {
  at: number;
  bound?: '<' | '>';
  negative?: true;
  /** `from 1.0`: what it was before. */
  isPast?: true;
}

/** The place of the number that belongs to a name which ends before a token. */
export function valueAt(tokens: readonly Token[], from: number): ValuePlace | undefined {
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

/** Where the next value of a series stands: behind an arrow, `to`, `then`, `from`, `baseline`, or a comma and decimals. */
export function followingPlace(
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

/** Whether a value is wanted, feared or a condition, and not measured. */
export function isWanted(tokens: readonly Token[], label: number): boolean {
  return wordsBefore(tokens, label, 5).some((word) => wanted.has(word));
}

/** Whether it is told as one of before. */
export function isEarlier(tokens: readonly Token[], label: number): boolean {
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
