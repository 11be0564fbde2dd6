import { feed } from '../tokenizer.ts';
import { type ValidateOptions, ValidationInProgress } from '../validate.ts';
import { DocumentBuilder } from './build-document.ts';
import type { DocumentReading } from './document.ts';

/**
 * Reads a whole file by names, and checks it on the way. Whatever the bytes are, it answers and never throws;
 * what is wrong is in `findings`, which are those of {@link validate}.
 *
 * ```ts
 * const remits = transactionsOf(readDocument(bytes)).filter((one) => one.type === '835');
 * for (const { claimGroups = [] } of remits) {
 *   for (const { claims } of claimGroups) {
 *     for (const { controlNumber, paid } of claims) console.log(controlNumber, parseAmount(paid));
 *   }
 * }
 * ```
 */
export function readDocument(bytes: Uint8Array, options: ValidateOptions = {}): DocumentReading {
  const builder = new DocumentBuilder({ source: bytes });
  const validation = new ValidationInProgress(options);
  const { checker } = validation;
  feed(bytes, {
    segment(segment) {
      builder.segment(segment);
      checker.segment(segment);
    },
    fault: (fault) => checker.fault(fault),
  });
  builder.end();
  return { ...builder.document, findings: validation.end().findings };
}
