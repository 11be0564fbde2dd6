import type { X12Finding } from '../finding.ts';
import type { Delimiters } from '../tokens/segment.ts';
import type { RawSegment } from './tree.ts';
import type { Transaction } from './types.generated.ts';

/**
 * A file by names, both ways: what `readDocument` gives and `writeDocument` takes, plain JSON throughout.
 *
 * - Texts stay as they were sent (`125.50`); empty elements are absent.
 * - What comes once is an object under its name (`billingProvider`), what may come more often a list
 *   (`claims`). The first segment of a loop gives its elements to the loop's own object.
 * - What can be counted or is said elsewhere is left out where it is what writing works out by itself:
 *   HL01, HL02 and HL04, LX01, the counts and control numbers of SE, GE and IEA, ST03, the length of binary
 *   data. Otherwise it is kept, and written as it is. So lines can be added and taken away without counting.
 * - Where members of a loop came in another order than the guide's, `order` names them as they came.
 * - Codes that the guide leaves no choice of (NM101 of a billing provider) may be left out for writing; reading
 *   gives them. Null says of such an element, or of a counted one, that it was not sent all the same.
 * - Segments that have no place in the guide, or not the shape of their kind, stand in `unplaced` of the loop
 *   they came in, and are written at the same place again.
 *
 * The types say what a guide requires. Of a file with errors among its findings, anything may be missing, and
 * what may come once may be a list.
 */
export interface X12Document {
  interchanges: X12Interchange[];
  /** Segments outside of any transaction. A document that has them cannot be written. */
  unplaced?: RawSegment[];
}

export interface X12Interchange {
  /** As declared; writing takes others where a text holds one. Absent: `*`, `:`, `^` and `~`. */
  delimiters?: DocumentDelimiters;
  /** What separates segments beside the terminator: a line feed, or carriage return and line feed. */
  lineBreak?: '\n' | '\r\n';
  /** Absent: UTF-8. */
  encoding?: 'ISO-8859-1';
  header: InterchangeHeader;
  /** ISB and ISE: what is asked of whoever carries the interchange. */
  requests?: RawSegment[];
  /** TA1 */
  acknowledgements?: InterchangeReceipt[];
  groups?: X12Group[];
  trailer?: { groupCount?: string | null; control?: string | null };
}

/** `repetition` is absent in versions before 00402. */
export interface DocumentDelimiters extends Omit<Delimiters, 'repetition'> {
  readonly repetition?: string;
}

/** ISA, without padding. */
export interface InterchangeHeader {
  /** `00` when absent, as is {@link securityQualifier}. */
  authorizationQualifier?: string;
  authorization?: string;
  securityQualifier?: string;
  security?: string;
  /** ISA05 and ISA07; `ZZ` when absent. */
  senderQualifier?: string;
  senderId: string;
  receiverQualifier?: string;
  receiverId: string;
  /** YYMMDD */
  date: string;
  /** HHMM */
  time: string;
  /** ISA11, where it is no repetition separator. */
  repetition?: string;
  /** `00501` when absent. */
  version?: string;
  /** Nine digits. */
  control: string;
  /** `0` when absent. */
  acknowledgementRequested?: string;
  /** `P` production (when absent), `T` test. */
  usage?: string;
}

/** What a TA1 says of an interchange. */
export interface InterchangeReceipt {
  control: string;
  date: string;
  time: string;
  status: string;
  note: string;
}

export interface X12Group {
  header: GroupHeader;
  transactions: Transaction[];
  trailer?: { transactionCount?: string | null; control?: string | null };
}

/** GS */
export interface GroupHeader {
  /** That of the first transaction's guide when absent. */
  functionalId?: string | null;
  sender: string;
  receiver: string;
  /** CCYYMMDD */
  date: string;
  time: string;
  control: string;
  /** `X` when absent. */
  agency?: string | null;
  /** GS08; the guide of the first transaction when absent. */
  version?: string | null;
}

/** What is read of a file, with what is wrong with it. */
export interface DocumentReading extends X12Document {
  findings: X12Finding[];
}

/** All transactions of a document, in order. */
export function transactionsOf({ interchanges }: X12Document): Transaction[] {
  return interchanges.flatMap(({ groups = [] }) => groups.flatMap(({ transactions }) => transactions));
}
