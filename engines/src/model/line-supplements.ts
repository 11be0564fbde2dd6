import type { Cents } from './cents.ts';
import type { IsoDate } from './iso-date.ts';

/** CR1: transport by ambulance. */
export interface Ambulance {
  /** CR102: of the patient, in pounds. */
  weight?: number;
  /** CR104: `A` nearest facility that can treat, … */
  reason: string;
  /** CR106, in miles. */
  distance: number;
  /** CR109 */
  roundTripPurpose?: string;
  /** CR110 */
  stretcherPurpose?: string;
}

/** CR2: chiropractic. */
export interface SpinalManipulation {
  /** CR208 */
  condition: string;
  /** CR210 and CR211 */
  description?: string;
  furtherDescription?: string;
}

/** LIN, CTP and REF of loop 2410. */
export interface Drug {
  /** LIN02, where it is not `N4`, the national drug code. */
  qualifier?: string;
  /** LIN03: eleven digits, no hyphens. */
  code: string;
  quantity: number;
  /** CTP05-1: `F2` international unit, `GR`, `ME`, `ML`, `UN`. */
  unit: string;
  /** REF*XZ */
  prescriptionNumber?: string;
  /** REF*VY: joins the parts of a compound. */
  linkNumber?: string;
}

/** SV5: durable equipment that is rented or bought. */
export interface Equipment {
  /** SV503: days of need. */
  days: number;
  /** SV504 */
  rental: Cents;
  /** SV505 */
  purchase: Cents;
  /** SV506: `1` weekly, `4` monthly, `6` daily. */
  frequency: string;
}

/** CR3 */
export interface EquipmentCertification {
  /** CR301: `I` initial, `R` renewal, `S` revised. */
  kind: string;
  months: number;
}

/** MEA: a test result on a line (hemoglobin, hematocrit, epoetin dose, oxygen). */
export interface TestResult {
  /** MEA01: `OG` original, `TR` test result. */
  reference: string;
  /** MEA02: `HT` height, `R1` hemoglobin, `R2` hematocrit, `R3` epoetin dose, `R4` creatinine. */
  qualifier: string;
  value: number;
}

/** LQ and FRM of loop 2440. */
export interface SupportingForm {
  /** LQ01: `UT` a certificate of medical necessity, `AS` a form. */
  list: string;
  /** LQ02 */
  form: string;
  answers: FormAnswer[];
}

export interface FormAnswer {
  /** FRM01 */
  question: string;
  /** FRM02, `W` not applicable. */
  yesNo?: 'Y' | 'N' | 'W';
  text?: string;
  date?: IsoDate;
  /** FRM05, a percentage. */
  percent?: number;
}
