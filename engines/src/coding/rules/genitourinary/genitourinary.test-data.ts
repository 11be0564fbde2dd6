import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const genitourinary: RuleTable = {
  'acute-tubular-necrosis': {
    fires: [
      { text: 'Muddy brown casts, ATN.\nDx: AKI', codes: ['N17.0'], setting: 'inpatient', starter: true },
    ],
    silent: [
      { text: 'PMH: ATN 2019.\nDx: AKI', codes: ['N17.9'], setting: 'inpatient', starter: true },
      { text: 'ATN ruled out.\nDx: AKI', codes: ['N17.9'], setting: 'inpatient', starter: true },
    ],
  },
  'dialysis-status': {
    fires: [{ text: 'A: ESRD on dialysis', codes: ['N18.6', 'Z99.2'], starter: true }],
    silent: [
      { text: 'A: ESRD, declines dialysis', codes: ['N18.6'], starter: true },
      { text: 'A: CKD stage 4, dialysis discussed', codes: ['N18.4'], starter: true },
    ],
  },
  'prostate-with': {
    fires: [{ text: 'A: 1. BPH 2. Nocturia', codes: ['N40.1', 'R35.1'], starter: true }],
    silent: [{ text: 'A: 1. BPH 2. Gout', codes: ['N40.0', 'M10.9'], starter: true }],
  },
  'prostate-retention': {
    fires: [
      { text: 'A: BPH; urinary retention', codes: ['N40.1', 'R33.8'], starter: true },
      { text: 'A: BPH with bladder outlet obstruction', codes: ['N40.1', 'N13.8'], starter: true },
    ],
    silent: [{ text: 'A: Urinary retention, no BPH', codes: ['R33.9'], starter: true }],
  },
};
