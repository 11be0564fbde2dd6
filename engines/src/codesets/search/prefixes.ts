import type { Token } from './tokens.ts';

/** Beginnings that some write apart, some with a hyphen and some joined: `non-toxic`, `post operative`, `sub-acute`. */
const prefixes = new Set(
  'non pre post peri sub intra extra inter infra supra retro anti hyper hypo micro macro multi semi'.split(
    ' ',
  ),
);
/** After a prefix a shorter word is a word of its own: `post MI`, `pre op`. */
const shortestJoined = 5;

/** The prefix that a word begins with, or an empty text; the word's plural ending may be gone already. */
export function prefixOf(word: string): string {
  for (const prefix of prefixes) {
    if (word.length >= prefix.length + shortestJoined - 1 && word.startsWith(prefix)) return prefix;
  }
  return '';
}

/** Prefixes joined to the word they stand before, so that all three ways of writing meet. */
export function joinPrefixes(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => prefixes.has(text.toLowerCase()))) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const joins =
      before !== undefined &&
      !token.breakBefore &&
      token.start - before.end === 1 &&
      token.text.length >= shortestJoined &&
      prefixes.has(before.text.toLowerCase()) &&
      // `Status post kidney transplant` says two things.
      !/^status$/i.test(joined.at(-2)?.text ?? '');
    if (joins) joined[joined.length - 1] = { ...before, text: before.text + token.text, end: token.end };
    else joined.push(token);
  }
  return joined;
}
