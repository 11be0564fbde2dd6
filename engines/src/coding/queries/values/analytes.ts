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

const mmol = { 'mmol/l': 1, 'meq/l': 1, mmol: 1, meq: 1 };
const cells = {
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
const perLiter = { 'u/l': 1, 'iu/l': 1, 'units/l': 1, u: 1 };
const percent = { '%': 1, percent: 1 };
const plain = {};

function analyte(
  id: AnalyteId,
  name: string,
  unit: string,
  labels: string,
  plausible: readonly [number, number],
  units: Readonly<Record<string, number>>,
  more: Pick<Analyte, 'exact' | 'thousandsAbove' | 'signed' | 'scored'> = {},
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

/** Units follow the usual printing of laboratories of the United States; others are converted. */
export const analytes: readonly Analyte[] = [
  analyte('sodium', 'sodium', 'mmol/L', 'sodium, serum na', [90, 190], mmol, { exact: ['Na', 'NA'] }),
  analyte('potassium', 'potassium', 'mmol/L', 'potassium, serum k', [1.2, 10], mmol, { exact: ['K', 'K+'] }),
  analyte(
    'calcium',
    'calcium',
    'mg/dL',
    'calcium, corrected calcium, total calcium',
    [4, 19],
    { 'mg/dl': 1, 'mmol/l': 4 },
    { exact: ['Ca'] },
  ),
  analyte(
    'magnesium',
    'magnesium',
    'mg/dL',
    'magnesium, mag',
    [0.3, 9],
    { 'mg/dl': 1, 'mmol/l': 2.43, 'meq/l': 1.22 },
    { exact: ['Mg'] },
  ),
  analyte('phosphate', 'phosphate', 'mg/dL', 'phosphate, phosphorus, phos, po4', [0.3, 15], {
    'mg/dl': 1,
    'mmol/l': 3.1,
  }),
  analyte(
    'glucose',
    'glucose',
    'mg/dL',
    'glucose, blood glucose, blood sugar, fasting glucose, fingerstick, accucheck, fsbs, fbs, gluc, glu',
    [10, 1800],
    { 'mg/dl': 1, 'mmol/l': 18 },
  ),
  analyte(
    'a1c',
    'hemoglobin A1c',
    '%',
    'a1c, hba1c, hgba1c, hemoglobin a1c, hgb a1c, hb a1c, glycated hemoglobin',
    [3, 20],
    percent,
  ),
  analyte('creatinine', 'creatinine', 'mg/dL', 'creatinine, creat, scr, serum creatinine, cr', [0.1, 25], {
    'mg/dl': 1,
    'umol/l': 1 / 88.4,
  }),
  analyte('egfr', 'eGFR', 'mL/min/1.73 m²', 'egfr, gfr, estimated gfr, e gfr', [2, 150], {
    'ml/min': 1,
    'ml/min/1.73': 1,
    'ml/min/1.73m2': 1,
    'ml/min/1.73m': 1,
    ml: 1,
  }),
  analyte('bun', 'urea nitrogen', 'mg/dL', 'bun, urea nitrogen, blood urea nitrogen', [1, 250], {
    'mg/dl': 1,
  }),
  analyte('hemoglobin', 'hemoglobin', 'g/dL', 'hemoglobin, hgb, hb, haemoglobin', [2, 25], {
    'g/dl': 1,
    'gm/dl': 1,
    g: 1,
    'g/l': 0.1,
  }),
  analyte('mcv', 'MCV', 'fL', 'mcv', [40, 150], { fl: 1 }),
  analyte(
    'platelets',
    'platelets',
    '10*3/µL',
    'platelets, plt, plts, platelet count, platelet',
    [1, 2500],
    cells,
    {
      thousandsAbove: 2500,
    },
  ),
  analyte(
    'wbc',
    'white blood cells',
    '10*3/µL',
    'wbc, white count, white blood cells, white blood cell count, white cell count, leukocytes, wbcs',
    [0.05, 400],
    cells,
    { thousandsAbove: 400 },
  ),
  analyte('lactate', 'lactate', 'mmol/L', 'lactate, lactic acid', [0.2, 30], { ...mmol, 'mg/dl': 0.111 }),
  analyte(
    'troponin',
    'troponin',
    'ng/mL',
    'troponin, troponin i, troponin t, trop, trops, troponins, hs troponin, high sensitivity troponin, hstnt, hstni, tni, tnt',
    [0, 100_000],
    { 'ng/ml': 1, 'ug/l': 1, 'ng/l': 0.001, 'pg/ml': 0.001 },
  ),
  analyte('bnp', 'BNP', 'pg/mL', 'bnp', [5, 70_000], { 'pg/ml': 1, 'ng/l': 1 }),
  analyte(
    'nt-probnp',
    'NT-proBNP',
    'pg/mL',
    'nt probnp, ntprobnp, nt pro bnp, probnp, pro bnp',
    [5, 200_000],
    {
      'pg/ml': 1,
      'ng/l': 1,
    },
  ),
  analyte('inr', 'INR', '', 'inr', [0.6, 20], plain),
  analyte(
    'bilirubin',
    'total bilirubin',
    'mg/dL',
    'total bilirubin, bilirubin, t bili, tbili, bili, bilirubin total',
    [0.1, 60],
    {
      'mg/dl': 1,
      'umol/l': 1 / 17.1,
    },
  ),
  analyte('alt', 'ALT', 'U/L', 'alt, sgpt', [3, 20_000], perLiter),
  analyte('ast', 'AST', 'U/L', 'ast, sgot', [3, 20_000], perLiter),
  analyte('lipase', 'lipase', 'U/L', 'lipase', [3, 20_000], perLiter),
  analyte('albumin', 'albumin', 'g/dL', 'albumin, serum albumin', [0.8, 6], { 'g/dl': 1, 'g/l': 0.1 }),
  analyte('tsh', 'TSH', 'mIU/L', 'tsh', [0.001, 300], {
    'miu/l': 1,
    'uiu/ml': 1,
    'mu/l': 1,
    'uu/ml': 1,
    'miu/ml': 1,
  }),
  analyte('ldl', 'LDL cholesterol', 'mg/dL', 'ldl, ldl c, ldl cholesterol', [10, 700], {
    'mg/dl': 1,
    'mmol/l': 38.7,
  }),
  analyte(
    'triglycerides',
    'triglycerides',
    'mg/dL',
    'triglycerides, triglyceride, trigs, trig, tg',
    [20, 10_000],
    {
      'mg/dl': 1,
      'mmol/l': 88.6,
    },
  ),
  analyte('uric-acid', 'uric acid', 'mg/dL', 'uric acid, urate', [0.5, 25], {
    'mg/dl': 1,
    'umol/l': 1 / 59.5,
  }),
  analyte('ferritin', 'ferritin', 'ng/mL', 'ferritin', [1, 50_000], { 'ng/ml': 1, 'ug/l': 1, 'mcg/l': 1 }),
  analyte(
    'transferrin-saturation',
    'transferrin saturation',
    '%',
    'transferrin saturation, transferrin sat, iron saturation, iron sat, tsat',
    [1, 100],
    percent,
  ),
  analyte(
    'vitamin-d',
    'vitamin D',
    'ng/mL',
    'vitamin d, vit d, 25 oh vitamin d, 25 oh vit d, 25 oh d, 25 hydroxyvitamin d, 25 hydroxy vitamin d, 25ohd, vitamin d 25 oh, vitamin d 25 hydroxy',
    [2, 150],
    { 'ng/ml': 1, 'nmol/l': 0.4 },
  ),
  analyte('vitamin-b12', 'vitamin B12', 'pg/mL', 'vitamin b12, vit b12, b12, cobalamin', [30, 4000], {
    'pg/ml': 1,
    'ng/l': 1,
    'pmol/l': 1.355,
  }),
  analyte('folate', 'folate', 'ng/mL', 'folate, folic acid', [0.3, 60], { 'ng/ml': 1 }),
  analyte(
    'ck',
    'creatine kinase',
    'U/L',
    'ck, cpk, creatine kinase, creatine phosphokinase, total ck',
    [5, 500_000],
    perLiter,
  ),
  analyte('ph', 'pH', '', 'arterial ph, venous ph, blood ph', [6.7, 7.8], plain, { exact: ['pH', 'PH'] }),
  analyte('pco2', 'pCO2', 'mm Hg', 'pco2, paco2, pvco2', [10, 200], { mmhg: 1, mm: 1, kpa: 7.5 }),
  analyte(
    'bicarbonate',
    'bicarbonate',
    'mmol/L',
    'bicarbonate, bicarb, hco3, serum bicarbonate',
    [2, 60],
    mmol,
  ),
  analyte(
    'saturation',
    'oxygen saturation',
    '%',
    'spo2, sao2, sat, sats, o2 sat, o2 sats, o2sat, oxygen saturation, oxygen sat, pulse ox, satting, saturating, saturation, o2 saturation, room air saturation',
    [50, 100],
    percent,
  ),
  analyte(
    'temperature',
    'temperature',
    '°C',
    'temp, temperature, tmax, tm',
    [30, 43],
    { c: 1, '°c': 1, f: 0, '°f': 0 },
    {
      exact: ['T'],
    },
  ),
  analyte(
    'heart-rate',
    'heart rate',
    'per minute',
    'hr, heart rate, pulse',
    [20, 260],
    { bpm: 1, '/min': 1 },
    {
      exact: ['P'],
    },
  ),
  analyte(
    'respiratory-rate',
    'respiratory rate',
    'per minute',
    'rr, resp rate, respiratory rate, respirations, resp',
    [3, 70],
    {
      '/min': 1,
      bpm: 1,
    },
  ),
  analyte(
    'gcs',
    'Glasgow Coma Scale',
    'points',
    'gcs, glasgow coma scale, glasgow coma score',
    [3, 15],
    plain,
    {
      scored: true,
    },
  ),
  analyte('bmi', 'body mass index', 'kg/m²', 'bmi, body mass index', [9, 95], { 'kg/m2': 1, 'kg/m': 1 }),
  analyte(
    'ejection-fraction',
    'ejection fraction',
    '%',
    'ef, lvef, ejection fraction, lv ef, left ventricular ejection fraction',
    [5, 85],
    percent,
  ),
  analyte('phq9', 'PHQ-9', 'points', 'phq 9, phq9', [0, 27], plain, { scored: true }),
  analyte('gad7', 'GAD-7', 'points', 'gad 7, gad7', [0, 21], plain, { scored: true }),
  analyte('audit', 'AUDIT', 'points', 'audit score', [0, 40], plain, { exact: ['AUDIT'], scored: true }),
  analyte('t-score', 'T-score', '', 't score, tscore, t scores', [-7, 4], plain, { signed: true }),
  analyte('ahi', 'apnea–hypopnea index', 'per hour', 'ahi, apnea hypopnea index', [0, 180], {
    '/h': 1,
    '/hr': 1,
    'events/h': 1,
    'events/hr': 1,
    'events/hour': 1,
    '/hour': 1,
    events: 1,
  }),
];

export const systolic = analyte(
  'systolic',
  'systolic blood pressure',
  'mm Hg',
  'bp, blood pressure',
  [40, 300],
  {
    mmhg: 1,
    mm: 1,
  },
);
export const diastolic = analyte('diastolic', 'diastolic blood pressure', 'mm Hg', 'bp', [20, 200], plain);
