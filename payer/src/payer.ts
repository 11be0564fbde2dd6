import type { Instant, IsoDate } from '@superbill/engines/model';
import { type AuthorizationAnswer, type AuthorizationCall, answerCall } from './authorization-call.ts';
import { openJournal } from './journal.ts';
import { runPayments } from './payment-run.ts';
import type { Plan } from './plan.ts';
import { type Received, receive } from './receive.ts';
import type { OutFile } from './state.ts';

export interface PayerOptions {
  /** One for each payer in the box. */
  plans: readonly Plan[];
  /** Where the journal lives; made when absent. One process at a time. */
  stateDirectory: string;
  today(): IsoDate;
  now(): Instant;
}

/** A payer and clearinghouse in a box: it knows claims only from the files it gets, and answers only in files. */
export interface Payer {
  /** Answers a file with TA1, 999 and 277CA. `from` names the exchange that brought it, to which answers go. */
  receive(bytes: Uint8Array, from?: string): Received;
  /** The payment run: decides on all accepted claims and pays them by 835. */
  adjudicate(): { files: OutFile[] };
  /** The telephone. */
  answerAuthorizationCall(call: AuthorizationCall): AuthorizationAnswer;
  /** Files not yet handed over, such as after a crash. */
  undelivered(): OutFile[];
  markDelivered(names: readonly string[]): void;
  close(): void;
}

export function createPayer({ plans, stateDirectory, today, now }: PayerOptions): Payer {
  const ids = plans.map(({ payerId }) => payerId);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw new Error(`two plans have the payer id ${twice}`);
  const journal = openJournal(stateDirectory);
  const desk = () => ({ plans, journal, today: today(), now: now() });
  return {
    receive: (bytes, from = '') => receive(desk(), bytes, from),
    adjudicate: () => runPayments(desk()),
    answerAuthorizationCall: (call) => answerCall(desk(), call),
    undelivered: () => [...journal.state.undelivered.values()],
    markDelivered(names) {
      if (names.length > 0) journal.append({ kind: 'delivered', names: [...names] });
    },
    close: () => journal.close(),
  };
}
