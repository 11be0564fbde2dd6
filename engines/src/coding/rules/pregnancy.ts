import { type Candidate, evidenceOf } from '../candidates.ts';
import { wordsOf } from '../words.ts';
import { added, type Case, type CodingRule, moved } from './rule.ts';

/** `34w2d`, `34 weeks`, `39 wks`: completed weeks of gestation. */
function weeksIn(text: string): { weeks: number; start: number; end: number } | undefined {
  const words = wordsOf(text);
  for (const [at, { text: word, start, end }] of words.entries()) {
    const compact = /^(\d{1,2})w(?:ks?|eeks?)?(?:\d\/7|\dd|\d)?$/.exec(word);
    const next = words[at + 1];
    const spelled =
      /^\d{1,2}$/.test(word) && next !== undefined && /^(?:w|wk|wks|week|weeks)$/.test(next.text);
    const weeks = Number(compact?.[1] ?? (spelled ? word : Number.NaN));
    if (weeks >= 4 && weeks <= 44) return { weeks, start, end: spelled && next ? next.end : end };
  }
  return undefined;
}

function weekCode(weeks: number): string {
  if (weeks < 8) return 'Z3A.01';
  return weeks > 42 ? 'Z3A.49' : `Z3A.${String(weeks).padStart(2, '0')}`;
}

/** Chapter 15 codes are accompanied by the week of gestation; the mother's record has the outcome, not the newborn's code. */
export const pregnancy: CodingRule = {
  id: 'pregnancy',
  source: 'ICD-10-CM Official Guidelines I.C.15.a and I.C.15.b.5; note at the chapter',
  apply(candidates, about) {
    const obstetric = candidates.some(({ code }) => /^O(?!0[0-8])/.test(code));
    if (!obstetric) return [...candidates];
    const kept = candidates
      .filter(({ code }) => !/^(?:Z33\.1|Z34)/.test(code))
      .map((candidate) => outcome(candidate, about));
    const week = gestation(kept, about);
    return week ? [...kept, week] : kept;
  },
};

function outcome(candidate: Candidate, { book }: Case): Candidate {
  if (!/^Z38/.test(candidate.code) || !book.lookup('Z37.0')) return candidate;
  const code = /twin/i.test(candidate.context) ? 'Z37.2' : 'Z37.0';
  return moved(candidate, code, book, "Outcome of delivery on the mother's record");
}

function gestation(candidates: readonly Candidate[], about: Case): Candidate | undefined {
  if (candidates.some(({ code }) => /^Z3A/.test(code))) return undefined;
  for (const { document, clauses } of about.read) {
    for (const clause of clauses) {
      const found = weeksIn(clause.text);
      if (!found) continue;
      const evidence = evidenceOf(document, clause.start + found.start, clause.start + found.end);
      const reason = `${found.weeks} completed weeks`;
      return added(weekCode(found.weeks), [evidence], about, reason, candidates.length + 450);
    }
  }
  return undefined;
}
