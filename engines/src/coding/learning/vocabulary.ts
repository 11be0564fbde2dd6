import type { CodeBook } from '../../model/index.ts';

const hitsRead = 8;
/** Hostile text has no end of different words. */
const mostKept = 20_000;
const longestWord = 30;

const kept = new WeakMap<CodeBook, Map<string, boolean>>();

/**
 * Whether a word is one of the code set's own: some title or term writes it out in small letters. A name in
 * `Wilson's disease` is written with a capital everywhere, so it is no word of the vocabulary, and neither is a
 * patient's; places, months and eponyms stay out the same way.
 */
export function vocabularyOf(book: CodeBook): (word: string) => boolean {
  let known = kept.get(book);
  if (!known) {
    known = new Map();
    kept.set(book, known);
  }
  const words = known;
  return (word) => {
    if (word.length < 2 || word.length > longestWord || !/^[a-z]+$/.test(word)) return false;
    const before = words.get(word);
    if (before !== undefined) return before;
    const answer = isWritten(word, book);
    if (words.size < mostKept) words.set(word, answer);
    return answer;
  };
}

function isWritten(word: string, book: CodeBook): boolean {
  const forms = new Set([word, `${word}s`, ...(word.endsWith('s') ? [word.slice(0, -1)] : [])]);
  return book.search(word, { limit: hitsRead }).some(({ title, path }) =>
    // The step that names the term first writes its source before it: `Index: Gout`.
    [title, ...path.map((step) => step.slice(step.indexOf(': ') + 1))].some((text) =>
      (text.match(/[A-Za-z]+/g) ?? []).some((said) => forms.has(said)),
    ),
  );
}
