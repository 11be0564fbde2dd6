import type { ControlAlert, OwnerSummary } from '@superbill/contract';
import { type Act, type Alert, alertFrom, watchCoder, watchMoney } from '@superbill/engines/controls';
import { addDays, type Cents, cents, type IsoDate, sum } from '@superbill/engines/model';
import { countPending } from '../controls/approval-view.ts';
import { loadPeople } from '../controls/settings.ts';
import { listDeposits } from '../deposits/deposits.ts';
import { readQuality } from '../reviews/read-quality.ts';
import type { Work } from '../work.ts';
import { loadActs } from './load-acts.ts';

/** The detectors look at four weeks and remember eight before. */
const remembered = 84;
/** Weeks before this one that say what is usual. */
const weeksBefore = 4;
/** More would not be read. */
const shown = 3;

/** The owner's week on one page; `week` is any day in it, by default the last whole week. */
export async function readOwnerSummary(unit: Work, day: IsoDate | undefined): Promise<OwnerSummary> {
  const week = mondayOf(day ?? addDays(unit.today, -7));
  const until = addDays(week, 6);
  const acts = await loadActs(unit, addDays(until, 1 - remembered), until);
  const people = (await loadPeople(unit)).filter(({ id }) =>
    acts.some((act) => 'by' in act && act.by === id),
  );
  const found = [
    watchMoney(acts, until),
    ...people.map(({ id, name }) => {
      const watch = watchCoder(acts, id, until);
      return {
        ...watch,
        alerts: watch.alerts.map((each) => ({ ...each, sentence: `${name}: ${each.sentence}` })),
      };
    }),
  ];
  const alerts = found.flatMap((watch) => watch.alerts).sort((a, b) => b.score - a.score);
  const quality = await readQuality(unit, addDays(week, -27));
  return {
    week,
    until,
    money: figures.map(([title, amountOf]) => figure(title, acts, amountOf, week)),
    unconfirmedDays: (await listDeposits(unit, week, until))
      .filter(({ bankCents, cashCents, checkCents }) => bankCents === null && cashCents + checkCents > 0)
      .map((each) => each.day),
    reviews: quality.map(({ name, reviewed, agreement }) => ({
      name,
      reviewed,
      agreement: agreement?.rate ?? null,
      low: agreement?.low ?? null,
      high: agreement?.high ?? null,
    })),
    people: people.flatMap(({ id, name }) => {
      const days = acts.filter((act) => act.kind === 'worked' && act.by === id && act.day >= week);
      return days.length === 0 ? [] : [{ name, sentence: weekOf(days) }];
    }),
    openApprovals: await countPending(unit),
    score: Math.max(...found.map(({ score }) => score)),
    alertFrom,
    alerts: alerts.slice(0, shown).map(toAlert),
  };
}

const figures: readonly (readonly [title: string, amountOf: (act: Act) => number])[] = [
  ['Patients paid', (act) => (act.kind === 'payment' ? act.amount : 0)],
  ['Of that in cash', (act) => (act.kind === 'payment' && act.method === 'cash' ? act.amount : 0)],
  ['Written off', (act) => (act.kind === 'write-off' ? act.amount : 0)],
  ['Refunded', (act) => (act.kind === 'refund' ? act.amount : 0)],
  ['Payments voided', (act) => (act.kind === 'void' ? act.amount : 0)],
];

/** This week's sum beside the mean of the weeks before; no mean where nothing happened yet. */
function figure(title: string, acts: readonly Act[], amountOf: (act: Act) => number, week: IsoDate) {
  const within = (from: IsoDate, to: IsoDate) =>
    sum(acts.filter(({ day }) => day >= from && day < to).map((act) => amountOf(act) as Cents));
  const start = addDays(week, -7 * weeksBefore);
  const hasHistory = acts.some(({ day }) => day < week);
  return {
    title,
    thisWeek: within(week, addDays(week, 7)),
    usual: hasHistory ? cents(Math.round(within(start, week) / weeksBefore)) : null,
  };
}

/** How somebody's week was. It is told for their sake, so it says nothing of performance. */
function weekOf(days: readonly Act[]): string {
  const worked = days.flatMap((act) => (act.kind === 'worked' ? [act] : []));
  const hours = Math.round(worked.reduce((total, each) => total + each.hours, 0));
  const late = worked.filter((each) => each.late).length;
  const dayWords = worked.length === 1 ? 'one day' : `${worked.length} days`;
  const time = hours < 1 ? 'less than an hour' : `about ${hours === 1 ? 'one hour' : `${hours} hours`}`;
  const base = `Worked on ${dayWords}, ${time} from first to last act`;
  if (late === 0 && hours <= 45) return `${base}. That looks like a week one can keep up.`;
  if (late === 0) return `${base}. That is a full week: ask whether something can wait.`;
  return `${base}, ${late} of them into the night. Ask how it is, and what could be taken off.`;
}

const places: Record<string, ControlAlert['look']> = {
  'deposit-short': 'deposits',
  'cash-falling': 'deposits',
  'paid-already': 'deposits',
  'agreement-falling': 'none',
  'long-days': 'none',
  'faster-and-worse': 'none',
  'unspecified-rising': 'none',
  'undoing-more': 'none',
};

function toAlert({ detector, title, sentence, score, source, evidence }: Alert): ControlAlert {
  return {
    detector,
    title,
    sentence,
    score,
    source,
    evidence: evidence.slice(0, 50),
    look: places[detector] ?? 'approvals',
  };
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
