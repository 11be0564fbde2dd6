import type { Candidate } from '../../candidates.ts';
import type { Clause } from '../../clauses.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { firstSaid } from '../stated.ts';
import { weekOfGestation } from './gestation.ts';

/** What only a visit for a pregnancy has. */
const obstetricVisit = /\b(?:prenatal|antenatal|G\d{1,2} ?P\d{1,4}|\d{1,2} ?(?:wk|week)s? IUP)\b/i;

/** Chapter 15 codes are accompanied by the week of gestation; the mother's record has the outcome, not the newborn's code. */
export const pregnancy: CodingRule = {
  id: 'pregnancy',
  source: 'ICD-10-CM Official Guidelines I.C.15.a, I.C.15.b.5 and I.C.21.c.11; note at the chapter',
  reason: 'In a pregnancy codes of chapter 15 come first, and the week of gestation goes with them.',
  apply(candidates, about) {
    const found = candidates.map((candidate) => streptococcus(candidate, about));
    const obstetric = found.some(({ code }) => /^O(?!0[0-8])/.test(code));
    if (!obstetric) return found;
    const week = found.every(isOver) ? undefined : weekOfGestation(found, about);
    const weeks = week ? Number(/^\d+/.exec(week.path[0] ?? '')?.[0]) : weeksCoded(found);
    const kept = found
      .filter(({ code }) => !/^(?:Z33\.1|Z34)/.test(code) && !isImmuneTo(code, about))
      .map((candidate) => outcome(candidate, about))
      .map((candidate) => (weeks ? inTrimester(candidate, weeks, about) : candidate))
      .map((candidate) => dietControlled(candidate, about));
    return week ? [...kept, week] : kept;
  },
  standsFor: ({ code }) => /^O/.test(code),
};

/** After the birth there are no weeks of gestation to tell. Source: I.C.21.c.11. */
function isOver({ code }: Candidate): boolean {
  return !/^O/.test(code) || /^O(?:8[5-79]|9[0-2])/.test(code);
}

/**
 * In an obstetric record `GBS` is the streptococcus, not the neuropathy of the same initials, and being its
 * carrier has a code of chapter 15, which comes before those of other chapters.
 */
function streptococcus(candidate: Candidate, { book, read }: Case): Candidate {
  const initials =
    candidate.code === 'G61.0' && candidate.evidence.every(({ quote }) => /\bGBS\b/.test(quote));
  if (!initials && candidate.code !== 'Z22.330') return candidate;
  const obstetric = read.some(({ clauses }) => clauses.some(({ text }) => obstetricVisit.test(text)));
  if (!obstetric || !book.lookup('O99.820')) return candidate;
  return moved(candidate, 'O99.820', book, 'Group B streptococcus in a pregnancy (I.C.15.a.1)');
}

/** Diseases that a pregnant woman is tested for being immune to. */
const preventable = /^B(?:01|05|06|26)/;

function isImmuneTo(code: string, { read }: Case): boolean {
  if (!preventable.test(code)) return false;
  return read.some(({ mentions }) =>
    mentions.some(
      (mention) => mention.assertion === 'hypothetical' && mention.code.slice(0, 3) === code.slice(0, 3),
    ),
  );
}

const ordinals = ['first', 'second', 'third'];

/** The completed weeks that a code of category Z3A among the candidates says. */
function weeksCoded(candidates: readonly Candidate[]): number | undefined {
  const coded = candidates.find(({ code }) => /^Z3A\.(?:0[89]|[1-4]\d)$/.test(code));
  return coded && Number(coded.code.slice(4));
}

/** The trimester follows from the weeks: up to 13, 27, and more. Source: I.C.15.a.3 and the note at the chapter. */
function inTrimester(candidate: Candidate, weeks: number, { book }: Case): Candidate {
  if (!/^O/.test(candidate.code) || !/unspecified trimester/i.test(candidate.title)) return candidate;
  const trimester = ordinals[weeks < 14 ? 0 : weeks < 28 ? 1 : 2];
  const parent = book.lookup(candidate.code)?.parents.at(-1)?.code;
  const code =
    parent &&
    book
      .children(parent)
      .find((child) => book.lookup(child)?.title.toLowerCase().includes(`${trimester} trimester`));
  return code ? moved(candidate, code, book, `${weeks} weeks: ${trimester} trimester`) : candidate;
}

const diet = new Set(['diet', 'a1', 'a1gdm']);
const drugs = new Set(['insulin', 'metformin', 'glyburide', 'a2gdm']);

/** Gestational diabetes is divided by how it is controlled; the record says so in the plan for it. */
function dietControlled(candidate: Candidate, about: Case): Candidate {
  if (candidate.code !== 'O24.419' || !about.book.lookup('O24.410')) return candidate;
  const inCare = ({ section }: Clause) => section.kind === 'assessment' || section.kind === 'plan';
  const said = firstSaid(about, diet, inCare);
  if (!said || firstSaid(about, drugs, inCare)) return candidate;
  const joined = moved(candidate, 'O24.410', about.book, 'Controlled by diet');
  return { ...joined, evidence: [...candidate.evidence, said] };
}

function outcome(candidate: Candidate, { book }: Case): Candidate {
  if (!/^Z38/.test(candidate.code) || !book.lookup('Z37.0')) return candidate;
  const code = /twin/i.test(candidate.context) ? 'Z37.2' : 'Z37.0';
  return moved(candidate, code, book, "Outcome of delivery on the mother's record");
}
