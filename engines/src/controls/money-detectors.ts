import { cents, formatMoney } from '../model/index.ts';
import { type Act, type ActOf, actsOf, type Detector } from './acts.ts';
import { expectedOf, type Known, lowerTail, points, upperTail } from './surprise.ts';

const acfe = 'ACFE Fraud Examiners Manual, Asset Misappropriation: Cash Receipts';
const payments = 'ACFE Fraud Examiners Manual, Asset Misappropriation: Fraudulent Disbursements';

interface Counted {
  id: string;
  title: string;
  source: string;
  /** How many for a thousand visits an honest practice is taken to have before its own history says so. */
  perThousand: number;
  /** The acts that are counted. */
  pick(acts: readonly Act[]): readonly { id: string }[];
  /** What was counted, for the sentence: `cash payments were voided`. */
  what: string;
}

/**
 * How firmly a start value is held: like six times that it was seen, so that half as much again is nothing unusual.
 * The practice's own history outweighs it after a few weeks.
 */
const firmness = 6;

/** Counts something now and before; more than chance and what is not yet known of the practice explain is worth a look. */
function counted({ id, title, source, perThousand, pick, what }: Counted): Detector {
  return {
    id,
    title,
    source,
    detect({ now, before, visits }) {
      const seen = pick(now);
      const known: Known = {
        times: firmness + pick(before).length,
        of: (firmness * 1000) / perThousand + visits.before,
      };
      const score = points(upperTail(seen.length, known, visits.now));
      if (score === 0) return undefined;
      return {
        score,
        sentence: `${seen.length} ${what} in four weeks; about ${Math.round(expectedOf(known, visits.now))} would be usual${visits.before < visits.now ? ', as far as so little history tells' : ' here'}.`,
        evidence: seen.map((act) => act.id),
      };
    },
  };
}

/** Cash payments for so many visits, against the practice's own history. */
const cashFalling: Detector = {
  id: 'cash-falling',
  title: 'Less cash than usual',
  source: acfe,
  detect({ now, before }) {
    const cash = (acts: readonly Act[]) => actsOf(acts, 'payment').filter(({ method }) => method === 'cash');
    const visits = actsOf(now, 'visit').length;
    const visitsBefore = actsOf(before, 'visit').length;
    if (visits === 0 || visitsBefore === 0) return undefined;
    // Nothing is taken for granted: how much is paid in cash differs from practice to practice. Half: Jeffreys' prior.
    const known: Known = { times: cash(before).length + 0.5, of: visitsBefore };
    const seen = cash(now);
    const score = points(lowerTail(seen.length, known, visits));
    if (score === 0) return undefined;
    return {
      score,
      sentence: `${seen.length} cash payments for ${visits} visits; about ${Math.round(expectedOf(known, visits))} would be usual here.`,
      evidence: seen.map(({ id }) => id),
    };
  },
};

/** Mistakes happen with every method; only cash can be kept. It needs no history: checks and cards say what is usual. */
const cashVoidedMore: Detector = {
  id: 'cash-voided-more',
  title: 'Cash voided more often than checks and cards',
  source: acfe,
  detect({ now }) {
    const isCash = ({ method }: { method: string }) => method === 'cash';
    const [voids, payments] = [actsOf(now, 'void'), actsOf(now, 'payment')];
    const seen = voids.filter(isCash);
    const cash = seen.length + payments.filter(isCash).length;
    const others = voids.length + payments.length - cash;
    if (seen.length === 0 || others === 0) return undefined;
    const known: Known = { times: voids.length - seen.length + 1, of: others };
    const score = points(upperTail(seen.length, known, cash));
    if (score === 0) return undefined;
    return {
      score,
      sentence: `${seen.length} of ${cash} cash payments were voided in four weeks; of ${others} checks and cards ${voids.length - seen.length} were.`,
      evidence: seen.map(({ id }) => id),
    };
  },
};

/** The bank had less than was recorded. It needs no history: each such day is a question. */
const depositShort: Detector = {
  id: 'deposit-short',
  title: 'The bank had less than was recorded',
  source: acfe,
  detect({ now }) {
    const short = actsOf(now, 'deposit').filter(({ recorded, bank }) => recorded - bank > 500);
    if (short.length === 0) return undefined;
    const missing = cents(short.reduce((sum, { recorded, bank }) => sum + recorded - bank, 0));
    return {
      score: Math.min(6, short.length * 2),
      sentence: `On ${short.length} days the bank had less than was recorded, ${formatMoney(missing)} in all.`,
      evidence: short.map(({ id }) => id),
    };
  },
};

/** One name that is not the patient is paid back more than once. */
const samePayee: Detector = {
  id: 'same-payee',
  title: 'One payee again and again',
  source: payments,
  detect({ now }) {
    const byName = new Map<string, ActOf<'refund'>[]>();
    for (const refund of actsOf(now, 'refund')) {
      if (refund.payee === 'patient') continue;
      const name = refund.payeeName.trim().toLowerCase();
      byName.set(name, [...(byName.get(name) ?? []), refund]);
    }
    const [most] = [...byName.values()].sort((a, b) => b.length - a.length);
    if (!most || most.length < 2) return undefined;
    return {
      score: Math.min(6, 2 * (most.length - 1)),
      sentence: `${most.length} refunds went to one payee who is not the patient.`,
      evidence: most.map(({ id }) => id),
    };
  },
};

/** Whole dollars at tens: people who invent an amount like them. */
const isRound = (amount: number) => amount >= 2000 && amount % 1000 === 0;

/** All that is looked for in money, each with where the pattern is described. */
export const moneyDetectors: readonly Detector[] = [
  counted({
    id: 'write-offs-rising',
    title: 'More write-offs than usual',
    source: acfe,
    perThousand: 25,
    pick: (acts) => actsOf(acts, 'write-off'),
    what: 'write-offs were made',
  }),
  counted({
    id: 'write-off-beside-payment',
    title: 'Write-offs beside a payment or its void',
    source: acfe,
    perThousand: 5,
    pick: (acts) => {
      const moved = new Set(
        [...actsOf(acts, 'payment'), ...actsOf(acts, 'void')].map(
          ({ patientId, day }) => `${patientId} ${day}`,
        ),
      );
      return actsOf(acts, 'write-off').filter(({ patientId, day }) => moved.has(`${patientId} ${day}`));
    },
    what: 'write-offs fell on the day of a payment by the same patient',
  }),
  counted({
    id: 'unbilled-write-offs',
    title: 'Given up without a bill',
    source: acfe,
    perThousand: 8,
    pick: (acts) => actsOf(acts, 'write-off').filter(({ billed }) => !billed),
    what: 'write-offs were of debts that no bill ever asked for',
  }),
  counted({
    id: 'round-write-offs',
    title: 'Write-offs of round amounts',
    source: payments,
    perThousand: 5,
    pick: (acts) => actsOf(acts, 'write-off').filter(({ amount }) => isRound(amount)),
    what: 'write-offs were of round amounts',
  }),
  counted({
    id: 'after-hours',
    title: 'Money moved after hours',
    source: payments,
    perThousand: 3,
    pick: (acts) => actsOf(acts, 'write-off').filter(({ afterHours }) => afterHours),
    what: 'write-offs were made after hours',
  }),
  counted({
    id: 'cash-voids',
    title: 'Cash payments voided',
    source: acfe,
    perThousand: 2,
    pick: (acts) => actsOf(acts, 'void').filter(({ method }) => method === 'cash'),
    what: 'cash payments were voided',
  }),
  counted({
    id: 'refunds-elsewhere',
    title: 'Refunds to somebody else',
    source: payments,
    perThousand: 1,
    pick: (acts) => actsOf(acts, 'refund').filter(({ payee }) => payee === 'other'),
    what: 'refunds went to somebody who is not the patient',
  }),
  counted({
    id: 'cash-refunds',
    title: 'Refunds in cash',
    source: payments,
    perThousand: 1,
    pick: (acts) => actsOf(acts, 'refund').filter(({ method }) => method === 'cash'),
    what: 'refunds were paid in cash',
  }),
  counted({
    id: 'posted-late',
    title: 'Payments recorded late',
    source: 'ACFE Fraud Examiners Manual, Asset Misappropriation: Lapping',
    perThousand: 10,
    pick: (acts) => actsOf(acts, 'payment').filter(({ lateDays }) => lateDays > 2),
    what: 'payments were recorded more than two days late',
  }),
  counted({
    id: 'paid-already',
    title: 'Patients say they paid already',
    source: acfe,
    perThousand: 2,
    pick: (acts) => actsOf(acts, 'complaint'),
    what: 'patients wrote that they had paid already',
  }),
  counted({
    id: 'bills-held-back',
    title: 'Debts without a bill',
    source: acfe,
    perThousand: 4,
    pick: (acts) => actsOf(acts, 'unbilled'),
    what: 'debts stood for a week without a bill',
  }),
  cashFalling,
  cashVoidedMore,
  depositShort,
  samePayee,
];
