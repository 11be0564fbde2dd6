import {
  balanceOf,
  type Entry,
  type Posting,
  postCharge,
  postPatientPayment,
  postRefund,
  postWriteOff,
  reversePosting,
} from '../ledger/index.ts';
import { addDays, type Cents, cents, type IsoDate, isoDate } from '../model/index.ts';
import type { Act } from './acts.ts';

/** Chance that repeats: one seed stands for one run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const thefts = ['divert', 'refund-to-self', 'void-after-cash', 'skim', 'short-deposit'] as const;
export type Theft = (typeof thefts)[number];

export const firstDay = isoDate('2027-01-04');
/** Twelve weeks in which everybody is honest; what comes after them is looked at. */
export const quietDays = 84;
export const lookedAtDays = 30;

const visitsADay = 25;
const methods = ['cash', 'check', 'card'] as const;

/** What is lived: quiet days in which everybody is honest, then days that are looked at. */
export interface Span {
  quiet: number;
  days: number;
  /** A practice of its own habits, or one that is like the others. */
  ownHabits?: boolean;
  /** One that just opened its doors: a third of the visits at first, all of them after six weeks. */
  opening?: boolean;
}

const seasoned: Span = { quiet: quietDays, days: lookedAtDays };

/** How often honest people do what a detector counts. */
const habits = {
  writeOff: 0.06,
  afterHours: 0.05,
  unbilled: 0.01,
  complaint: 0.005,
  cash: 0.2,
  late: 0.02,
  void: 0.006,
  refund: 0.2,
  refundElsewhere: 0.1,
  refundInCash: 0.1,
  miscount: 1 / 60,
};

/** Each habit from half to twice as often, evenly by its logarithm. */
function habitsOf(chance: (() => number) | undefined): typeof habits {
  const own = { ...habits };
  if (chance)
    for (const name of Object.keys(own) as (keyof typeof own)[]) own[name] *= 2 ** (2 * chance() - 1);
  return own;
}

/** The books of a simulated practice: every amount goes through the ledger engine, and every posting balances. */
interface Books {
  entries: Entry[];
  post(posting: Posting): void;
}

function openBooks(): Books {
  const entries: Entry[] = [];
  return { entries, post: (posting) => entries.push(...posting.entries) };
}

/**
 * A small practice, about 25 visits a day, for twelve quiet weeks and thirty days more, in which somebody may steal
 * in one of several ways. Honest people make mistakes too: voids, late entries, deposits miscounted by a few dollars.
 */
export function simulatePractice(
  seed: number,
  theft?: Theft,
  { quiet, days, ownHabits, opening }: Span = seasoned,
): { acts: Act[]; books: Entry[]; stolen: Cents } {
  const chance = dice(seed);
  const usual = habitsOf(ownHabits ? dice(seed + 1000) : undefined);
  const happens = (probability: number) => chance() < probability;
  const acts: Act[] = [];
  const books = openBooks();
  let stolen = 0;
  let next = 0;
  const id = () => {
    next += 1;
    return `act-${next}`;
  };

  for (let n = 0; n < quiet + days; n += 1) {
    const day = addDays(firstDay, n);
    if (n % 7 > 4) continue;
    const steals = (way: Theft) => theft === way && n >= quiet;
    let recorded = 0;
    const full = visitsADay - 4 + Math.floor(chance() * 9);
    const visits = opening ? Math.ceil(full * Math.min(1, (n + 20) / 60)) : full;
    for (let v = 0; v < visits; v += 1) {
      const chargeId = id();
      const patientId = `patient-${chargeId}`;
      const share = cents(1500 + 500 * Math.floor(chance() * 14) + Math.floor(chance() * 300));
      acts.push({ kind: 'visit', id: chargeId, day });
      books.post(postCharge({ chargeId, patientId, date: day, amount: share, bill: 'patient' }));
      const owed = { chargeId, owed: share };
      const writeOff = (billed: boolean) => {
        books.post(postWriteOff({ chargeId, patientId, date: day, amount: share }, 'patient-receivable'));
        acts.push({
          kind: 'write-off',
          id: id(),
          day,
          patientId,
          by: 'robin',
          amount: share,
          afterHours: happens(usual.afterHours),
          billed,
        });
      };
      if (!happens(0.6)) {
        if (happens(usual.writeOff)) writeOff(happens(0.7));
        else if (happens(usual.unbilled))
          acts.push({ kind: 'unbilled', id: id(), day: addDays(day, 7), patientId, amount: share });
        if (happens(usual.complaint)) acts.push({ kind: 'complaint', id: id(), day, patientId });
        continue;
      }
      const method = methods[happens(usual.cash) ? 0 : happens(0.2) ? 1 : 2] ?? 'card';
      if (method === 'cash' && steals('divert') && happens(0.35)) {
        stolen += share;
        writeOff(false);
        continue;
      }
      if (method === 'cash' && steals('skim') && happens(0.4)) {
        // Kept in the pocket, small and without a trace: the debt stands, and no bill is made for it.
        stolen += share;
        if (happens(0.4))
          acts.push({ kind: 'unbilled', id: id(), day: addDays(day, 7), patientId, amount: share });
        if (happens(0.15)) acts.push({ kind: 'complaint', id: id(), day, patientId });
        continue;
      }
      const paymentId = id();
      const paid = postPatientPayment({ patientId, paymentId, date: day, amount: share }, [owed]);
      books.post(paid);
      acts.push({
        kind: 'payment',
        id: paymentId,
        day,
        patientId,
        amount: share,
        method,
        lateDays: happens(usual.late) ? 3 : 0,
      });
      const steal = method === 'cash' && steals('void-after-cash') && happens(0.25);
      if (steal || happens(usual.void)) {
        if (steal) stolen += share;
        books.post(reversePosting(paid, day));
        acts.push({
          kind: 'void',
          id: id(),
          day,
          patientId,
          by: 'robin',
          amount: share,
          method,
          sameDay: true,
        });
      } else if (method !== 'card') recorded += share;
    }
    const refund = (payee: 'patient' | 'other', payeeName: string, method: 'check' | 'cash') => {
      const amount = cents(4000 + 500 * Math.floor(chance() * 16));
      const [patientId, paymentId] = [`patient-${id()}`, id()];
      books.post(postPatientPayment({ patientId, paymentId, date: day, amount }, []));
      books.post(postRefund({ patientId, date: day }, [{ paymentId, amount }]));
      acts.push({ kind: 'refund', id: id(), day, by: 'robin', amount, method, payee, payeeName });
      return amount;
    };
    if (happens(usual.refund))
      refund(
        happens(usual.refundElsewhere) ? 'other' : 'patient',
        `somebody ${id()}`,
        happens(usual.refundInCash) ? 'cash' : 'check',
      );
    if (steals('refund-to-self') && happens(0.4)) stolen += refund('other', 'R. Acquaintance', 'check');
    const miscounted = happens(usual.miscount) ? 100 * (1 + Math.floor(chance() * 4)) : 0;
    const kept = steals('short-deposit') && happens(0.4) ? Math.min(recorded, 2000) : 0;
    stolen += kept;
    acts.push({
      kind: 'deposit',
      id: id(),
      day,
      recorded: cents(recorded),
      bank: cents(Math.max(0, recorded - miscounted - kept)),
    });
  }
  return { acts, books: books.entries, stolen: cents(stolen) };
}

/** What a practice's cash account holds, for a look whether the books are whole. */
export function cashOf(entries: readonly Entry[]): Cents {
  return balanceOf(entries, 'cash-patient');
}

/**
 * A coder's charts and second looks: about eight in a hundred codes differ on a good day. A tired one gets worse over
 * the weeks and in the afternoons, faster, less specific, and takes more back; three charts of a day are looked at again.
 */
export function simulateCoder(
  seed: number,
  tired: boolean,
  { quiet, days, ownHabits, opening }: Span = seasoned,
): Act[] {
  const chance = dice(seed);
  const own = dice(seed + 1000);
  const habit = () => (ownHabits ? 2 ** (1.4 * own() - 0.7) : 1);
  const [differs, unspecific, undoes] = [0.08 * habit(), 0.15 * habit(), 0.04 * habit()];
  const happens = (probability: number) => chance() < probability;
  const acts: Act[] = [];
  let next = 0;
  const id = () => {
    next += 1;
    return `chart-${next}`;
  };
  for (let n = 0; n < quiet + days; n += 1) {
    const day = addDays(firstDay, n);
    if (n % 7 > 4) continue;
    const weary = tired && n >= quiet ? (n - quiet + 5) / lookedAtDays : 0;
    const charts = opening ? Math.ceil(visitsADay * Math.min(1, (n + 20) / 60)) : visitsADay;
    const drawn = new Set(Array.from({ length: 3 }, () => Math.floor(chance() * charts)));
    for (let chart = 0; chart < charts; chart += 1) {
      const afternoon = chart > charts / 2 ? 1.4 : 1;
      const codes = 2 + Math.floor(chance() * 3);
      const count = (probability: number) =>
        Array.from({ length: codes }).filter(() => happens(probability)).length;
      const seconds = (240 + chance() * 240) * (1 - 0.25 * weary);
      acts.push({
        kind: 'coded',
        id: id(),
        day,
        by: 'robin',
        seconds,
        codes,
        unspecified: count(unspecific + 0.12 * weary),
        undone: count(undoes + 0.06 * weary),
      });
      if (!drawn.has(chart)) continue;
      const wrong = Math.min(0.5, differs + 0.22 * weary * afternoon);
      acts.push({ kind: 'review', id: id(), day, by: 'robin', codes, agreed: codes - count(wrong) });
    }
    const late = happens(0.03 + 0.4 * weary);
    acts.push({ kind: 'worked', id: id(), day, by: 'robin', hours: 8 + chance() * 2 + 3 * weary, late });
  }
  return acts;
}

/** Looked at every third day: the first day on which somebody is told, undefined when nobody is. */
export function firstTold(isAlert: (today: IsoDate) => boolean): number | undefined {
  for (let n = 2; n < lookedAtDays; n += 3) if (isAlert(addDays(firstDay, quietDays + n))) return n + 1;
  return undefined;
}
