import type { Candidate } from '../../candidates.ts';
import { wordsOf } from '../../words.ts';
import type { CodingRule } from '../rule.ts';

/** Growths of which nothing is known yet, and those that the pathologist has named. */
const unknown = /^D(?:49|37|38|39|4[0-48])/;
const named = /^(?:C|D[0-2]|D3[0-6])/;
const site = /^(?:neoplasm|mass|lesion|growth|of|the|r|l|right|left|uncertain|unspecified|behavior)$/;

/** Once a specimen is read, what it was before has no code. */
export const neoplasmFound: CodingRule = {
  id: 'neoplasm-found',
  source: 'ICD-10-CM Official Guidelines IV.K and the note at category D49',
  reason: 'Once a growth is named, what it was before is not coded.',
  apply(candidates) {
    return candidates.filter((candidate) => !candidates.some((other) => names(other, candidate)));
  },
  standsFor: names,
};

function names(other: Candidate, candidate: Candidate): boolean {
  if (!unknown.test(candidate.code) || !named.test(other.code)) return false;
  const where = sites(candidate);
  return [...sites(other)].some((word) => where.has(word));
}

function sites({ evidence }: Candidate): Set<string> {
  const words = evidence.flatMap(({ quote }) => wordsOf(quote).map(({ text }) => text));
  return new Set(words.filter((word) => !site.test(word)));
}
