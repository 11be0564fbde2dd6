import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const respiratory: RuleTable = {
  'respiratory-failure-kind': {
    fires: [
      {
        text: 'Dx: Acute on chronic hypoxemic respiratory failure',
        codes: ['J96.21'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'A: Acute bronchitis with chronic respiratory failure',
        codes: ['J20.9', 'J96.10'],
        starter: true,
      },
    ],
  },
  'lung-infection': {
    fires: [
      { text: 'A: COPD; pneumonia', codes: ['J44.0', 'J18.9'], starter: true },
      { text: 'Dx: COVID-19 pneumonia', codes: ['U07.1', 'J12.82'], setting: 'inpatient', starter: true },
    ],
    silent: [{ text: 'A: COPD; sinusitis', codes: ['J44.9', 'J32.9'], starter: true }],
  },
};
