import { type LoopUse, opener, type Use } from '../guides/guide.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, innermost, isFirstDue, keyMatches, lacks } from './frame.ts';
import { findWrongCode, isFull, isJustBehind, type Target } from './recovery.ts';

/** A loop that is taken to have begun without its first segment. */
export interface Headless {
  frame: number;
  use: LoopUse;
}

/** The loop that lost its first segment, if that is what a segment tells; `late` is where it was due earlier. */
export function findHeadless(
  frames: readonly Frame[],
  segment: Segment,
  late: Target | undefined,
): Headless | undefined {
  const found = suppose(frames, segment, late);
  return found && !isMiscoded(frames, segment, found) ? found : undefined;
}

function suppose(frames: readonly Frame[], segment: Segment, late: Target | undefined): Headless | undefined {
  if (late?.frame === frames.length - 1 && !isFull(frames, late)) return findMain(frames, segment, late);
  return isJustBehind(frames, late) ? undefined : findMissingFirst(frames, segment);
}

/**
 * A loop like the one that would have lost its beginning stands here already, and a loop within it is open that
 * takes such a segment with another code. Unless each such loop has it, sooner the code is wrong than a
 * beginning lost.
 */
function isMiscoded(frames: readonly Frame[], segment: Segment, { frame: index, use }: Headless): boolean {
  const frame = frames[index];
  if (!frame || index === frames.length - 1 || countOf(frame, use) === 0) return false;
  if (candidates(use, segment).some((one) => one.required && keyMatches(one, segment))) return false;
  const coded = findWrongCode(frames, segment);
  return coded !== undefined && coded.frame > index && coded.use.kind === 'segment';
}

/**
 * A loop that the segment would belong to if the loop's first segment stood before it, with nothing else
 * missing: as a segment of its own rather than as the beginning of a loop in it.
 */
function findMissingFirst(frames: readonly Frame[], segment: Segment): Headless | undefined {
  if (innermost(frames).doubtful) return undefined;
  return findLoopWith(frames, segment, 'segment') ?? findLoopWith(frames, segment, 'loop');
}

/**
 * The segment stood here already, and is what a loop within, or another like this one, needs first: that lost
 * its beginning.
 */
function findMain(
  frames: readonly Frame[],
  segment: Segment,
  { frame: index, use }: Target,
): Headless | undefined {
  const frame = frames[index];
  if (!frame) return undefined;
  if (isWhole(frame)) {
    const again = findMissingFirst(frames, segment);
    if (again?.use === frame.loop.use) return again;
  }
  if (countOf(frame, use) === 0) return undefined;
  const found = findLoopWith(frames, segment, 'segment');
  const needs =
    found &&
    (candidates(found.use, segment).some((inner) => inner.required) || isSaidAgain(frame, use, segment));
  const follows = found?.frame === index || found?.use === frame.loop.use;
  return follows && needs ? found : undefined;
}

/** What is said in a loop, and comes late with the same code, is said of another one. */
function isSaidAgain({ loop }: Frame, use: Use, segment: Segment): boolean {
  const { key } = use.kind === 'segment' ? use : opener(use);
  if (!key || loop.use.max === 1) return false;
  const code = component(segment, key.element, 1);
  return loop.segments.some((one) => one.id === segment.id && component(one, key.element, 1) === code);
}

/** A loop that always ends with a certain segment has ended. */
function isWhole(frame: Frame): boolean {
  const last = frame.loop.use.children.at(-1);
  return last?.kind === 'segment' && last.required && countOf(frame, last) > 0;
}

/** HL04 says of an open level that none stands below it. */
function isLowest({ loop: { segments } }: Frame): boolean {
  const [first] = segments;
  return first?.id === 'HL' && element(first, 4) === '0';
}

function findLoopWith(
  frames: readonly Frame[],
  segment: Segment,
  kind: 'segment' | 'loop',
): Headless | undefined {
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (!frame) continue;
    const use = frame.loop.use.children.find(
      (child) =>
        child.kind === 'loop' &&
        child.rank >= frame.rank &&
        !(opener(child).id === 'HL' && isLowest(frame)) &&
        // A loop that has stood here as often as it may is not what is meant.
        countOf(frame, child) < child.max &&
        candidates(child, segment).some(
          (inner) => inner.kind === kind && keyMatches(inner, segment) && isFirstDue(child, inner),
        ),
    );
    if (use?.kind === 'loop' && !lacks(frame, use.rank)) return { frame: i, use };
    if (lacks(frame, Number.POSITIVE_INFINITY)) return undefined;
  }
  return undefined;
}
