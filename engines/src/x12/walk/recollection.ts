import type { LoopUse, SegmentUse, Use } from '../guides/guide.ts';
import { segmentLayouts } from '../standard/segments.ts';
import type { Segment } from '../tokens/segment.ts';
import { candidates, type Frame, innermost, keyMatches } from './frame.ts';
import { type Loop, makeUnsure } from './loop.ts';

/** How many segments later what was told may still be what a segment is about. */
const reach = 3;

/** How many segments apart what stands nowhere near its place and what is missing are taken for one. */
const nearby = 12;

/**
 * The faults just told. One that shows twice, as a segment where it does not belong and as one that is missing
 * where it does, is told where it shows first; the other time, what is remembered here answers for it.
 */
export class Recollection {
  /** Segments so far. */
  #now = 0;
  /** What was told to be missing: what comes at once is that, out of its place. */
  #missed: readonly SegmentUse[] = [];
  #missedAt = 0;
  /** A loop that what was late closed: what comes at once may still be its own. */
  #cut: LoopUse | undefined;
  #cutAt = 0;
  /** A segment that stood nowhere near its place: what is missing soon after is that. */
  #stray: Segment | undefined;
  #strayAt = 0;
  /** A segment that no guide has: what is missing in its place is what it was meant to be. */
  #unknown: Segment | undefined;

  /** The next segment has come. */
  tick(): void {
    this.#now++;
  }

  noteMissed(use: SegmentUse): void {
    this.#missed = this.#now > this.#missedAt ? [use] : [...this.#missed, use];
    this.#missedAt = this.#now;
  }

  noteCut(use: LoopUse | undefined): void {
    this.#cut = use;
    this.#cutAt = this.#now;
  }

  /** A segment was told to have no place in the loops that are open. */
  noteUnexpected(segment: Segment, frames: readonly Frame[]): void {
    if (!segmentLayouts.has(segment.id)) {
      this.#unknown = segment;
      const { loop } = innermost(frames);
      for (const id of loop.use.byOpener.keys()) makeUnsure(loop, id);
      return;
    }
    this.#stray = segment;
    this.#strayAt = this.#now;
    for (const { loop } of frames) {
      this.doubt(loop);
      for (const inner of loop.loops.slice(-2)) this.doubt(inner);
    }
  }

  /** Where a loop nearby takes what stood nowhere near its place, rules should not miss it there. */
  doubt(loop: Loop): void {
    const stray = this.#stray;
    if (!stray || this.#now - this.#strayAt > reach) return;
    if (candidates(loop.use, stray).some((use) => keyMatches(use, stray))) makeUnsure(loop, stray.id);
  }

  /** It stands behind the segment that closed its loop, where it was told to be missing: once for each such. */
  wasMissed(segment: Segment): boolean {
    if (this.#now - this.#missedAt > reach) return false;
    const use = this.#missed.find((one) => one.id === segment.id && keyMatches(one, segment));
    if (!use) return false;
    this.#missed = this.#missed.filter((one) => one !== use);
    return true;
  }

  /** It goes on with the loop that what was late closed. */
  wasCut(segment: Segment): boolean {
    if (!this.#cut || this.#now - this.#cutAt > reach) return false;
    return candidates(this.#cut, segment).some((use) => keyMatches(use, segment));
  }

  /** Whether a segment of no guide stood where one is missing, which shows later: once for each such segment. */
  isUnknown({ loop }: Frame, shown: Segment): boolean {
    const unknown = this.#unknown;
    if (!unknown || unknown.ordinal >= shown.ordinal) return false;
    if (unknown.ordinal < (loop.segments[0]?.ordinal ?? 0)) return false;
    this.#unknown = undefined;
    return true;
  }

  /** Whether what is missing stood nowhere near its place: once for each such segment. */
  isStray(child: Use, shown: Segment): boolean {
    const stray = this.#stray;
    if (!stray || child.kind === 'loop' || Math.abs(shown.ordinal - stray.ordinal) > nearby) return false;
    if (child.id !== stray.id || !keyMatches(child, stray)) return false;
    this.#stray = undefined;
    return true;
  }
}
