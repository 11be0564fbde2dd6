import { type CodeBook, codeRanges, inRange, type SectionPlace, type Suggestion } from '../model/index.ts';
import { alternativesTo } from './alternatives.ts';
import type { Candidate } from './candidates.ts';
import { confidenceOf } from './confidence/estimate.ts';
import { type Features, featuresOf } from './confidence/features.ts';
import { openInstructions } from './instructions.ts';
import { onAdmission } from './on-admission.ts';
import { orderByLists } from './order-by-lists.ts';
import type { Settled } from './rules/apply.ts';
import { rulesByCode } from './rules/firings.ts';
import { excludes } from './rules/general/excludes.ts';
import type { Case } from './rules/rule.ts';
import { sectionFinder } from './section-places.ts';

/** What rules left of a record, and what the record is. */
export interface SettledCase extends Settled {
  about: Case;
}

/**
 * Candidates as suggestions: sequence, where each stands, instructions of the tabular list, what is missing, what
 * else it might be.
 */
export function present(settled: SettledCase): Suggestion[] {
  const { candidates, about } = settled;
  const { book } = about;
  const judged = new Map(judgeable(settled).map((one) => [one.candidate, one]));
  const admission = onAdmission(about);
  const taken = new Set(candidates.map(({ code }) => code));
  const ordered = inSequence(candidates, about);
  const first = ordered.find((candidate) => mayLead(candidate));
  return ordered.map((candidate) => {
    const { sections = [], rules = [], features = {} } = judged.get(candidate) ?? {};
    const presentOnAdmission = admission(candidate, candidate === first);
    return {
      code: candidate.code,
      system: book.edition.system,
      title: candidate.title,
      confidence: Math.round(confidenceOf(features) * 100) / 100,
      primary: candidate === first,
      assertion: candidate.assertion,
      evidence: candidate.evidence,
      sections,
      section: sections[0] ?? { kind: 'body', heading: '' },
      path: candidate.path,
      notes: notesFor(candidate, ordered, book),
      rules,
      alternatives: alternativesTo(candidate, taken, book),
      riskCategories: book.riskCategories?.(candidate.code) ?? [],
      ...(presentOnAdmission && { presentOnAdmission }),
    };
  });
}

/** A candidate with all that its confidence is judged by. */
interface Judgeable {
  candidate: Candidate;
  code: string;
  sections: SectionPlace[];
  rules: string[];
  features: Features;
}

export function judgeable({ candidates, firings, about }: SettledCase): Judgeable[] {
  const touchedBy = rulesByCode(firings);
  const sectionOf = sectionFinder(about.read);
  return candidates.map((candidate) => {
    const { code, evidence } = candidate;
    const sections = evidence.map(sectionOf);
    const rules = touchedBy.get(code) ?? [];
    const section = sections[0]?.kind ?? 'body';
    return { candidate, code, sections, rules, features: featuresOf(candidate, { section, rules }, about) };
  });
}

/** External causes, statuses and manifestations never come first. Source: guidelines I.A.13, I.C.20.a.6, I.C.21.c.3. */
function mayLead({ code, title }: Candidate): boolean {
  return (
    !/^(?:[V-Y]|Z(?:1[6-9]|3A|37|66|67|68|7[4-9]|8|9))/.test(code) &&
    !/diseases classified elsewhere/i.test(title)
  );
}

/**
 * The order of the record, but what is only listed as chronic or comorbid stands behind what a list of discharge or
 * final diagnoses names, and what must be coded first before what says so.
 */
function inSequence(candidates: readonly Candidate[], about: Case): Candidate[] {
  const order = orderByLists(candidates, about);
  return sequenced(
    [...candidates].sort((a, b) => order(a) - order(b) || (a.code < b.code ? -1 : 1)),
    about.book,
  );
}

/** Codes in the order wanted, but that what must be coded first stands before what says so. */
export function sequenced<Coded extends { code: string }>(wanted: readonly Coded[], book: CodeBook): Coded[] {
  const waiting = [...wanted];
  const placed: Coded[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(
      (one) => !waiting.some((other) => other !== one && comesFirst(other.code, one.code, book)),
    );
    placed.push(...waiting.splice(Math.max(0, ready), 1));
  }
  return placed;
}

/** Codes that only ever add to another. A coexisting disease (`use additional code` for hypertension) may lead. */
const addsOnly = /^(?:Z|B9[5-7]|Y|R)/;

/** Whether the tabular list says at `then` to code `first` first, or at `first` to use `then` additionally. */
function comesFirst(first: string, then: string, book: CodeBook): boolean {
  const names = (code: string, kind: 'codeFirst' | 'useAdditional', other: string) =>
    (book.lookup(code)?.notes ?? []).some((placed) =>
      (placed[kind] ?? []).some((text) => codeRanges(text).some((range) => inRange(other, range))),
    );
  // `Code first poisoning due to drug or toxin` means poisonings; an adverse effect follows what it did.
  const precedes = (one: string, other: string) =>
    !/^T(?:3[6-9]|4\d|50)\.\S{2}[56]/.test(one) &&
    (names(other, 'codeFirst', one) || (names(one, 'useAdditional', other) && addsOnly.test(other)));
  return precedes(first, then) && !precedes(then, first);
}

/** What is missing and what contradicts comes first, before what the tabular list asks for besides. */
function notesFor(candidate: Candidate, all: readonly Candidate[], book: CodeBook): string[] {
  const others = all.filter(({ code }) => code !== candidate.code).map(({ code }) => code);
  const apart = others
    .filter((other) => excludes(book, candidate.code, other))
    .map(
      (other) => `Excludes1 at ${candidate.code}: not coded with ${other}, unless unrelated. Decide for one.`,
    );
  const placed = book.lookup(candidate.code)?.notes ?? [];
  return [...new Set([...candidate.missing.map(missingNote), ...apart, ...openInstructions(placed, others)])];
}

function missingNote(axis: string): string {
  if (axis === '7th character') return '7th character assumed: the record does not state the phase of care.';
  return `Not stated in the record: ${axis}. The unspecified choice is assumed.`;
}
