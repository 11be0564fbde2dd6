import type { Account } from '@superbill/contract';
import { accounts } from '@superbill/engines/ledger';
import { type Cents, cents, sum } from '@superbill/engines/model';

type Entry = Account['entries'][number];

export interface AccountPosting {
  id: string;
  postedOn: Entry['postedOn'];
  kind: string;
  memo: string;
  /** What it moved on each account, in the order of the entries; accounts that come out even are left out. */
  moves: { account: string; title: string; amount: Cents }[];
  /** What the patient owes after it; negative is a credit. */
  patientBalance: Cents;
}

const patientAccounts = ['patient-receivable', 'patient-credit'];

/** The entries of an account as postings, in the order they were made, with the patient's running balance. */
export function postingsOf(entries: readonly Entry[]): AccountPosting[] {
  const byPosting = new Map<string, Entry[]>();
  for (const entry of entries)
    byPosting.set(entry.postingId, [...(byPosting.get(entry.postingId) ?? []), entry]);
  let balance = cents(0);
  return [...byPosting].flatMap(([id, own]) => {
    const [first] = own;
    if (!first) return [];
    balance = sum([
      balance,
      ...own.filter(({ account }) => patientAccounts.includes(account)).map(({ amountCents }) => amountCents),
    ]);
    const { postedOn, kind, memo } = first;
    return [{ id, postedOn, kind, memo, moves: movesOf(own), patientBalance: balance }];
  });
}

function movesOf(entries: readonly Entry[]): AccountPosting['moves'] {
  const names = [...new Set(entries.map(({ account }) => account))];
  return names.flatMap((account) => {
    const amount = sum(
      entries.filter((entry) => entry.account === account).map(({ amountCents }) => amountCents),
    );
    return amount === 0 ? [] : [{ account, title: titleOf(account), amount }];
  });
}

function titleOf(account: string): string {
  return Object.entries(accounts).find(([name]) => name === account)?.[1].title ?? account;
}
