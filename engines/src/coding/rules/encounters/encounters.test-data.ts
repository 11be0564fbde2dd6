import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const encounters: RuleTable = {
  'examination-findings': {
    fires: [
      { text: 'A: 1. Well child with findings 2. Eczema', codes: ['Z00.129', 'L30.9'], starter: true },
      { text: 'A: Gynecologic exam w/ findings', codes: ['Z01.419'], starter: true },
    ],
    silent: [
      {
        text: 'A: 1. Annual physical with abnormal findings 2. Gout',
        codes: ['Z00.01', 'M10.9'],
        starter: true,
      },
    ],
  },
  immunization: {
    fires: [
      { text: 'HPI: Tdap given left deltoid.\nA: Gout', codes: ['M10.9', 'Z23'], starter: true },
      { text: 'A:\n1. Gout\n2. Flu shot, will get at the pharmacy', codes: ['M10.9'], starter: true },
    ],
    silent: [{ text: 'A: 1. Gout 2. RZV in 6 mo', codes: ['M10.9'], starter: true }],
  },
  'preventive-visit': {
    fires: [
      { text: 'Well child visit, 4 year old.\nA: Acne', codes: ['Z00.129', 'L70.9'], starter: true },
      { text: 'A: 1. Gout 2. Due for annual physical', codes: ['M10.9'] },
    ],
    silent: [
      { text: 'Annual physical, last year.\nA: Gout', codes: ['M10.9'], starter: true },
      { text: 'A: Asthma. Follow up after annual physical', codes: ['J45.909'], starter: true },
      { text: 'Annual physical in May.\nDx: Gout', codes: ['M10.9'], setting: 'inpatient', starter: true },
    ],
  },
  'screening-report': {
    fires: [
      {
        text: 'SCREENING MAMMOGRAM\nSister had breast cancer.\nImpression: Extremely dense breasts.',
        codes: ['Z12.31', 'R92.343', 'Z80.3'],
      },
      {
        text: 'COLONOSCOPY\nIndication: surveillance, history of colon polyps.\nImpression: Normal exam.',
        codes: ['Z12.11', 'Z86.0100'],
        starter: true,
      },
      {
        text: 'SCREENING MAMMOGRAM\nNo family history of breast cancer.\nImpression: No finding.',
        codes: ['Z12.31'],
        starter: true,
      },
    ],
    silent: [
      {
        text: 'DIAGNOSTIC MAMMOGRAM\nIndication: palpable lump, right.\nImpression: Lump of right breast.',
        codes: ['N63.10'],
        starter: true,
      },
    ],
  },
};
