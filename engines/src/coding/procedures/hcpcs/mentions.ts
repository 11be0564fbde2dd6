import type { SaidAmount, Token } from './dose-words.ts';
import type { DrugList, KnownName } from './drug-list.ts';

/** A drug that a clause names: the tokens of the name, and how strong the name says it is (`Kenalog-40`). */
export interface DrugMention {
  known: KnownName;
  first: number;
  last: number;
  /** The number tied to a brand name, in milligrams to the millilitre. */
  strength?: string;
}

const longestName = 6;

/** The drugs named among the tokens, the longest name at each place. */
export function mentionsAmong(tokens: readonly Token[], { names }: DrugList): DrugMention[] {
  const found: DrugMention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mention = mentionAt(tokens, at, names.get(tokens[at]?.text ?? '') ?? []);
    if (!mention) continue;
    found.push(mention);
    at = mention.last;
  }
  return found;
}

function mentionAt(
  tokens: readonly Token[],
  at: number,
  names: readonly KnownName[],
): DrugMention | undefined {
  for (const known of names) {
    const words = known.name.split(' ');
    if (words.length > longestName) continue;
    const last = endOfName(tokens, at, words);
    if (last === undefined) continue;
    const next = tokens[last + 1];
    const isStrength = next?.kind === 'number' && next.tied && /^\d{2,3}$/.test(next.text);
    return isStrength
      ? { known, first: at, last: last + 1, strength: next.text }
      : { known, first: at, last };
  }
  return undefined;
}

/** Where a name ends that begins at a token; slashes and dots between its words do not matter. */
function endOfName(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let next = at;
  for (const [place, word] of words.entries()) {
    if (place > 0) while (tokens[next]?.text === '/' || tokens[next]?.text === '.') next++;
    if (tokens[next]?.text !== word) return undefined;
    next++;
  }
  return next - 1;
}

/** The mention that an amount belongs to: `40 mg of Kenalog`, `Toradol 60 mg`. */
export function mentionOf(
  { first, last }: SaidAmount,
  mentions: readonly DrugMention[],
  tokens: readonly Token[],
): DrugMention | undefined {
  const after = mentions.find((mention) => mention.first > last);
  const before = mentions.findLast((mention) => mention.last < first);
  if (!before) {
    const between = tokens.slice(last + 1, after?.first);
    // `aspirated 3 mL clear fluid, then triamcinolone`: what stands before a comma is of something else.
    return between.some(({ text }) => text === ',' || text === ';') ? undefined : after;
  }
  if (!after) return before;
  const direct = tokens.slice(last + 1, after.first);
  const leads = direct.every(
    // `2 mL of 1% lidocaine`
    ({ text, kind }, at) =>
      text === 'of' || text === '(' || text === '%' || (kind === 'number' && direct[at + 1]?.text === '%'),
  );
  // In `Toradol 60 mg Phenergan 25 mg` the amount follows its drug.
  const follows = tokens.slice(before.last + 1, first).every(({ text }) => text === '(' || text === ':');
  return leads && !follows ? after : before;
}
