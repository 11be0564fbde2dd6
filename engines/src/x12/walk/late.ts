import type { Use } from '../guides/guide.ts';
import type { Segment } from '../tokens/segment.ts';
import { countOf, type Frame, innermost, isKept, lacks } from './frame.ts';
import { tooLate } from './misplacement.ts';
import type { OpenLoops } from './open-loops.ts';
import { isFull, type Target } from './recovery.ts';

/** Puts a segment where it was due earlier. */
export function putLate(open: OpenLoops, segment: Segment, late: Target): void {
  const { frames } = open;
  const { frame: index, use } = late;
  const lost = frames[index]?.lost;
  // That it is missing was told where it should have stood.
  if (lost?.use === use && isFull(frames, late)) {
    lost.segments.unshift(segment);
    return;
  }
  const isAmid = use.kind === 'segment' || lacks(innermost(frames), Number.POSITIVE_INFINITY);
  if (isAmid && index < frames.length - 1) {
    passLate(open, segment, late);
    return;
  }
  open.closeTo(index, segment);
  const frame = innermost(frames);
  countLate(open, frame, use, segment);
  // What follows it in the guide comes late only because something else came early.
  frame.rank = use.rank;
  open.enter(frame, use, segment, false);
}

/** What belongs further out, amid a loop that may go on after it: it is told, and closes nothing. */
function passLate(open: OpenLoops, segment: Segment, { frame: index, use }: Target): void {
  const frame = open.frames[index];
  if (!frame) return;
  // A single segment before it seemed to begin a loop: that one came too early, and was told.
  const inner = innermost(open.frames);
  if (inner.headless && inner.loop.segments.length === 1 && countOf(frame, use) === 0)
    open.count(frame, use, segment);
  else countLate(open, frame, use, segment);
  frame.rank = use.rank;
  frame.rewound = true;
  if (use.kind === 'loop') open.open(frame, use, true).loop.segments.push(segment);
  else if (isKept(frame, use)) frame.loop.segments.push(segment);
}

/** One too many is told as that, wherever it stands. */
function countLate(open: OpenLoops, frame: Frame, use: Use, segment: Segment): void {
  const isTooOften = countOf(frame, use) >= use.max && !frame.guessed?.has(use);
  if (!isTooOften) open.events.misplaced(tooLate(segment, use, frame.loop));
  open.count(frame, use, segment);
}
