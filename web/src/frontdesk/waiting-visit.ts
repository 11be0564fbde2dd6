import type { Patient } from '@superbill/contract';

type Visit = Pick<Patient['encounters'][number], 'id' | 'queue' | 'queueSince'>;

/** The visit whose registration is not complete, of several the one that has waited longest. */
export function longestWaiting<T extends Visit>(visits: readonly T[] = []): T | undefined {
  return visits
    .filter(({ queue }) => queue === 'documentation')
    .reduce<T | undefined>(
      (first, visit) => (first && first.queueSince <= visit.queueSince ? first : visit),
      undefined,
    );
}
