import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { isExplainedOtherwise, isUnrelated } from '../presumed-link.ts';
import { added, type Case, type CodingRule, isDiabetes, moved } from '../rule.ts';
import { affirmedOf, readingOf } from '../stated.ts';

/** A complication that the index presumes to be due to diabetes: what it is coded as alone, and what follows the category's dot. */
interface Complication {
  alone: RegExp;
  suffix: string;
  /** Words in the record that ask for another suffix. */
  instead?: { words: RegExp; suffix: string };
  /** Whether the complication's own code says more and stays. */
  stays: boolean;
}

const complications: Complication[] = [
  { alone: /^N18/, suffix: '22', stays: true },
  { alone: /^(?:N04|N05|N08|N28\.9)/, suffix: '21', stays: false },
  { alone: /^(?:G62\.9|G60\.[389]|G63)/, suffix: '42', stays: false },
  { alone: /^G90\.9/, suffix: '43', stays: false },
  { alone: /^K31\.84/, suffix: '43', stays: true },
  { alone: /^(?:I73\.9|I79\.8)/, suffix: '51', stays: false },
  { alone: /^I70\.26/, suffix: '52', stays: true },
  { alone: /^I70\.2/, suffix: '51', stays: true },
  { alone: /^I96/, suffix: '52', stays: false },
  { alone: /^H35\.00/, suffix: '319', stays: false },
  { alone: /^L97\.[45]/, suffix: '621', stays: true },
  { alone: /^L97/, suffix: '622', stays: true },
  { alone: /^M86/, suffix: '69', stays: true },
  { alone: /^M14\.6/, suffix: '610', stays: false },
  { alone: /^R73\.9/, suffix: '65', stays: false },
  { alone: /^E16\.[0-2]/, suffix: '649', stays: false },
  { alone: /^E16\.A/, suffix: '649', stays: true },
];

/** Diabetes coded as if nothing came with it. */
const plain = /^E(?:08|09|10|11|13)\.9$/;

const control = ['poorly controlled', 'inadequately controlled', 'out of control', 'poor control'];
const ofSugar = /diabet|glucose|sugar|glycemi|a1c|dm\b/i;

/** Where the record says that the diabetes is poorly controlled. */
function poorControl({ read }: Case): Evidence | undefined {
  for (const { document, clauses } of read) {
    for (const clause of clauses) {
      const lower = clause.text.toLowerCase();
      const phrase = control.find((words) => lower.includes(words));
      if (phrase === undefined || !ofSugar.test(clause.text) || lower.length !== clause.text.length) continue;
      const at = lower.indexOf(phrase);
      if (readingOf(clause).of(at, at + phrase.length) !== 'present') continue;
      return evidenceOf(document, clause.start + at, clause.start + at + phrase.length);
    }
  }
  return undefined;
}

const diabetic = /diabet|\b(?:T[12])?DM[12]?\b|sugar|glyc/i;
/** Causes that leave the presumed one standing: each of them is presumed too. */
const presumed = /diabet|\b(?:T[12])?DM[12]?\b|sugar|glyc|hypertens|\bHTN\b/i;

/** Whether a condition has another cause than the diabetes, said or coded: the ulcer of a leg with its veins. */
function isAnothers(condition: Candidate, all: readonly Candidate[], about: Case): boolean {
  if (isUnrelated(condition, diabetic, about)) return true;
  const ofVeins = /^L97/.test(condition.code) && all.some(({ code }) => /^I(?:83|87)\./.test(code));
  return ofVeins || isExplainedOtherwise(condition, presumed, about);
}

/** `Diabetic kidney disease` names the diabetes with its complication; without a type it is type 2 (I.C.4.a.2). */
function named(candidates: readonly Candidate[], about: Case): Candidate | undefined {
  const complication = candidates.find(
    (one) =>
      complications.some(({ alone, stays }) => stays && alone.test(one.code)) &&
      /(?<!non[- ]?)\bdiabetic\b(?! (?:diet|shoe|educat|exam|screen|suppl))/i.test(affirmedOf(one, about)),
  );
  return (
    complication && added('E11.9', complication.evidence, about, 'Called diabetic', complication.order - 0.5)
  );
}

/**
 * Diabetes and a condition that the index lists under `with` are coded together, unless the record says
 * they are unrelated.
 */
export const diabetesWith: CodingRule = {
  id: 'diabetes-with',
  source: 'ICD-10-CM Official Guidelines I.A.15 "With" and I.C.4.a',
  reason: 'Diabetes and what it is presumed to cause are coded together.',
  apply(candidates, about) {
    const { book } = about;
    const coded = candidates.find(({ code }) => isDiabetes(code));
    const diabetes = coded ?? named(candidates, about);
    if (!diabetes) return [...candidates];
    const category = diabetes.code.slice(0, 3);
    const combined = new Map<string, Candidate>();
    const dropped = new Set<Candidate>();
    for (const other of candidates) {
      const complication = complications.find(({ alone }) => alone.test(other.code));
      if (!complication || isAnothers(other, candidates, about)) continue;
      const code = book.complete(`${category}.${complication.suffix}`, other.context).code;
      if (!book.lookup(code)?.billable) continue;
      const joined = moved(
        diabetes,
        code,
        book,
        `Diabetes with ${other.title.toLowerCase()}: coded together (I.A.15)`,
      );
      combined.set(code, {
        ...joined,
        evidence: [...diabetes.evidence, ...other.evidence],
        order: plain.test(diabetes.code) ? diabetes.order : other.order - 0.5,
      });
      if (!complication.stays) dropped.add(other);
    }
    const uncontrolled = `${category}.65`;
    const said = poorControl(about);
    if (
      said &&
      book.lookup(uncontrolled)?.billable &&
      !candidates.some(({ code }) => code === uncontrolled)
    ) {
      const joined = moved(
        diabetes,
        uncontrolled,
        book,
        'Poorly controlled: the index leads to hyperglycemia',
      );
      combined.set(uncontrolled, { ...joined, evidence: [...diabetes.evidence, said] });
    }
    if (combined.size === 0) return [...candidates];
    return [...(coded ? [] : [diabetes]), ...candidates].flatMap((candidate) => {
      if (dropped.has(candidate)) return [];
      if (plain.test(candidate.code)) return candidate === diabetes ? [...combined.values()] : [];
      if (candidate !== diabetes) return [candidate];
      return [candidate, ...[...combined.values()].filter(({ code }) => code !== candidate.code)];
    });
  },
  standsFor: ({ code }) => isDiabetes(code),
};
