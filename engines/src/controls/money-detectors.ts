import { cents, formatMoney } from '../model/index.ts';
import { type Act, type ActOf, actsOf, type Detector } from './acts.ts';
import { lowerTail, points, upperTail, usualOf } from './surprise.ts';

const acfe = 'ACFE Fraud Examiners Manual, Asset Misappropriation: Cash Receipts';
const payments = 'ACFE Fraud Examiners Manual, Asset Misappropriation: Fraudulent Disbursements';

interface Counted {
  id: string;
  title: string;
  source: string;
  /** The acts that are counted. */
  pick(acts: readonly Act[]): readonly { id: string }[];
  /** What was counted, for the sentence: `cash payments were voided`. */
  what: string;
}

/** Counts something now and before; more than chance explains is worth a look. */
function counted({ id, title, source, pick, what }: Counted): Detector {
  return {
    id,
    title,
    source,
    detect({ now, before, ratio }) {
      const seen = pick(now);
      const usual = usualOf(pick(before).length, ratio);
      const score = points(upperTail(seen.length, usual));
      if (score === 0) return undefined;
      return {
        score,
        sentence: `${seen.length} ${what} in four weeks; about ${Math.round(usual)} would be usual here.`,
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
    const usual = (cash(before).length / visitsBefore) * visits;
    const seen = cash(now);
    const score = points(lowerTail(seen.length, usual));
    if (score === 0) return undefined;
    return {
      score,
      sentence: `${seen.length} cash payments for ${visits} visits; about ${Math.round(usual)} would be usual here.`,
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
    pick: (acts) => actsOf(acts, 'write-off'),
    what: 'write-offs were made',
  }),
  counted({
    id: 'write-off-beside-payment',
    title: 'Write-offs beside a payment or its void',
    source: acfe,
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
    pick: (acts) => actsOf(acts, 'write-off').filter(({ billed }) => !billed),
    what: 'write-offs were of debts that no bill ever asked for',
  }),
  counted({
    id: 'round-write-offs',
    title: 'Write-offs of round amounts',
    source: payments,
    pick: (acts) => actsOf(acts, 'write-off').filter(({ amount }) => isRound(amount)),
    what: 'write-offs were of round amounts',
  }),
  counted({
    id: 'after-hours',
    title: 'Money moved after hours',
    source: payments,
    pick: (acts) => actsOf(acts, 'write-off').filter(({ afterHours }) => afterHours),
    what: 'write-offs were made after hours',
  }),
  counted({
    id: 'cash-voids',
    title: 'Cash payments voided',
    source: acfe,
    pick: (acts) => actsOf(acts, 'void').filter(({ method }) => method === 'cash'),
    what: 'cash payments were voided',
  }),
  counted({
    id: 'refunds-elsewhere',
    title: 'Refunds to somebody else',
    source: payments,
    pick: (acts) => actsOf(acts, 'refund').filter(({ payee }) => payee === 'other'),
    what: 'refunds went to somebody who is not the patient',
  }),
  counted({
    id: 'cash-refunds',
    title: 'Refunds in cash',
    source: payments,
    pick: (acts) => actsOf(acts, 'refund').filter(({ method }) => method === 'cash'),
    what: 'refunds were paid in cash',
  }),
  counted({
    id: 'posted-late',
    title: 'Payments recorded late',
    source: 'ACFE Fraud Examiners Manual, Asset Misappropriation: Lapping',
    pick: (acts) => actsOf(acts, 'payment').filter(({ lateDays }) => lateDays > 2),
    what: 'payments were recorded more than two days late',
  }),
  counted({
    id: 'paid-already',
    title: 'Patients say they paid already',
    source: acfe,
    pick: (acts) => actsOf(acts, 'complaint'),
    what: 'patients wrote that they had paid already',
  }),
  counted({
    id: 'bills-held-back',
    title: 'Debts without a bill',
    source: acfe,
    pick: (acts) => actsOf(acts, 'unbilled'),
    what: 'debts stood for a week without a bill',
  }),
  cashFalling,
  depositShort,
  samePayee,
];
