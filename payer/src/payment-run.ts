import { type Cents, cents, type Remit, type RemitClaim, sum } from '@superbill/engines/model';
import { write835 } from '@superbill/engines/x12';
import { adjudicate, reverse } from './adjudicate.ts';
import { findMember } from './intake.ts';
import { nextInterchange, nextTrace } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Desk } from './receive.ts';
import {
  type Answer,
  type Counters,
  isDuplicate,
  type OutFile,
  type PayerState,
  pendingClaims,
  type StoredClaim,
  usedIn,
} from './state.ts';

/** What one payer pays one payee in one run. */
interface Payment {
  plan: Plan;
  /** One of the claims: it names the payee, the submitter and the exchange, which all of them share. */
  example: StoredClaim;
  claims: RemitClaim[];
}

/**
 * Decides on every claim that waits and writes one 835 for each payer and payee. A claim that replaces or voids
 * another takes that one's answer back first. When take-backs exceed payments nothing is paid, and the payee's
 * debt is carried into the next run (PLB FB). Source: 005010X221A1, 1.10.2.8 and 1.10.2.12.
 */
export function runPayments({ plans, journal, today, now }: Desk): { files: OutFile[] } {
  const { state } = journal;
  const counters = { ...state.counters };
  // Claims of one run see the answers before them, which become the payer's only with the whole run.
  const known = { ...state, answers: new Map(state.answers) };
  const run: Run = { state: known, plans, answers: [], payments: new Map() };
  for (const stored of pendingClaims(state)) settle(stored, run);
  if (run.answers.length === 0) return { files: [] };

  const files: OutFile[] = [];
  const owed: { key: string; amount: Cents }[] = [];
  for (const [key, payment] of run.payments) {
    const { remit, carried } = remitOf(payment, state.owed.get(key) ?? cents(0), counters, today);
    owed.push({ key, amount: carried });
    const number = nextInterchange(counters);
    const { plan, example } = payment;
    const text = write835({
      controlNumbers: { interchange: number, group: number, transaction: 1 },
      createdAt: now,
      usage: example.usage,
      sender: { id: plan.payerId },
      receiver: example.submitter,
      remits: [remit],
    });
    files.push({ to: example.from, name: `${String(number).padStart(9, '0')}.835`, text });
  }
  journal.append({ kind: 'paid', answers: run.answers, owed, files, counters });
  return { files };
}

interface Run {
  state: PayerState;
  plans: readonly Plan[];
  answers: Answer[];
  payments: Map<string, Payment>;
}

/** Answers one claim, seeing what was decided earlier in the same run. */
function settle(stored: StoredClaim, run: Run): void {
  const { state, plans } = run;
  const plan = plans.find(({ payerId }) => payerId === stored.payerId);
  const { claim } = stored;
  const found = plan && findMember(claim, plan);
  // The plan, or the member in it, was taken out of the box since: the claim waits until it is back.
  if (!plan || !found || 'statuses' in found) return;
  const { member } = found;
  const original = claim.frequency === '1' ? undefined : state.claims.get(claim.payerControlNumber ?? '');
  const earlier = original && state.answers.get(original.number)?.remitClaim;
  if (original && earlier) addTo(run, plan, original, reverse(earlier));
  if (claim.frequency === '8') {
    give(run, { number: stored.number, usage: [] });
    return;
  }
  const { remitClaim, usage } = adjudicate({
    plan,
    member,
    claim,
    payerControlNumber: stored.number,
    receivedDate: stored.receivedDate,
    usedIn(year) {
      const { deductible, outOfPocket } = usedIn(state, stored, year);
      const elsewhere = member.usedDeductibleCents ?? cents(0);
      return { deductible: sum([deductible, elsewhere]), outOfPocket: sum([outOfPocket, elsewhere]) };
    },
    isDuplicate: (line) => isDuplicate(state, stored, line),
    authorizations: [
      ...plan.issuedAuthorizations,
      ...state.authorizations.flatMap((one) => (one.payerId === plan.payerId ? [one.authorization] : [])),
    ],
  });
  give(run, { number: stored.number, remitClaim, usage });
  addTo(run, plan, stored, remitClaim);
}

function give({ state, answers }: Run, answer: Answer): void {
  state.answers.set(answer.number, answer);
  answers.push(answer);
}

function addTo({ payments }: Run, plan: Plan, stored: StoredClaim, remitClaim: RemitClaim): void {
  const { npi, taxId } = stored.claim.billingProvider;
  const key = [plan.payerId, npi, taxId, stored.submitter.id, stored.from].join('/');
  const payment = payments.get(key) ?? { plan, example: stored, claims: [] };
  payment.claims.push(remitClaim);
  payments.set(key, payment);
}

function remitOf(
  { plan, example, claims }: Payment,
  before: Cents,
  counters: Counters,
  today: Remit['paymentDate'],
): { remit: Remit; carried: Cents } {
  const total = cents(sum(claims.map((claim) => claim.paid)) - before);
  const carried = cents(Math.max(-total, 0));
  const paid = cents(Math.max(total, 0));
  const trace = nextTrace(counters, plan.payerId);
  const forward = (amount: Cents) => ({ reason: 'FB', reference: trace, amount });
  const { name, npi, taxId, address } = example.claim.billingProvider;
  const { line1, line2, city, state, zip } = plan.address;
  const remit: Remit = {
    payer: {
      name: plan.name,
      id: plan.payerId,
      address: { line1, ...(line2 !== undefined && { line2 }), city, state, zip },
      contact: { name: 'Provider services', phone: plan.phone },
    },
    payee: { name, npi, taxId, address },
    paid,
    method: paid > 0 ? 'ACH' : 'NON',
    ...(paid > 0 && { transfer: transferOf(plan, npi) }),
    paymentDate: today,
    traceNumber: trace,
    traceOrigin: `1${plan.taxId}`,
    claims,
    providerAdjustments: [
      ...(before > 0 ? [forward(before)] : []),
      ...(carried > 0 ? [forward(cents(-carried))] : []),
    ],
  };
  return { remit, carried };
}

/** Invented accounts at a bank that does not exist, under a routing number that passes its check digit. */
function transferOf({ taxId }: Plan, npi: string): NonNullable<Remit['transfer']> {
  return {
    format: 'CCP',
    from: { routing: '999999992', account: `000${taxId}` },
    to: { routing: '999999992', account: `00${npi}` },
    originator: `1${taxId}`,
  };
}
