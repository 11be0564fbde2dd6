import type { Subject } from '../asking.ts';
import type { AnalyteId } from '../values/analyte.ts';

/** A limit that a value lies clearly beyond, and what it may mean. */
export interface Indicator {
  id: AnalyteId;
  /** One of both. */
  below?: number;
  above?: number;
  /** Beyond this a value is dangerous by itself, and its question comes first. */
  critical?: number;
  /** Usual in adults, for a record that prints no range of its own. */
  reference: string;
  /** One question is asked about each subject. */
  subject: string;
  importance: number;
  explainedBy: Subject;
  /** Diagnoses that fit the value, for the physician to choose from. */
  options: readonly string[];
  only?: 'inpatient';
  /** Beyond this the value is asked about in pregnancy too, where other limits hold. */
  inPregnancy?: number;
  /** The record's own range may ask for it too: a quarter of its width beyond. */
  byOwnRange?: true;
}
