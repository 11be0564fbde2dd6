import type { OpenAxis } from './open-axis.ts';

/** Kidneys, blood, metabolism and neoplasms. */
export const metabolismAndGrowth: readonly OpenAxis[] = [
  {
    codes: /^N18\.9$/,
    axis: 'the stage of the kidney disease',
    stated: {
      codes: /^N18\.[1-6]/,
      words:
        /\b(?:ckd|kidney disease|renal insufficiency|nephropathy)[^.;\n]{0,20}(?:stage|st\.?|gr?|,)? ?(?:[1-5][ab]?|I{1,3}|IV|V|G[1-5][ab]?)\b|\bstage ?(?:[1-5][ab]?|I{1,3}|IV|V) (?:ckd|chronic|kidney)|\besrd\b/i,
    },
    values: ['egfr', 'creatinine'],
    importance: 2,
    options: ['Stage 1 or 2', 'Stage 3a', 'Stage 3b', 'Stage 4', 'Stage 5', 'End-stage kidney disease'],
  },
  {
    codes: /^N18\.30$/,
    axis: 'the stage of the kidney disease, 3a or 3b,',
    stated: { codes: /^N18\.3[12]/, words: /\b3 ?[ab]\b|G3[ab]/i },
    values: ['egfr'],
    onlyIfValue: (_, value) => value >= 30 && value < 60,
    importance: 1,
    options: ['Stage 3a', 'Stage 3b'],
  },
  {
    codes: /^D64\.9$/,
    axis: 'the type of anemia, and its cause if known,',
    stated: {
      codes: /^D(?:5|6[0-3]|64\.[0-8])/,
      words:
        /iron[- ]deficien|\bida\b|blood loss anemia|anemia (?:of|due|in|from|secondary)|(?:pernicious|macrocytic|hemolytic|aplastic|sickle|b12)[^.\n]{0,20}anemia|thalassemia (?:trait|minor|major)/i,
    },
    values: ['hemoglobin', 'mcv', 'ferritin', 'transferrin-saturation', 'vitamin-b12', 'folate'],
    importance: 2,
    options: [
      'Iron deficiency anemia due to chronic blood loss',
      'Iron deficiency anemia due to another cause (please name it)',
      'Acute blood loss anemia',
      'Anemia in a chronic disease (please name it)',
      'Another type of anemia (please name it)',
    ],
  },
  {
    codes: /^E1[013]\.9$/,
    axis: 'the control of the diabetes at this encounter',
    stated: {
      codes: /^E1[013]\.6[45]/,
      words: /hyperglyc|hypoglyc|(?:poorly|inadequately|well|not well|better) controlled|out of control/i,
    },
    values: ['a1c', 'glucose'],
    onlyIfValue: (id, value) => (id === 'a1c' ? value >= 9 : value >= 300),
    importance: 2,
    options: [
      'Diabetes with hyperglycemia',
      'Diabetes with hypoglycemia',
      'Diabetes without hyperglycemia or hypoglycemia',
    ],
  },
  {
    codes: /^E46$/,
    axis: 'the severity of the malnutrition',
    stated: {
      codes: /^E4[0-5]/,
      words:
        /(?:mild|moderate|severe|non-?severe)[^.\n]{0,30}malnutr|malnutr[^.\n]{0,27}(?:mild|moderate|severe)/i,
    },
    values: ['bmi'],
    importance: 3,
    options: ['Mild', 'Moderate', 'Severe'],
  },
  {
    codes: /^E66\.9$/,
    axis: 'the class and the cause of the obesity',
    stated: { codes: /^E66\.(?:[0128])/, words: /class (?:[123]|I{1,3})\b|morbid|severe(?:ly)? obes/i },
    values: ['bmi'],
    onlyIfValue: (_, value) => value >= 35,
    importance: 1,
    options: [
      'Obesity, class 1',
      'Obesity, class 2',
      'Obesity, class 3',
      'Obesity due to excess calories',
      'Obesity due to a drug (please name it)',
    ],
  },
  {
    codes: /^D49/,
    axis: 'the behavior of the neoplasm',
    stated: {
      words:
        /benign|malignan|carcinoma|cancer|in situ|adenoma|sarcoma|lymphoma|melanoma|metast|uncertain behavior|pathology|histolog|biops|\w(?:blastoma|cytoma|noma|lioma|gioma|fibroma|lipoma|adenoma|neuroma|papilloma)\b|\bgist\b/i,
    },
    values: [],
    importance: 2,
    options: [
      'Malignant, primary',
      'Malignant, secondary (please name the primary site)',
      'In situ',
      'Benign',
      'Uncertain behavior by pathology',
    ],
  },
];
