import type { CoverageValues } from './coverage-values.ts';
import type { PatientValues } from './patient-values.ts';

/** A registration as the form holds it; paths are those of the request. */
export interface Registration {
  patient: PatientValues;
  coverages: CoverageValues[];
}

/** The same words at longer paths: `lastName` becomes `patient.lastName`. */
export function prefixed(prefix: string, words: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([path, text]) => [`${prefix}.${path}`, text]));
}
