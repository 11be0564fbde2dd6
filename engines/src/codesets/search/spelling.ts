import { beginsEnding } from './fold.ts';
import type { IndexView } from './index-view.ts';

/** Beginnings that make of a word its contrary, also where folding took one of two letters: `ireducibl`. */
const denials = ['i', 'ir', 'in', 'un', 'im', 'il', 'a', 'an', 'de', 'hypo'];

/** `Reducible` is no slip for `irreducible`. */
function differInDenial(one: string, other: string): boolean {
  // Either may have lost its ending.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return denials.some(
    (prefix) =>
      long.startsWith(prefix) &&
      long.slice(prefix.length, -2) === short.slice(0, long.length - prefix.length - 2),
  );
}

/** Which letters a word has, one bit each: words that differ in many letters need no closer look. */
function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** How many bits are set, counted in pairs, fours and bytes at once. */
function bits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Edits (insert, delete, replace, swap neighbours) between two words, or `limit + 1` when there are more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((previous[j - 1] ?? 0) + same, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

/** Letters that mistakes change for one another: vowels, `y` for `i`, `ph` for `f`, doubled letters. */
function sound(word: string): string {
  return word
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/[cqk]/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1/g, '$1');
}

function soundsAlike(a: string, b: string): boolean {
  return sound(a) === sound(b);
}

const longestWord = 40;
const longestEnding = 7;
const mostRemembered = 20_000;

interface Spelling {
  spelling: string;
  word: number;
  mask: number;
}

/** Finds known words near an unknown one. */
export class Speller {
  readonly #view: IndexView;
  readonly #corrected = new Map<string, number | undefined>();
  /** Known spellings by their length, and the word each stands for: a word's own, its forms, and those of its group. */
  #known: Spelling[][] | undefined;

  constructor(view: IndexView) {
    this.#view = view;
  }

  /**
   * The known word nearest to a misspelled one, given by its key and as it is spelled; of equally near ones
   * the most used. Undefined when none is near.
   */
  correct(key: string, spelled: string): number | undefined {
    const asked = `${key} ${spelled}`;
    if (this.#corrected.has(asked)) return this.#corrected.get(asked);
    const number = this.#nearest(key, spelled);
    // The same names and drugs come back in every note.
    if (this.#corrected.size < mostRemembered) this.#corrected.set(asked, number);
    return number;
  }

  #nearest(key: string, spelled: string): number | undefined {
    if (key.length < 4 || spelled.length > longestWord || /\d/.test(key)) return undefined;
    // A wrong letter may hide the ending that the key is without: `bronchitus` is near `bronchitis`, its key is not.
    const forms = [...new Set([key, spelled])].map((text) => ({ text, mask: letterMask(text) }));
    const limit = key.length < 7 ? 1 : 2;
    const { postings } = this.#view;
    this.#known ??= this.#spellings();
    let best: number | undefined;
    let bestScore = Number.POSITIVE_INFINITY;
    for (const form of forms) {
      for (let length = form.text.length - limit; length <= form.text.length + limit; length++) {
        for (const { spelling, word: number, mask } of this.#known[length] ?? []) {
          if (bits(mask ^ form.mask) > 2 * limit) continue;
          const distance = editDistance(form.text, spelling, limit);
          if (distance > limit || differInDenial(form.text, spelling)) continue;
          const frequency = postings.end(number) - postings.start(number);
          const score =
            distance * (soundsAlike(form.text, spelling) ? 0.6 : 1) +
            (spelling[0] === key[0] ? 0 : 0.5) -
            Math.min(0.4, Math.log10(1 + frequency) / 10);
          if (score < bestScore) [best, bestScore] = [number, score];
        }
      }
    }
    return best;
  }

  #spellings(): Spelling[][] {
    const known: Spelling[][] = [];
    const { words, numberOf, lexicon, spellings, spellingWord } = this.#view;
    const add = (spelling: string, word: number) => {
      known[spelling.length] ??= [];
      known[spelling.length]?.push({ spelling, word, mask: letterMask(spelling) });
    };
    for (const [number, spelling] of words.entries()) {
      if (!/^[!=]/.test(spelling) && spelling.length >= 3) add(spelling, number);
    }
    for (const [spelling, key] of lexicon.groups()) {
      const number = numberOf.get(key);
      if (number !== undefined) add(spelling, number);
    }
    for (const [at, number] of spellingWord.entries()) add(spellings.at(at), number);
    return known;
  }

  /** Two known words written as one, `lowback`. */
  split(word: string): [number, number] | undefined {
    if (word.length < 7 || word.length > longestWord) return undefined;
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const left = this.#view.numberOf.get(this.#view.lexicon.key(word.slice(0, cut)));
      const right = this.#view.numberOf.get(this.#view.lexicon.key(word.slice(cut)));
      if (left !== undefined && right !== undefined) return [left, right];
    }
    return undefined;
  }

  /** Known words that a half-typed one may become, the most used first. */
  beginning(typed: string, limit: number): number[] {
    const found = new Set([
      ...this.#alphabetFrom(typed),
      ...this.#groupedFrom(typed),
      ...this.#endingOf(typed),
    ]);
    const { postings } = this.#view;
    const uses = (number: number) => postings.end(number) - postings.start(number);
    return [...found].sort((a, b) => uses(b) - uses(a) || a - b).slice(0, limit);
  }

  #alphabetFrom(typed: string): number[] {
    const { words, alphabet } = this.#view;
    let low = 0;
    let high = alphabet.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[alphabet[middle] ?? 0] ?? '') < typed) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < alphabet.length; at++) {
      const number = alphabet[at] ?? 0;
      if (!(words[number] ?? '').startsWith(typed)) break;
      found.push(number);
    }
    return found;
  }

  /** Words of a group have a key of the group, so their own spelling does not stand in the alphabet. */
  #groupedFrom(typed: string): number[] {
    const { lexicon, numberOf } = this.#view;
    const found: number[] = [];
    for (const [spelling, key] of lexicon.groups()) {
      const number = spelling.startsWith(typed) ? numberOf.get(key) : undefined;
      if (number !== undefined) found.push(number);
    }
    return found;
  }

  /** Words are known without their endings: who types `exacerbati` has typed more than is known. */
  #endingOf(typed: string): number[] {
    for (let cut = typed.length - 1; cut >= Math.max(4, typed.length - longestEnding); cut--) {
      const number = this.#view.numberOf.get(typed.slice(0, cut));
      if (number !== undefined && beginsEnding(typed.slice(cut))) return [number];
    }
    return [];
  }
}
