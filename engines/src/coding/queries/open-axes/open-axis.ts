import type { Subject } from '../asking.ts';
import type { AnalyteId } from '../values/analyte.ts';

/** A diagnosis whose code leaves open what the physician usually knows. */
export interface OpenAxis {
  codes: RegExp;
  /** Behind `can … be stated`. */
  axis: string;
  /** Where the record says it anyway. */
  stated: Subject;
  /** Values of the record that speak about it; told with the question. */
  values: readonly AnalyteId[];
  /** Asked only where the record says one of these words. */
  onlyIfSaid?: RegExp;
  /** Asked only where one of its values is in the record and fits. */
  onlyIfValue?: (id: AnalyteId, value: number) => boolean;
  /** Asked without a value too, where it is what the encounter is chiefly for. */
  orFirst?: true;
  only?: 'inpatient';
  importance: number;
  options: readonly string[];
}
