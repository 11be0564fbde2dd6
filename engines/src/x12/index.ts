import type { ClaimAcknowledgement, Remit } from '../model/index.ts';
import type {
  ControlNumbers,
  Envelope,
  Exchange277CA,
  Exchange835,
  Exchange999,
  GroupAcknowledgement,
  InterchangeAcknowledgement,
  Submission837P,
} from './exchange.ts';
import type { Snip, X12Finding } from './finding.ts';
import type { CodePort } from './rules/rule.ts';

export type * from './exchange.ts';
export type { Snip, X12Finding } from './finding.ts';
export { Tokenizer, tokenize } from './tokenizer.ts';
export { X12WriteError } from './write/draft.ts';
export { write277CA } from './write/write-277ca.ts';
export { write835 } from './write/write-835.ts';
export { batchReference, write837P } from './write/write-837p.ts';
export { write999 } from './write/write-999.ts';
export { writeTA1 } from './write/write-ta1.ts';

/** Which kinds of answer a file holds, in order, without judging it: `['TA1', '999']`. Empty when it is not X12. */
export declare function sniff(bytes: Uint8Array | string): string[];

/** Findings are those of {@link validate} at SNIP 1 to 4. Nothing that was readable is held back. */
export declare function read837P(bytes: Uint8Array | string): {
  submissions: Submission837P[];
  findings: X12Finding[];
};
export declare function read835(bytes: Uint8Array | string): {
  exchanges: Exchange835[];
  remits: Remit[];
  findings: X12Finding[];
};
export declare function read999(bytes: Uint8Array | string): {
  exchanges: Exchange999[];
  acknowledgements: GroupAcknowledgement[];
  findings: X12Finding[];
};
export declare function readTA1(bytes: Uint8Array | string): {
  acknowledgements: InterchangeAcknowledgement[];
  findings: X12Finding[];
};
export declare function read277CA(bytes: Uint8Array | string): {
  exchanges: Exchange277CA[];
  claims: ClaimAcknowledgement[];
  findings: X12Finding[];
};

export interface AcknowledgeOptions extends Omit<Envelope, 'controlNumbers'> {
  /** The first numbers; several interchanges count upwards. */
  controlNumbers: ControlNumbers;
  /** Answer with a TA1 although nobody asked (ISA14) and nothing is wrong with the envelope. */
  alwaysTA1?: boolean;
  codes?: CodePort;
  snip?: Snip;
}

/** What a receiver answers to a file: TA1 where asked for or needed, one 999 a functional group (none for a 999). */
export declare function acknowledge(
  bytes: Uint8Array | string,
  options: AcknowledgeOptions,
): { ta1?: string; ack999?: string };
