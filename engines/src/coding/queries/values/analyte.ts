/** Something measured, and how records write it. */
export interface Analyte {
  id: AnalyteId;
  /** As a question writes it in the middle of a sentence. */
  name: string;
  /** The unit that values are kept in. */
  unit: string;
  /** Names in lower case words; the longest that fits is taken. */
  labels: readonly string[];
  /** Names of one or two letters mean this only in exactly this case. */
  exact?: readonly string[];
  /** Values a person can have at all, in `unit`; others were read wrongly. */
  plausible: readonly [number, number];
  /** Units as written (lower case, `u` for µ) and what a value in them is multiplied by. */
  units: Readonly<Record<string, number>>;
  /** Values above this were written in single cells or in thousandths, and are divided by a thousand. */
  thousandsAbove?: number;
  /** Numbers that make another name with the label: `CA 19.9` is no calcium. */
  otherNames?: readonly number[];
  signed?: true;
  /** Written with `/27` behind it. */
  scored?: true;
}

export type AnalyteId =
  | 'sodium'
  | 'potassium'
  | 'calcium'
  | 'magnesium'
  | 'phosphate'
  | 'glucose'
  | 'a1c'
  | 'creatinine'
  | 'egfr'
  | 'bun'
  | 'hemoglobin'
  | 'mcv'
  | 'platelets'
  | 'wbc'
  | 'lactate'
  | 'troponin'
  | 'bnp'
  | 'nt-probnp'
  | 'inr'
  | 'bilirubin'
  | 'alt'
  | 'ast'
  | 'lipase'
  | 'albumin'
  | 'tsh'
  | 'ldl'
  | 'triglycerides'
  | 'uric-acid'
  | 'ferritin'
  | 'transferrin-saturation'
  | 'vitamin-d'
  | 'vitamin-b12'
  | 'folate'
  | 'ck'
  | 'ph'
  | 'pco2'
  | 'bicarbonate'
  | 'saturation'
  | 'systolic'
  | 'diastolic'
  | 'temperature'
  | 'heart-rate'
  | 'respiratory-rate'
  | 'gcs'
  | 'bmi'
  | 'ejection-fraction'
  | 'phq9'
  | 'gad7'
  | 'audit'
  | 't-score'
  | 'ahi';

export const mmol = { 'mmol/l': 1, 'meq/l': 1, mmol: 1, meq: 1 };
export const cells = {
  '10*3/ul': 1,
  'x10*3/ul': 1,
  '10^3/ul': 1,
  'x10^3/ul': 1,
  '10e3/ul': 1,
  '10*9/l': 1,
  'x10*9/l': 1,
  '10^9/l': 1,
  'x10^9/l': 1,
  'k/ul': 1,
  'k/mm3': 1,
  'thou/ul': 1,
  '/ul': 1,
  '/mm3': 1,
  k: 1,
};
export const perLiter = { 'u/l': 1, 'iu/l': 1, 'units/l': 1, u: 1 };
export const percent = { '%': 1, percent: 1 };
export const plain = {};

export function analyte(
  id: AnalyteId,
  name: string,
  unit: string,
  labels: string,
  plausible: readonly [number, number],
  units: Readonly<Record<string, number>>,
  more: Pick<Analyte, 'exact' | 'otherNames' | 'thousandsAbove' | 'signed' | 'scored'> = {},
): Analyte {
  return {
    id,
    name,
    unit,
    labels: labels.split(',').map((label) => label.trim()),
    plausible,
    units,
    ...more,
  };
}
