import type { Indicator } from './indicator.ts';

/** Creatinine, filtration rate and urea measure one thing and raise one question. */
const kidney = {
  subject: 'kidney',
  explainedBy: {
    codes: /^(?:N0[0-8]|N1[789]|I1[23]|E(?:08|09|10|11|13)\.2|R94\.4|R34|Z99\.2|Z94\.0|Z90\.5|Q61)/,
    words:
      /\b(?:aki|ckd|esrd|eskd|atn)\b|renal (?:failure|insuff|disease|injury|impair)|kidney (?:failure|disease|injury)|azotemi|nephropath|dialysis/i,
  },
  options: ['Acute kidney injury', 'Chronic kidney disease (please state the stage)'],
};

/** Sugar, kidneys, thyroid, lipids and vitamins. */
export const metabolism: readonly Indicator[] = [
  {
    id: 'glucose',
    below: 60,
    critical: 50,
    inPregnancy: 55,
    reference: '70–99',
    subject: 'hypoglycemia',
    importance: 2,
    explainedBy: {
      codes: /^(?:E16|E1[013]\.64|E0[89]\.64|P70|O24)/,
      words: /hypoglyc|low (?:sugar|glucose|bg)|lows\b/i,
    },
    options: ['Hypoglycemia (please state the cause)'],
  },
  {
    id: 'glucose',
    above: 225,
    critical: 400,
    reference: '70–99',
    subject: 'diabetes',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[89]|E1[013]|O24|R73|P70|E74\.81)/,
      words: /diabet|\b(?:t[12]?dm|iddm|niddm|dm ?[12I]|dm|dka|hhs|gdm)\b|hyperglyc|prediab/i,
    },
    options: [
      'Diabetes mellitus (please state the type)',
      'Hyperglycemia without diabetes (please state the cause)',
    ],
  },
  {
    id: 'a1c',
    above: 6.4,
    critical: 10,
    inPregnancy: 6.4,
    reference: 'below 5.7',
    subject: 'diabetes',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[89]|E1[013]|O24|R73)/,
      words: /diabet|\b(?:t[12]?dm|iddm|niddm|dm ?[12I]|dm|dka|hhs|gdm)\b|hyperglyc|prediab/i,
    },
    options: ['Diabetes mellitus (please state the type)', 'Prediabetes'],
  },
  {
    id: 'creatinine',
    above: 1.5,
    critical: 3,
    inPregnancy: 1.1,
    reference: '0.6–1.2',
    importance: 2,
    ...kidney,
  },
  { id: 'egfr', below: 45, critical: 20, reference: '60 or above', importance: 2, ...kidney },
  { id: 'bun', above: 60, reference: '7–20', importance: 2, ...kidney },
  {
    id: 'tsh',
    above: 10,
    critical: 40,
    inPregnancy: 10,
    reference: '0.4–4.5',
    subject: 'thyroid',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[0-7]|E89\.0|R94\.6|R79\.89|O99\.28)/,
      words: /thyroid|hashimoto|levothyrox|synthroid/i,
    },
    options: ['Hypothyroidism (please state the cause)', 'Subclinical hypothyroidism'],
  },
  {
    id: 'tsh',
    below: 0.1,
    reference: '0.4–4.5',
    subject: 'thyroid',
    importance: 2,
    explainedBy: {
      codes: /^(?:E0[0-7]|E89\.0|R94\.6|R79\.89|O99\.28)/,
      words: /thyroid|graves|levothyrox|synthroid/i,
    },
    options: ['Hyperthyroidism (please state the cause)', 'Subclinical hyperthyroidism'],
  },
  {
    id: 'ldl',
    above: 189,
    reference: 'below 130',
    subject: 'lipids',
    importance: 1,
    explainedBy: {
      codes: /^E78/,
      words: /lipid(?:emia|s\b)|hyperchol|(?:high|elevated) chol|cholesterolemia|statin/i,
    },
    options: ['Hypercholesterolemia (please state whether pure or familial)', 'Mixed hyperlipidemia'],
  },
  {
    id: 'triglycerides',
    above: 500,
    critical: 1000,
    reference: 'below 150',
    subject: 'lipids',
    importance: 1,
    explainedBy: {
      codes: /^E78/,
      words: /lipid(?:emia|s\b)|hypertriglycer|(?:high|elevated) trig|hyperchol/i,
    },
    options: ['Hypertriglyceridemia', 'Mixed hyperlipidemia'],
  },
  {
    id: 'uric-acid',
    above: 9,
    reference: '3.5–7.2',
    subject: 'uric-acid',
    importance: 1,
    explainedBy: {
      codes: /^(?:M10|M1A|E79|N20|N18|E88\.3)/,
      words: /gout|hyperuric|(?:high|elevated) (?:uric|urate)|tumor lysis/i,
    },
    options: ['Hyperuricemia without gout', 'Gout (please state the site and the cause)'],
  },
  {
    id: 'vitamin-d',
    below: 20,
    reference: '30 or above',
    subject: 'vitamin-d',
    importance: 1,
    explainedBy: {
      codes: /^(?:E55|M83)/,
      words: /vit(?:amin|\.)? ?d (?:defic|insuff|low)|low vit(?:amin)? d|osteomalac/i,
    },
    options: ['Vitamin D deficiency'],
  },
  {
    id: 'vitamin-b12',
    below: 180,
    reference: '200–900',
    subject: 'vitamin-b12',
    importance: 2,
    explainedBy: {
      codes: /^(?:E53\.8|D51)/,
      words: /b-?12 (?:defic|inject|shot|supplement|low)|low b-?12|pernicious|cyanocobal|cobalamin defic/i,
    },
    options: [
      'Vitamin B12 deficiency without anemia',
      'Vitamin B12 deficiency anemia (please state the cause)',
    ],
  },
];
