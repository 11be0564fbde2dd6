import type { RawSegment } from './tree.ts';

/** What every loop may have beside its own members. */
export interface LoopExtras {
  /** Members in the order they came, where that is not the guide's. */
  order?: string[];
  /** Segments that have no place in the guide, or not the shape of their kind. */
  unplaced?: RawSegment[];
  /** The loop came without its first segment. */
  headless?: true;
}

/** What every transaction has that a guide is held for. */
export interface TransactionHead extends LoopExtras {
  /** The version it declares: ST03, else GS08. */
  guide: string;
  /** ST02 */
  control: string;
  /** ST03, where the guide does not ask for it or it is missing. */
  implementation?: string | null;
  trailer?: TransactionTrailer;
}

/** A transaction no guide is held for: its segments between ST and SE, without names. */
export interface OtherTransaction {
  type: 'other';
  /** ST01 */
  set: string;
  /** The version it declares: ST03, else GS08. */
  guide: string;
  /** ST02 */
  control: string;
  /** ST03 */
  implementation?: string | null;
  segments: RawSegment[];
  trailer?: TransactionTrailer;
}

/** SE, where it is not as counted. */
interface TransactionTrailer {
  segmentCount?: string | null;
  control?: string | null;
}
