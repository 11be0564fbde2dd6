import type { Evidence } from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import type { Case } from '../rule.ts';
import { readingOf } from '../stated.ts';
import { type Organism, organismIn } from './organisms.ts';

/** What grew from a specimen. */
export interface Culture {
  organism: Organism;
  /** The sentence that tells it, for the specimen's name. */
  text: string;
  evidence: Evidence;
}

const grown =
  /\b(?:cultures?|cx|cxs|bcx|ucx|grew|grow|growing|growth|isolat\w+|gram stain|pcr|swab|sputum|bal|positive for|organisms?|pylori|bacteremia|wound|urine)\b/i;
const mostCultures = 20;

/** The organisms that the record says were found, in its order. What did not grow is denied in it. */
export function culturesIn({ read }: Case): Culture[] {
  const found: Culture[] = [];
  for (const { document, clauses } of read) {
    if (document.kind === 'problem-list') continue;
    for (const clause of clauses) {
      const { kind } = clause.section;
      if (kind === 'family-history' || kind === 'allergies' || kind === 'past-history') continue;
      if (!grown.test(clause.text)) continue;
      const named = organismIn(clause.text);
      if (!named || readingOf(clause).of(named.end - 1, named.end) !== 'present') continue;
      found.push({
        organism: named.organism,
        text: clause.text,
        evidence: evidenceOf(document, clause.start + named.start, clause.start + named.end),
      });
      if (found.length >= mostCultures) return found;
    }
  }
  return found;
}
