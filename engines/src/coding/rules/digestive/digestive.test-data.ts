import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const digestive: RuleTable = {
  'diverticular-disease': {
    fires: [
      {
        text: 'Dx: Diverticulitis of colon w/ phlegmon',
        codes: ['K57.20'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'Dx: Pandiverticulosis with bleeding', codes: ['K57.31'], setting: 'inpatient' },
    ],
    silent: [
      { text: 'A: Sigmoid diverticulosis without bleeding', codes: ['K57.30'], starter: true },
      {
        text: 'Dx: Diverticulitis, no abscess and no bleeding',
        codes: ['K57.92'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  gallstones: {
    fires: [
      {
        text: 'Dx: Chronic cholecystitis; gallstones',
        codes: ['K80.10'],
        setting: 'inpatient',
        starter: true,
      },
      {
        text: 'Dx: Acute cholecystitis; choledocholithiasis; biliary obstruction',
        codes: ['K80.43'],
        setting: 'inpatient',
      },
    ],
    silent: [
      { text: 'A: Gallstones, no cholecystitis', codes: ['K80.20'], starter: true },
      {
        text: 'A: 1. Choledocholithiasis 2. Chronic obstructive pulmonary disease',
        codes: ['K80.50', 'J44.9'],
        starter: true,
      },
    ],
  },
  'intestinal-obstruction': {
    fires: [
      {
        text: 'Dx: Intestinal obstruction, high grade, from adhesions',
        codes: ['K56.52'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      { text: 'Dx: Ileus', codes: ['K56.7'], setting: 'inpatient', starter: true },
      {
        text: 'Dx: Partial intestinal obstruction without adhesions',
        codes: ['K56.600'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'varices-with-cirrhosis': {
    fires: [
      {
        text: 'Dx: Cirrhosis; esophageal varices',
        codes: ['K74.60', 'I85.10'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Esophageal varices; no cirrhosis',
        codes: ['I85.00'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'postoperative-ileus': {
    fires: [{ text: 'Dx: Ileus after bowel resection', codes: ['K56.7', 'K91.89'], setting: 'inpatient' }],
    silent: [{ text: 'Dx: Ileus; gout', codes: ['K56.7', 'M10.9'], setting: 'inpatient', starter: true }],
  },
};
