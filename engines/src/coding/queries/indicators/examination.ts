import type { Indicator } from './indicator.ts';

/** What is measured at the bedside, by questionnaires and by studies. */
export const examination: readonly Indicator[] = [
  {
    id: 'gcs',
    below: 13,
    critical: 9,
    reference: '15',
    subject: 'consciousness',
    importance: 4,
    explainedBy: {
      codes:
        /^(?:R40|G9[23]|R41|S06|F05|I6[0-3]|K72|K76\.82|F10\.[129][23]1|T[34]|G4[01]|E1[013]\.[016]|F03|G30)/,
      words:
        /(?<!glasgow )coma\b|encephalop|delir|stupor|somnol|obtund|overdose|intubat|sedat|stroke|hemorrh|\btbi\b|concuss|seiz|postictal/i,
    },
    options: [
      'Coma',
      'Encephalopathy (please state the type and cause)',
      'Delirium (please state the cause)',
      'Altered mental status without a diagnosis yet',
    ],
  },
  {
    id: 'bmi',
    above: 34.9,
    critical: 39.9,
    reference: '18.5–24.9',
    subject: 'weight',
    importance: 1,
    explainedBy: {
      codes: /^(?:E66|E65|R63\.5|Z98\.84|O99\.2|Z68)/,
      words:
        /obes|overweight|weight (?:loss|manage|counsel|gain)|lose weight|bariatric|adipos|\bbmi\b[^\n]{0,20}(?:counsel|discuss|diet)/i,
    },
    options: ['Obesity (please state the class and the cause)', 'Overweight'],
  },
  {
    id: 'bmi',
    below: 17.5,
    critical: 16,
    inPregnancy: 17.5,
    reference: '18.5–24.9',
    subject: 'nutrition',
    importance: 2,
    explainedBy: {
      codes: /^(?:E4[0-6]|E64|R63|R64|F50|Z68)/,
      words:
        /malnutr|underweight|cachex|anorexi|weight loss|thin|failure to thrive|poor (?:intake|appetite)/i,
    },
    options: [
      'Underweight without malnutrition',
      'Malnutrition (please state the severity)',
      'Cachexia (please state the cause)',
    ],
  },
  {
    id: 'phq9',
    above: 11,
    critical: 20,
    inPregnancy: 12,
    reference: '0–4',
    subject: 'depression',
    importance: 2,
    explainedBy: {
      codes: /^(?:F3|F4[13]|F0[0-9]|F2|F53|O99\.34|Z13\.3|R45)/,
      words: /depress|\bmdd\b|bipolar|mood|dysthym|adjustment|grief|bereave|suicid/i,
    },
    options: [
      'Major depressive disorder (please state episode and severity)',
      'Adjustment disorder with depressed mood',
      'A positive screen without a depressive disorder',
    ],
  },
  {
    id: 'gad7',
    above: 11,
    reference: '0–4',
    subject: 'anxiety',
    importance: 1,
    explainedBy: {
      codes: /^(?:F4|F3|F2|R45)/,
      words: /anxi|panic|\b(?:ptsd|ocd)\b|\bgad\b(?![ -]?7)|phobi|worry|stress/i,
    },
    options: [
      'Generalized anxiety disorder',
      'Another anxiety disorder (please name it)',
      'A positive screen without an anxiety disorder',
    ],
  },
  {
    id: 'audit',
    above: 15,
    critical: 20,
    reference: '0–7',
    subject: 'alcohol',
    importance: 2,
    explainedBy: { codes: /^(?:F10|K70|Z71\.41|Z72\.89|G62\.1)/, words: /alcohol|etoh|drink|\baud\b/i },
    options: ['Alcohol use disorder (please state the severity)', 'Alcohol use without a disorder'],
  },
  {
    id: 't-score',
    below: -2.4,
    critical: -3.5,
    reference: '−1.0 or above',
    subject: 'bone',
    importance: 2,
    explainedBy: {
      codes: /^(?:M8[0-5]|Z79\.83|C90)/,
      words: /osteopor|osteopen|bone (?:loss|density low)|low bone/i,
    },
    options: [
      'Osteoporosis without a current fracture',
      'Osteoporosis with a current pathological fracture (please state the site)',
      'Low bone mass without osteoporosis',
    ],
  },
  {
    id: 'ahi',
    above: 14,
    reference: 'below 5',
    subject: 'sleep',
    importance: 2,
    explainedBy: { codes: /^(?:G47\.3|E66\.2)/, words: /apnea(?![ –-]{0,2}hypop)|\b(?:osa|cpap|osahs)\b/i },
    options: [
      'Obstructive sleep apnea',
      'Central sleep apnea',
      'Sleep apnea of another type (please state it)',
    ],
  },
];
