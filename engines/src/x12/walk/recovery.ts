import { type LoopUse, opener, type Use } from '../guides/guide.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { candidates, countOf, type Frame, innermost, isDue, keyMatches, lacks } from './frame.ts';
import { isLike, levelNamed, takes } from './level.ts';

/** Where a segment is taken to belong. */
export interface Target {
  frame: number;
  use: Use;
  doubtful: boolean;
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

/**
 * Whether a segment has the elements that a late use requires and no others, and not those that a use with
 * another code requires.
 */
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
