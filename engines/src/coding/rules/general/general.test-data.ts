import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const general: RuleTable = {
  'problem-lists': {
    fires: [
      { text: 'Problem list:\n- Chronic kidney disease, stage 4\n\nA: CKD', codes: ['N18.4'], starter: true },
    ],
    silent: [{ text: 'Problem list:\n- Asthma\n\nA: CKD', codes: ['N18.9'], starter: true }],
  },
  'both-sides': {
    fires: [
      { text: 'Exam: right breast lump.\nA: lump in breast', codes: ['N63.10'] },
      { text: 'A: Knee pain, bilateral', codes: ['M25.561', 'M25.562'], starter: true },
      {
        text: 'HPI: Left carpal tunnel syndrome since May.\nA: Carpal tunnel syndrome',
        codes: ['G56.02'],
        starter: true,
      },
    ],
    silent: [
      { text: 'A: Left knee pain', codes: ['M25.562'], starter: true },
      { text: 'A: Knee pain', codes: ['M25.569'], starter: true },
    ],
  },
  'site-from-label': {
    fires: [
      {
        text: 'DERMATOPATHOLOGY\nA. Left cheek, shave: Basal cell carcinoma.',
        codes: ['C44.319'],
        starter: true,
      },
    ],
    silent: [{ text: 'DERMATOPATHOLOGY\nBasal cell carcinoma.', codes: ['C44.91'], starter: true }],
  },
  'detail-elsewhere': {
    fires: [
      {
        text: 'Swallow study: oropharyngeal dysphagia.\nDx: Dysphagia',
        codes: ['R13.12'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Swallow study: no oropharyngeal dysphagia.\nDx: Dysphagia',
        codes: ['R13.10'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'HPI: oropharyngeal dysphagia last year\nA: Dysphagia', codes: ['R13.10'], starter: true },
    ],
  },
  'phase-of-care': {
    fires: [{ text: 'A: Left ankle sprain, healing', codes: ['S93.402D'], starter: true }],
    silent: [{ text: 'A: Left ankle sprain, initial visit', codes: ['S93.402A'], starter: true }],
  },
  sequela: {
    fires: [{ text: 'A: Chronic pain, late effect of burn of right hand', codes: ['G89.29', 'T23.001S'] }],
    silent: [
      { text: 'A: Left ankle sprain, no residual pain', codes: ['S93.402A'], starter: true },
      { text: 'A: Left ankle sprain', codes: ['S93.402A'], starter: true },
    ],
  },
  'use-additional': {
    fires: [
      { text: 'A: Hypertensive kidney disease with CKD stage 4', codes: ['I12.9', 'N18.4'], starter: true },
      { text: 'A: BPH with LUTS: nocturia', codes: ['N40.1', 'R35.1'] },
    ],
    silent: [{ text: 'A: Type 2 diabetes', codes: ['E11.9'], starter: true }],
  },
  'specific-over-unspecified': {
    fires: [{ text: 'A: 1. Type 2 diabetes 2. Diabetic polyneuropathy', codes: ['E11.42'], starter: true }],
    silent: [
      {
        text: 'A: 1. Right knee osteoarthritis 2. Left knee osteoarthritis',
        codes: ['M17.11', 'M17.12'],
        starter: true,
      },
    ],
  },
  'named-within': {
    fires: [
      { text: 'A: 1. Flexural eczema 2. Eczema, see above', codes: ['L20.82'], starter: true },
      { text: 'A: 1. Anemia 2. Iron deficiency anemia', codes: ['D50.9'], starter: true },
    ],
    silent: [
      { text: 'A: 1. Flexural eczema 2. Gout', codes: ['L20.82', 'M10.9'], starter: true },
      {
        text: 'Dx: Diverticulosis; hematochezia from diverticulosis',
        codes: ['K57.90', 'K92.1'],
        setting: 'inpatient',
      },
    ],
  },
  'integral-symptoms': {
    fires: [
      { text: 'A: 1. Pneumonia 2. Cough', codes: ['J18.9'], starter: true },
      { text: 'A: 1. Left knee pain 2. Left knee osteoarthritis', codes: ['M17.12'], starter: true },
    ],
    silent: [
      {
        text: 'A: 1. Right knee pain 2. Left knee osteoarthritis',
        codes: ['M25.561', 'M17.12'],
        starter: true,
      },
      { text: 'A: 1. Onychomycosis 2. Fever', codes: ['B35.1', 'R50.9'], starter: true },
      {
        text: 'A: 1. Hemorrhoids 2. Abdominal pain of unknown cause',
        codes: ['K64.9', 'R10.9'],
        starter: true,
      },
      { text: 'A: 1. Anemia 2. Syncope', codes: ['D64.9', 'R55'], starter: true },
      { text: 'A: 1. Psoriasis 2. Numbness of right hand', codes: ['L40.9', 'R20.0'] },
    ],
  },
  established: {
    fires: [
      {
        text: 'HPI: Hypothyroidism on chronic levothyroxine.\nA: Gout',
        codes: ['M10.9', 'E03.9'],
        starter: true,
      },
    ],
    silent: [{ text: 'HPI: Hypothyroidism ruled out.\nA: Gout', codes: ['M10.9'], starter: true }],
  },
  excludes1: {
    fires: [{ text: 'A: 1. Syncope 2. Orthostatic hypotension', codes: ['I95.1'] }],
    silent: [
      {
        text: 'A: 1. Cancer of right breast 2. Carcinoma in situ of left breast',
        codes: ['C50.911', 'D05.92'],
      },
    ],
  },
  'body-mass-index': {
    fires: [{ text: 'Vitals: BMI 41.2\nA: Morbid obesity', codes: ['E66.01', 'Z68.41'], starter: true }],
    silent: [
      { text: 'Vitals: BMI 41.2\nA: Gout', codes: ['M10.9'], starter: true },
      { text: 'Sleep study: apnea hypopnea index 42.\nA: Morbid obesity', codes: ['E66.01'], starter: true },
      { text: '10 yo boy. BMI 31.\nA: Obesity', codes: ['E66.9'], starter: true },
      {
        text: '20 weeks IUP, prenatal. BMI 36.\nA: Obesity in pregnancy',
        codes: ['O99.212', 'E66.9', 'Z3A.20'],
        starter: true,
      },
    ],
  },
};
