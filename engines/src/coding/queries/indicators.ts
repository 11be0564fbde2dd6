/** A measured value that calls for a diagnosis when it is out of range. */
export interface Indicator {
  name: string;
  unit: string;
  /** How records write it, in lower case words. */
  labels: readonly string[];
  /** Values a person can have at all; others were read wrongly. */
  plausible: readonly [number, number];
  low?: { below: number; reference: string; explainedBy: RegExp; option: string };
  high?: { above: number; reference: string; explainedBy: RegExp; option: string };
}

/**
 * A first set. Limits are clearly outside of adult reference ranges (the record's own range is shown to
 * the physician, not replaced), so that a borderline value raises no question.
 */
export const indicators: readonly Indicator[] = [
  {
    name: 'Sodium',
    unit: 'mmol/L',
    labels: ['na', 'sodium'],
    plausible: [90, 190],
    low: { below: 132, reference: '135–145', explainedBy: /^(?:E87\.1|E22\.2)/, option: 'Hyponatremia' },
    high: { above: 148, reference: '135–145', explainedBy: /^E87\.0/, option: 'Hypernatremia' },
  },
  {
    name: 'Potassium',
    unit: 'mmol/L',
    labels: ['k', 'potassium'],
    plausible: [1.2, 10],
    low: { below: 3.3, reference: '3.5–5.0', explainedBy: /^E87\.6/, option: 'Hypokalemia' },
    high: { above: 5.5, reference: '3.5–5.0', explainedBy: /^E87\.5/, option: 'Hyperkalemia' },
  },
  {
    name: 'Hemoglobin',
    unit: 'g/dL',
    labels: ['hgb', 'hemoglobin', 'hb'],
    plausible: [2, 25],
    low: {
      below: 11,
      reference: '12.0–16.0',
      explainedBy: /^(?:D[56]|O99\.0)/,
      option: 'Anemia (please state the type)',
    },
  },
  {
    name: 'Hemoglobin A1c',
    unit: '%',
    labels: ['a1c', 'hba1c', 'hgba1c'],
    plausible: [3, 20],
    high: {
      above: 6.4,
      reference: 'below 5.7',
      explainedBy: /^(?:E(?:08|09|10|11|13)|O24|R73)/,
      option: 'Diabetes mellitus (please state the type)',
    },
  },
  {
    name: 'Creatinine',
    unit: 'mg/dL',
    labels: ['cr', 'creatinine', 'creat', 'scr'],
    plausible: [0.2, 25],
    high: {
      above: 1.5,
      reference: '0.6–1.2',
      explainedBy: /^(?:N1[789]|I1[23]|E(?:08|09|10|11|13)\.2|R94\.4|O)/,
      option: 'Acute kidney injury',
    },
  },
  {
    name: 'eGFR',
    unit: 'mL/min/1.73 m²',
    labels: ['egfr', 'gfr'],
    plausible: [2, 150],
    low: {
      below: 60,
      reference: '60 or above',
      explainedBy: /^(?:N1[789]|I1[23]|E(?:08|09|10|11|13)\.2|R94\.4)/,
      option: 'Chronic kidney disease (please state the stage)',
    },
  },
];
