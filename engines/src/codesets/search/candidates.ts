import type { CodeTree } from './code-tree.ts';
import type { Completer, Leaf } from './complete.ts';
import type { IndexView } from './index-view.ts';
import { Pregnancies } from './pregnancies.ts';
import { askFor, type Question } from './question.ts';
import { type RankedTerm, Ranker } from './rank.ts';
import { readingsOf } from './readings.ts';
import { Speller } from './spelling.ts';
import { Weigher } from './weigh.ts';
import { weights } from './weights.ts';

/** Terms looked at per answer asked for: several terms lead to one code. */
const termsPerHit = 8;
/** Who asks for no more answers than this wants the best one, as a note does of each of its lines. */
const few = 5;
const termsPerFewHits = 5;
/** An answer this good is not bettered by another reading of an abbreviation, which is worth less from the start. */
const good = 0.95;

/** What a small part of a question is worth beside the whole. */
const partWorth = 0.6;

/** A code of chapter 15 that answers so much of the disease is meant, and no range of codes. */
const enoughAnswered = 0.75;
/** Below this score a disease in a pregnancy is only guessed. */
const clearlyNamed = 0.6;

/** A code that may answer a question, by place. */
export interface Candidate {
  place: number;
  score: number;
  /** The term that leads to it, and the one that sent the question to a table. */
  term: number;
  by: number | undefined;
  /** How the term's code was completed. */
  steps: string[];
  missing: string[];
}

/** Finds the codes that may answer a question: every reading asked of the terms, each term brought to a leaf. */
export class CandidateFinder {
  readonly #view: IndexView;
  readonly #ranker: Ranker;
  readonly #speller: Speller;
  readonly #tree: CodeTree;
  readonly #completer: Completer;
  readonly #weigher: Weigher;
  readonly #pregnancies: Pregnancies;

  constructor(view: IndexView, tree: CodeTree, completer: Completer) {
    this.#view = view;
    this.#tree = tree;
    this.#completer = completer;
    this.#ranker = new Ranker(view);
    this.#speller = new Speller(view);
    this.#weigher = new Weigher(view, tree);
    this.#pregnancies = new Pregnancies(view);
  }

  /** The candidates, best first. */
  find(question: string, limit: number, partial: boolean): Candidate[] {
    const best = new Map<number, Candidate>();
    let whole = 0;
    let top = 0;
    const terms = limit * (limit <= few ? termsPerFewHits : termsPerHit);
    for (const { words, likelihood, by } of readingsOf(question, partial, this.#view)) {
      if (limit <= few && top >= good && likelihood < 1) continue;
      const asked = askFor(words, this.#view, this.#speller, partial);
      whole = Math.max(whole, asked.total);
      // What stands in parentheses alone answers only as much of the question as it is.
      const part = partWorth + (1 - partWorth) * Math.min(1, asked.total / Math.max(1e-6, whole));
      for (const ranked of this.#ranker.rank(asked.slots, terms)) {
        const candidate = this.#candidate(ranked, asked, likelihood * part, by);
        top = Math.max(top, candidate.score);
        const known = best.get(candidate.place);
        if (!known || known.score < candidate.score) best.set(candidate.place, candidate);
      }
    }
    for (const candidate of this.#inPregnancy(question, best)) {
      if ((best.get(candidate.place)?.score ?? 0) < candidate.score) best.set(candidate.place, candidate);
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.place - b.place);
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
        this.#view.edition.row(candidate.place).code.startsWith('O') &&
        this.#answered(disease, candidate) >= enoughAnswered,
    );
    if (meant.length > 0) return meant.map((one) => ({ ...one, score: one.score + weights.pregnant }));
    const whole = askFor(words, this.#view, this.#speller, false);
    let best: Candidate | undefined;
    for (const ranked of this.#ranker.rank(disease.slots, termsPerHit)) {
      const candidate = this.#candidate(ranked, disease, 1);
      if (!best || candidate.score > best.score) best = candidate;
    }
    const target = best && this.#pregnancies.placeFor(this.#view.edition.row(best.place).code);
    if (!best || best.score < clearlyNamed || !target) return [];
    const { place, steps, missing } = this.#completer.descend(target.place, whole.context);
    const { code, title } = this.#view.edition.row(best.place);
    const by = [
      `${code}: ${title}`,
      `Tabular list, ${this.#view.edition.row(target.place).code}: ${target.written}`,
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
}
