import { byText } from './by-text.ts';
import type { Decision, LearningOptions } from './decision.ts';
import { fewestPatients, type RememberedPhrase } from './model.ts';
import { phraseOf } from './phrase.ts';

/** A memory holds the phrases that most visits speak for. */
const mostPhrases = 500;

interface Tally {
  phrase: string;
  code: string;
  patients: Set<string>;
  accepted: Set<string>;
  rejected: Set<string>;
}

/**
 * The phrases that coders tied to codes, counted by visits. A phrase stays out until the records of two
 * different patients spoke for it, so that none can be a single person's.
 */
export function learnPhrases(
  decisions: readonly Decision[],
  { knowsWord, forgotten = [] }: LearningOptions,
): RememberedPhrase[] {
  const forgottenAt = new Map<string, string>();
  for (const { phrase, code, at } of forgotten) {
    const key = `${code} ${phrase}`;
    if ((forgottenAt.get(key) ?? '') < at) forgottenAt.set(key, at);
  }
  const tallies = new Map<string, Tally>();
  for (const { patient, encounter, code, outcome, at, quotes } of decisions) {
    for (const quote of quotes) {
      const phrase = phraseOf(quote, knowsWord);
      if (phrase === undefined) continue;
      const key = `${code} ${phrase}`;
      if (at <= (forgottenAt.get(key) ?? '')) continue;
      const tally: Tally = tallies.get(key) ?? {
        phrase,
        code,
        patients: new Set(),
        accepted: new Set(),
        rejected: new Set(),
      };
      tallies.set(key, tally);
      tally.patients.add(patient);
      tally[outcome].add(encounter);
    }
  }
  return [...tallies.values()]
    .filter(({ patients }) => patients.size >= fewestPatients)
    .map(({ phrase, code, accepted, rejected }) => ({
      phrase,
      code,
      accepted: accepted.size,
      rejected: rejected.size,
    }))
    .sort((a, b) => visits(b) - visits(a) || byName(a, b))
    .slice(0, mostPhrases)
    .sort(byName);
}

const visits = ({ accepted, rejected }: RememberedPhrase) => accepted + rejected;

const byName = (a: RememberedPhrase, b: RememberedPhrase) =>
  byText(a.phrase, b.phrase) || byText(a.code, b.code);
