import { foldSpelling } from './fold.ts';
import type { IndexView } from './index-view.ts';
import type { LexWord } from './lex-word.ts';
import { termSources } from './term-sources.ts';
import { tokenize } from './tokens.ts';

/** A term is one mention only while its words stand this close: words of the term plus a few between. */
const slack = 2;
/** Hostile text can repeat one word without end; a clause needs no more matches than this. */
const mostMatches = 400;

export interface FoundTerm {
  term: number;
  start: number;
  end: number;
  weight: number;
}

/** Finds every term whose required words all stand in a clause, in any order. */
export class Finder {
  readonly #view: IndexView;
  readonly #stamp: Int32Array;
  readonly #place: Int32Array;
  readonly #spellings = new Map<number, Set<string>>();
  /** For each word of the clause, the place of the next word after a comma or bracket. */
  #breakAfter: number[] = [];
  #text = '';
  #round = 0;

  constructor(view: IndexView) {
    this.#view = view;
    this.#stamp = new Int32Array(view.words.length);
    this.#place = new Int32Array(view.words.length);
  }

  find(text: string, words: readonly LexWord[]): FoundTerm[] {
    this.#text = text;
    const { numberOf, anchors } = this.#view;
    const numbers = words.map((word) => numberOf.get(word.key) ?? -1);
    const round = ++this.#round;
    for (const [place, number] of numbers.entries()) {
      if (number < 0) continue;
      this.#stamp[number] = round;
      this.#place[number] = place;
    }
    this.#breakAfter = breaksAfter(words);
    const found: FoundTerm[] = [];
    for (const number of new Set(numbers)) {
      if (number < 0) continue;
      for (let i = anchors.start(number); i < anchors.end(number); i++) {
        const match = this.#match(anchors.items[i] ?? 0, words, round);
        if (match) found.push(match);
        if (found.length >= mostMatches) return found;
      }
    }
    return found;
  }

  /** A term of one word must be said as it is spelled: `septal` is not sepsis though their roots meet. */
  #isSpelled(term: number, word: LexWord): boolean {
    const from = this.#view.termFrom[term] ?? -1;
    const source = termSources[this.#view.termSource[term] ?? 0];
    // Everyday words alone (`sugar`, `cold`) mean other things in running text; abbreviations keep their case.
    if (source === 'everyday') return false;
    if (source === 'abbreviation') {
      const written = this.#text.slice(word.start, word.end);
      const { path } = this.#view.edition.term(from);
      return written === path[0] && this.#view.lexicon.meanings(written) === undefined;
    }
    // `H disease`, `K antibody`: one letter in running text is a label or a flag.
    if (word.end - word.start < 2) return false;
    if (word.spelled === '' || this.#view.lexicon.isGrouped(word.spelled)) return true;
    let spellings = this.#spellings.get(term);
    if (!spellings) {
      const { termTo, termCode, edition } = this.#view;
      const to = termTo[term] ?? -1;
      const texts = from < 0 ? [edition.row(termCode[term] ?? 0).title] : edition.term(from).path;
      const more = to < 0 ? [] : edition.term(to).path;
      spellings = new Set(tokenize([...texts, ...more].join(' ')).map((token) => foldSpelling(token.text)));
      this.#spellings.set(term, spellings);
    }
    return spellings.has(word.spelled) && !this.#isLowerCaseAcronym(term, word);
  }

  /** `aids` that help to hear are not `AIDS`: what the index writes in capitals must be in capitals. */
  #isLowerCaseAcronym(term: number, word: LexWord): boolean {
    const from = this.#view.termFrom[term] ?? -1;
    const name = from < 0 ? '' : (this.#view.edition.term(from).path.at(-1) ?? '');
    return /^[A-Z]{2,6}$/.test(name) && this.#text.slice(word.start, word.end) !== name;
  }

  #match(term: number, words: readonly LexWord[], round: number): FoundTerm | undefined {
    const { termWords, termRequired, weight } = this.#view;
    const start = termWords.start(term);
    const required = termRequired[term] ?? 0;
    let first = words.length;
    let last = -1;
    let sum = 0;
    let said = required;
    for (let i = start; i < start + required; i++) {
      const word = termWords.items[i] ?? 0;
      if (this.#stamp[word] !== round) return undefined;
      const place = this.#place[word] ?? 0;
      first = Math.min(first, place);
      last = Math.max(last, place);
      sum += weight[word] ?? 0;
    }
    if (last - first + 1 > required + slack || last >= (this.#breakAfter[first] ?? words.length))
      return undefined;
    // Words in parentheses that stand inside or beside the mention make the match a little surer.
    for (let i = start + required; i < termWords.end(term); i++) {
      const word = termWords.items[i] ?? 0;
      if (this.#stamp[word] !== round) continue;
      const place = this.#place[word] ?? 0;
      if (place < first - 2 || place > last + 2) continue;
      if (this.#breakAfter[place] !== this.#breakAfter[first]) continue;
      sum += (weight[word] ?? 0) * 0.9;
      said++;
      first = Math.min(first, place);
      last = Math.max(last, place);
    }
    const [from, to] = [words[first], words[last]];
    if (!from || !to) return undefined;
    // `BMI` is a body mass index and no mass of the body: an abbreviation is taken whole or not at all.
    if (from.start === to.start && wordsAt(words, first) > said) return undefined;
    if (required === 1 && !this.#isSpelled(term, from)) return undefined;
    let end = to.end;
    for (let i = first; i <= last; i++) end = Math.max(end, words[i]?.end ?? 0);
    return { term, start: from.start, end, weight: sum };
  }
}

/** How many words one word of the text was spelled out to. */
function wordsAt(words: readonly LexWord[], place: number): number {
  const start = words[place]?.start;
  let [from, to] = [place, place];
  while (words[from - 1]?.start === start && from > 0) from--;
  while (words[to + 1]?.start === start && to + 1 < words.length) to++;
  return to - from + 1;
}

function breaksAfter(words: readonly LexWord[]): number[] {
  const breaks: number[] = [];
  let next = words.length;
  for (let at = words.length - 1; at >= 0; at--) {
    breaks[at] = next;
    if (words[at]?.breakBefore) next = at;
  }
  return breaks;
}
