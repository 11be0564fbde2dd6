import type { Evidence } from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';

/** Words that mean a vaccine by themselves. */
const vaccine =
  /\b(?:vaccin\w*|immuniz\w*|tdap|dtap|mmr|ipv|pcv\d{0,2}|ppsv23|hpv|shingrix|rzv|menacwy|(?:flu|covid|rsv|tetanus|shingles) shots?)\b/i;
/** Diseases whose name stands for their vaccine, where one was given. */
const disease = /\b(?:flu|influenza|pneumococcal|varicella|covid|rsv|hepatitis [ab]|hep [ab])\b/i;
const givenNow = /\b(?:given|administered|deltoid|today)\b/i;
const givenAtAll = /\b(?:given|administered|deltoid)\b/i;
/** Given before, elsewhere, later, or not at all. */
const elsewhere =
  /\b(?:declin\w+|refus\w+|defer\w*|pharmacy|up to date|utd|last (?:yr|year|fall|month)|already|done|complete|due|recommend\w*|this fall|in \d+\+? (?:mo|wk|week|month|yr|year)s?|next|at \d+|will|offered|discuss\w*|swab|test|negative|neg)\b/i;
const sections = new Set(['assessment', 'impression', 'plan', 'body', 'procedure', 'present-illness']);

/** Where the record says that a vaccine was given at this visit. */
function vaccinated({ read }: Case): Evidence | undefined {
  for (const { document, clauses } of read) {
    if (document.kind !== 'note') continue;
    for (const clause of clauses) {
      const { section, text, start, isQuestion } = clause;
      if (!sections.has(section.kind) || isQuestion || elsewhere.test(text)) continue;
      const named =
        (givenNow.test(text) ? vaccine.exec(text) : null) ??
        (givenAtAll.test(text) ? disease.exec(text) : null);
      if (!named) continue;
      const end = named.index + named[0].length;
      const meaning = readingOf(clause).of(named.index, end);
      if (meaning === 'negated' || meaning === 'family' || meaning === 'history') continue;
      return evidenceOf(document, start + named.index, start + end);
    }
  }
  return undefined;
}

/** The reason for a vaccination is coded when it is given, not when vaccines are spoken of. */
export const immunization: CodingRule = {
  id: 'immunization',
  source: 'ICD-10-CM Official Guidelines I.C.21.c.2',
  reason: 'The encounter for immunization is coded when a vaccine is given.',
  apply(candidates, about) {
    const said = vaccinated(about);
    const others = candidates.filter(({ code }) => code !== 'Z23');
    const coded = candidates.find(({ code }) => code === 'Z23');
    if (!said) {
      const spoken = coded?.evidence.every((evidence) =>
        elsewhere.test(clauseAround(about, evidence)?.text ?? ''),
      );
      return spoken ? others : [...candidates];
    }
    if (coded) return [...candidates];
    const encounter = added('Z23', [said], about, 'Vaccine given at this visit', candidates.length + 250);
    return encounter ? [...candidates, encounter] : [...candidates];
  },
};
