import type { Cents, Claim, ClaimLine, IsoDate, RemitClaim } from '@superbill/engines/model';
import { cents } from '@superbill/engines/model';
import type { Party } from '@superbill/engines/x12';
import type { Usage } from './adjudicate.ts';
import type { Used } from './benefit.ts';
import type { IssuedAuthorization } from './plan.ts';

/** A file that leaves the payer. Names never repeat. */
export interface OutFile {
  /** The exchange it goes to: the one that brought the claims. */
  to: string;
  name: string;
  text: string;
}

/** A claim the payer accepted, under its own number. */
export interface StoredClaim {
  number: string;
  payerId: string;
  member: string;
  claim: Claim;
  submitter: Party;
  /** The exchange that brought it. */
  from: string;
  usage: 'P' | 'T';
  receivedDate: IsoDate;
}

/** The payer's answer to a claim; a void has none of its own. */
export interface Answer {
  number: string;
  remitClaim?: RemitClaim;
  usage: Usage[];
}

export interface Counters {
  interchange: number;
  claim: number;
  payment: number;
  authorization: number;
}

/** What happened, in the order it happened. The state is nothing but these. */
export type PayerEvent =
  | {
      kind: 'received';
      /** Of the content and the exchange that brought it. */
      hash: string;
      /** Sender and ISA13, when the file could be read. */
      interchange?: string;
      claims: StoredClaim[];
      files: OutFile[];
      counters: Counters;
    }
  | {
      kind: 'paid';
      answers: Answer[];
      /** What a payee owes after the run, by payer, payee and submitter. */
      owed: { key: string; amount: Cents }[];
      files: OutFile[];
      counters: Counters;
    }
  | { kind: 'authorized'; payerId: string; authorization: IssuedAuthorization; counters: Counters }
  | { kind: 'delivered'; names: string[] };

export interface PayerState {
  counters: Counters;
  /** Files already answered, by content. */
  answered: Map<string, OutFile[]>;
  interchanges: Set<string>;
  claims: Map<string, StoredClaim>;
  byMember: Map<string, StoredClaim[]>;
  answers: Map<string, Answer>;
  /** Claims that a later claim replaced or voided. */
  replaced: Set<string>;
  owed: Map<string, Cents>;
  authorizations: { payerId: string; authorization: IssuedAuthorization }[];
  undelivered: Map<string, OutFile>;
}

export function emptyState(): PayerState {
  return {
    counters: { interchange: 0, claim: 0, payment: 0, authorization: 0 },
    answered: new Map(),
    interchanges: new Set(),
    claims: new Map(),
    byMember: new Map(),
    answers: new Map(),
    replaced: new Set(),
    owed: new Map(),
    authorizations: [],
    undelivered: new Map(),
  };
}

/** Brings the state up to date with one more event. */
export function applyEvent(state: PayerState, event: PayerEvent): void {
  if (event.kind === 'delivered') {
    for (const name of event.names) state.undelivered.delete(name);
    return;
  }
  state.counters = event.counters;
  if (event.kind === 'authorized') {
    const { payerId, authorization } = event;
    state.authorizations.push({ payerId, authorization });
    return;
  }
  for (const file of event.files) state.undelivered.set(file.name, file);
  if (event.kind === 'paid') {
    for (const answer of event.answers) state.answers.set(answer.number, answer);
    for (const { key, amount } of event.owed) state.owed.set(key, amount);
    return;
  }
  state.answered.set(event.hash, event.files);
  if (event.interchange !== undefined) state.interchanges.add(event.interchange);
  for (const stored of event.claims) {
    state.claims.set(stored.number, stored);
    const key = memberKey(stored);
    state.byMember.set(key, [...(state.byMember.get(key) ?? []), stored]);
    const { frequency, payerControlNumber } = stored.claim;
    if (frequency !== '1' && payerControlNumber !== undefined) state.replaced.add(payerControlNumber);
  }
}

/** Claims that wait for the next payment run, in the order they came. */
export function pendingClaims({ claims, answers, replaced }: PayerState): StoredClaim[] {
  return [...claims.values()].filter(({ number }) => !answers.has(number) && !replaced.has(number));
}

/** What a member used of a plan year, by answers that still stand. */
export function usedIn(
  state: PayerState,
  member: Pick<StoredClaim, 'payerId' | 'member'>,
  year: string,
): Used {
  let [deductible, outOfPocket] = [0, 0];
  for (const { number } of state.byMember.get(memberKey(member)) ?? []) {
    if (state.replaced.has(number)) continue;
    for (const one of state.answers.get(number)?.usage ?? []) {
      if (one.year !== year) continue;
      deductible += one.deductible;
      outOfPocket += one.outOfPocket;
    }
  }
  return { deductible: cents(deductible), outOfPocket: cents(outOfPocket) };
}

const repeatModifiers = ['76', '77', '91'];

/**
 * Whether a line asks again for a service that a claim decided before it was allowed for. A denied service may be billed
 * again, and a repeated one says so by modifier.
 */
export function isDuplicate(state: PayerState, stored: StoredClaim, line: ClaimLine): boolean {
  if (line.modifiers.some((modifier) => repeatModifiers.includes(modifier))) return false;
  const { claim } = stored;
  const before = claim.lines.slice(0, claim.lines.indexOf(line));
  if (before.some((other) => isSameService(other, line))) return true;
  return (state.byMember.get(memberKey(stored)) ?? []).some((other) => {
    if (state.replaced.has(other.number)) return false;
    if (other.claim.billingProvider.npi !== claim.billingProvider.npi) return false;
    const allowed = state.answers.get(other.number)?.remitClaim?.lines ?? [];
    return other.claim.lines.some(
      (l, index) => isSameService(l, line) && allowed[index]?.allowed !== undefined,
    );
  });
}

function isSameService(a: ClaimLine, b: ClaimLine): boolean {
  return (
    a.procedure === b.procedure &&
    a.serviceDate === b.serviceDate &&
    a.modifiers.toSorted().join() === b.modifiers.toSorted().join()
  );
}

function memberKey({ payerId, member }: Pick<StoredClaim, 'payerId' | 'member'>): string {
  return `${payerId}/${member}`;
}
