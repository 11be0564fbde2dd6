/** A measured value that calls for a diagnosis when it is out of range. */
export interface Indicator {
  name: string;
  unit: string;
  /** How records write it, in lower case words. */
  labels: readonly string[];
  /** Values a person can have at all; others were read wrongly. */
  plausible: readonly [number, number];
  low?: Limit & { below: number };
  high?: Limit & { above: number };
}

/** What a value beyond a limit may mean. */
interface Limit {
  /** Beyond this a value is dangerous by itself, and its question comes first. */
  critical?: number;
  reference: string;
  explainedBy: RegExp;
  /** Diagnoses that fit the value, for the physician to choose from; one question for each set of them. */
  options: readonly string[];
}

/** Creatinine and the filtration rate measure one thing and raise one question. */
const kidney = ['Acute kidney injury', 'Chronic kidney disease (please state the stage)'];

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
    low: {
      below: 132,
      critical: 130,
      reference: '135–145',
      explainedBy: /^(?:E87\.1|E22\.2)/,
      options: ['Hyponatremia'],
    },
    high: { above: 148, reference: '135–145', explainedBy: /^E87\.0/, options: ['Hypernatremia'] },
  },
  {
    name: 'Potassium',
    unit: 'mmol/L',
    labels: ['k', 'potassium'],
    plausible: [1.2, 10],
    low: { below: 3.3, critical: 3, reference: '3.5–5.0', explainedBy: /^E87\.6/, options: ['Hypokalemia'] },
    high: {
      above: 5.5,
      critical: 6,
      reference: '3.5–5.0',
      explainedBy: /^E87\.5/,
      options: ['Hyperkalemia'],
    },
  },
  {
    name: 'Hemoglobin',
    unit: 'g/dL',
    labels: ['hgb', 'hemoglobin', 'hb'],
    plausible: [2, 25],
    low: {
      below: 11,
      critical: 10,
      reference: '12.0–16.0',
      explainedBy: /^(?:D[56]|O99\.0)/,
      options: ['Anemia (please state the type)'],
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
      options: ['Diabetes mellitus (please state the type)'],
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
      options: kidney,
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
      options: kidney,
    },
  },
  {
    name: 'Oxygen saturation',
    unit: '%',
    labels: ['spo2', 'sao2', 'sat', 'sats', 'o2', 'saturation'],
    plausible: [50, 100],
    low: {
      below: 89,
      critical: 89,
      reference: '95 or above',
      explainedBy: /^(?:J96|J80|R09\.02)/,
      options: ['Hypoxemia', 'Respiratory failure with hypoxia (please state: acute, chronic or both)'],
    },
  },
  {
    name: 'Vitamin D',
    unit: 'ng/mL',
    labels: ['vitamin'],
    plausible: [2, 150],
    low: {
      below: 20,
      reference: '30 or above',
      explainedBy: /^E55/,
      options: ['Vitamin D deficiency'],
    },
  },
];
