import type { Indicator } from './indicator.ts';

const bleeding = /bleed|hemorrh|anemi|polycythem|transfus|thalassem|sickle|myelodys/i;
const infection =
  /infect|pneumon|sepsis|septic|cellulit|abscess|\buti\b|pyelo|diverticul|appendic|cholecyst|colitis|cystitis|mening|osteomyel|leukem|leukocytosis|steroid|prednis|dexameth|stress|lymphoma|myelo/i;

/** Cells, iron and coagulation. */
export const blood: readonly Indicator[] = [
  {
    id: 'hemoglobin',
    below: 11,
    critical: 8,
    inPregnancy: 10.4,
    byOwnRange: true,
    reference: '12.0–16.0',
    subject: 'anemia',
    importance: 2,
    explainedBy: { codes: /^(?:D[56]|O99\.0|O90\.81|C9[0-5]|Z53\.1)/, words: bleeding },
    options: ['Anemia (please state the type, the acuity and the cause)', 'Dilution without anemia'],
  },
  {
    id: 'platelets',
    below: 100,
    critical: 50,
    inPregnancy: 99,
    reference: '150–400',
    subject: 'platelets',
    importance: 2,
    explainedBy: {
      codes: /^(?:D69|D61|D75\.8|O14\.2|O99\.11|C9[0-5]|D65|M31\.1)/,
      words: /thrombocytop|low plat|pancytop|\b(?:itp|ttp|hit|dic|hellp)\b|cirrho|chemo/i,
    },
    options: ['Thrombocytopenia (please state the cause)'],
  },
  {
    id: 'platelets',
    above: 650,
    reference: '150–400',
    subject: 'platelets',
    importance: 1,
    explainedBy: { codes: /^(?:D75|D47|D45|C9[0-5])/, words: /thrombocyto|splenect|iron/i },
    options: ['Thrombocytosis (please state whether reactive or essential)'],
  },
  {
    id: 'wbc',
    below: 2.8,
    critical: 1,
    reference: '4.0–11.0',
    subject: 'leukocytes',
    importance: 2,
    explainedBy: { codes: /^(?:D7[0-2]|D61|C9[0-5])/, words: /leukop|neutrop|pancytop|chemo|leukem/i },
    options: ['Leukopenia (please state the cause)', 'Neutropenia (please state the cause)'],
  },
  {
    id: 'wbc',
    above: 16,
    critical: 30,
    reference: '4.0–11.0',
    subject: 'leukocytes',
    importance: 1,
    explainedBy: { codes: /^(?:A|B|D72|C9[0-5]|J1|J2|J8|N[13]|L0|K[3568]|O)/, words: infection },
    options: ['An infection (please name it)', 'Leukocytosis without infection (please state the cause)'],
  },
  {
    id: 'inr',
    above: 4.9,
    critical: 8,
    reference: '0.9–1.1, or the range wanted under treatment',
    subject: 'coagulation',
    importance: 2,
    explainedBy: {
      codes: /^(?:D6[58]|R79\.1|T45\.51)/,
      words:
        /supratherap|coagulop|elevated inr|inr (?:elevat|high|above)|over-?anticoag|hold (?:warfarin|coumadin)/i,
    },
    options: [
      'Abnormal coagulation test due to an anticoagulant taken as prescribed, without bleeding',
      'Bleeding disorder due to an anticoagulant',
      'Coagulopathy (please state the cause)',
    ],
  },
  {
    id: 'ferritin',
    below: 12,
    inPregnancy: 12,
    reference: '15–150',
    subject: 'anemia',
    importance: 2,
    explainedBy: { codes: /^(?:D5|D6[0-4]|E61\.1|E83\.1|O99\.0)/, words: /iron|anemi/i },
    options: ['Iron deficiency without anemia', 'Iron deficiency anemia (please state the cause)'],
  },
];
