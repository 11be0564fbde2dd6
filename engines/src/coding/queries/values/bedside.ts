import { type Analyte, analyte, percent, plain } from './analyte.ts';

/** What is measured at the bedside, by studies and by questionnaires. */
export const bedside: readonly Analyte[] = [
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
