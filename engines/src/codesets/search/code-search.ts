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
import { type Candidate, CandidateFinder } from './candidates.ts';
import { CodeTree } from './code-tree.ts';
import { Completer } from './complete.ts';
import { Finder } from './find.ts';
import { type IndexView, openView } from './index-view.ts';
import { type TermSource, termSources } from './term-sources.ts';

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
/** The search over one edition. Not safe for use by two callers at once (they never are, in one thread). */
export class CodeSearch implements CodeBook {
  readonly edition: Edition;
  readonly #view: IndexView;
  readonly #codes: CodeEdition;
  readonly #finder: Finder;
  readonly #tree: CodeTree;
  readonly #completer: Completer;
  readonly #candidates: CandidateFinder;

  constructor(sections: Sections, codes: CodeEdition) {
    this.edition = codes.edition;
    this.#codes = codes;
    this.#view = openView(sections, codes);
    this.#finder = new Finder(this.#view);
    this.#tree = new CodeTree(this.#view);
    this.#completer = new Completer(this.#view, this.#tree);
    this.#candidates = new CandidateFinder(this.#view, this.#tree, this.#completer);
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
    const ranked = this.#candidates.find(question, limit, partial);
    // A word may be a code besides: the modifier IV, and what is given intravenously.
    const byWords = ranked.slice(0, limit).map((candidate) => this.#hitOf(candidate));
    return [...byCode, ...byWords.filter(({ code }) => byCode.every((hit) => hit.code !== code))].slice(
      0,
      limit,
    );
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
