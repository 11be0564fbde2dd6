import type { Candidate } from '../candidates.ts';
import { clauseAround } from '../rules/stated.ts';
import { type Asking, evidenceOfValue } from './asking.ts';
import { told } from './out-of-range.ts';
import { listed, named, type Raised, raise, shortest } from './raised.ts';
import { subjectOf } from './subject-of.ts';
import { type Validation, validations } from './validations.ts';
import type { AnalyteId } from './values/analyte.ts';
import type { FoundValue } from './values/found-value.ts';

const mostTold = 6;
const leastSure = 0.45;
/** In the clause of the diagnosis: it is over, old or only named. */
const notNow =
  /\b(?:resolved|resolving|improved|corrected|history of|h\/o|prior|previous|stable|chronic|controlled)\b/i;

/** Diagnoses that every value of the record speaks against. */
export function diagnosesWithoutIndicator(asking: Asking): Raised[] {
  if (asking.person.isChild || asking.person.isPregnant) return [];
  return validations.flatMap((validation) => {
    const candidate = asking.settled.find(
      ({ code, confidence, assertion }) =>
        confidence >= leastSure && assertion === 'present' && validation.codes.test(code),
    );
    return (candidate && ask(validation, candidate, asking)) ?? [];
  });
}

function ask(validation: Validation, candidate: Candidate, asking: Asking): Raised | undefined {
  const { usual, atLeast, timesEach = 1, unlessSaid, importance } = validation;
  const found: FoundValue[] = [];
  let kinds = 0;
  for (const [id, [least, most]] of Object.entries(usual) as [AnalyteId, readonly [number, number]][]) {
    // Past values count: what was out of range before may be what the diagnosis stands on.
    const values = asking.all(id);
    if (values.length < timesEach) continue;
    if (values.some(({ value, flag }) => value < least || value > most || flag === 'low' || flag === 'high'))
      return undefined;
    kinds++;
    found.push(...values);
  }
  if (kinds < atLeast || asking.speaksOf({ words: unlessSaid })) return undefined;
  if (candidate.evidence.some((one) => notNow.test((clauseAround(asking, one)?.text ?? '').slice(0, 2_000))))
    return undefined;
  const name = shortest(candidate.evidence);
  if (!name) return undefined;
  const shown = distinctFirst(found).slice(0, mostTold);
  return raise(
    'diagnosis-without-indicator',
    subjectOf(candidate.code),
    importance,
    `The record documents ${named(name)} and shows ${listed(shown.map((one) => told(one)))}.`,
    'In your clinical judgment, was the condition present at this encounter, and by which findings?',
    [
      'It was present (please state the findings that support it)',
      'It was ruled out',
      'It is a condition of the past',
    ],
    [name, ...shown.map(evidenceOfValue)],
  );
}

/** Blood pressure is told once, as it is written. */
function distinctFirst(found: readonly FoundValue[]): FoundValue[] {
  const seen = new Set<string>();
  return found.filter(({ documentId, start, end }) => {
    const key = `${documentId} ${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
}
