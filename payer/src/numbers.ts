import type { IsoDate } from '@superbill/engines/model';
import type { Counters } from './state.ts';

/** ISA13 and GS06 of the next file: 1 to 999,999,999, then from the beginning, as X12 allows. */
export function nextInterchange(counters: Counters): number {
  counters.interchange = (counters.interchange % 999_999_999) + 1;
  return counters.interchange;
}

/** The payer's number of a claim, CLP07: year, then a count that never begins again. */
export function nextClaimNumber(counters: Counters, today: IsoDate): string {
  counters.claim += 1;
  return `${today.slice(0, 4)}${String(counters.claim).padStart(9, '0')}`;
}

/** TRN02: never used twice. */
export function nextTrace(counters: Counters, payerId: string): string {
  counters.payment += 1;
  return `${payerId}${String(counters.payment).padStart(9, '0')}`;
}

export function nextAuthorization(counters: Counters): string {
  counters.authorization += 1;
  return `A${String(counters.authorization).padStart(9, '0')}`;
}
