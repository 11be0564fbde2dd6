import { randomInt } from 'node:crypto';
import { describeFailure } from '../log.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { type System, work } from '../work.ts';
import { drawReviews } from './draw-reviews.ts';

const hour = 60 * 60_000;

/** From 0 up to, not including, 1, by the system's own source: nobody can know what it gives next. */
const chance = () => randomInt(2 ** 32) / 2 ** 32;

/** Draws charts for a second look while the server runs, once an hour; a day is drawn from once, whatever restarts. */
export function keepDrawing(system: System, everyMs = hour): { stop(): Promise<void> } {
  const round = async () => {
    try {
      for (const organizationId of await listOrganizations(system))
        await work(system, { organizationId, userId: null, hat: 'system' }, (unit) =>
          drawReviews(unit, chance),
        );
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
