import { randomInt } from 'node:crypto';
import { listOrganizations } from '../practice/create-practice.ts';
import { keepGoing, type Rounds } from '../rounds.ts';
import { sendSummaryLetter } from '../summary/send-letter.ts';
import { type System, work } from '../work.ts';
import { drawReviews } from './draw-reviews.ts';

/** From 0 up to, not including, 1, by the system's own source: nobody can know what it gives next. */
const chance = () => randomInt(2 ** 32) / 2 ** 32;

/**
 * Draws charts for a second look while the server runs, once an hour, and writes to the owner when a week is over. A
 * day is drawn from once and a week is written of once, whatever restarts.
 */
export function keepDrawing(system: System): Rounds {
  return keepGoing(system.log, 'draw', async () => {
    for (const organizationId of await listOrganizations(system))
      await work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
        await drawReviews(unit, chance);
        await sendSummaryLetter(unit);
      });
  });
}
