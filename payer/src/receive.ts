import { createHash } from 'node:crypto';
import type { Claim, Instant, IsoDate } from '@superbill/engines/model';
import {
  acknowledge,
  type ClaimDecision,
  type Party,
  type Received837,
  read837,
  read999,
  readTA1,
  write277CA,
  writeTA1,
  type X12Finding,
} from '@superbill/engines/x12';
import { type Intake, memberName, takeIn } from './intake.ts';
import type { Journal } from './journal.ts';
import { nextClaimNumber, nextInterchange } from './numbers.ts';
import type { Plan } from './plan.ts';
import type { Counters, OutFile, StoredClaim } from './state.ts';

export interface Received {
  /** The acknowledgements, whole X12 files: TA1, 999 and one 277CA for each batch and payer. */
  replies: OutFile[];
  /** Payer control numbers of the claims that got into adjudication. */
  accepted: string[];
  /** Claims that lack what a claim cannot be without, and so got no answer of their own. */
  unreadable: X12Finding[];
}

export interface Desk {
  plans: readonly Plan[];
  journal: Journal;
  today: IsoDate;
  now: Instant;
}

/**
 * Reads a file as a stranger would: from its bytes alone. Whatever it holds is answered and nothing throws. The
 * same bytes again get the same answers again; another file under a used interchange number is refused.
 */
export function receive({ plans, journal, today, now }: Desk, bytes: Uint8Array, from: string): Received {
  const { state } = journal;
  const hash = createHash('sha256').update(`${from}\n`).update(bytes).digest('hex');
  const before = state.answered.get(hash);
  if (before) return { replies: before, accepted: [], unreadable: [] };

  const { submissions: asSent, findings } = read837(bytes);
  const submissions = printable(asSent);
  const unreadable = findings.filter(({ code }) => code === 'claim-unreadable');
  const [first] = submissions;
  const usage = first?.usage ?? 'P';
  const interchange = first && `${from}/${first.submitter.id}/${first.controlNumbers.interchange}`;
  const counters = { ...state.counters };
  const file = (kind: string, text: string, number: number): OutFile => ({
    to: from,
    name: `${String(number).padStart(9, '0')}.${kind}`,
    text,
  });

  const number = nextInterchange(counters);
  const { ta1, ack999, next } = acknowledge(bytes, {
    controlNumbers: { interchange: number, group: number, transaction: 1 },
    createdAt: now,
    usage,
    alwaysTA1: true,
    // Syntax and guide decide on a whole batch; what is wrong with one claim is said of that claim (277CA).
    snip: 2,
  });
  counters.interchange = next.interchange - 1;
  if (first && interchange !== undefined && state.interchanges.has(interchange)) {
    const refusal = ta1 === undefined ? [] : [file('ta1', refuseRepeated(ta1, first, number, now), number)];
    journal.append({ kind: 'received', hash, claims: [], files: refusal, counters });
    return { replies: refusal, accepted: [], unreadable: [] };
  }
  const replies = [
    ...(ta1 === undefined ? [] : [file('ta1', ta1, number)]),
    ...(ack999 === undefined ? [] : [file('999', ack999, number)]),
  ];
  const claims: StoredClaim[] = [];
  for (const submission of acceptedOnly(submissions, ta1, ack999)) {
    const decided = decide(submission, { plans, journal, today, now }, claims, counters, from);
    for (const { sender, decisions } of decided) {
      const own = nextInterchange(counters);
      const text = write277CA({
        controlNumbers: { interchange: own, group: own, transaction: 1 },
        createdAt: now,
        usage: submission.usage,
        sender,
        receiver: submission.submitter,
        batch: submission.batch,
        receivedDate: today,
        processedDate: today,
        claims: decisions,
      });
      replies.push(file('277ca', text, own));
    }
  }
  const read = interchange === undefined ? {} : { interchange };
  journal.append({ kind: 'received', hash, ...read, claims, files: replies, counters });
  return { replies, accepted: claims.map((stored) => stored.number), unreadable };
}

/** The same with every text in characters that an answer can repeat, whatever the sender put there. */
function printable(submissions: Received837[]): Received837[] {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^\x20-\x7e]/g, '?');
  return JSON.parse(
    JSON.stringify(submissions, (_, value: unknown) => (typeof value === 'string' ? plain(value) : value)),
  );
}

/** The batches that our own acknowledgement let through. */
function acceptedOnly(submissions: Received837[], ta1?: string, ack999?: string): Received837[] {
  const refused = ta1 !== undefined && readTA1(ta1).acknowledgements.some(({ status }) => status === 'R');
  if (refused || ack999 === undefined) return [];
  const groups = read999(ack999).acknowledgements;
  return submissions.filter(({ controlNumbers }) =>
    groups.some(
      ({ control, transactions }) =>
        Number(control) === controlNumbers.group &&
        transactions.some(
          (transaction) =>
            Number(transaction.control) === controlNumbers.transaction && /^[AE]$/.test(transaction.status),
        ),
    ),
  );
}

interface Answered {
  sender: Party & { kind: 'PR' | 'AY' };
  decisions: ClaimDecision[];
}

/** Takes in each claim of a batch and sorts the decisions by who made them; the clearinghouse speaks for nobody's claims. */
function decide(
  { claims, faults, receiver, submitter, usage }: Received837,
  { plans, journal, today }: Desk,
  stored: StoredClaim[],
  counters: Counters,
  from: string,
): Answered[] {
  const answers = new Map<string, Answered>();
  for (const [index, claim] of claims.entries()) {
    const isSound = (faults[index] ?? []).length === 0;
    const intake = unlessReplacedNow(claim, takeIn(claim, isSound, plans, journal.state, today), stored);
    const { plan } = intake;
    const sender: Answered['sender'] = plan
      ? { kind: 'PR', name: plan.name, id: plan.payerId }
      : { kind: 'AY', name: receiver.name, id: receiver.id };
    const answer = answers.get(sender.id) ?? { sender, decisions: [] };
    answers.set(sender.id, answer);
    const number = intake.accepted ? nextClaimNumber(counters, today) : undefined;
    answer.decisions.push(decisionOn(claim, intake, number, today));
    if (!intake.accepted || number === undefined) continue;
    const original = claim.payerControlNumber?.trim();
    stored.push({
      number,
      payerId: intake.plan.payerId,
      member: memberName(intake.member),
      claim: original === undefined ? claim : { ...claim, payerControlNumber: original },
      submitter,
      from,
      usage,
      receivedDate: today,
    });
  }
  return [...answers.values()];
}

/** Of two replacements of one claim in one file only the first finds the claim standing. */
function unlessReplacedNow(claim: Claim, intake: Intake, stored: readonly StoredClaim[]): Intake {
  const original = claim.payerControlNumber?.trim();
  const replaced = stored.some(
    (other) => other.claim.frequency !== '1' && other.claim.payerControlNumber === original,
  );
  if (!intake.accepted || claim.frequency === '1' || !replaced) return intake;
  return { accepted: false, plan: intake.plan, statuses: [{ category: 'A7', status: '464' }] };
}

function decisionOn(claim: Claim, intake: Intake, number: string | undefined, today: IsoDate): ClaimDecision {
  const { billingProvider, subscriber, patient } = claim;
  const { lastName, firstName } = patient ?? subscriber;
  const dates = claim.lines.map((line) => line.serviceDate).sort();
  const [from = today] = dates;
  const to = dates.at(-1);
  return {
    controlNumber: claim.controlNumber,
    accepted: intake.accepted,
    statuses: intake.statuses,
    ...(number !== undefined && { payerControlNumber: number }),
    charge: claim.charge,
    patient: { lastName, firstName, memberId: subscriber.memberId },
    provider: { name: billingProvider.name, npi: billingProvider.npi, taxId: billingProvider.taxId },
    effectiveDate: today,
    serviceDate: from,
    ...(to !== undefined && to !== from && { serviceDateTo: to }),
  };
}

/** The TA1 of an interchange number that was used before. Source: TA105, code 025. */
function refuseRepeated(
  ta1: string,
  { submitter, receiver, usage }: Received837,
  interchange: number,
  createdAt: Instant,
): string {
  const acknowledgements = readTA1(ta1).acknowledgements.map((one) => ({
    ...one,
    status: 'R' as const,
    note: '025',
  }));
  return writeTA1({
    sender: receiver,
    receiver: submitter,
    controlNumbers: { interchange },
    createdAt,
    usage,
    acknowledgements,
  });
}
