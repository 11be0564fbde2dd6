import { type LoopUse, opener, type Use } from '../guides/guide.ts';
import { component, type Segment } from '../tokens/segment.ts';
import type { Loop } from './loop.ts';

/** An open loop, and how far it has come. */
export interface Frame {
  loop: Loop;
  rank: number;
  /** How often each child came, by its index. */
  counts: number[];
  /** Children before this index were looked at when the place moved on. */
  seen: number;
  /** Required uses that were passed over, and where that showed. They may still come, out of order. */
  passed: Map<Use, Segment> | undefined;
  /** Uses that a segment was taken for whose code is wrong, where several were possible. */
  guessed: Set<Use> | undefined;
  /** Nobody can tell which loop this is meant to be, so what it holds is not judged. */
  doubtful: boolean;
  /** Its first segment is missing; one finding is enough for that. */
  headless: boolean;
  /** It stands amid another loop, which goes on after it. That is told, and what it holds is not. */
  aside: boolean;
  /** What came late within a loop inside of it has turned its place back. */
  rewound: boolean;
  /** A loop within it whose first segment is missing, the last of such. */
  lost: Loop | undefined;
  /** A loop of the same use before this one that lost its first segment, which may be this one's. */
  ahead: Loop | undefined;
}

const none: readonly Use[] = [];

export function newFrame(use: LoopUse, parent: Loop | undefined): Frame {
  const loop: Loop = {
    id: use.id,
    use,
    parent,
    segments: [],
    loops: [],
    unsure: undefined,
    known: undefined,
  };
  const counts: number[] = new Array(use.children.length).fill(0);
  return {
    loop,
    rank: 0,
    counts,
    seen: 0,
    passed: undefined,
    guessed: undefined,
    doubtful: false,
    headless: false,
    aside: false,
    rewound: false,
    lost: undefined,
    ahead: undefined,
  };
}

export function isDue({ required, expected }: Use): boolean {
  return required || expected === true;
}

export function countOf(frame: Frame, use: Use): number {
  return frame.counts[use.index] ?? 0;
}

/** Takes a segment for a use though its code is wrong. */
export function guess(frame: Frame, use: Use): void {
  frame.guessed ??= new Set();
  frame.guessed.add(use);
}

/** Notes what is due before a rank and has not come; `at` is where that shows. */
export function passOver(frame: Frame, rank: number, at: Segment): void {
  const { children } = frame.loop.use;
  for (; frame.seen < children.length; frame.seen++) {
    const child = children[frame.seen];
    if (child === undefined || child.rank >= rank) break;
    if (!isDue(child) || countOf(frame, child) > 0) continue;
    frame.passed ??= new Map();
    frame.passed.set(child, at);
  }
}

/** Whether a segment is all that stands in a loop like this one that lost its first: it was sent before it. */
export function isAhead({ ahead }: Frame, use: Use): boolean {
  const only = ahead?.segments[0];
  if (!ahead || !only || ahead.segments.length > 1 || ahead.loops.length > 0) return false;
  return use.kind === 'segment' && use.id === only.id && keyMatches(use, only);
}

/** How much oftener than it may a segment or loop is kept in the loop that holds it. */
const spare = 1000;

/**
 * What stands a thousand times too often is told each time, and kept no more: rules that look at each part of a
 * loop for each other part must not take hours over a file that is made for it.
 */
export function isKept(frame: Frame, use: Use): boolean {
  return countOf(frame, use) <= use.max + spare;
}

/** Whether something required that ranks before is still missing. */
export function lacks(frame: Frame, before: number): boolean {
  if (frame.doubtful || frame.headless) return false;
  return frame.loop.use.children.some(
    (child) => child.rank < before && child.required && countOf(frame, child) === 0,
  );
}

/** The uses in a loop that begin with a segment, in order. */
export function candidates(use: LoopUse, segment: Segment): readonly Use[] {
  return use.byOpener.get(segment.id) ?? none;
}

export function keyMatches(use: Use, segment: Segment): boolean {
  const { key } = use.kind === 'segment' ? use : opener(use);
  return key === undefined || key.codes.has(component(segment, key.element, 1));
}

/** Whether nothing that a loop needs, its first segment aside, stands before one of its uses. */
export function isFirstDue({ children }: LoopUse, { rank }: Use): boolean {
  return !children.some((child, index) => index > 0 && child.required && child.rank < rank);
}

export function innermost(frames: readonly Frame[]): Frame {
  const frame = frames.at(-1);
  if (!frame) throw new Error('the transaction has ended');
  return frame;
}
