/** A word of a text in small letters, with UTF-16 offsets, and whether it goes on with the phrase before it. */
export interface PhraseWord {
  text: string;
  start: number;
  end: number;
  joined: boolean;
}

const letters = /[\p{L}\p{M}]+/gu;
/** What may stand between two words of one name: blanks, a line's end, a hyphen. */
const joint = /^[\s-]{1,4}$/;
/** `Crohn's` is one name; what the apostrophe leaves behind is no word. */
const possessive = /^['’]s?[\s-]{1,4}$/i;

const mostWords = 6;
const longestPhrase = 60;
const shortestPhrase = 4;

/** Words of a name that say nothing alone. */
const connecting: ReadonlySet<string> = new Set(
  'a an and at by due for from in not of on or the to with without'.split(' '),
);

/** The words of a text in one pass. */
export function phraseWords(text: string): PhraseWord[] {
  const words: PhraseWord[] = [];
  let last = -1;
  for (const { index, 0: found } of text.matchAll(letters)) {
    const between = last < 0 ? '' : text.slice(last, Math.min(index, last + 7));
    const end = index + found.length;
    // The `s` behind an apostrophe belongs to the word before.
    if (/^['’]$/.test(between) && /^s$/i.test(found)) {
      const before = words.at(-1);
      if (before) before.end = end;
      last = end;
      continue;
    }
    const joined = joint.test(between) || possessive.test(between);
    words.push({ text: found.normalize('NFC').toLowerCase(), start: index, end, joined });
    last = end;
  }
  return words;
}

/**
 * A quote as a phrase that may be remembered, or undefined: two to sixty letters of at most six words, each in
 * the vocabulary; no digit, no mark that could belong to a date, a number or a list. What is not a name of a
 * diagnosis in the code set's own words never enters a memory.
 */
export function phraseOf(quote: string, knowsWord: (word: string) => boolean): string | undefined {
  const said = quote.trim();
  if (said.length > longestPhrase || !/^[\p{L}\p{M}\s'’-]+$/u.test(said)) return undefined;
  const words = phraseWords(said);
  if (words.length === 0 || words.length > mostWords || words.slice(1).some(({ joined }) => !joined))
    return undefined;
  const content = words.filter(({ text }) => !connecting.has(text));
  if (content.length === 0 || !content.every(({ text }) => knowsWord(text))) return undefined;
  const phrase = words.map(({ text }) => text).join(' ');
  return phrase.length < shortestPhrase ? undefined : phrase;
}
