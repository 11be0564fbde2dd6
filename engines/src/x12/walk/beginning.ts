import { type LoopUse, opener } from '../guides/guide.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, innermost, keyMatches, lacks } from './frame.ts';
import type { Headless } from './headless.ts';
import { makeUnsure } from './loop.ts';
import { beheaded, lacking } from './misplacement.ts';
import type { OpenLoops } from './open-loops.ts';
import type { Skipped } from './recovery.ts';

// What the first segment of a loop says again, late, or not at all.

/** A loop begins, and the same segment follows before anything that the loop needs: it was sent twice. */
export function isDoubled(frame: Frame, segment: Segment): boolean {
  const { segments, loops } = frame.loop;
  const first = segments[0];
  if (first?.id !== segment.id || segments.length > 1 || loops.length > 0) return false;
  return lacks(frame, Number.POSITIVE_INFINITY) && isSame(first, segment);
}

function isSame(one: Segment, other: Segment): boolean {
  return (
    one.elements.length === other.elements.length &&
    one.elements.every((text, at) => text === other.elements[at])
  );
}

/**
 * Takes the first segment of a loop after what should have followed it: the loop may stand here once, or it has
 * the next number. `level` is the number of the last level.
 */
export function adopt({ frames }: OpenLoops, segment: Segment, level: number): boolean {
  const at = headlessAt(frames);
  const inner = frames[at];
  const parent = frames[at - 1];
  if (!inner?.headless || !parent) return false;
  const { use, segments } = inner.loop;
  if (opener(use).id !== segment.id || !keyMatches(use, segment)) return false;
  const isDueNow = segment.id === 'HL' ? Number(element(segment, 1)) === level + 1 : isNext(parent, segment);
  if (countOf(parent, use) < use.max && !isDueNow) return false;
  inner.headless = false;
  // A single segment before it may have come too early, which was told.
  if (segments.length === 1 && inner === innermost(frames)) inner.rank = 1;
  segments.unshift(segment);
  return true;
}

/** The innermost loop, or the one around it where that has nothing else in it than the beginning of this one. */
function headlessAt(frames: readonly Frame[]): number {
  const top = frames.length - 1;
  const inner = frames[top];
  const around = frames[top - 1];
  if (!inner || inner.headless || !around?.headless || around.loop.segments.length > 0) return top;
  return inner.loop.segments.length === 1 && inner.loop.loops.length === 0 ? top - 1 : top;
}

/** Whether a numbered segment (LX, ENT) goes on from the loop before the one that lost its first. */
function isNext({ loop: { loops } }: Frame, { id, elements }: Segment): boolean {
  if (id !== 'LX' && id !== 'ENT') return false;
  const before = loops.at(-2)?.segments[0];
  return Number(elements[1]) === (before?.id === id ? Number(before.elements[1]) : 0) + 1;
}

/**
 * Where the innermost loop has nothing but its first segment, which could as well open a loop further out
 * that the next segment fits into, that one was meant: an LX after a missing LS opens no provider.
 */
export function reopen(open: OpenLoops, segment: Segment): boolean {
  const { frames } = open;
  const { loop, doubtful } = innermost(frames);
  const first = loop.segments[0];
  const parent = frames.at(-2);
  if (!first || !parent || loop.segments.length > 1 || loop.loops.length > 0 || doubtful) return false;
  for (let i = frames.length - 2; i >= 0; i--) {
    const frame = frames[i];
    const use = frame?.loop.use.children.find(
      (child): child is LoopUse =>
        child.kind === 'loop' &&
        child !== loop.use &&
        child.rank >= frame.rank &&
        opener(child).id === first.id &&
        keyMatches(child, first) &&
        candidates(child, segment).some((one) => keyMatches(one, segment)),
    );
    if (!use) continue;
    frames.pop();
    parent.counts[loop.use.index] = countOf(parent, loop.use) - 1;
    if (parent.loop.loops.at(-1) === loop) parent.loop.loops.pop();
    open.open(open.advance(first, i, use), use).loop.segments.push(first);
    return true;
  }
  return false;
}

/** Opens a loop that lost its first segment. */
export function openHeadless(open: OpenLoops, segment: Segment, { frame: index, use }: Headless): void {
  const first = opener(use);
  const { headless, loop } = innermost(open.frames);
  // Which loop lost its beginning was a guess, and goes on as another that begins with the same segment.
  const isGuessedAgain = headless && opener(loop.use).id === first.id && loop.use !== use;
  const frame = open.advance(segment, index, use);
  if (!isGuessedAgain && !open.recent.isUnknown(frame, segment))
    open.events.misplaced(beheaded(segment, use.id, use.label, first));
  // The same segment may open other loops here: which of them it is that lacks it is a guess.
  makeUnsure(frame.loop, first.id);
  frame.lost = open.openHeadless(frame, use).loop;
}

/** Opens the levels that were left out above one. */
export function openSkipped(open: OpenLoops, level: Segment, { frame: index, path }: Skipped): void {
  let at = index;
  for (const use of path) {
    const frame = open.advance(level, at, use);
    open.events.misplaced(lacking(level, use, frame.loop));
    open.openHeadless(frame, use);
    at = open.frames.length - 1;
  }
}
