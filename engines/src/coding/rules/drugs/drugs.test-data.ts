import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const drugs: RuleTable = {
  'adverse-effect': {
    fires: [
      { text: 'A: Cough due to lisinopril', codes: ['R05.9', 'T46.4X5A'] },
      { text: 'A: Opioid-induced constipation', codes: ['K59.03', 'T40.2X5A'], starter: true },
      { text: 'A: Hypoglycemia without coma, due to glipizide', codes: ['E16.0', 'T38.3X5A'], starter: true },
    ],
    silent: [
      { text: 'A: Rash, not from amoxicillin', codes: ['R21'], starter: true },
      { text: 'A: Hypertension, switched from lisinopril to losartan', codes: ['I10'], starter: true },
      { text: 'A: Anemia secondary to iron deficiency', codes: ['D50.0'] },
      { text: 'A: Back pain, good relief from ibuprofen', codes: ['M54.9'], starter: true },
      { text: 'A: Opioid dependence, withdrawal from oxycodone', codes: ['F11.23'], starter: true },
      { text: 'A: Kidney stones due to calcium oxalate', codes: ['N20.0'], starter: true },
      { text: 'A: Drowsiness due to overdose of oxycodone', codes: ['T40.2X1A'], starter: true },
    ],
  },
  'poisoning-intent': {
    fires: [
      {
        text: 'Dx: Sertraline overdose, suicide attempt',
        codes: ['T43.222A'],
        setting: 'inpatient',
        starter: true,
      },
      {
        text: 'Psych: no suicidal ideation.\nDx: Clopidogrel overdose',
        codes: ['T45.521A'],
        setting: 'inpatient',
      },
      {
        text: 'HPI: suicide attempt last night.\nDx: Coumadin OD',
        codes: ['T45.512A'],
        setting: 'inpatient',
      },
    ],
    silent: [
      {
        text: 'HPI: prior suicide attempt.\nDx: Accidental ibuprofen poisoning',
        codes: ['T39.311A'],
        setting: 'inpatient',
      },
      {
        text: 'Dx: Constipation due to oxycodone',
        codes: ['K59.03', 'T40.2X5A'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'Dx: Depression; no overdose', codes: ['F32.A'], setting: 'inpatient', starter: true },
    ],
  },
  'underdosing-reason': {
    fires: [
      { text: 'A: Underdosing of insulin, cannot afford it', codes: ['T38.3X6A', 'Z91.120'], starter: true },
      {
        text: 'He was stretching his insulin.\nDx: Underdosing of insulin; type 2 diabetes with hyperglycemia',
        codes: ['T38.3X6A', 'Z91.120', 'E11.65', 'Z79.4'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      { text: 'A: Underdosing of lisinopril, not because of cost', codes: ['T46.4X6A'] },
      {
        text: 'A: Underdosing of lisinopril; hip pain, stretching his hamstrings',
        codes: ['T46.4X6A', 'M25.559'],
      },
      { text: 'A: Hypertension, cannot afford a gym', codes: ['I10'], starter: true },
    ],
  },
  'long-term-drugs': {
    fires: [
      {
        text: 'A: Type 2 diabetes\nMeds: glargine, metformin',
        codes: ['E11.9', 'Z79.4', 'Z79.84'],
        starter: true,
      },
      { text: 'A: Atrial fibrillation\nMeds: apixaban', codes: ['I48.91', 'Z79.01'], starter: true },
    ],
    silent: [
      { text: 'A: Gout\nMeds: apixaban', codes: ['M10.9'], starter: true },
      {
        text: 'A: Type 2 diabetes with insulin resistance, diet only',
        codes: ['E11.9', 'E88.819'],
        starter: true,
      },
      { text: 'A: Type 2 diabetes, off insulin now', codes: ['E11.9'], starter: true },
      { text: 'A: Type 1 diabetes\nMeds: insulin glargine', codes: ['E10.9'], starter: true },
      { text: 'A: Type 2 diabetes, metformin discontinued', codes: ['E11.9'], starter: true },
    ],
  },
};
