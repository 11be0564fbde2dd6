import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const circulation: RuleTable = {
  'heart-failure-kind': {
    fires: [
      {
        text: 'Dx: Chronic heart failure, EF preserved on echo, decompensated',
        codes: ['I50.33'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'A: CHF, reduced ejection fraction, chronic', codes: ['I50.22'], starter: true },
    ],
    silent: [
      { text: 'A: Chronic systolic heart failure, not decompensated', codes: ['I50.22'], starter: true },
      { text: 'A: CHF. Lungs clear, systolic pressure 104', codes: ['I50.9'], starter: true },
    ],
  },
  'hemiplegia-dominance': {
    fires: [
      {
        text: 'Left-handed.\nDx: Ischemic stroke; right hemiplegia',
        codes: ['I63.9', 'G81.93'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'A: Left hemiparesis, late effect of hemorrhagic stroke', codes: ['I69.154'] },
    ],
    silent: [
      { text: 'Dx: Ischemic stroke; left arm numbness', codes: ['I63.9', 'R20.0'], setting: 'inpatient' },
      { text: 'A: Gout, no hemiplegia', codes: ['M10.9'], starter: true },
    ],
  },
  'hypertension-with': {
    fires: [
      { text: 'A: 1. Hypertension 2. CKD stage 5', codes: ['I12.0', 'N18.5'], starter: true },
      {
        text: 'A: 1. Hypertension 2. CKD stage 4 3. Chronic systolic heart failure',
        codes: ['I13.0', 'N18.4', 'I50.22'],
        starter: true,
      },
      { text: 'A: 1. Hypertensive heart disease 2. CKD stage 4', codes: ['I13.10', 'N18.4'], starter: true },
      { text: 'A: 1. Hypertension 2. Cardiomegaly', codes: ['I11.9'], starter: true },
      { text: 'A: Hypertensive CKD, stage 3a', codes: ['I12.9', 'N18.31'], starter: true },
      { text: 'PMH: HTN, gout\nA: CHF, more furosemide', codes: ['I11.0', 'I50.9'], starter: true },
    ],
    silent: [
      { text: 'A: 1. Hypertension 2. CHF not due to hypertension', codes: ['I10', 'I50.9'], starter: true },
      { text: 'A: 1. Hypertension 2. AKI', codes: ['I10', 'N17.9'], starter: true },
      { text: 'FH: hypertension in mother\nA: CKD stage 4', codes: ['N18.4'], starter: true },
    ],
  },
  'stroke-detail': {
    fires: [
      {
        text: 'MRI: acute infarct in the left MCA territory, occlusion of left M1.\nDx: Acute ischemic stroke',
        codes: ['I63.512'],
        setting: 'inpatient',
        starter: true,
      },
      {
        text: 'CTA: right M1 cutoff, cardioembolic infarct.\nDx: Acute ischemic stroke',
        codes: ['I63.411'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'MRI: no infarct in the MCA territory.\nDx: Acute ischemic stroke',
        codes: ['I63.9'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'stroke-sequelae': {
    fires: [
      { text: 'A: Aphasia, residual from CVA', codes: ['I69.320'], starter: true },
      {
        text: 'A: Dysphagia, oropharyngeal phase, after stroke in 2021',
        codes: ['I69.391', 'R13.12'],
        starter: true,
      },
      { text: 'A: Left hemiparesis, late effect of hemorrhagic stroke', codes: ['I69.154'] },
      {
        text: 'A: Acute ischemic stroke; dysarthria after stroke',
        codes: ['I63.9', 'I69.322'],
        starter: true,
      },
    ],
    silent: [
      { text: 'A: Aphasia', codes: ['R47.01'], starter: true },
      {
        text: 'Dx: Acute ischemic stroke; aphasia',
        codes: ['I63.9', 'R47.01'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
};
