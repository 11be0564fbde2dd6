import type { AnalyteId } from './analyte.ts';

/** A measured value as the record states it. */
export interface FoundValue {
  id: AnalyteId;
  /** `sodium`: as in the middle of a sentence. */
  name: string;
  /** In the unit of the analyte. */
  value: number;
  /** As the record writes it, `38.9 C`; with the usual unit where it writes none. */
  shown: string;
  /** The record's own reference range. */
  low?: number;
  high?: number;
  /** The record's own mark; `critical` beside it where the record says so. */
  flag?: 'low' | 'high' | 'normal';
  critical?: true;
  /** `<7`: the value itself is not known. */
  bound?: '<' | '>';
  /** Earlier than this record tells of: a baseline, a value of another year. */
  isPast: boolean;
  documentId: string;
  version: number;
  start: number;
  end: number;
  quote: string;
}
