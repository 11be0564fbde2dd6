import { addDays, type Claim, type IsoDate } from '../model/index.ts';
import { serviceDates } from './claim-parts.ts';
import type { ScrubCodes, ScrubFacts } from './facts.ts';

interface DatedCodes {
  date: IsoDate;
  codes: ScrubCodes;
}

/** The diagnosis codes in force on each of the dates for which a set is loaded. */
export function editionsOf(dates: readonly IsoDate[], { codesOn }: ScrubFacts): DatedCodes[] {
  return dates.flatMap((date) => {
    const codes = codesOn?.(date);
    return codes ? [{ date, codes }] : [];
  });
}

/** Whether a code stands in the edition of the day of billing, or in one a year around the service. */
export function knownElsewhere(code: string, claim: Claim, facts: ScrubFacts): boolean {
  const [first = facts.today] = serviceDates(claim);
  const dates = [facts.today, addDays(first, -365), addDays(first, 365)];
  return editionsOf(dates, facts).some(({ codes }) => codes.lookup(code) !== undefined);
}
