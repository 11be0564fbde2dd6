/**
 * HIPAA X12 files: check, read, write, answer. Reading a remittance:
 *
 * ```ts
 * const { remits, findings } = read835(bytes);
 * const ready = remits.filter((remit) => imbalances(remit).length === 0);
 * const total = sum(ready.map(({ paid }) => paid));
 * ```
 *
 * What is wrong with a file is a value ({@link X12Finding}) with its place, and nothing here throws over
 * bytes. Writers throw an {@link X12WriteError} over data that X12 cannot carry.
 */

export { type Acknowledgements, type AcknowledgeOptions, acknowledge } from './acknowledge/acknowledge.ts';
export { judgeClaims } from './acknowledge/judge-claims.ts';
export { type CatalogEntry, catalog } from './catalog.ts';
export {
  StreamingValidation,
  type TransactionSummary,
  type ValidateOptions,
  type Validation,
  validate,
} from './check/validate.ts';
export { type CodePort, type CodeSet, codeSetNames } from './codes/code-set.ts';
export * from './document/document.ts';
export { type ReadOptions, readDocument, StreamingDocument } from './document/read-document.ts';
export type { RawElement, RawSegment } from './document/tree.ts';
export type * from './document/types.generated.ts';
export { amountOf, dateOf, daysOf } from './document/values.ts';
export { writeDocument } from './document/write-document.ts';
export type * from './exchange.ts';
export type { Snip, X12Finding } from './finding.ts';
export { type PartnerProfile, readPartnerProfile } from './partner.ts';
export { read277CA } from './read/read-277ca.ts';
export { read835 } from './read/read-835.ts';
export { read837 } from './read/read-837.ts';
export { read999 } from './read/read-999.ts';
export { readTA1 } from './read/read-ta1.ts';
export { sniff } from './sniff.ts';
export type { Delimiters, Segment } from './tokens/segment.ts';
export { type Fault, type Interchange, type SegmentSink, Tokenizer, tokenize } from './tokens/tokenizer.ts';
export { X12WriteError } from './write/draft.ts';
export { write277CA } from './write/write-277ca.ts';
export { write835 } from './write/write-835.ts';
export { batchReference, write837 } from './write/write-837.ts';
export { write999 } from './write/write-999.ts';
export { writeTA1 } from './write/write-ta1.ts';
