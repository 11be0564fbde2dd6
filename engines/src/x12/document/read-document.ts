import { type ValidateOptions, ValidationInProgress } from '../check/validate.ts';
import type { Guide } from '../guides/guide.ts';
import { encode } from '../tokens/bytes.ts';
import type { Segment } from '../tokens/segment.ts';
import { type Fault, feed, type SegmentSink, Tokenizer } from '../tokens/tokenizer.ts';
import { DocumentBuilder } from './build-document.ts';
import type { BareUnit } from './build-tree.ts';
import type { DocumentReading } from './document.ts';
import type { DocumentUnit } from './types.generated.ts';

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
export function readDocument(input: Uint8Array | string, options: ReadOptions = {}): DocumentReading {
  const bytes = typeof input === 'string' ? encode(input) : input;
  const reading = new Reading(new DocumentBuilder({ source: bytes }), options);
  feed(bytes, reading);
  return reading.end();
}

/**
 * Reads a file that arrives in chunks, and checks it on the way as {@link readDocument} does. `unit` takes each
 * loop that its guide calls a unit (a claim; the claims' levels, innermost first) as soon as it is whole; it
 * is not kept, so that memory grows with the largest claim and not with the file:
 *
 * ```ts
 * const reading = new StreamingDocument((unit) => {
 *   if (unit.type === '835' && unit.loop === '2100') console.log(unit.tree.controlNumber, amountOf(unit.tree.paid));
 * });
 * for await (const chunk of createReadStream('remittance.835')) reading.push(chunk);
 * const { findings } = reading.end();
 * ```
 */
export class StreamingDocument {
  readonly #reading: Reading;
  readonly #tokenizer: Tokenizer;

  constructor(unit: (unit: DocumentUnit) => void, options: ReadOptions = {}) {
    // The types are made from the guides that the tree follows.
    const bare = (one: BareUnit) => unit(one as unknown as DocumentUnit);
    this.#reading = new Reading(new DocumentBuilder({ unit: bare }), options);
    this.#tokenizer = new Tokenizer(this.#reading);
  }

  push(chunk: Uint8Array): void {
    this.#tokenizer.push(chunk);
  }

  /** What is left when the units are taken out, and what is wrong with the file. */
  end(): DocumentReading {
    this.#tokenizer.end();
    return this.#reading.end();
  }
}

/** Builds the document and checks it, segment by segment. */
class Reading implements SegmentSink {
  readonly #builder: DocumentBuilder;
  readonly #validation: ValidationInProgress | undefined;

  constructor(builder: DocumentBuilder, { check = true, ...options }: ReadOptions) {
    this.#builder = builder;
    // One walk along the guide serves both, wherever it is plain from the start which guide that is.
    const follow = (guide: Guide) => builder.follow(guide);
    this.#validation = check ? new ValidationInProgress(options, undefined, follow) : undefined;
  }

  segment(segment: Segment): void {
    this.#builder.segment(segment);
    if (!this.#validation) return;
    this.#validation.checker.segment(segment);
    this.#builder.settle();
  }

  fault(fault: Fault): void {
    this.#validation?.checker.fault(fault);
  }

  end(): DocumentReading {
    this.#builder.end();
    const findings = this.#validation?.end().findings ?? [];
    return { ...this.#builder.document, findings };
  }
}
