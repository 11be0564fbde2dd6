import { foldSpelling, foldWord } from './fold.ts';
import type { LexWord } from './lex-word.ts';
import { joinPrefixes } from './prefixes.ts';
import { Rewriter } from './rewrites.ts';
import { absenceWords, joiners, numbered, romanNumerals, stopwords } from './small-words.ts';
import { type Token, tokenize } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known of a word wherever it stands. */
interface KnownWord {
  lower: string;
  key: string;
  spelled: string;
  /** How many words after it are absent: six after `without`, one after `not`, none after others. */
  denies: number;
  /** `with`, `but` and `and` end what `without` began. */
  affirms: boolean;
  stop: boolean;
  /** The digit that the word is, at least after words such as `type`. */
  numeral: string | undefined;
}

/** `without A, B, and C` denies all three: the place of the last word of such a list, or −1. */
function endOfList(tokens: readonly Token[], from: number): number {
  for (let at = from + 2; at < Math.min(tokens.length, from + 10); at++) {
    const lower = tokens[at]?.text.toLowerCase() ?? '';
    if (lower === 'with' || absenceWords.has(lower)) return -1;
    if ((lower === 'and' || lower === 'or') && tokens[at]?.breakBefore) return at + 1;
  }
  return -1;
}

/** Turns text into keys so that wordings which mean the same become the same keys. */
export class Lexicon {
  readonly #groups = new Map<string, string>();
  readonly #rewriter: Rewriter;
  readonly #abbreviations = new Map<string, string[]>();
  readonly #exactAbbreviations = new Map<string, string[]>();
  readonly #cache = new Map<string, KnownWord>();

  constructor(vocabulary: Vocabulary) {
    for (const group of vocabulary.words) {
      // A group has a key of its own: only the words listed meet in it, not all that share their root.
      const [first = '', ...rest] = group.map(foldSpelling);
      const key = this.#groups.get(first) ?? `=${first}`;
      for (const word of [first, ...rest]) this.#groups.set(word, key);
    }
    const keysOf = (text: string) => this.#keys(tokenize(text)).map((word) => word.key);
    this.#rewriter = new Rewriter(
      vocabulary.phrases.map(({ from, to }) => ({ from: keysOf(from), to: keysOf(to) })),
    );
    for (const { short, exactCase, long } of vocabulary.abbreviations) {
      const map = exactCase ? this.#exactAbbreviations : this.#abbreviations;
      map.set(exactCase ? short : short.toLowerCase(), long);
    }
  }

  /** The meanings of an abbreviation, most likely first; undefined for a word that is none. */
  meanings(word: string): string[] | undefined {
    return this.#exactAbbreviations.get(word) ?? this.#abbreviations.get(word.toLowerCase());
  }

  /** Whether two spellings meet because a group lists them, and not only in their root. */
  isGrouped(spelled: string): boolean {
    return this.#groups.has(spelled);
  }

  /** Every grouped spelling and the key of its group. */
  groups(): Iterable<[spelling: string, key: string]> {
    return this.#groups;
  }

  /** Every spelling met so far that is not itself a key, with its key: what misspelled words are compared with. */
  *spellings(): Iterable<[spelling: string, key: string]> {
    for (const { spelled, key, stop } of this.#cache.values()) {
      if (!stop && spelled !== key && !key.startsWith('=')) yield [spelled, key];
    }
  }

  key(word: string): string {
    return this.#know(word).key;
  }

  #know(word: string): KnownWord {
    const known = this.#cache.get(word);
    if (known) return known;
    const lower = word.toLowerCase();
    const spelled = foldSpelling(word);
    const fresh = {
      lower,
      key: this.#groups.get(spelled) ?? foldWord(word),
      spelled,
      denies: !absenceWords.has(lower) ? 0 : lower === 'not' ? 1 : 6,
      affirms: lower === 'with' || lower === 'but' || lower === 'and',
      stop: stopwords.has(lower),
      numeral: romanNumerals.get(lower),
    };
    // Hostile text has no end of different words; the cache keeps only what real text repeats.
    if (this.#cache.size < 50_000) this.#cache.set(word, fresh);
    return fresh;
  }

  /** The words of a text: absence marked, known wordings rewritten, abbreviations spelled out on demand. */
  words(text: string, options: { expand?: boolean; meaning?: number } = {}): LexWord[] {
    const tokens = options.expand ? this.#expand(tokenize(text), options.meaning ?? 0) : tokenize(text);
    return this.#rewriter.rewrite(this.#keys(tokens));
  }

  #expand(tokens: Token[], meaning: number): Token[] {
    return tokens.flatMap((token) => {
      const meanings = this.meanings(token.text);
      if (!meanings) return [token];
      const long = meanings[Math.min(meaning, meanings.length - 1)] ?? '';
      return tokenize(long).map((part, place) => ({
        ...token,
        text: part.text,
        breakBefore: place === 0 && token.breakBefore,
      }));
    });
  }

  #keys(written: readonly Token[]): LexWord[] {
    const tokens = joinPrefixes(written);
    const words: LexWord[] = [];
    let absent = 0;
    let denied = 0;
    let tail = false;
    let before = '';
    let breakBefore = false;
    let absentUntil = -1;
    let at = -1;
    for (const token of tokens) {
      at++;
      if (token.breakBefore && at > absentUntil) absent = 0;
      breakBefore ||= token.breakBefore;
      const { lower, denies, affirms, stop, numeral } = this.#know(token.text);
      if (denies > 0) {
        absent = denies;
        denied = 0;
        absentUntil = endOfList(tokens, at);
        if (absentUntil > at) absent = absentUntil - at + 1;
        continue;
      }
      // `Not specified as recurrent` says that recurrent was not said.
      if (absent > 0 && lower === 'specified' && tokens[at + 1]?.text.toLowerCase() === 'as') continue;
      if (affirms && at > absentUntil) absent = 0;
      // `Without foreign body of hand` speaks of a hand; `without loss of consciousness` of no loss of it.
      if (lower === 'of' && at > absentUntil && denied > 1) absent = 0;
      if (words.length > 0 && joiners.has(lower)) tail = true;
      // `Hepatitis A`: a capital A inside a phrase is a name.
      if (stop && (token.text !== 'A' || token.breakBefore)) continue;
      const spelled = numeral && (lower.length > 1 || numbered.has(before)) ? numeral : token.text;
      before = lower;
      const known = this.#know(spelled);
      words.push({
        key: absent > 0 ? `!${known.key}` : known.key,
        spelled: known.spelled,
        start: token.start,
        end: token.end,
        breakBefore,
        tail,
      });
      breakBefore = false;
      if (absent > 0) {
        absent--;
        denied++;
      }
    }
    return words;
  }
}
