import { addMilliseconds, type Instant } from '@superbill/engines/model';

/** What counts failed tries for logins that nobody has. */
export interface Strangers {
  /** Counts a failed try; true when the login now rests, or rests already. */
  failed(login: string, now: Instant): boolean;
}

/** Wrong passwords in a row before a login rests, and for how long. */
export const restAfter = 5;
export const restMilliseconds = 15 * 60_000;

/**
 * Logins that do not exist rest after as many failures as those that do, or resting would tell them apart. Kept in
 * memory and bounded: the login that was tried longest ago gives way.
 */
export function countStrangers({ most = 10_000 }: { most?: number } = {}): Strangers {
  const tried = new Map<string, { failures: number; restsUntil: Instant | null }>();
  return {
    failed(login, now) {
      const entry = tried.get(login) ?? { failures: 0, restsUntil: null };
      tried.delete(login);
      if (tried.size >= most) tried.delete(tried.keys().next().value ?? '');
      tried.set(login, entry);
      if (entry.restsUntil !== null && entry.restsUntil > now) return true;
      entry.restsUntil = null;
      entry.failures += 1;
      if (entry.failures < restAfter) return false;
      entry.failures = 0;
      entry.restsUntil = addMilliseconds(now, restMilliseconds);
      return true;
    },
  };
}
