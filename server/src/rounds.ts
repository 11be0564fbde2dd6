import { describeFailure, type Log } from './log.ts';

/** Work that a running server does again and again. */
export interface Rounds {
  /** Begins no further round and waits for the one under way. */
  stop(): Promise<void>;
}

interface Pace {
  /** Milliseconds between the beginnings of rounds; an hour unless said otherwise. */
  everyMs?: number | undefined;
  /** One more round when it stops. */
  onceMore?: boolean;
}

/**
 * Does a round now and again and again, one after the other. A round that fails is logged under `name`, and the next
 * goes on.
 */
export function keepGoing(
  log: Log,
  name: string,
  round: () => Promise<void>,
  { everyMs = 60 * 60_000, onceMore = false }: Pace = {},
): Rounds {
  const attempt = () =>
    round().catch((error: unknown) => log.error(name, { failure: describeFailure(error) }));
  let stopped = false;
  let busy = attempt();
  const timer = setInterval(() => {
    busy = busy.then(() => (stopped ? undefined : attempt()));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await busy;
      if (onceMore) await attempt();
    },
  };
}
