import type { SegmentUse } from '../guides/guide.ts';
import type { Segment } from '../tokens/segment.ts';
import type { Loop } from './loop.ts';
import type { Misplacement } from './misplacement.ts';

/**
 * `use`: the code that would tell which use is meant is wrong, and several are possible. `loop`: so it was for the
 * loop that it stands in.
 */
export type Doubt = 'none' | 'use' | 'loop';

/** The way of a transaction along its guide. */
export interface Walk {
  placed(segment: Segment, use: SegmentUse, loop: Loop, doubt: Doubt): void;
  /** The loop is whole. Called for each loop, inner before outer. */
  closed(loop: Loop): void;
  /** A loop was opened although its first segment is missing. */
  headless(loop: Loop): void;
}

export interface WalkerEvents extends Walk {
  misplaced(misplacement: Misplacement): void;
}
