import type { EvaluationElement } from '../../../model/index.ts';
import { type ReadClause, spanIn } from './reading.ts';

const minutesOf = /(?<minutes>\d{1,3}) ?(?:minutes?|mins?\b)/gi;
const spent =
  /\b(?:total (?:visit |encounter |face-to-face |provider |physician )?time|time spent|spent|total of|total minutes|time:|time on (?:the )?date|total encounter time|total provider time)\b/i;
/** Minutes of something else: of counseling alone, a procedure, a drug, a symptom, the staff. */
const other =
  /\b(?:smoking|tobacco|cessation|exercise|ago|infus\w+|over \d+ min|every \d+|procedure time|prolonged|critical care|advance care|walk\w*|symptoms? last\w*|lasting|lasted|seizure|nurs(?:e|ing) (?:time|spent)|psychotherapy|therapy time|for \d+ minutes then|after \d+ min|wait\w*|observ\w+ for)\b/i;

/**
 * The total time of the physician on the date of the encounter, where it is told; the longest where a part is told
 * too. Source: CPT E/M guidelines, "time".
 */
export function totalTimeIn(clauses: readonly ReadClause[]): EvaluationElement | undefined {
  let found: EvaluationElement | undefined;
  for (const read of clauses) {
    if (!spent.test(read.text) || other.test(read.text)) continue;
    for (const match of read.text.matchAll(minutesOf)) {
      const minutes = Number(match.groups?.minutes);
      if (found?.minutes !== undefined && found.minutes >= minutes) continue;
      found = {
        area: 'time',
        kind: 'total-time',
        what: `${minutes} minutes`,
        counts: 'total time on the date of the encounter',
        minutes,
        evidence: [spanIn(read, match.index, match.index + match[0].length)],
      };
    }
  }
  return found;
}
