import { describeFailure } from '../log.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import type { System } from '../work.ts';
import { sendLetters } from './letters.ts';

/** Sends letters that wait while the server runs, looked for once a minute. Stopping waits for the round under way. */
export function keepMailing(system: System, everyMs = 60_000): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    try {
      for (const organizationId of await listOrganizations(system)) await sendLetters(system, organizationId);
    } catch (error) {
      system.log.error('mail', { failure: describeFailure(error) });
    }
    if (stopped) return;
    timer = setTimeout(() => {
      busy = round();
    }, everyMs);
  };
  busy = round();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await busy;
    },
  };
}
