import { checkElements } from './element-check.ts';
import type { Snip, X12Finding } from './finding.ts';
import type { Guide } from './guide.ts';
import type { Loop } from './loop.ts';
import type { TransactionRecord } from './records.ts';
import { rulesFor } from './rules/index.ts';
import type { CodePort, LoopRule, TransactionRule } from './rules/rule.ts';
import type { Segment } from './segment.ts';
import { Walker } from './walker.ts';

/** A finding before it is placed: `missing` names a segment that is not there. */
export type Report = Pick<X12Finding, 'snip' | 'code' | 'message' | 'loop' | 'element'> & {
  severity?: X12Finding['severity'];
  missing?: string | undefined;
};

export interface TransactionCheckOptions {
  snip: Snip;
  codes: CodePort;
  report(segment: Segment, finding: Report): void;
  closed(loop: Loop): void;
}

/** Checks one transaction, segment by segment: along its guide and by its rules, or against the standard alone. */
export class TransactionCheck {
  readonly record: TransactionRecord;
  /** Segments so far, ST included. */
  count = 0;
  readonly #options: TransactionCheckOptions;
  readonly #walker: Walker | undefined;
  readonly #loopRules = new Map<string, LoopRule[]>();
  readonly #transactionRules: ReturnType<TransactionRule['start']>[] = [];

  constructor(record: TransactionRecord, options: TransactionCheckOptions) {
    this.record = record;
    this.#options = options;
    if (record.guide) {
      this.#chooseRules(record.guide);
      this.#walker = this.#walk(record.guide);
    }
  }

  place(segment: Segment): void {
    this.count++;
    if (this.#walker) {
      this.#walker.place(segment);
      return;
    }
    const { report } = this.#options;
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segment.id)) {
      report(segment, { snip: 1, code: 'segment-unexpected', message: 'This is no segment identifier.' });
    }
    if (this.record.version.startsWith('005010')) {
      checkElements(segment, undefined, (fault) => report(segment, fault));
    }
  }

  /** Closes what is open; `last` is where it shows that something is missing. */
  end(last: Segment): void {
    this.#walker?.end(last);
  }

  #chooseRules({ type }: Guide): void {
    const { snip, codes, report } = this.#options;
    const rules = rulesFor(type);
    for (const rule of rules.loops.filter((one) => one.snip <= snip)) {
      this.#loopRules.set(rule.loop, [...(this.#loopRules.get(rule.loop) ?? []), rule]);
    }
    for (const rule of rules.transactions.filter((one) => one.snip <= snip)) {
      const started = rule.start(
        ({ segment, ...finding }) => report(segment, { snip: rule.snip, ...finding }),
        codes,
      );
      this.#transactionRules.push(started);
    }
  }

  #walk(guide: Guide): Walker {
    const { snip, report } = this.#options;
    return new Walker(guide, {
      placed: (segment, use, loop, doubtful) => {
        checkElements(segment, use, (fault) => {
          // Where nobody can tell which use is meant, the code that should have told is all there is to say.
          const said = doubtful ? fault.code === 'code-not-allowed' : fault.snip <= snip;
          if (said) report(segment, { loop: loop.id, ...fault });
        });
        for (const rule of this.#transactionRules) rule.segment?.(segment, loop);
      },
      headless: (loop) => {
        for (const rule of this.#transactionRules) rule.headless?.(loop);
      },
      closed: (loop) => this.#closed(loop),
      misplaced: ({ segment, ...finding }) => {
        if (snip >= 2) report(segment, { snip: 2, ...finding });
      },
    });
  }

  #closed(loop: Loop): void {
    const { codes, report, closed } = this.#options;
    for (const rule of this.#loopRules.get(loop.id) ?? []) {
      for (const { segment, ...finding } of rule.check(loop, codes)) {
        report(segment, { snip: rule.snip, code: rule.id, ...finding });
      }
    }
    for (const rule of this.#transactionRules) rule.closed?.(loop);
    closed(loop);
  }
}
