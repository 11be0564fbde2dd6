import { encode } from '../bytes.ts';
import { feed, Tokenizer } from '../tokenizer.ts';
import { type ValidateOptions, ValidationInProgress } from '../validate.ts';
import { DocumentBuilder } from './build-document.ts';
import type { DocumentUnit } from './build-tree.ts';
import type { DocumentReading, X12Document } from './document.ts';

export interface ReadOptions extends ValidateOptions {
  /** False: nothing is checked and `findings` is empty, which is several times as fast. */
  check?: boolean;
}

/**
 * Reads a whole file by names, and checks it on the way: `findings` are those of `validate`. Whatever the
 * bytes are, it answers and never throws. What a claim of a remittance paid:
 *
 * ```ts
 * const remits = transactionsOf(readDocument(bytes)).filter((one) => one.type === '835');
 * for (const { claimGroups = [] } of remits) {
 *   for (const { controlNumber, paid } of claimGroups.flatMap(({ claims }) => claims)) {
 *     console.log(controlNumber, amountOf(paid));
 *   }
 * }
 * ```
 */
export function readDocument(
  input: Uint8Array | string,
  { check = true, ...options }: ReadOptions = {},
): DocumentReading {
  const bytes = typeof input === 'string' ? encode(input) : input;
  const builder = new DocumentBuilder({ source: bytes });
  const validation = check ? new ValidationInProgress(options) : undefined;
  feed(bytes, {
    segment(segment) {
      builder.segment(segment);
      validation?.checker.segment(segment);
    },
    fault: (fault) => validation?.checker.fault(fault),
  });
  builder.end();
  return { ...builder.document, findings: validation?.end().findings ?? [] };
}

/**
 * Reads a file that arrives in chunks, without checking it. `unit` takes each loop that its guide calls a unit
 * (a claim; the claims' levels, innermost first) as soon as it is whole; it is not kept, so that memory grows
 * with the largest claim and not with the file. The types of `unit.tree` are those of the loop: `Claim835`.
 */
export class StreamingDocument {
  readonly #builder: DocumentBuilder;
  readonly #tokenizer: Tokenizer;

  constructor(unit: (unit: DocumentUnit) => void) {
    this.#builder = new DocumentBuilder({ unit });
    this.#tokenizer = new Tokenizer(this.#builder);
  }

  push(chunk: Uint8Array): void {
    this.#tokenizer.push(chunk);
  }

  /** What is left when the units are taken out. */
  end(): X12Document {
    this.#tokenizer.end();
    this.#builder.end();
    return this.#builder.document;
  }
}
