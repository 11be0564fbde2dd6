import { describeFailure } from '../log.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import type { System } from '../work.ts';
import { collectFiles } from './collect.ts';
import { processReceived } from './receive-file.ts';
import { sendPrepared } from './send-interchange.ts';

/**
 * Keeps files moving while the server runs: first what an earlier run left undone, then what comes in, looked
 * for once a second. Stopping waits for the round under way.
 */
export function keepExchanging(system: System, everyMs = 1000): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const round = async (first: boolean) => {
    try {
      for (const organizationId of await listOrganizations(system)) {
        if (first) {
          await sendPrepared(system, organizationId);
          await processReceived(system, organizationId);
        }
        await collectFiles(system, organizationId);
      }
    } catch (error) {
      system.log.error('exchange', { failure: describeFailure(error) });
    }
  };
  const loop = async (first: boolean): Promise<void> => {
    await round(first);
    if (!stopped) timer = setTimeout(() => void start(false), everyMs);
  };
  let busy: Promise<void> = Promise.resolve();
  const start = (first: boolean) => {
    busy = loop(first);
    return busy;
  };
  void start(true);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await busy;
    },
  };
}
