import { type Guide, type LoopUse, opener, type Use } from '../guides/guide.ts';
import type { Segment } from '../tokens/segment.ts';
import {
  countOf,
  type Frame,
  guess,
  innermost,
  isAhead,
  isDue,
  isKept,
  keyMatches,
  newFrame,
  passOver,
} from './frame.ts';
import { makeUnsure } from './loop.ts';
import { lacking, tooOften } from './misplacement.ts';
import { Recollection } from './recollection.ts';
import type { WalkerEvents } from './walk.ts';

/** The loops that are open, outer before inner, and what becomes of them when a place for a segment is found. */
export class OpenLoops {
  readonly frames: Frame[];
  readonly events: WalkerEvents;
  readonly recent = new Recollection();
  readonly #units: ReadonlySet<string>;

  constructor({ root, units }: Guide, events: WalkerEvents) {
    this.frames = [newFrame(root, undefined)];
    this.events = events;
    this.#units = units;
  }

  put(segment: Segment, index: number, use: Use, doubtful: boolean): void {
    this.enter(this.advance(segment, index, use), use, segment, doubtful);
  }

  /** Goes on to a use in an open loop, closing those inside of it, and counts it. */
  advance(segment: Segment, index: number, use: Use): Frame {
    const outer = this.frames[index];
    if (outer?.rewound) {
      this.recent.noteCut(this.frames[index + 1]?.loop.use);
      outer.rewound = false;
    }
    this.closeTo(index, segment);
    const frame = innermost(this.frames);
    passOver(frame, use.rank, segment);
    frame.rank = use.rank;
    this.count(frame, use, segment);
    return frame;
  }

  count(frame: Frame, use: Use, segment: Segment): void {
    const count = countOf(frame, use) + 1;
    // A place that a segment without a right code was taken for is free for one that has it.
    if (count > use.max && frame.guessed?.delete(use)) return;
    frame.counts[use.index] = count;
    if (count > use.max) this.events.misplaced(tooOften(segment, use, frame.loop));
  }

  enter(frame: Frame, use: Use, segment: Segment, doubtful: boolean): void {
    if (doubtful) guess(frame, use);
    if (doubtful || !keyMatches(use, segment)) makeUnsure(frame.loop, segment.id);
    const doubt = frame.doubtful ? 'loop' : doubtful ? 'use' : 'none';
    if (use.kind === 'segment') {
      if (isKept(frame, use)) frame.loop.segments.push(segment);
      if (!frame.aside) this.events.placed(segment, use, frame.loop, doubt);
      return;
    }
    const inner = this.open(frame, use);
    inner.loop.segments.push(segment);
    inner.doubtful = doubtful || frame.doubtful;
    if (!inner.aside) this.events.placed(segment, opener(use), inner.loop, doubt);
  }

  open(frame: Frame, use: LoopUse, aside = frame.aside): Frame {
    const inner = newFrame(use, frame.loop);
    this.recent.doubt(inner.loop);
    inner.rank = 1;
    inner.counts[0] = 1;
    inner.aside = aside;
    if (frame.lost?.use === use) {
      inner.ahead = frame.lost;
      frame.lost = undefined;
    }
    this.frames.push(inner);
    if (!this.#units.has(use.id) && isKept(frame, use)) frame.loop.loops.push(inner.loop);
    return inner;
  }

  /** Without its first segment, which was told. */
  openHeadless(frame: Frame, use: LoopUse): Frame {
    const inner = this.open(frame, use);
    inner.headless = true;
    if (!inner.aside) this.events.headless(inner.loop);
    return inner;
  }

  /** Closes the loops inside of one; `at` is where a missing segment shows. */
  closeTo(index: number, at: Segment): void {
    while (this.frames.length - 1 > index) this.#close(at);
  }

  #close(at: Segment): void {
    const frame = this.frames.pop();
    if (!frame) return;
    if (!frame.doubtful && !frame.headless) this.#reportMissing(frame, at);
    if (!frame.aside) this.events.closed(frame.loop);
  }

  #reportMissing(frame: Frame, at: Segment): void {
    for (const child of frame.loop.use.children) {
      if (!isDue(child) || countOf(frame, child) > 0 || isAhead(frame, child)) continue;
      const shown = frame.passed?.get(child) ?? at;
      if (this.recent.isUnknown(frame, shown) || this.recent.isStray(child, shown)) continue;
      this.events.misplaced(lacking(shown, child, frame.loop));
      if (child.kind === 'segment' && !child.expected) this.recent.noteMissed(child);
    }
  }
}
