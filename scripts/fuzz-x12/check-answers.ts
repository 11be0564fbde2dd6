import { type Instant, isoDate } from '../../engines/src/model/index.ts';
import {
  acknowledge,
  judgeClaims,
  type Received837,
  read277CA,
  read999,
  readTA1,
  sniff,
  tokenize,
  type Validation,
  validate,
  write277CA,
  X12WriteError,
} from '../../engines/src/x12/index.ts';
import { digest } from '../dice.ts';
import { leaksOf } from './canary.ts';
import { codes } from './ports.ts';
import type { Trial } from './trial.ts';

const envelope = {
  controlNumbers: { interchange: 1, group: 1, transaction: 1 },
  createdAt: '2027-03-02T10:00:00.000Z' as Instant,
  usage: 'T' as const,
};

/** Whatever a file is, what is written back is sound, agrees with what was found, and names nobody. */
export function checkAnswers(trial: Trial, validation: Validation): { isRefused: boolean } {
  const { bytes } = trial;
  const choice = digest(bytes);
  const answer = trial.run('acknowledge', () =>
    acknowledge(bytes, { ...envelope, snip: 7, codes, alwaysTA1: choice % 2 === 0 }),
  );
  if (answer?.ta1 !== undefined) checkAnswer(trial, answer.ta1, 'TA1');
  if (answer?.ack999 !== undefined) checkAnswer(trial, answer.ack999, '999');
  const isRefused = answer?.ack999 === undefined || /TA1(?:.[^~]*){3}.R/.test(answer.ta1 ?? '');
  // Reading takes as long as checking, so that not each answer is read.
  if (choice % 3 > 0) return { isRefused };
  if (answer?.ta1 !== undefined && readTA1(answer.ta1).acknowledgements.length === 0) {
    trial.fail('answers agree with findings', 'TA1: says nothing');
  }
  if (answer?.ack999 !== undefined && !isRefused) checkVerdicts(trial, answer.ack999, validation);
  return { isRefused };
}

/** Whatever a group of acknowledgements holds. */
function isOfAcknowledgements(bytes: Uint8Array): boolean {
  return tokenize(bytes).interchanges.some(({ segments }) =>
    segments.some(({ id, elements }) => id === 'GS' && elements[1] === 'FA'),
  );
}

/** A 999 rejects the transactions that errors were found in, and no others. */
function checkVerdicts(trial: Trial, ack999: string, { transactions, findings }: Validation): void {
  // Acknowledgements are not acknowledged, and of many errors not all are listed.
  if (transactions.some(({ type }) => /^99[79]$/.test(type)) || isOfAcknowledgements(trial.bytes)) return;
  if (findings.length >= 10_000) return;
  // What a partner asks beyond the guides is not for a 999.
  const errors = findings.filter(({ severity, snip }) => severity === 'error' && snip < 7);
  const wrong = new Set(errors.map(({ transaction }) => transaction));
  const due = transactions.map((_, index) => wrong.has(index + 1));
  const told = read999(ack999).acknowledgements.flatMap((group) =>
    group.transactions.map(({ status }) => status === 'R'),
  );
  if (told.join() !== due.join()) {
    trial.fail('answers agree with findings', '999: verdicts', `${told.join()} / ${due.join()}`);
  }
}

/** Claims that could be read can be decided on; a 277CA repeats who they are for, and nothing else of them. */
export function checkDecisions(trial: Trial, received: Received837): void {
  const day = isoDate('2027-03-02');
  const written = trial.run(
    'write277CA',
    () =>
      write277CA({
        ...envelope,
        sender: received.receiver,
        receiver: received.submitter,
        batch: received.batch,
        receivedDate: day,
        processedDate: day,
        claims: judgeClaims(received, day),
      }),
    (error) => error instanceof X12WriteError,
  );
  if (written === undefined) return;
  checkAnswer(trial, written, '277CA');
  const { claims } = read277CA(written);
  if (claims.length !== received.claims.length) {
    trial.fail('answers are sound', '277CA: claims', `${claims.length} of ${received.claims.length}`);
  }
}

const named = {
  TA1: {},
  '999': { reference: 'CTX' },
  '277CA': { secret: 'NM1', reference: 'TRN' },
};

/**
 * What an answer repeats as it was sent, though it is wrong: the head of an interchange that is refused for it,
 * groups and sets that no HIPAA guide knows, names and numbers that a claim was sent without, or with too short ones.
 */
const repeated = {
  TA1: /^envelope-element (?:TA10[123]|ISA0[68])$/,
  '999': /^code-not-allowed AK[12]01$/,
  '277CA': /^element-missing (?:NM10[39]|TRN02)$|^element-too-short NM109$/,
};

function checkAnswer(trial: Trial, text: string, kind: keyof typeof named): void {
  for (const { severity, code, element, id, position, message } of validate(text, { snip: 4 }).findings) {
    const at = `${code} ${element ?? id}`;
    if (severity !== 'error' || repeated[kind].test(at)) continue;
    const segment = text.slice(position, text.indexOf('~', position));
    trial.fail('answers are sound', `${kind}: ${at}`, `${message} ${segment}`);
  }
  if (sniff(text).join() !== kind) trial.fail('answers are sound', `${kind}: sniffed`, sniff(text).join());
  const [leak] = leaksOf(text, named[kind]);
  // The receiver of a 277CA is known by a number that stands in NM109.
  if (leak !== undefined && !(kind === '277CA' && leak === 'NM1')) {
    trial.fail('answers name nobody', `${kind}: ${leak}`, text);
  }
}
