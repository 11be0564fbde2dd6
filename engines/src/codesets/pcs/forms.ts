import type { LexWord } from '../search/lex-word.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { PcsVocabulary } from './vocabulary.ts';

/** What names of operations end in, and what may stand between a body part and the ending. */
const ending =
  /^(?:o|a|i|e|ot|os)?(?:ectomy|ectomies|tomy|stomy|plasty|pexy|rrhaphy|rrhaphies|centesis|lysis|scopy|tripsy|desis|graphy|gram|clasis|cleisis|plication)$/;

/** Adds the body part that hides in the name of an operation: `splenectomy` says the spleen too. */
export class Forms {
  readonly #byLength: { from: string; to: string }[];
  readonly #lexicon: Lexicon;
  readonly #known = new Map<string, string[]>();

  constructor({ forms }: PcsVocabulary, lexicon: Lexicon) {
    this.#byLength = [...forms].sort((a, b) => b.from.length - a.from.length);
    this.#lexicon = lexicon;
  }

  /** The words with the body parts set behind the names that hide them, at the same place of the text. */
  spelledOut(words: readonly LexWord[], text: string): LexWord[] {
    return words.flatMap((word) => {
      const keys = this.#hiddenIn(text.slice(word.start, word.end).toLowerCase());
      return [word, ...keys.map((key) => ({ ...word, key, spelled: '', breakBefore: false }))];
    });
  }

  #hiddenIn(name: string): string[] {
    const known = this.#known.get(name);
    if (known) return known;
    const form = this.#byLength.find(
      ({ from }) => name.startsWith(from) && ending.test(name.slice(from.length)),
    );
    const keys = form ? this.#lexicon.words(form.to).map(({ key }) => key) : [];
    // Text of others has no end of different words.
    if (this.#known.size < 5000) this.#known.set(name, keys);
    return keys;
  }
}
