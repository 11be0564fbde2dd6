import { randomInt } from 'node:crypto';
import { describeFailure } from '../log.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { sendSummaryLetter } from '../summary/send-letter.ts';
import { type System, work } from '../work.ts';
import { drawReviews } from './draw-reviews.ts';

const hour = 60 * 60_000;

/** From 0 up to, not including, 1, by the system's own source: nobody can know what it gives next. */
const chance = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * Draws charts for a second look while the server runs, once an hour, and writes to the owner when a week is over. A
 * day is drawn from once and a week is written of once, whatever restarts.
 */
export function keepDrawing(system: System, everyMs = hour): { stop(): Promise<void> } {
  const round = async () => {
    try {
      for (const organizationId of await listOrganizations(system))
        await work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
          await drawReviews(unit, chance);
          await sendSummaryLetter(unit);
        });
    } catch (error) {
      system.log.error('draw', { failure: describeFailure(error) });
    }
  };
  let busy = round();
  const timer = setInterval(() => {
    busy = busy.then(round);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}
