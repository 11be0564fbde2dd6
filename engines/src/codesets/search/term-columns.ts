import type { Wording } from './wording.ts';

/** What a term leads to, and where it is written. */
export interface TermOrigin {
  /** Place of the code among the rows. */
  code: number;
  /** Place in `termSources`. */
  source: number;
  /** Place of the term in the edition, or −1 for a title. */
  from: number;
  /** Place of the term a `see` reference led to, or −1. */
  to: number;
}

/** Required words of one term that a byte can count; no index path comes near it. */
const mostRequired = 255;

/** Lists of word numbers, one behind the other. */
interface WordLists {
  items: number[];
  ends: number[];
}

/**
 * The terms and titles of a search while they are collected, as columns of numbers: an edition has a third
 * of a million terms, too many for an object each. Words are numbered as they come, until all are counted.
 */
export class TermColumns {
  readonly origins: { [column in keyof TermOrigin]: number[] } = { code: [], source: [], from: [], to: [] };
  readonly #numbers = new Map<string, number>();
  /** How many terms have a word; titles do not count. */
  readonly #uses: number[] = [];
  readonly #terms: WordLists = { items: [], ends: [] };
  readonly #required: number[] = [];
  readonly #titles: WordLists = { items: [], ends: [] };

  addTerm({ required, optional }: Wording, { code, source, from, to }: TermOrigin): void {
    for (const key of required) this.#addUse(key);
    for (const key of optional) this.#addUse(key);
    this.#terms.ends.push(this.#terms.items.length);
    this.#required.push(required.length);
    this.origins.code.push(code);
    this.origins.source.push(source);
    this.origins.from.push(from);
    this.origins.to.push(to);
  }

  /** The words of a row's title; rows come in their order. */
  addTitle(keys: readonly string[]): void {
    for (const key of keys) this.#titles.items.push(this.#numberOf(key));
    this.#titles.ends.push(this.#titles.items.length);
  }

  #addUse(key: string): void {
    const number = this.#numberOf(key);
    this.#uses[number] = (this.#uses[number] ?? 0) + 1;
    this.#terms.items.push(number);
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#uses.push(0);
    return number;
  }

  /** Numbers words anew from rare to frequent, so that a smaller number always says more. */
  finish() {
    const uses = (number: number) => Math.max(1, this.#uses[number] ?? 0);
    const sorted = [...this.#numbers].sort(([a, m], [b, n]) => uses(m) - uses(n) || (a < b ? -1 : 1));
    const final = new Uint32Array(sorted.length);
    for (const [place, [, number]] of sorted.entries()) final[number] = place;
    const numbered = (items: readonly number[]) => new Uint32Array(items).map((item) => final[item] ?? 0);
    return {
      words: sorted.map(([key]) => key),
      ...this.#sortedTerms(numbered(this.#terms.items)),
      titles: numbered(this.#titles.items),
      titleEnds: new Uint32Array(this.#titles.ends),
    };
  }

  /** The words of each term, required ones first, each part from rare to frequent. */
  #sortedTerms(items: Uint32Array) {
    const ends = new Uint32Array(this.#terms.ends);
    const required = new Uint8Array(this.#required.map((count) => Math.min(count, mostRequired)));
    let start = 0;
    for (const [term, end] of ends.entries()) {
      const optional = start + (this.#required[term] ?? 0);
      items.subarray(start, optional).sort();
      items.subarray(optional, end).sort();
      start = end;
    }
    return { items, ends, required };
  }
}
