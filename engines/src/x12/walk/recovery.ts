import { type LoopUse, opener, type Use } from '../guides/guide.ts';
import { component, element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, innermost, isDue, isFirstDue, keyMatches, lacks } from './frame.ts';
import { isLike, levelNamed, takes } from './level.ts';

/** Where a segment is taken to belong. */
export interface Target {
  frame: number;
  use: Use;
  doubtful: boolean;
}

/** A loop that is taken to have begun without its first segment. */
export interface Headless {
  frame: number;
  use: LoopUse;
}

/** A use of which only the code is wrong. */
export function findWrongCode(frames: readonly Frame[], segment: Segment): Target | undefined {
  const above = segment.id === 'HL' ? levelNamed(frames, element(segment, 2)) : undefined;
  for (let i = above ?? frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (!frame) continue;
    const fits = candidates(frame.loop.use, segment).filter((use) => use.rank >= frame.rank);
    const lowest = fits.filter((use) => use.rank === fits[0]?.rank);
    const open = lowest.filter((use) => countOf(frame, use) < use.max);
    const use = open.find((u) => isDue(u) && countOf(frame, u) === 0) ?? open[0] ?? lowest[0];
    if (use) return { frame: i, use, doubtful: lowest.length > 1 };
  }
  return undefined;
}

/** A use that was due earlier. */
export function findEarlier(frames: readonly Frame[], segment: Segment): Target | undefined {
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    const use = frame && candidates(frame.loop.use, segment).find((u) => keyMatches(u, segment));
    if (use) return { frame: i, use, doubtful: false };
  }
  return undefined;
}

export function isFull(frames: readonly Frame[], { frame: index, use }: Target): boolean {
  const frame = frames[index];
  return frame !== undefined && countOf(frame, use) >= use.max;
}

/** Whether a use is required and has not come. */
export function isWanting(frames: readonly Frame[], { frame: index, use }: Target): boolean {
  const frame = frames[index];
  return frame !== undefined && isDue(use) && countOf(frame, use) === 0;
}

/** Whether a segment has the elements that a late use requires and no others, and not those that a use with another code requires. */
export function isLater(late: Target, wrongCode: Target, segment: Segment): boolean {
  return hasElementsOf(late.use, segment) && !hasElementsOf(wrongCode.use, segment);
}

function hasElementsOf(use: Use, { elements }: Segment): boolean {
  const uses = (use.kind === 'loop' ? opener(use) : use).elements;
  for (const [index, one] of uses) if (one.required && (elements[index] ?? '') === '') return false;
  return elements.every((text, index) => index === 0 || text === '' || uses.has(index));
}

/**
 * Whether a segment belongs right before the innermost loop, which has only begun and needs nothing more: the two
 * were turned round. Where HL04 announces a level below, the segment may as well be the first that is left of that.
 */
export function isJustBehind(frames: readonly Frame[], late: Target | undefined): boolean {
  const around = frames.at(-2);
  if (!late || !around || late.frame !== frames.length - 2 || late.use.kind === 'loop') return false;
  const inner = innermost(frames);
  const { segments, loops } = inner.loop;
  if (segments.length > 1 || loops.length > 0 || lacks(inner, Number.POSITIVE_INFINITY)) return false;
  if (isFull(frames, late)) return false;
  const [level] = around.loop.segments;
  return level?.id !== 'HL' || element(level, 4) !== '1';
}

/**
 * A loop that the segment would belong to if the loop's first segment stood before it, with nothing else
 * missing: as a segment of its own rather than as the beginning of a loop in it.
 */
export function findHeadless(frames: readonly Frame[], segment: Segment): Headless | undefined {
  if (innermost(frames).doubtful) return undefined;
  return findLoopWith(frames, segment, 'segment') ?? findLoopWith(frames, segment, 'loop');
}

/** The segment stood here already, and is what a loop within, or another like this one, needs first: that lost its beginning. */
export function findMain(
  frames: readonly Frame[],
  segment: Segment,
  { frame: index, use }: Target,
): Headless | undefined {
  const frame = frames[index];
  if (!frame) return undefined;
  if (isWhole(frame)) {
    const again = findHeadless(frames, segment);
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

/** Levels that were left out, below an open loop. */
export interface Skipped {
  frame: number;
  path: LoopUse[];
}

/**
 * Levels that were left out between an open loop and the one that a level with this code, and what follows,
 * belongs to; undefined where the level is one that is due, with a wrong code.
 */
export function findSkipped(frames: readonly Frame[], level: Segment, next: Segment): Skipped | undefined {
  const wrongCode = findWrongCode(frames, level);
  const isAbove = levelNamed(frames, element(level, 2)) !== undefined;
  if (wrongCode && isAbove && isLike(wrongCode.use, level) && takes(wrongCode.use, next)) return undefined;
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    const path = frame && pathTo(frame.loop.use, frame.rank, level, next);
    if (path && path.length > 0) return { frame: i, path };
  }
  return undefined;
}

/** The levels on the shortest way from a loop to one that the level and what follows it fit into. */
function pathTo(from: LoopUse, rank: number, level: Segment, next: Segment): LoopUse[] | undefined {
  let shortest: LoopUse[] | undefined;
  for (const child of from.children) {
    if (child.kind !== 'loop' || child.rank < rank || opener(child).id !== level.id) continue;
    if (keyMatches(child, level)) {
      if (takes(child, next)) return [];
      continue;
    }
    const rest = pathTo(child, 0, level, next);
    if (rest && (!shortest || rest.length + 1 < shortest.length)) shortest = [child, ...rest];
  }
  return shortest;
}
