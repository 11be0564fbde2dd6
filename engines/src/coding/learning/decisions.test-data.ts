import type { Instant } from '../../model/index.ts';
import type { Decision } from './decision.ts';

/** A decision that was made on the day of the month its visit is numbered with; a test states only its part. */
export function aDecision(visit: number, part: Partial<Decision> = {}): Decision {
  return {
    patient: `patient ${visit}`,
    encounter: `visit ${visit}`,
    code: 'E11.9',
    outcome: 'accepted',
    at: `2027-03-${String(1 + (visit % 28)).padStart(2, '0')}T10:00:00.000Z` as Instant,
    quotes: [],
    ...part,
  };
}

/** So many decisions on as many patients. */
export function decisions(count: number, part: Partial<Decision>, from = 0): Decision[] {
  return Array.from({ length: count }, (_, index) => aDecision(from + index, part));
}
