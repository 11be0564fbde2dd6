import { addDays, daysBetween, type IsoDate } from '../model/index.ts';
import { type Act, type Alert, actsOf, type Detector, type Watched } from './acts.ts';
import { codingDetectors } from './coding-detectors.ts';
import { moneyDetectors } from './money-detectors.ts';

/** Days that are looked at, and days before them that say what is usual. */
const lookedAt = 28;
const remembered = 56;

/** What is found is called an alert from this sum on. */
export const alertFrom = 3.4;

export interface Watch {
  /** The heaviest first. */
  alerts: Alert[];
  /** The plain sum of their scores. */
  score: number;
  isAlert: boolean;
}

/** What fewer visits stand for tells next to nothing. */
const fewVisits = 20;

/**
 * Visits now are at least as many as the time before lets expect: a practice on holiday still works off its debts. The
 * time before begins with its first act, not with eight weeks that a young practice has not had.
 */
function visitsOf(now: readonly Act[], before: readonly Act[], from: IsoDate): Watched['visits'] {
  const past = actsOf(before, 'visit').length;
  const first = before.reduce((day, act) => (act.day < day ? act.day : day), from);
  const expected = past === 0 ? 0 : (past / daysBetween(first, from)) * lookedAt;
  return { now: Math.max(actsOf(now, 'visit').length, expected, fewVisits), before: past };
}

function watchWith(detectors: readonly Detector[], acts: readonly Act[], today: IsoDate): Watch {
  const from = addDays(today, 1 - lookedAt);
  const past = addDays(from, -remembered);
  const now = acts.filter(({ day }) => day >= from && day <= today);
  const before = acts.filter(({ day }) => day >= past && day < from);
  const watched: Watched = { now, before, visits: visitsOf(now, before, from) };
  const alerts = detectors
    .flatMap(({ id, title, source, detect }): Alert[] => {
      const found = detect(watched);
      return found ? [{ detector: id, title, source, ...found }] : [];
    })
    .sort((a, b) => b.score - a.score);
  const score = Math.round(alerts.reduce((sum, alert) => sum + alert.score, 0) * 10) / 10;
  return { alerts, score, isAlert: score >= alertFrom };
}

/** Looks at money that might be going another way. */
export function watchMoney(acts: readonly Act[], today: IsoDate): Watch {
  return watchWith(moneyDetectors, acts, today);
}

/** Looks at one coder's work for signs of tiredness. */
export function watchCoder(acts: readonly Act[], coderId: string, today: IsoDate): Watch {
  const own = acts.filter((act) => 'by' in act && act.by === coderId);
  return watchWith(codingDetectors, own, today);
}
