import type { Clock } from '../clock.ts';

/** How many failures an address may have at once, and how long one takes to be forgiven. */
export interface GuessLimit {
  most: number;
  forgiveMilliseconds: number;
  /** Addresses remembered at most; the one that was heard of longest ago gives way. */
  addresses: number;
}

/** A practice behind one address mistypes now and then; a guesser gets six more tries a minute. */
export const guessLimit: GuessLimit = { most: 60, forgiveMilliseconds: 10_000, addresses: 10_000 };

/** Counts failures of guessing by client address. */
export interface Guesses {
  /** Takes a try beforehand; answers the seconds to wait when none is left, else 0. */
  take(address: string): number;
  /** Gives a try back that turned out to be no guess. */
  giveBack(address: string): void;
  /** Addresses remembered now. */
  readonly size: number;
}

/**
 * A bucket of tries for each address. A try is taken before the request is answered, so that many at once do not pass
 * together, and given back when it succeeded.
 */
export function countGuesses(clock: Pick<Clock, 'now'>, limit: GuessLimit = guessLimit): Guesses {
  const buckets = new Map<string, { used: number; at: number }>();
  const { most, forgiveMilliseconds, addresses } = limit;
  /** The bucket as it is now, moved to the young end of the map. */
  const look = (address: string) => {
    const now = Date.parse(clock.now());
    const { used, at } = buckets.get(address) ?? { used: 0, at: now };
    // A clock that was put back forgives nothing, and adds nothing.
    const passed = Math.max(0, now - at);
    const bucket = { used: Math.max(0, used - passed / forgiveMilliseconds), at: now };
    buckets.delete(address);
    if (buckets.size >= addresses) buckets.delete(buckets.keys().next().value ?? '');
    buckets.set(address, bucket);
    return bucket;
  };
  return {
    take(address) {
      const bucket = look(address);
      if (bucket.used + 1 > most) return Math.ceil(((bucket.used + 1 - most) * forgiveMilliseconds) / 1000);
      bucket.used += 1;
      return 0;
    },
    giveBack(address) {
      const bucket = look(address);
      bucket.used = Math.max(0, bucket.used - 1);
    },
    get size() {
      return buckets.size;
    },
  };
}
