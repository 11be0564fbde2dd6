import { type Cents, cents, type IsoDate, sum } from '../model/index.ts';
import { balanceOf, type Entry } from './posting.ts';
import { type Explanation, explain } from './reasons.ts';
import type { Sentence, ShareSentenceId } from './sentences.ts';

/** One service as the practice knows it. */
export interface ServiceFacts {
  chargeId: string;
  /** What was done, in the practice's own words. */
  what: string;
  /** By whom. */
  by: string;
  date: IsoDate;
  price: Cents;
  /** The procedure is preventive care: it explains why another service on the same day is not free. */
  preventive?: boolean;
  /** The last claim that carried this charge: absent before it is sent and for patients without coverage. */
  claim?: { payer: string; sent: IsoDate };
}

/** A line on the patient's bill: `price = discount + insurerPaid + patientPaid + pending + youOwe − credit`. */
export interface StatementLine {
  chargeId: string;
  what: string;
  by: string;
  date: IsoDate;
  price: Cents;
  /** Taken off by contract, self-pay discount or approval. */
  discount: Cents;
  insurerPaid: Cents;
  patientPaid: Cents;
  /** With an insurer or with us; not asked of the patient now. */
  pending: Cents;
  youOwe: Cents;
  /** Paid by the patient beyond what this service finally cost. */
  credit: Cents;
  reason: Sentence;
  /** Every single reason behind {@link reason}, for who asks further. */
  because: Sentence[];
}

/**
 * Writes a patient's bill from the ledger: one line for each service, with one sentence that says why.
 * `entries` may hold more than these services; only entries caused by them count.
 */
export function statementLines(
  services: readonly ServiceFacts[],
  entries: readonly Entry[],
): StatementLine[] {
  const byCharge = new Map<string, Entry[]>(services.map(({ chargeId }) => [chargeId, []]));
  for (const entry of entries) byCharge.get(entry.cause.chargeId ?? '')?.push(entry);
  return services.map((service) => {
    const own = byCharge.get(service.chargeId) ?? [];
    const preventiveDay = services.some(
      (other) =>
        other.preventive &&
        !service.preventive &&
        other.date === service.date &&
        wasFree(byCharge.get(other.chargeId) ?? []),
    );
    return statementLine(service, own, preventiveDay);
  });
}

/** The insurer answered and left nothing open: only then may a bill say that preventive care is free. */
function wasFree(entries: readonly Entry[]): boolean {
  const { shown, denied, waiting } = moneyOf(entries);
  return shown.insurerPaid > 0 && shown.youOwe === 0 && denied === 0 && waiting === 0;
}

function statementLine(service: ServiceFacts, entries: Entry[], preventiveDay: boolean): StatementLine {
  const { chargeId, what, by, date, price } = service;
  const money = moneyOf(entries);
  const because = reasonsOf(entries, preventiveDay, money.denied > 0);
  const reason = chooseReason(service, money, because);
  return { chargeId, what, by, date, price, ...money.shown, reason, because: because.all };
}

type Money = ReturnType<typeof moneyOf>;

function moneyOf(entries: readonly Entry[]) {
  const on = (account: Entry['account']) => balanceOf(entries, account);
  const owed = on('patient-receivable');
  const shown = {
    discount: sum([on('contractual-adjustments'), on('self-pay-discounts'), on('write-offs')]),
    insurerPaid: on('cash-payer'),
    patientPaid: cents(-balanceOf(entries, 'patient-receivable', (cause) => cause.paymentId !== undefined)),
    pending: cents(on('insurance-receivable') + on('insurance-denied')),
    youOwe: cents(Math.max(owed, 0)),
    credit: cents(Math.max(-owed, 0)),
  };
  return {
    shown,
    denied: on('insurance-denied'),
    waiting: on('insurance-receivable'),
    selfPayDiscount: on('self-pay-discounts'),
    taken: on('write-offs'),
  };
}

interface Because {
  /** What the patient was left to pay, by reason. */
  shares: { id: ShareSentenceId; share: Cents }[];
  /** What was denied, the largest amount first; what we gave up since then is named only when it was our fault. */
  denials: Sentence[];
  all: Sentence[];
}

/** Nets the adjustments behind a charge: a reason that was reversed later is no reason. */
function reasonsOf(entries: Entry[], preventiveDay: boolean, deniedOpen: boolean): Because {
  const net = new Map<string, { explanation: Explanation; amount: Cents }>();
  for (const { account, amount, cause } of entries) {
    if (!cause.adjustment || account === 'insurance-receivable') continue;
    const explanation = explain(cause.adjustment);
    const key = `${explanation.effect}/${explanation.sentence}`;
    net.set(key, { explanation, amount: cents((net.get(key)?.amount ?? 0) + amount) });
  }
  const open = [...net.values()].filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
  const shares = open.flatMap(({ explanation: { effect, sentence }, amount }) =>
    effect === 'patient' ? [{ id: preventiveDay ? forProblem(sentence) : sentence, share: amount }] : [],
  );
  const denials = open.flatMap(({ explanation: { effect, sentence } }): Sentence[] =>
    effect === 'denied' && (deniedOpen || sentence === 'timely-filing') ? [{ id: sentence, params: {} }] : [],
  );
  const all = [...shares.map(({ id, share }): Sentence => ({ id, params: { share } })), ...denials];
  return { shares, denials, all };
}

/** Beside preventive care on the same day, a plan's usual share needs the better explanation. */
function forProblem(id: ShareSentenceId): ShareSentenceId {
  return ['deductible', 'coinsurance', 'copay'].includes(id) ? 'not-preventive' : id;
}

function chooseReason({ claim, price }: ServiceFacts, money: Money, { shares, denials }: Because): Sentence {
  const { discount, insurerPaid, patientPaid, youOwe, credit } = money.shown;
  if (credit > 0) return { id: 'credit', params: { credit } };
  if (youOwe > 0) {
    if (shares.length > 0) return shareSentence(shares);
    if (money.selfPayDiscount > 0) {
      return { id: 'self-pay-discount', params: { price, discount: money.selfPayDiscount } };
    }
    return { id: 'self-pay', params: { share: price } };
  }
  if (money.denied !== 0) return denials[0] ?? { id: 'being-checked', params: {} };
  if (money.waiting !== 0) {
    return claim ? { id: 'waiting-for-insurer', params: claim } : { id: 'not-sent-yet', params: {} };
  }
  if (patientPaid > 0) return { id: 'paid-in-full', params: {} };
  if (money.taken > 0) return denials[0] ?? { id: 'taken-off', params: {} };
  if (discount !== 0) return { id: 'contract-discount', params: { paid: insurerPaid, discount } };
  return { id: 'insurer-paid-all', params: { paid: insurerPaid } };
}

/** One sentence for one or several shares; combinations that have no sentence of their own share one. */
function shareSentence(shares: Because['shares']): Sentence {
  const [first, second, third] = shares;
  if (first && !second) return { id: first.id, params: { share: first.share } };
  const part = (id: ShareSentenceId) => shares.find((share) => share.id === id)?.share;
  const [deductible, coinsurance, copay] = [part('deductible'), part('coinsurance'), part('copay')];
  if (!third && deductible !== undefined && coinsurance !== undefined) {
    return { id: 'deductible-and-coinsurance', params: { deductible, coinsurance } };
  }
  if (!third && deductible !== undefined && copay !== undefined) {
    return { id: 'deductible-and-copay', params: { deductible, copay } };
  }
  if (!third && copay !== undefined && coinsurance !== undefined) {
    return { id: 'copay-and-coinsurance', params: { copay, coinsurance } };
  }
  return { id: 'several-shares', params: { share: sum(shares.map(({ share }) => share)) } };
}
