import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const infections: RuleTable = {
  'high-risk-hpv': {
    fires: [
      {
        text: 'PAP\nHPV: high risk HPV detected.\nImpression: ASC-US of cervix.',
        codes: ['R87.610', 'R87.810'],
        starter: true,
      },
    ],
    silent: [
      {
        text: 'PAP\nHPV: high risk HPV not detected.\nImpression: ASC-US of cervix.',
        codes: ['R87.610'],
        starter: true,
      },
    ],
  },
  'sepsis-source': {
    fires: [
      {
        text: 'Dx: Severe sepsis secondary to acute pyelonephritis',
        codes: ['A41.9', 'R65.20', 'N10'],
        setting: 'inpatient',
      },
      {
        text: 'Dx: MSSA sepsis d/t cellulitis of left leg',
        codes: ['A41.01', 'L03.116', 'B95.61'],
        setting: 'inpatient',
      },
    ],
    silent: [
      { text: 'Dx: Sepsis due to E. coli', codes: ['A41.51'], setting: 'inpatient' },
      { text: 'Dx: Sepsis due to E. coli; UTI', codes: ['A41.51', 'N39.0'], setting: 'inpatient' },
    ],
  },
  sepsis: {
    fires: [
      {
        text: 'Blood cultures grew E. coli.\nDx: Septic shock; cellulitis of the left leg',
        codes: ['A41.51', 'R65.21', 'L03.116'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Pneumonia, sepsis bundle given in ED',
        codes: ['J18.9'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'Sepsis was ruled out.\nDx: Cystitis', codes: ['N30.90'], setting: 'inpatient', starter: true },
      { text: 'A: Possible sepsis; cellulitis of the left leg', codes: ['L03.116'], starter: true },
    ],
  },
  'device-infection': {
    fires: [
      { text: 'Dx: PJI of left knee', codes: ['T84.54XA'], setting: 'inpatient' },
      { text: 'Dx: Central line-associated bacteremia', codes: ['T80.211A'], setting: 'inpatient' },
    ],
    silent: [
      {
        text: 'Dx: Osteoarthritis of left knee, no PJI',
        codes: ['M17.12'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'infection-organism': {
    fires: [
      { text: 'Urine culture: Klebsiella.\nDx: UTI', codes: ['N39.0', 'B96.1'], setting: 'inpatient' },
      { text: 'A: Cellulitis of right leg, MRSA', codes: ['L03.115', 'B95.62'] },
    ],
    silent: [
      { text: 'Urine culture: no growth.\nDx: UTI', codes: ['N39.0'], setting: 'inpatient', starter: true },
      { text: 'A: UTI, prior VRE screen negative', codes: ['N39.0'], starter: true },
      { text: 'Dx: MRSA pneumonia', codes: ['J15.212'], setting: 'inpatient', starter: true },
    ],
  },
  'drug-resistance': {
    fires: [{ text: 'A: UTI with ESBL E. coli', codes: ['N39.0', 'B96.20', 'Z16.12'] }],
    silent: [
      { text: 'A: UTI. Labs: WBC 12, Cre 1.2', codes: ['N39.0'], starter: true },
      { text: 'PMH: ESBL 2019\nA: UTI', codes: ['N39.0'], starter: true },
    ],
  },
};
