import type { Evidence } from '../../model/index.ts';
import { readAssertions } from '../assertion.ts';
import { clauseAt } from '../section-places.ts';
import { wordsOf } from '../words.ts';
import { type Asking, isProviders, saidNow } from './asking.ts';
import { type DrugUse, drugUses } from './drug-uses.ts';
import { listed, quoted, type Raised, raise } from './raised.ts';
import { treatments } from './treatments.ts';

const trigger = 'treatment-without-diagnosis';
const useOf = new Map(drugUses.flatMap((use) => use.drugs.map((drug) => [drug, use] as const)));

/** What the patient is given or takes, where nothing in the record says what for. */
export function treatmentsWithoutDiagnosis(asking: Asking): Raised[] {
  return [...actsWithoutDiagnosis(asking), ...drugsWithoutDiagnosis(asking)];
}

function actsWithoutDiagnosis(asking: Asking): Raised[] {
  return treatments.flatMap(({ words, subject, importance, only, explainedBy, options }) => {
    if (only === 'inpatient' && !asking.isInpatient) return [];
    const said = saidNow(asking, words);
    if (!said || asking.speaksOf(explainedBy)) return [];
    return [
      raise(
        trigger,
        subject,
        importance,
        `The record documents ${quoted(said)}.`,
        'In your clinical judgment, which condition was this given for?',
        options,
        [said],
      ),
    ];
  });
}

function drugsWithoutDiagnosis(asking: Asking): Raised[] {
  const taken = drugsTaken(asking);
  const raised = [...taken].flatMap(([{ subject, explainedBy, options }, said]) => {
    if (asking.speaksOf(explainedBy)) return [];
    return [
      raise(
        trigger,
        subject,
        1,
        `The record lists ${listed(said.map(quoted))} among what the patient takes.`,
        'In your clinical judgment, which condition is this taken for?',
        options,
        said,
      ),
    ];
  });
  return raised.slice(0, asking.isInpatient ? mostOfStay : mostOfVisit);
}

/** A list of drugs without a history would else fill all questions. */
const mostOfVisit = 1;
const mostOfStay = 2;

const mostNames = 3;
const longestClause = 1_500;
const leftOut = new Set(['allergies', 'family-history', 'instructions']);

/** Drugs of known use that the patient takes: named in a list or in the text, and not denied, stopped or of another. */
function drugsTaken({ read }: Asking): Map<DrugUse, Evidence[]> {
  const taken = new Map<DrugUse, Evidence[]>();
  for (const { document, clauses } of read.filter(isProviders)) {
    for (const { text, start, end } of wordsOf(document.text)) {
      const use = useOf.get(text);
      if (!use) continue;
      const known = taken.get(use) ?? [];
      if (known.length >= mostNames || known.some(({ quote }) => quote.toLowerCase() === text)) continue;
      const clause = clauseAt(clauses, start);
      if (
        !clause ||
        end > clause.end ||
        leftOut.has(clause.section.kind) ||
        clause.text.length > longestClause
      )
        continue;
      const meant = readAssertions(clause.text, clause.isQuestion).of(
        start - clause.start,
        end - clause.start,
      );
      if (meant !== 'present' || notTaken.test(clause.text)) continue;
      const { documentId, version } = document;
      taken.set(use, [...known, { documentId, version, start, end, quote: document.text.slice(start, end) }]);
    }
  }
  return taken;
}

const notTaken =
  /\b(?:stop|stopped|discontinu\w*|d\/c|off|allerg\w*|intoleran\w*|tried|failed|declin\w+|refus\w+|hold|held|consider\w*|discuss\w*|side effects?|reaction|option|instead of|used to|previously|wean\w*|level)\b/i;
