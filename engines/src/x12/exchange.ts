import type {
  Claim,
  ClaimAcknowledgement,
  ClaimKind,
  Contact,
  FunctionalAcknowledgement,
  Instant,
  IsoDate,
  Remit,
} from '../model/index.ts';
import type { X12Finding } from './finding.ts';

/** Where a file comes from or goes to, as the envelope says it. */
export interface Station {
  /** At most 15 characters: ISA06 or ISA08. */
  id: string;
  /** ISA05 or ISA07; `ZZ`, mutually defined, when absent. */
  qualifier?: string;
  /** GS02 or GS03, where it is not the same as {@link id}. */
  application?: string;
}

/** A trading partner that the transaction names too: NM103 and, with the {@link id}, NM109. */
export interface Party extends Station {
  name: string;
}

/** The numbers of the next interchange, group and (first) transaction: each 1 to 999,999,999, never used twice. */
export interface ControlNumbers {
  interchange: number;
  group: number;
  transaction: number;
}

/** What every file needs beside its content. `createdAt` is written to the second. */
export interface Envelope {
  controlNumbers: ControlNumbers;
  createdAt: Instant;
  /** ISA15: production or test. */
  usage: 'P' | 'T';
}

/** Who sends or gets claims. */
export interface ClaimParty extends Party {
  /** NM109, where it is not the {@link id}. */
  identifier?: string;
}

/**
 * One 837P, 837I or 837D transaction; all its claims are of one kind. Claims keep their order; neighbours that
 * share provider, subscriber or patient share HL levels.
 */
export interface Submission837 extends Envelope {
  /** BHT03 as it was read; a writer makes its own from the control numbers. */
  batch?: string;
  /** BHT06, where it is not for payment of providers: reports of encounters, or what one payer asks of another. */
  purpose?: 'encounters' | 'subrogation';
  /** `contacts` are one or two; a person has a first name. */
  submitter: ClaimParty & { firstName?: string; middleName?: string; contacts: Contact[] };
  receiver: ClaimParty;
  claims: Claim[];
}

/** An 837P, 837I or 837D transaction as it was received. */
export interface Received837 extends Submission837 {
  kind: ClaimKind;
  /** BHT03, by which a 277CA names the batch. */
  batch: string;
  /** For each claim, the errors found in it and in the levels that were opened for it. */
  faults: X12Finding[][];
}

/** One functional group of 835 transactions, one for each remit, numbered upwards from the given number. */
export interface Exchange835 extends Envelope {
  sender: Station;
  receiver: Station;
  remits: Remit[];
}

/** One error of a 999: an IK3 (segment) or an IK4 (element). */
export interface AcknowledgedError {
  /** In words a biller can use: `CLM05-3 (segment 22, loop 2300)`. */
  at: string;
  /** IK304 or IK403. */
  code: string;
  /** IK301, IK302, IK303. The position counts from ST = 1. */
  segment: string;
  position: number;
  loop?: string;
  /** IK401 and IK402, for an element error. */
  element?: { position: number; component?: number; repetition?: number; reference?: string };
  /** CTX, where something is missing or too much only because of another segment: that segment. */
  trigger?: { segment: string; position: number; loop?: string; element?: ErrorPlace };
  /** CTX: what the claim, the inquiry, … in error is known by: `CLM01` and its value. */
  unit?: { name: string; reference: string };
}

interface ErrorPlace {
  position: number;
  component?: number;
}

export interface TransactionAcknowledgement {
  /** AK201 to AK203: `837`, ST02 and ST03 of the transaction that is answered. */
  type: string;
  control: string;
  guide?: string;
  /** IK501: `A`, `E`, `R`, … */
  status: string;
  /** IK502 to IK506. */
  codes: string[];
  errors: AcknowledgedError[];
}

/** What a 999 says of one functional group. */
export interface GroupAcknowledgement extends FunctionalAcknowledgement {
  kind: '999';
  /** AK101 and AK103: `HC`, `005010X222A1`. */
  functionalId: string;
  guide: string;
  transactions: TransactionAcknowledgement[];
  /** AK902 to AK904. */
  counts: { included: number; received: number; accepted: number };
  /** AK905 to AK909. */
  codes: string[];
}

/** One functional group of 999 transactions, one for each group that is answered. */
export interface Exchange999 extends Envelope {
  sender: Station;
  receiver: Station;
  acknowledgements: GroupAcknowledgement[];
}

/** What a TA1 says of one interchange. */
export interface InterchangeAcknowledgement extends FunctionalAcknowledgement {
  kind: 'TA1';
  status: 'A' | 'E' | 'R';
  /** TA105: `000` no error, `001` control number, … */
  note: string;
  /** TA102 and TA103, as they stood in ISA09 and ISA10: `YYMMDD`, `HHMM`. */
  sentDate: string;
  sentTime: string;
}

export interface ExchangeTA1 extends Omit<Envelope, 'controlNumbers'> {
  sender: Station;
  receiver: Station;
  controlNumbers: Pick<ControlNumbers, 'interchange'>;
  acknowledgements: InterchangeAcknowledgement[];
}

/** A payer's or clearinghouse's answer to one claim, with what a 277CA repeats of it. */
export interface ClaimDecision extends ClaimAcknowledgement {
  charge: Claim['charge'];
  patient: { lastName: string; firstName?: string; memberId?: string };
  provider: { name: string; npi?: string; taxId?: string };
  /** STC02: the day of the decision. */
  effectiveDate: IsoDate;
  serviceDate: IsoDate;
  serviceDateTo?: IsoDate;
}

/** One 277CA transaction: the answer to one batch (ST..SE) of claims. */
export interface Exchange277CA extends Envelope {
  /** Who answers: loop 2100A. `kind` is `PR` payer or `AY` clearinghouse (NM101). */
  sender: Party & { kind?: 'PR' | 'AY' };
  receiver: Party;
  /** BHT03 of the batch that is answered (TRN02 of loop 2200B). */
  batch: string;
  receivedDate: IsoDate;
  processedDate: IsoDate;
  claims: ClaimDecision[];
}
