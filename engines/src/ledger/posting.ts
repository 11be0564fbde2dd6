import { type Adjustment, type Cents, cents, type IsoDate, sum } from '../model/index.ts';
import type { Account } from './accounts.ts';

/** Why an entry exists: the ids along the thread, as far as they apply. The ledger never interprets them. */
export interface Cause {
  patientId?: string;
  chargeId?: string;
  claimId?: string;
  claimLineId?: string;
  remitClaimId?: string;
  remitLineId?: string;
  /** A payment or refund of the patient. */
  paymentId?: string;
  /** CAS: the group and reason code that moved this amount. */
  adjustment?: Pick<Adjustment, 'group' | 'reason'>;
  /** PLB: the reason and the payer's reference. */
  providerAdjustment?: { reason: string; reference?: string };
}

export interface Entry {
  account: Account;
  /** Debit positive, credit negative, never zero. */
  amount: Cents;
  cause: Cause;
}

export type PostingKind =
  | 'charge'
  | 'remit'
  | 'remit-suspense'
  | 'provider-adjustment'
  | 'patient-payment'
  | 'patient-credit'
  | 'refund'
  | 'discount'
  | 'write-off'
  | 'reversal';

/** A balanced set of entries that is stored as a whole or not at all, and never changed afterwards. */
export interface Posting {
  kind: PostingKind;
  date: IsoDate;
  entries: Entry[];
}

/** How far a posting is from balancing, in cents; zero for every posting this engine makes. */
export function checkBalanced(posting: Posting): Cents {
  return sum(posting.entries.map((e) => e.amount));
}

/** Makes a posting, leaving out entries of nothing; an unbalanced one is a bug and throws. */
export function makePosting(kind: PostingKind, date: IsoDate, entries: Entry[]): Posting {
  const posting = { kind, date, entries: entries.filter((e) => e.amount !== 0) };
  const off = checkBalanced(posting);
  if (off !== 0) throw new Error(`posting of kind ${kind} is out of balance by ${off} cents`);
  return posting;
}

/** The posting that undoes another: the same entries with the opposite sign. */
export function reversePosting(posting: Posting, date: IsoDate): Posting {
  const entries = posting.entries.map((e) => ({ ...e, amount: cents(-e.amount) }));
  return makePosting('reversal', date, entries);
}

/** What stands on an account, over all entries or those a test picks. */
export function balanceOf(
  entries: Iterable<Entry>,
  account: Account,
  picks?: (cause: Cause) => boolean,
): Cents {
  let total = 0;
  for (const entry of entries) {
    if (entry.account === account && (!picks || picks(entry.cause))) total += entry.amount;
  }
  return cents(total);
}
