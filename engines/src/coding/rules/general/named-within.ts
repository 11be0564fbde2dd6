import type { Candidate } from '../../candidates.ts';
import { wordsOf } from '../../words.ts';
import type { CodingRule } from '../rule.ts';
import { sameSide, vague } from './specific-over-unspecified.ts';

function isWithin(words: readonly string[], longer: readonly string[]): boolean {
  return words.length < longer.length && words.every((word) => longer.includes(word));
}

const cause = /\b(?:from|due to|secondary to|caused by|because of)\b|\b2\/2\b/i;

/** Whether each place that names one diagnosis says no more than a place that names the other. */
function saysLess(candidate: Candidate, other: Candidate): boolean {
  // `Hematochezia from diverticulosis` names both: what stands behind the cause's words is no longer name.
  const longer = other.evidence.map(({ quote }) =>
    wordsOf(quote.split(cause, 1)[0] ?? '').map(({ text }) => text),
  );
  return candidate.evidence.every(({ quote }) => {
    const words = wordsOf(quote).map(({ text }) => text);
    return longer.some((all) => isWithin(words, all));
  });
}

/**
 * `Flexural eczema … eczema`, `iron deficiency anemia … anemia`: the shorter name repeats the longer one,
 * where its code is unspecified or of the same category.
 */
export const namedWithin: CodingRule = {
  id: 'named-within',
  source: 'ICD-10-CM Official Guidelines I.B.2 and I.B.18',
  reason: 'The shorter name repeats a longer one that is coded.',
  apply(candidates) {
    return candidates.filter(
      (candidate) => !candidates.some((other) => other !== candidate && repeats(other, candidate)),
    );
  },
  standsFor: repeats,
};

function repeats(other: Candidate, candidate: Candidate): boolean {
  return (
    (vague(candidate) || other.code.slice(0, 3) === candidate.code.slice(0, 3)) &&
    // What a rule read on purpose repeats nothing.
    candidate.ground.by !== 'rule' &&
    !/^Z/.test(other.code) &&
    // `Cancer of the prostate metastatic to bone` names the primary and the spread.
    !(/^C7[789]/.test(other.code) && /^C(?!7[789])/.test(candidate.code)) &&
    // `Sepsis due to pneumonia` is both.
    !/^A4[01]/.test(candidate.code) &&
    !/diseases classified elsewhere/i.test(candidate.title) &&
    sameSide(candidate, other) &&
    saysLess(candidate, other)
  );
}
