import { wordsOf } from '../words.ts';
import type { CodingRule } from './rule.ts';

/** Growths of which nothing is known yet, and those that the pathologist has named. */
const unknown = /^D(?:49|37|38|39|4[0-48])/;
const named = /^(?:C|D[0-2]|D3[0-6])/;
const site = /^(?:neoplasm|mass|lesion|growth|of|the|r|l|right|left|uncertain|unspecified|behavior)$/;

/** Once a specimen is read, what it was before has no code. */
export const neoplasmFound: CodingRule = {
  id: 'neoplasm-found',
  source: 'ICD-10-CM Official Guidelines IV.K and the note at category D49',
  apply(candidates) {
    const sites = (quotes: readonly { quote: string }[]) =>
      new Set(
        quotes
          .flatMap(({ quote }) => wordsOf(quote).map(({ text }) => text))
          .filter((word) => !site.test(word)),
      );
    return candidates.filter((candidate) => {
      if (!unknown.test(candidate.code)) return true;
      const where = sites(candidate.evidence);
      return !candidates.some(
        (other) => named.test(other.code) && [...sites(other.evidence)].some((word) => where.has(word)),
      );
    });
  },
};
