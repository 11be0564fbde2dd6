import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const skin: RuleTable = {
  'inflamed-keratosis': {
    fires: [{ text: 'A: Seborrheic keratosis of back (traumatized)', codes: ['L82.0'], starter: true }],
    silent: [{ text: 'A: Seborrheic keratosis, not irritated', codes: ['L82.1'], starter: true }],
  },
  'pressure-ulcers': {
    fires: [
      {
        text: 'Dx: Pressure ulcers: sacrum stage 4, right heel unstageable',
        codes: ['L89.154', 'L89.610'],
        setting: 'inpatient',
        starter: true,
      },
    ],
    silent: [
      {
        text: 'Dx: Sacral pressure ulcer; no pressure ulcer of the heel',
        codes: ['L89.159'],
        setting: 'inpatient',
        starter: true,
      },
    ],
  },
};
