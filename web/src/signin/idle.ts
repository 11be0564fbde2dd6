/** Minutes without a key, a touch or a movement after which a session locks (45 CFR 164.312(a)(2)(iii)). */
export const idleMinutes = 10;
/** For how long before it is warned of, in seconds. */
const warnSeconds = 60;

export type Idle = 'active' | 'warned' | 'locked';

/** Where somebody who was last active at `last` stands now; both are milliseconds of one clock. */
export function idleState(last: number, now: number): Idle {
  const left = last + idleMinutes * 60_000 - now;
  if (left <= 0) return 'locked';
  return left <= warnSeconds * 1000 ? 'warned' : 'active';
}

/** The whole seconds until the lock. */
export function secondsLeft(last: number, now: number): number {
  return Math.max(0, Math.ceil((last + idleMinutes * 60_000 - now) / 1000));
}
