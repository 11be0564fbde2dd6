import { noCodes } from '../codes/code-rule.ts';
import { type CodePort, type CodeSet, codeSetNames } from '../codes/code-set.ts';
import type { Snip, X12Finding } from '../finding.ts';
import type { PartnerProfile } from '../partner.ts';
import { element } from '../tokens/segment.ts';
import { feed, Tokenizer } from '../tokens/tokenizer.ts';
import { Checker, type CheckerOptions } from './checker.ts';

export interface ValidateOptions {
  /** Checks up to and including this SNIP type; 4 when absent. */
  snip?: Snip;
  codes?: CodePort;
  /** A trading partner's own rules, judged at SNIP 7. */
  partner?: PartnerProfile;
}

export interface TransactionSummary {
  /** `837P`, `835`, `999`, `277CA`, or the bare set number for what no guide is held for. */
  type: string;
  /** The version it declares: ST03, else GS08. */
  guide: string;
  control: string;
  valid: boolean;
}

export interface Validation {
  /** No finding is an error. */
  valid: boolean;
  interchanges: number;
  transactions: TransactionSummary[];
  findings: X12Finding[];
}

/** Checks a whole file. Whatever the bytes are, it answers and never throws. */
export function validate(bytes: Uint8Array | string, options: ValidateOptions = {}): Validation {
  const validation = new ValidationInProgress(options);
  feed(bytes, validation.checker);
  return validation.end();
}

/** Checks a file that arrives in chunks; {@link end} answers as {@link validate} does. */
export class StreamingValidation {
  readonly #validation: ValidationInProgress;
  readonly #tokenizer: Tokenizer;

  constructor(options: ValidateOptions = {}) {
    this.#validation = new ValidationInProgress(options);
    this.#tokenizer = new Tokenizer(this.#validation.checker);
  }

  push(chunk: Uint8Array): void {
    this.#tokenizer.push(chunk);
  }

  end(): Validation {
    this.#tokenizer.end();
    return this.#validation.end();
  }
}

/** A checker that collects its findings. `closed` sees each loop, and `follow` the walk, as in {@link CheckerOptions}. */
export class ValidationInProgress {
  readonly checker: Checker;
  readonly findings: X12Finding[] = [];
  readonly #unchecked = new Set<CodeSet>();

  constructor(
    { snip = 4, codes = noCodes, partner }: ValidateOptions,
    closed?: CheckerOptions['closed'],
    follow?: CheckerOptions['follow'],
  ) {
    const finding = (one: X12Finding) => this.findings.push(one);
    const listening = snip >= 5 ? this.#listen(codes) : codes;
    this.checker = new Checker({ snip, codes: listening, partner, finding, closed, follow });
  }

  end(): Validation {
    this.checker.end();
    if (this.#unchecked.size > 0) this.findings.push(uncheckedCodeSets(this.#unchecked));
    const { interchanges, errors } = this.checker;
    const records = interchanges.flatMap(({ groups }) => groups.flatMap(({ transactions }) => transactions));
    return {
      valid: errors === 0,
      interchanges: interchanges.length,
      transactions: records.map((record) => ({
        type: record.type,
        guide: record.version,
        control: element(record.st, 2),
        valid: record.errors === 0,
      })),
      findings: this.findings,
    };
  }

  /** The same port, remembering which questions it could not answer. */
  #listen(codes: CodePort): CodePort {
    return (set, code, date) => {
      const answer = codes(set, code, date);
      if (answer === undefined) this.#unchecked.add(set);
      return answer;
    };
  }
}

/** What could not be checked for want of a code set is said once, never held against the file. */
function uncheckedCodeSets(sets: ReadonlySet<CodeSet>): X12Finding {
  const names = [...sets]
    .map((set) => codeSetNames[set])
    .sort()
    .join(', ');
  const message = `Not all codes of these kinds were checked, because their sets are not loaded: ${names}.`;
  return { severity: 'info', snip: 5, segment: 0, id: '', position: 0, code: 'code-set-not-loaded', message };
}
