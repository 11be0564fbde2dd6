import { evidenceOf } from '../../candidates.ts';
import { wordsOf } from '../../words.ts';
import { added, type Case, type CodingRule } from '../rule.ts';

/** Diagnoses by weight, with which the index may be reported. */
const byWeight = /^(?:E66|E40|E41|E43|E44|E45|E46|R63\.[4-6]|F50)/;

/** The index of a pregnant woman is not coded. Source: I.C.21.c.3. */
const ofPregnancy = /^(?:O(?!0[0-8]|8[5-9]|9[0-2])|Z3A|Z33\.1|Z34)/;
/** The codes of an index are of adults; a child's are by its percentile. Source: note at Z68. */
const adultYears = 20;
const age =
  /\b(?:(\d{1,3})[- ]?(?:yo|y\/o|(?:year|yr)s?[- ]?old)|\d{1,2}[- ]?(?:months?|mo|weeks?|wk|days?)[- ]?old)\b/i;
const opening = 400;

/** By the first age of a record, which is the patient's. */
function isChild({ read }: Case): boolean {
  for (const { document } of read) {
    const match = age.exec(document.text.slice(0, opening));
    if (match) return Number(match[1] ?? 0) < adultYears;
  }
  return false;
}

/** The number behind `BMI`, with its span in the clause. */
function bodyMassIndex(text: string): { value: number; start: number; end: number } | undefined {
  const label = wordsOf(text).find(
    (word, at, all) => word.text === 'bmi' || (word.text === 'index' && all[at - 1]?.text === 'mass'),
  );
  if (!label) return undefined;
  const match = /\d{2}(?:\.\d{1,2})?/.exec(text.slice(label.end, label.end + 24));
  if (!match) return undefined;
  const end = label.end + match.index + match[0].length;
  return { value: Number(match[0]), start: label.start, end };
}

/** The adult code whose title has the range of a value: `40.0-44.9`. */
function codeFor(value: number, about: Case): string | undefined {
  const open = ['Z68'];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    const children = about.book.children(code);
    open.push(...children);
    const title = about.book.lookup(code)?.title ?? '';
    if (children.length > 0 || !/adult/i.test(title)) continue;
    const [low, high] = [...title.matchAll(/\d{2}(?:\.\d)?/g)].map((match) => Number(match[0]));
    if (low === undefined) continue;
    if (
      high !== undefined
        ? value >= low && value < high + 0.1
        : /or (?:less|lower)/i.test(title)
          ? value <= low
          : value >= low
    )
      return code;
  }
  return undefined;
}

/** The body mass index may be taken from anyone's documentation once a provider states the diagnosis. */
export const bodyMassIndexCode: CodingRule = {
  id: 'body-mass-index',
  source: 'ICD-10-CM Official Guidelines I.B.14 and I.C.21.c.3',
  reason: 'The body mass index is coded beside a diagnosis of weight.',
  apply(candidates, about) {
    if (
      !candidates.some(({ code }) => byWeight.test(code)) ||
      candidates.some(({ code }) => /^Z68/.test(code) || ofPregnancy.test(code)) ||
      isChild(about)
    ) {
      return [...candidates];
    }
    const [latest] = stated(about).sort((a, b) => b.rank - a.rank);
    const index =
      latest &&
      added(
        latest.code,
        [latest.evidence],
        about,
        `Body mass index ${latest.value}`,
        candidates.length + 400,
      );
    return index ? [...candidates, index] : [...candidates];
  },
};

/** Where a value is of today: an assessment repeats what was measured, a history may tell an old one. */
const rankOf: Partial<Record<string, number>> = { assessment: 3, impression: 3, vitals: 2, exam: 2 };

/** Every index that the record states, with the code of its range. */
function stated(about: Case) {
  return about.read.flatMap(({ document, clauses }) =>
    clauses.flatMap((clause) => {
      const found = bodyMassIndex(clause.text);
      const code = found && codeFor(found.value, about);
      if (!found || !code) return [];
      const evidence = evidenceOf(document, clause.start + found.start, clause.start + found.end);
      return [{ code, evidence, value: found.value, rank: rankOf[clause.section.kind] ?? 0 }];
    }),
  );
}
