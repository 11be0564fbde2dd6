import type { X12Finding } from '../finding.ts';
import type { Trigger } from '../rules/rule.ts';
import { type Segment, shownId } from '../tokens/segment.ts';
import type { Place } from './records.ts';
import type { Report } from './transaction-check.ts';

/** How many findings are handed over; a file that is wrong throughout need not say so a million times. */
const mostFindings = 10_000;

/** Makes findings of what is reported, counts them, and hands them on with what they belong to. */
export class Reporter {
  /** Errors in the whole file. */
  errors = 0;
  #findings = 0;
  readonly #open: () => Place;
  readonly #take: (finding: X12Finding, place: Place) => void;

  /** `open` tells what is open; `take` gets the findings. */
  constructor(open: () => Place, take: (finding: X12Finding, place: Place) => void) {
    this.#open = open;
    this.#take = take;
  }

  report(segment: Segment, { missing, trigger, severity = 'error', ...rest }: Report): void {
    const { snip, code, message, ...where } = rest;
    const isSituation = missing !== undefined && snip >= 3;
    const finding: X12Finding = {
      severity,
      snip,
      segment: segment.ordinal,
      id: missing ?? shownId(segment.id),
      position: segment.position,
      ...where,
      ...(isSituation && { fault: 'missing' }),
      code,
      message,
    };
    if (trigger || isSituation) this.#addTrigger(finding, trigger ?? { segment, ...where });
    this.hand(finding, segment.ordinal);
  }

  /** A rule that names no other reports a missing segment at the one that makes it due. */
  #addTrigger(finding: X12Finding, { segment, loop, element }: Trigger): void {
    const st = this.#open().transaction?.st;
    if (!st) return;
    finding.trigger = {
      id: shownId(segment.id),
      inTransaction: segment.ordinal - st.ordinal + 1,
      ...(loop !== undefined && { loop }),
      ...(element !== undefined && { element }),
    };
  }

  /** `ordinal` is that of the segment in the file. */
  hand(finding: X12Finding, ordinal: number): void {
    const place = this.#placeOf(ordinal);
    const record = place.transaction;
    if (finding.severity === 'error') {
      this.errors++;
      if (record) record.errors++;
    }
    if (record) {
      finding.transaction = record.ordinal;
      finding.inTransaction = ordinal - record.st.ordinal + 1;
    }
    const listed = ++this.#findings < mostFindings;
    if (this.#findings === mostFindings) {
      const message = `More than ${mostFindings} findings: the rest is not listed, but one error of each transaction.`;
      this.#take({ ...finding, severity: 'error', code: 'too-many-findings', message }, place);
    }
    // An answer has to say of each transaction why it is refused.
    const isFirst = finding.severity === 'error' && record?.errors === 1;
    if (listed || isFirst) this.#take(finding, place);
  }

  /** What a segment belongs to, of what is open: a header found wrong later is of what it heads. */
  #placeOf(ordinal: number): Place {
    const { interchange, group, transaction } = this.#open();
    return {
      ...(interchange && { interchange }),
      ...(group && ordinal >= group.gs.ordinal && { group }),
      ...(transaction && ordinal >= transaction.st.ordinal && { transaction }),
    };
  }
}
