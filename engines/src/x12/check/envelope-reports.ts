import type { Segment } from '../tokens/segment.ts';
import type { Disagreement } from './envelope-agreement.ts';
import { checkEnvelopeSegment } from './envelope-check.ts';
import type { Report } from './transaction-check.ts';

const envelope: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

/** Passes on what is reported, and keeps one fault of the envelope from being told a second time by what follows from it. */
export class EnvelopeReports {
  readonly #take: (segment: Segment, report: Report) => void;
  readonly #controls = new Set<string>();
  /** Elements of the envelope with an error. */
  readonly #faulty = new Set<string>();

  constructor(take: (segment: Segment, report: Report) => void) {
    this.#take = take;
  }

  report(segment: Segment, report: Report): void {
    const { severity = 'error', element: at } = report;
    if (severity === 'error' && at !== undefined && envelope.has(segment.id))
      this.#faulty.add(placeOf(segment, at));
    this.#take(segment, report);
  }

  /** What is wrong with the elements of a segment by itself. */
  check(segment: Segment): void {
    for (const fault of checkEnvelopeSegment(segment)) {
      // The ST of a transaction is checked as one of its segments already.
      if (this.#faulty.has(placeOf(segment, fault.element))) continue;
      this.report(segment, { snip: 1, code: 'envelope-element', ...fault });
    }
  }

  /** What an element says that is wrong in itself agrees with nothing. */
  tell(disagreements: readonly Disagreement[]): void {
    for (const [segment, report, against] of disagreements) {
      const isTold = this.#faulty.has(placeOf(segment, report.element));
      if (!isTold && !(against && this.#faulty.has(placeOf(...against)))) this.report(segment, report);
    }
  }

  /** A control number is used once; `key` holds it with the sender, interchange or group that it must be unique in. */
  unique(segment: Segment, index: number, key: string): void {
    if (this.#controls.has(key)) {
      const at = `${segment.id}${String(index).padStart(2, '0')}`;
      const message = `${at} was already used in this file.`;
      this.report(segment, { snip: 1, code: 'control-repeated', element: at, message });
    }
    this.#controls.add(key);
  }

  /** An end without a beginning. */
  outside(segment: Segment): void {
    const message = `Segment ${segment.id} has no beginning that it belongs to.`;
    this.report(segment, { snip: 1, code: 'segment-outside', message });
  }
}

function placeOf(segment: Segment, at: string): string {
  return `${segment.ordinal} ${at}`;
}
