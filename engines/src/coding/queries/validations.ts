import type { AnalyteId } from './values/analyte.ts';

/** A diagnosis and the values that would show it. */
export interface Validation {
  codes: RegExp;
  /** Each of the needed values with what is usual; asked only where all that the record has are usual. */
  usual: Partial<Record<AnalyteId, readonly [number, number]>>;
  /** So many of them have to be in the record. */
  atLeast: number;
  /** So many values of one kind, where one says nothing. */
  timesEach?: number;
  /** Not asked where the record says one of these: it was shown, or treated, or is over. */
  unlessSaid: RegExp;
  importance: number;
}

const inf = Number.POSITIVE_INFINITY;

/**
 * Clinical validation: the provider is asked for what supports a diagnosis, where every value of the record that bears on it
 * is usual. The code stays with the provider's statement (guideline I.A.19).
 */
export const validations: readonly Validation[] = [
  {
    codes: /^(?:A4[01]|R65\.2)/,
    usual: {
      temperature: [36, 38],
      'heart-rate': [50, 90],
      'respiratory-rate': [8, 20],
      wbc: [4, 12],
      lactate: [0, 2],
      systolic: [100, inf],
    },
    atLeast: 4,
    unlessSaid:
      /bacterem|blood cultures? (?:pos|grew|growing)|positive blood|resolved|sofa|qsofa|pressors|encephalop|\baki\b|recent|history of sepsis/i,
    importance: 4,
  },
  {
    codes: /^N17/,
    usual: { creatinine: [0, 1.1] },
    atLeast: 1,
    timesEach: 2,
    unlessSaid: /baseline|resolved|improv|dialysis|oligur|anuri|peak|from \d/i,
    importance: 3,
  },
  {
    codes: /^E87\.1$/,
    usual: { sodium: [135, 150] },
    atLeast: 1,
    unlessSaid:
      /resolved|improv|correct|salt tab|fluid restrict|chronic|history|siadh|stable|normaliz|now|monitor/i,
    importance: 3,
  },
  {
    codes: /^E87\.0$/,
    usual: { sodium: [125, 145] },
    atLeast: 1,
    unlessSaid: /resolved|improv|correct|free water|d5w|normaliz/i,
    importance: 3,
  },
  {
    codes: /^E87\.6$/,
    usual: { potassium: [3.5, 6] },
    atLeast: 1,
    unlessSaid:
      /resolved|improv|correct|replet|replac|supplement|\bkcl\b|potassium chloride|klor|chronic|history|normaliz|spironolactone/i,
    importance: 3,
  },
  {
    codes: /^E87\.5$/,
    usual: { potassium: [2.5, 5] },
    atLeast: 1,
    unlessSaid:
      /resolved|improv|correct|kayexalate|lokelma|patiromer|calcium gluc|insulin|normaliz|history|chronic/i,
    importance: 3,
  },
  {
    codes: /^E83\.42$/,
    usual: { magnesium: [1.7, 4] },
    atLeast: 1,
    unlessSaid: /resolved|improv|correct|replet|replac|supplement|mag(?:nesium)? oxide|normaliz|history/i,
    importance: 2,
  },
  {
    codes: /^(?:D64\.9|D62|D50\.[089])$/,
    usual: { hemoglobin: [13.5, 20] },
    atLeast: 1,
    unlessSaid: /resolved|improv|transfus|iron|normaliz|history|treated|recover|epo/i,
    importance: 3,
  },
  {
    codes: /^D69\.6$/,
    usual: { platelets: [150, 800] },
    atLeast: 1,
    unlessSaid: /resolved|improv|normaliz|history|recover|steroid|prednis|eltrombopag/i,
    importance: 3,
  },
  {
    codes: /^J96\.[02]/,
    usual: { saturation: [94, 100], 'respiratory-rate': [8, 20], pco2: [30, 45], ph: [7.35, 7.45] },
    atLeast: 1,
    unlessSaid:
      /\b(?:[1-9]|[1-6]\d) ?(?:L|lpm|liters?)\b|bipap|hfnc|high[- ]flow|intubat|ventilat|nasal cannula|\bnc\b|non-?rebreather|\bnrb\b|desat|accessory|resolved|weaned/i,
    importance: 4,
  },
  {
    codes: /^E4[0-6]/,
    usual: { bmi: [24, 90] },
    atLeast: 1,
    unlessSaid:
      /weight loss|lost|wasting|cachex|intake|appetite|muscle|aspen|dietit|\brd\b|% in|subcutaneous/i,
    importance: 4,
  },
  {
    codes: /^(?:G93\.4[0139]|G92)/,
    usual: { gcs: [15, 15] },
    atLeast: 1,
    unlessSaid:
      /confus|lethar|disorient|altered|somnol|obtund|agitat|delir|mental status|eeg|resolved|arous|baseline|asterixis/i,
    importance: 4,
  },
  {
    codes: /^E1[013]\.1/,
    usual: { glucose: [60, 200], bicarbonate: [20, 32], ph: [7.33, 7.45] },
    atLeast: 2,
    unlessSaid: /euglyc|resolved|closed|sglt2|ketone|bhb|beta-hydroxy|gap/i,
    importance: 4,
  },
  {
    codes: /^I16\.[019]/,
    usual: { systolic: [90, 160], diastolic: [40, 100] },
    atLeast: 2,
    unlessSaid: /resolved|improv|on arrival|at home|ems|nicardipine|labetalol|initial|was \d/i,
    importance: 3,
  },
  {
    codes: /^I50\.2/,
    usual: { 'ejection-fraction': [53, 85] },
    atLeast: 1,
    unlessSaid: /recover|improv|previous|prior|was \d|history/i,
    importance: 3,
  },
  {
    codes: /^I50\.3/,
    usual: { 'ejection-fraction': [5, 40] },
    atLeast: 1,
    unlessSaid: /previous|prior|combined|reduced|declin|new drop/i,
    importance: 3,
  },
  {
    codes: /^N18\.(?:3|4|5|6)/,
    usual: { egfr: [75, 150] },
    atLeast: 1,
    unlessSaid: /transplant|improv|resolved|dialysis|baseline/i,
    importance: 3,
  },
  {
    codes: /^E66\.(?:01|2|81[23])/,
    usual: { bmi: [15, 28] },
    atLeast: 1,
    unlessSaid:
      /bariatric|bypass|sleeve|lost|weight loss|previous|prior|history|semaglutide|tirzepatide|wegovy|ozempic/i,
    importance: 2,
  },
  {
    codes: /^E05/,
    usual: { tsh: [0.5, 4.5] },
    atLeast: 1,
    unlessSaid:
      /methimazole|tapazole|ptu|propylth|treated|remission|ablation|iodine|history|resolved|controlled|stable|euthyroid/i,
    importance: 2,
  },
];
