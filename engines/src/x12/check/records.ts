import type { Guide } from '../guides/guide.ts';
import type { Segment } from '../tokens/segment.ts';

/** A transaction as far as it has been read. */
export interface TransactionRecord {
  /** In the file, first = 1. */
  ordinal: number;
  type: string;
  /** The guide it is checked against; undefined where none is held. */
  guide: Guide | undefined;
  /** ST03, else GS08. */
  version: string;
  st: Segment;
  /** Errors so far. */
  errors: number;
}

export interface GroupRecord {
  gs: Segment;
  /** GE01, where it was read. */
  included: number | undefined;
  transactions: TransactionRecord[];
}

export interface InterchangeRecord {
  isa: Segment;
  groups: GroupRecord[];
  acknowledgements: Segment[];
}

/** What was open when a finding was made. */
export interface Place {
  interchange?: InterchangeRecord;
  group?: GroupRecord;
  transaction?: TransactionRecord;
}

export type TransactionPlace = Required<Place>;
