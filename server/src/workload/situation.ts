import type { IsoDate } from '@superbill/engines/model';
import { daysAhead, type TimeModel } from '@superbill/engines/workload';
import type { Work } from '../work.ts';
import { type Activity, loadActivity } from './activity.ts';
import { loadPeople, minutesOn, type Person } from './people.ts';
import { loadTimeModel } from './time-model.ts';
import { loadOpenItems, type OpenItem } from './work-items.ts';

/** Today and this many further working days are planned. */
const shownDays = 5;
/** A queue is followed this far. */
const followedDays = 20;

/** Where everything stands right now: what the board, the proposal and a person's day are made from. */
export interface Situation {
  model: TimeModel;
  people: Person[];
  items: OpenItem[];
  activities: Map<string, Activity>;
  /** Today and the next working days; and further ones, to see when a queue is empty. */
  days: IsoDate[];
  farDays: IsoDate[];
}

export async function loadSituation(unit: Work): Promise<Situation> {
  const model = await loadTimeModel(unit);
  const people = await loadPeople(unit);
  const isWorked = (day: IsoDate) => people.some((person) => minutesOn(person, day) > 0);
  return {
    model,
    people,
    items: await loadOpenItems(unit, model),
    activities: await loadActivity(unit),
    days: daysAhead(unit.today, shownDays, isWorked),
    farDays: daysAhead(unit.today, followedDays, isWorked),
  };
}
