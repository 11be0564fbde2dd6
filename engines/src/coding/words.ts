/** A word of a text in lower case, with UTF-16 offsets. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

function isWordUnit(unit: number): boolean {
  if (unit >= 48 && unit <= 57) return true;
  if (unit >= 65 && unit <= 90) return true;
  if (unit >= 97 && unit <= 122) return true;
  return unit === 47 || unit === 39 || unit >= 192;
}

/** Abbreviations with a slash have shorter parts than this. */
const longWord = 5;

/** The words of a text in one pass; `s/p` and `don't` stay whole. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let i = 0;
  while (i < text.length) {
    if (!isWordUnit(text.charCodeAt(i)) || text.charCodeAt(i) === 47) {
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && isWordUnit(text.charCodeAt(i))) {
      // `Unlikely/ruled out` are two words, `s/p` and `a/p` one.
      if (text.charCodeAt(i) === 47 && i - start >= longWord && isWordUnit(text.charCodeAt(i + 1))) break;
      i++;
    }
    words.push({ text: text.slice(start, i).toLowerCase(), start, end: i });
  }
  return words;
}

/** The place of a phrase among words, from a place on, or −1. */
export function phraseAt(words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((part, k) => words[at + k]?.text === part);
}
