import type { CodeBook } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { said } from '../stated.ts';
import { weeksIn } from './gestation.ts';

/** A disease of another chapter and the subcategory of chapter 15 that it has in a pregnancy. */
interface Complicating {
  alone: RegExp;
  inPregnancy: string;
  /** Whether its own code says more and stays behind the one of chapter 15. */
  stays: boolean;
}

const complicating: readonly Complicating[] = [
  { alone: /^N30/, inPregnancy: 'O23.1', stays: false },
  { alone: /^N1[02]/, inPregnancy: 'O23.0', stays: false },
  { alone: /^N39\.0/, inPregnancy: 'O23.4', stays: false },
  { alone: /^E11/, inPregnancy: 'O24.11', stays: true },
  { alone: /^E10/, inPregnancy: 'O24.01', stays: true },
  { alone: /^I10/, inPregnancy: 'O10.01', stays: false },
  { alone: /^D(?:5|6[0-4])/, inPregnancy: 'O99.01', stays: true },
  { alone: /^E66/, inPregnancy: 'O99.21', stays: true },
  { alone: /^E(?:0[0-7]|2[0-7]|4|5[0-6]|6[0-5]|7|8)/, inPregnancy: 'O99.28', stays: true },
  { alone: /^F17/, inPregnancy: 'O99.33', stays: true },
  { alone: /^F10/, inPregnancy: 'O99.31', stays: true },
  { alone: /^F1[1-9]/, inPregnancy: 'O99.32', stays: true },
  { alone: /^F[2-9]/, inPregnancy: 'O99.34', stays: true },
  { alone: /^G/, inPregnancy: 'O99.35', stays: true },
  { alone: /^J/, inPregnancy: 'O99.51', stays: true },
  { alone: /^K[0-9]/, inPregnancy: 'O99.61', stays: true },
];

const isPregnant = /\b(?:pregnan(?:t|cy)|prenatal|antepartum|gestation\w*|iup|ega|G\d{1,2} ?P\d)/gi;
/** A child's record tells the weeks at which it was born. */
const ofChild =
  /\bborn (?:at|by|via|pre-?term|prem\w*)\b|\bex-?\d\d\b|\b(?:month|week|day)s?[- ]old\b|\bbirth ?weight\b|\bNICU\b/i;
const isNot =
  /\b(?:not pregnant|denies pregnancy|pregnancy test (?:was )?neg|hcg neg|postpartum|post partum|weeks? after delivery|delivered)/i;

/** Whether the record is of a pregnancy that goes on: it states a code of chapter 15 or a week of gestation. */
function goesOn(candidates: readonly Candidate[], about: Case): boolean {
  const { read } = about;
  if (read.some(({ clauses }) => clauses.some(({ text }) => isNot.test(text)))) return false;
  if (candidates.some(({ code }) => /^(?:O(?!0[0-8]|8|9[0-8])|Z3A|Z33\.1|Z34)/.test(code))) return true;
  if (read.some(({ clauses }) => clauses.some(({ text }) => ofChild.test(text)))) return false;
  // The weeks stand with the words that call them weeks of gestation.
  return said(about, isPregnant, ({ text }) => weeksIn(text) !== undefined) !== undefined;
}

/** The code for a trimester that the record does not state; the pregnancy rule reads it from the weeks. */
function withoutTrimester(subcategory: string, book: CodeBook): string | undefined {
  if (book.lookup(subcategory)?.billable) return subcategory;
  return book
    .children(subcategory)
    .find((code) => /unspecified trimester/i.test(book.lookup(code)?.title ?? ''));
}

/** In a pregnancy a disease of another chapter complicates it, unless the record says that it does not. */
export const complicatingPregnancy: CodingRule = {
  id: 'complicating-pregnancy',
  source: 'ICD-10-CM Official Guidelines I.C.15.a.1 and I.C.15.c',
  reason: 'A disease in a pregnancy is coded by chapter 15, unless the pregnancy is incidental to it.',
  apply(candidates, about) {
    if (!goesOn(candidates, about)) return [...candidates];
    const all = [...candidates.map((candidate) => named(candidate, about)), ...alone(candidates, about)];
    return all.flatMap((candidate) => inChapter(candidate, all, about));
  },
};

/** `Hypothyroidism complicating pregnancy`, found as a complication that is not specified. */
const unspecific = /^O(?:26\.[89]|99\.89)/;
const relation = /,? ?\b(?:complicating|affecting|in|during|of) (?:the |this |her )?pregnancy\b.*$/is;

/** The disease that such words name. */
function named(candidate: Candidate, { book }: Case): Candidate {
  const [evidence] = candidate.evidence;
  if (!evidence || !unspecific.test(candidate.code) || !relation.test(evidence.quote)) return candidate;
  const hit = book.search(evidence.quote.replace(relation, ''), { limit: 1 })[0];
  const is = hit?.billable && complicating.some(({ alone }) => alone.test(hit.code));
  return is
    ? moved(candidate, hit.code, book, `The disease that complicates the pregnancy: ${hit.path[0] ?? ''}`)
    : candidate;
}

/** A disease with its code of chapter 15, where it has one that is not there yet. */
function inChapter(candidate: Candidate, all: readonly Candidate[], { book }: Case): Candidate[] {
  const found = complicating.find(({ alone }) => alone.test(candidate.code));
  const code = found && withoutTrimester(found.inPregnancy, book);
  if (!found || !code || /\bincidental\b/i.test(candidate.context)) return [candidate];
  if (all.some((other) => other.code.startsWith(found.inPregnancy))) return found.stays ? [candidate] : [];
  const obstetric = {
    ...moved(candidate, code, book, 'In a pregnancy: chapter 15 comes first'),
    order: candidate.order - 0.5,
  };
  return found.stays ? [obstetric, candidate] : [obstetric];
}

/** `Iron deficiency anemia complicating pregnancy` found in chapter 15: the anemia is coded behind it. */
function alone(candidates: readonly Candidate[], { book }: Case): Candidate[] {
  return candidates.flatMap((candidate) => {
    const [evidence] = candidate.evidence;
    if (!evidence || !/^O(?:99|24\.[01])/.test(candidate.code) || !relation.test(evidence.quote)) return [];
    const hit = book.search(evidence.quote.replace(relation, ''), { limit: 1 })[0];
    const fits = complicating.some(
      ({ alone: disease, inPregnancy, stays }) =>
        stays && hit && disease.test(hit.code) && candidate.code.startsWith(inPregnancy),
    );
    if (!hit?.billable || !fits || candidates.some(({ code }) => code === hit.code)) return [];
    const behind = moved(candidate, hit.code, book, `The disease itself: ${hit.path[0] ?? ''}`);
    return [{ ...behind, order: candidate.order + 0.5 }];
  });
}
