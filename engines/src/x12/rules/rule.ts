import type { CodePort } from '../codes/code-set.ts';
import type { X12Finding } from '../finding.ts';
import type { Segment } from '../tokens/segment.ts';
import type { Loop } from '../walk/loop.ts';

/** A segment that makes a situation what it is, and the element of it that shows it: `CLM05-3`. */
export interface Trigger {
  segment: Segment;
  loop?: string;
  element?: string;
}

/** What a rule found, at the segment that has to change. */
export interface RuleFinding extends Pick<X12Finding, 'code' | 'message'> {
  severity?: X12Finding['severity'];
  segment: Segment;
  /** Where a whole segment is missing, its identifier. */
  missing?: string;
  fault?: NonNullable<X12Finding['fault']>;
  /** Why it is due or barred: an acknowledgement tells it to whoever sent the file. */
  trigger?: Trigger;
  loop: string;
  element?: string;
}

/** What a {@link LoopRule} found; its code is the rule's id. */
export type Found = Omit<RuleFinding, 'code'>;

/** What every rule says of itself; the catalog in docs/ is made from it. */
interface RuleHead {
  /** Stable, kebab case; the code of its findings, or of the first of them. */
  id: string;
  snip: 3 | 4 | 5 | 6 | 7;
  /** Whether the X12 standard says so, or the implementation guide. */
  from: 'standard' | 'guide';
  /** Where the rule is written: `005010X222A1, 2300 CLM11`. */
  source: string;
  /** In words: when it applies and what is due then. */
  when: string;
}

/** A rule that one loop can be judged by when it is whole; the loops around it are there as far as they have come. */
export interface LoopRule extends RuleHead {
  loop: string;
  /** A segment or a loop: the rule has nothing to say of a loop that holds none such. */
  onlyWith?: string;
  check(loop: Loop): Found[];
}

/** Rules that need to see a whole transaction. Made anew for each. */
export interface TransactionRule extends RuleHead {
  start(
    report: (finding: RuleFinding) => void,
    codes: CodePort,
  ): {
    segment?(segment: Segment, loop: Loop): void;
    /** A loop was opened whose first segment is missing. */
    headless?(loop: Loop): void;
    closed?(loop: Loop): void;
  };
}

export interface RuleSet {
  loops: readonly LoopRule[];
  transactions: readonly TransactionRule[];
}
