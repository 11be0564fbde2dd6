import type { Account } from '@superbill/contract';
import { accounts } from '@superbill/engines/ledger';
import { type Cents, cents, sum } from '@superbill/engines/model';

type Entry = Account['entries'][number];
type Charge = Pick<Account['charges'][number], 'id' | 'serviceDate' | 'procedure' | 'wording'>;

/** What a posting moved on one account, for one service. */
export interface Move {
  account: string;
  title: string;
  /** By how much the account grew: income and debts of ours grow by credits, everything else by debits. */
  amount: Cents;
  /** The service, on the first move about it. */
  charge: Charge | undefined;
}

export interface AccountPosting {
  id: string;
  postedOn: Entry['postedOn'];
  kind: string;
  memo: string;
  /** Service by service, in the order of the entries; accounts that come out even are left out. */
  moves: Move[];
  /** What the patient owes after it; negative is a credit. */
  patientBalance: Cents;
  /** What insurers owe after it. */
  insuranceBalance: Cents;
}

const patientAccounts = ['patient-receivable', 'patient-credit'];
const insuranceAccounts = ['insurance-receivable', 'insurance-denied'];

/** The entries of an account as postings, in the order they were made, with the running balances. */
export function postingsOf({
  entries,
  charges,
}: {
  entries: readonly Entry[];
  charges: readonly Charge[];
}): AccountPosting[] {
  let [patientBalance, insuranceBalance] = [cents(0), cents(0)];
  return [...groupBy(entries, ({ postingId }) => postingId)].flatMap(([id, own]) => {
    const [first] = own;
    if (!first) return [];
    patientBalance = sum([patientBalance, on(own, patientAccounts)]);
    insuranceBalance = sum([insuranceBalance, on(own, insuranceAccounts)]);
    const { postedOn, kind, memo } = first;
    return [{ id, postedOn, kind, memo, moves: movesOf(own, charges), patientBalance, insuranceBalance }];
  });
}

function movesOf(entries: readonly Entry[], charges: readonly Charge[]): Move[] {
  return [...groupBy(entries, ({ chargeId }) => chargeId)].flatMap(([chargeId, ofCharge]) =>
    [...groupBy(ofCharge, ({ account }) => account)]
      .map(([account]) => ({ account, ...grown(account, on(ofCharge, [account])) }))
      .filter(({ amount }) => amount !== 0)
      .map((move, place) => ({
        ...move,
        charge: place === 0 ? charges.find(({ id }) => id === chargeId) : undefined,
      })),
  );
}

function grown(account: string, debit: Cents): Pick<Move, 'title' | 'amount'> {
  const known = Object.entries(accounts).find(([name]) => name === account)?.[1];
  const byCredit = known?.kind === 'income' || known?.kind === 'liability';
  return { title: known?.title ?? account, amount: byCredit ? cents(-debit) : debit };
}

function on(entries: readonly Entry[], names: readonly string[]): Cents {
  return sum(entries.filter(({ account }) => names.includes(account)).map(({ amountCents }) => amountCents));
}

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
