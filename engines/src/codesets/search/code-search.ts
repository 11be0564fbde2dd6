import type {
  CodeBook,
  CodeEntry,
  CodeHit,
  CompletedCode,
  Edition,
  SearchOptions,
  TermMatch,
} from '../../model/index.ts';
import { conflictsOf } from '../conflicts.ts';
import { bareCode, type CodeEdition } from '../edition-data.ts';
import type { Sections } from '../sections.ts';
import { CodeTree } from './code-tree.ts';
import { Completer, type Leaf } from './complete.ts';
import { Finder } from './find.ts';
import { type IndexView, openView } from './index-view.ts';
import { Pregnancies } from './pregnancies.ts';
import { askFor, type Question } from './question.ts';
import { type RankedTerm, Ranker } from './rank.ts';
import { readingsOf } from './readings.ts';
import { Speller } from './spelling.ts';
import { type TermSource, termSources } from './term-sources.ts';
import { Weigher } from './weigh.ts';
import { weights } from './weights.ts';

const sourceNames: Record<TermSource, string> = {
  index: 'Index',
  reference: 'Index',
  tumor: 'Index',
  clinical: 'Starter vocabulary',
  everyday: 'Starter vocabulary',
  abbreviation: 'Starter vocabulary',
  neoplasm: 'Table of neoplasms',
  inclusion: 'Tabular list, inclusion term',
  title: 'Title',
  drug: 'Table of drugs',
  'external-cause': 'Index of external causes',
};

/** Longer questions are cut; nobody searches for more than this, and a note is not a question. */
const longestQuestion = 600;
/** A record has no more codes than this; an address could name any number. */
const mostChosen = 100;
/** Terms looked at per answer asked for: several terms lead to one code. */
const termsPerHit = 8;

/** What a small part of a question is worth beside the whole. */
const partWorth = 0.6;

/** A code of chapter 15 that answers so much of the disease is meant, and no range of codes. */
const enoughAnswered = 0.75;
/** Below this score a disease in a pregnancy is only guessed. */
const clearlyNamed = 0.6;

interface Candidate {
  place: number;
  score: number;
  /** The term that leads to it, and the one that sent the question to a table. */
  term: number;
  by: number | undefined;
  /** How the term's code was completed. */
  steps: string[];
  missing: string[];
}

/** The search over one edition. Not safe for use by two callers at once (they never are, in one thread). */
export class CodeSearch implements CodeBook {
  readonly edition: Edition;
  readonly #view: IndexView;
  readonly #codes: CodeEdition;
  readonly #ranker: Ranker;
  readonly #finder: Finder;
  readonly #speller: Speller;
  readonly #tree: CodeTree;
  readonly #completer: Completer;
  readonly #weigher: Weigher;
  readonly #pregnancies: Pregnancies;

  constructor(sections: Sections, codes: CodeEdition) {
    this.edition = codes.edition;
    this.#codes = codes;
    this.#view = openView(sections, codes);
    this.#ranker = new Ranker(this.#view);
    this.#finder = new Finder(this.#view);
    this.#speller = new Speller(this.#view);
    this.#tree = new CodeTree(this.#view);
    this.#completer = new Completer(this.#view, this.#tree);
    this.#weigher = new Weigher(this.#view, this.#tree);
    this.#pregnancies = new Pregnancies(this.#view);
  }

  lookup(code: string): CodeEntry | undefined {
    return this.#codes.lookup(code);
  }

  children(code: string): string[] {
    const place = this.#codes.indexOf(code);
    return place < 0 ? [] : this.#tree.children(place).map((child) => this.#codes.row(child).code);
  }

  /**
   * The best codes for a phrase, best first. A code or the beginning of one, with or without its dot,
   * answers with that part of the tree. `partial` reads the last word as half typed.
   */
  search(text: string, { limit = 10, partial = false, chosen = [] }: SearchOptions = {}): CodeHit[] {
    const hits = this.#search(text.slice(0, longestQuestion), limit, partial);
    if (chosen.length === 0) return hits;
    const known = chosen.slice(0, mostChosen).flatMap((code) => this.lookup(code)?.code ?? []);
    const entries = new Map(known.map((code) => [code, this.lookup(code)]));
    const lookup = (code: string) => entries.get(code) ?? this.lookup(code);
    return hits.map((hit) => ({ ...hit, conflicts: conflictsOf(hit.code, known, lookup) }));
  }

  #search(question: string, limit: number, partial: boolean): CodeHit[] {
    const byCode = this.#searchByCode(question, limit);
    if (byCode.length > 0 && /\d/.test(question)) return byCode;
    const best = new Map<number, Candidate>();
    let whole = 0;
    for (const { words, likelihood, by } of readingsOf(question, partial, this.#view)) {
      const asked = askFor(words, this.#view, this.#speller, partial);
      whole = Math.max(whole, asked.total);
      // What stands in parentheses alone answers only as much of the question as it is.
      const part = partWorth + (1 - partWorth) * Math.min(1, asked.total / Math.max(1e-6, whole));
      for (const ranked of this.#ranker.rank(asked.slots, limit * termsPerHit)) {
        const candidate = this.#candidate(ranked, asked, likelihood * part, by);
        const known = best.get(candidate.place);
        if (!known || known.score < candidate.score) best.set(candidate.place, candidate);
      }
    }
    for (const candidate of this.#inPregnancy(question, best)) {
      if ((best.get(candidate.place)?.score ?? 0) < candidate.score) best.set(candidate.place, candidate);
    }
    const ranked = [...best.values()].sort((a, b) => b.score - a.score || a.place - b.place);
    // A word may be a code besides: the modifier IV, and what is given intravenously.
    const byWords = ranked.slice(0, limit).map((candidate) => this.#hitOf(candidate));
    return [...byCode, ...byWords.filter(({ code }) => byCode.every((hit) => hit.code !== code))].slice(
      0,
      limit,
    );
  }

  #candidate(ranked: RankedTerm, question: Question, likelihood: number, by?: number): Candidate {
    const { termWords, termCode } = this.#view;
    const { term } = ranked;
    const explained = new Set(termWords.items.subarray(termWords.start(term), termWords.end(term)));
    let best: { leaf: Leaf; score: number } | undefined;
    for (const context of [question.context, question.wider]) {
      if (!context) continue;
      const leaf = this.#completer.complete(termCode[term] ?? 0, context, explained);
      // What a part belongs to may not take the place of the part itself, or of anything else that was said.
      if (best && !this.#tree.saysAll(leaf.place, best.leaf.place, question.context)) continue;
      const score = this.#weigher.score(question, ranked, explained, leaf) * likelihood;
      if (!best || score > best.score) best = { leaf, score };
    }
    const { place, steps, missing } = best?.leaf ?? { place: 0, steps: [], missing: [] };
    return { place, score: best?.score ?? 0, by, term, steps, missing };
  }

  /**
   * What chapter 15 has for `asthma in pregnancy`, where none of its codes answers the disease itself: the
   * subcategory whose range has the code of the disease.
   */
  #inPregnancy(text: string, found: ReadonlyMap<number, Candidate>): Candidate[] {
    const words = this.#view.lexicon.words(text, { expand: true });
    const rest = this.#pregnancies.diseaseIn(words);
    if (!rest) return [];
    const disease = askFor(rest, this.#view, this.#speller, false);
    const meant = [...found.values()].filter(
      (candidate) =>
        this.#codes.row(candidate.place).code.startsWith('O') &&
        this.#answered(disease, candidate) >= enoughAnswered,
    );
    if (meant.length > 0) return meant.map((one) => ({ ...one, score: one.score + weights.pregnant }));
    const whole = askFor(words, this.#view, this.#speller, false);
    let best: Candidate | undefined;
    for (const ranked of this.#ranker.rank(disease.slots, termsPerHit)) {
      const candidate = this.#candidate(ranked, disease, 1);
      if (!best || candidate.score > best.score) best = candidate;
    }
    const target = best && this.#pregnancies.placeFor(this.#codes.row(best.place).code);
    if (!best || best.score < clearlyNamed || !target) return [];
    const { place, steps, missing } = this.#completer.descend(target.place, whole.context);
    const { code, title } = this.#codes.row(best.place);
    const by = [
      `${code}: ${title}`,
      `Tabular list, ${this.#codes.row(target.place).code}: ${target.written}`,
    ];
    return [{ ...best, place, score: best.score * weights.inPregnancy, steps: [...by, ...steps], missing }];
  }

  /** The share of a question that a candidate's title or term says. */
  #answered({ slots, total }: Question, { place, term }: Candidate): number {
    const { termWords } = this.#view;
    const said = new Set(termWords.items.subarray(termWords.start(term), termWords.end(term)));
    const title = this.#tree.titleWords(place);
    let answered = 0;
    for (const { alternatives, weight } of slots) {
      if (alternatives.some(({ word }) => said.has(word) || title.has(word))) answered += weight;
    }
    return total === 0 ? 0 : answered / total;
  }

  /** The index term that sent the question to a table. */
  #through(by: number | undefined): string[] {
    if (by === undefined) return [];
    const { path, see, seeAlso } = this.#codes.term(by);
    return [`Index: ${path.join(' > ')} → see ${see ?? seeAlso ?? ''}`];
  }

  #describe(term: number): string {
    const source = termSources[this.#view.termSource[term] ?? 0] ?? 'title';
    const from = this.#view.termFrom[term] ?? -1;
    if (from < 0) return `${sourceNames[source]}: ${this.#codes.row(this.#view.termCode[term] ?? 0).title}`;
    const written = this.#codes.term(from);
    const column = written.column ? `, ${written.column}` : '';
    const to = this.#view.termTo[term] ?? -1;
    const see = to < 0 ? '' : ` → see ${this.#codes.term(to).path.join(' > ')}`;
    return `${sourceNames[source]}: ${written.path.join(' > ')}${column}${see}`;
  }

  #hitOf({ place, score, by, term, steps, missing }: Candidate): CodeHit {
    return this.#hit(place, score, [...this.#through(by), this.#describe(term), ...steps], missing);
  }

  #hit(place: number, score: number, path: string[], missing: readonly string[]): CodeHit {
    const { code, title, billable } = this.#codes.row(place);
    const bounded = Math.min(1, Math.max(0, score));
    const open = [...new Set([...missing, ...this.#completer.openAxes(place)])];
    return { code, title, billable, score: bounded, path, missing: open, conflicts: [] };
  }

  /** The codes that begin as typed; a word without a digit only where it is a whole code (`LT` in HCPCS). */
  #searchByCode(text: string, limit: number): CodeHit[] {
    const typed = bareCode(text);
    if (!/^[0-9A-Z]{2,7}$/.test(typed)) return [];
    const whole = this.#codes.indexOf(typed);
    if (!/\d/.test(typed) && whole < 0) return [];
    return this.#codes.beginningWith(typed, limit).map((place, rank) => {
      const path = [`Code ${this.#codes.row(place).code}`];
      return this.#hit(place, 1 - rank / 1000, path, []);
    });
  }

  findTerms(text: string): TermMatch[] {
    const words = this.#view.lexicon.words(text, { expand: true });
    return this.#finder.find(text, words).map(({ term, start, end, weight }) => {
      const manifestation = this.#manifestation(term);
      return {
        start,
        end,
        weight,
        code: this.#codes.row(this.#view.termCode[term] ?? 0).code,
        path: this.#describe(term),
        ...(manifestation && { manifestation }),
      };
    });
  }

  #manifestation(term: number): string | undefined {
    const { termFrom, termTo } = this.#view;
    const written = [termTo[term] ?? -1, termFrom[term] ?? -1].find((place) => place >= 0);
    return written === undefined ? undefined : this.#codes.term(written).manifestation;
  }

  complete(code: string, context: string, said = ''): CompletedCode {
    return this.#completer.completeCode(code, this.#numbersIn(context), this.#numbersIn(said));
  }

  #numbersIn(text: string): Set<number> {
    const words = this.#view.lexicon.words(text, { expand: true });
    return new Set(words.flatMap(({ key }) => this.#view.numberOf.get(key) ?? []));
  }
}

/** Opens the search that `buildSearch` made for this edition. */
export function openSearch(sections: Sections, edition: CodeEdition): CodeSearch {
  return new CodeSearch(sections, edition);
}
