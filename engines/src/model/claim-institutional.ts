import type { Cents } from './cents.ts';
import type { DateSpan } from './claim-parts.ts';
import type { IsoDate } from './iso-date.ts';

/** CL1: how an institutional patient came and went. */
export interface Admission {
  /** CL101: `1` emergency, `3` elective … */
  type?: string;
  /** CL102: the point of origin. */
  source?: string;
  /** CL103: the patient's discharge status. */
  patientStatus?: string;
}

/** Whether a diagnosis was present on admission: yes, no, not documented, not to be told clinically. */
export type PresentOnAdmission = 'Y' | 'N' | 'U' | 'W';

/** A diagnosis outside the claim's own list, ICD-10-CM with dot. */
export interface FurtherDiagnosis {
  code: string;
  presentOnAdmission?: PresentOnAdmission;
}

/** ICD-10-PCS (`BBR`, `BBQ`), as a rule with its day. */
export interface InpatientProcedure {
  code: string;
  date?: IsoDate;
}

/** HI*BH, HI*BI and HI*BE, institutional. */
export interface Occurrence {
  code: string;
  date: IsoDate;
}
export interface OccurrenceSpan extends DateSpan {
  code: string;
}
export interface ValueAmount {
  code: string;
  /** HI-5: mostly dollars, for some codes a number, always with two decimals at most. */
  amount: Cents;
}

/** The HI segments that only an 837I has. */
export interface InstitutionalCodes {
  /** ABK-9 and ABF-9: one for each of the claim's diagnoses, in their order; blank where nothing is said. */
  presentOnAdmission?: (PresentOnAdmission | '')[];
  /** ABJ */
  admittingDiagnosis?: string;
  /** APR: why an outpatient came, at most three. */
  visitReasons?: string[];
  /** ABN: how an injury came about, at most twelve. */
  externalCauses?: FurtherDiagnosis[];
  /** DR: the diagnosis related group. */
  drg?: string;
  /** BBR first, then BBQ: principal and up to 24 other procedures, ICD-10-PCS. */
  procedures?: InpatientProcedure[];
  /** BH */
  occurrences?: Occurrence[];
  /** BI */
  occurrenceSpans?: OccurrenceSpan[];
  /** BE */
  values?: ValueAmount[];
  /** TC */
  treatments?: string[];
}
