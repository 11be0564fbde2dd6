import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const mental: RuleTable = {
  'dementia-manifestation': {
    fires: [
      { text: 'A: Alzheimer dementia', codes: ['G30.9', 'F02.80'], starter: true },
      { text: 'A: Parkinson disease with dementia', codes: ['G20.A1', 'F02.80'] },
    ],
    silent: [
      { text: 'A: Parkinson disease, no dementia', codes: ['G20.A1'], starter: true },
      { text: 'A: Mild cognitive impairment, risk of dementia discussed', codes: ['G31.84'], starter: true },
    ],
  },
  'substance-severity': {
    fires: [
      {
        text: 'Dx: Methamphetamine use disorder, severe',
        codes: ['F15.20'],
        setting: 'inpatient',
        starter: true,
      },
      { text: 'A: Heroin use disorder, moderate, early remission', codes: ['F11.21'] },
    ],
    silent: [{ text: 'A: Alcohol use disorder', codes: ['F10.90'], starter: true }],
  },
  'alcohol-withdrawal': {
    fires: [
      {
        text: 'Dx: Alcohol withdrawal delirium; alcohol dependence',
        codes: ['F10.231'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Alcohol dependence; no withdrawal',
        codes: ['F10.20'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
  'substance-remission': {
    fires: [{ text: 'A: Heroin use disorder, moderate, early remission', codes: ['F11.21'] }],
    silent: [
      { text: 'A: Moderate alcohol use disorder, not in remission', codes: ['F10.20'], starter: true },
    ],
  },
  'tobacco-product': {
    fires: [{ text: 'SH: 1 ppd cigarettes\nA: Nicotine dependence', codes: ['F17.210'], starter: true }],
    silent: [
      { text: 'A: Nicotine dependence. Ice pack to knee.', codes: ['F17.200'], starter: true },
      { text: 'SH: e-cigarettes\nA: Nicotine dependence', codes: ['F17.200'], starter: true },
    ],
  },
};
