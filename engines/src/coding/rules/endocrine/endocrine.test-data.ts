import type { RuleTable } from '../testing/rule-table.ts';

/** Short invented records, in which a rule acts or has to stay silent. */
export const endocrine: RuleTable = {
  'diabetes-type': {
    fires: [
      { text: 'A: 1. Type 1 diabetes 2. Diabetic retinopathy', codes: ['E10.9', 'E10.319'], starter: true },
      { text: 'HPI: type 1 diabetes since age 9\nA: Diabetic nephropathy', codes: ['E10.21'], starter: true },
    ],
    silent: [
      { text: 'A: 1. Type 2 diabetes 2. Diabetic retinopathy', codes: ['E11.9', 'E11.319'], starter: true },
      {
        text: 'FH: type 1 diabetes in his sister\nA: Diabetic nephropathy',
        codes: ['E11.21'],
        starter: true,
      },
    ],
  },
  'diabetes-with': {
    fires: [
      { text: 'A: 1. Type 2 diabetes 2. Gangrene of right foot', codes: ['E11.52'] },
      {
        text: 'A: 1. Type 2 diabetes, poorly controlled 2. CKD stage 4',
        codes: ['E11.65', 'E11.22', 'N18.4'],
        starter: true,
      },
      { text: 'A: Diabetic CKD stage 4', codes: ['E11.22', 'N18.4'], starter: true },
    ],
    silent: [
      {
        text: 'A: 1. Type 2 diabetes 2. CKD stage 3a due to polycystic kidney disease',
        codes: ['E11.9', 'N18.31'],
        starter: true,
      },
      {
        text: 'A: 1. Type 2 diabetes 2. CKD stage 4, not due to diabetes',
        codes: ['E11.9', 'N18.4'],
        starter: true,
      },
      { text: 'A: CKD stage 4, diabetic diet', codes: ['N18.4'], starter: true },
      { text: 'A: 1. Type 2 diabetes 2. Gout', codes: ['E11.9', 'M10.9'], starter: true },
    ],
  },
  'diabetic-ulcer': {
    fires: [
      {
        text: 'A: Diabetic foot ulcer, left heel, fat layer exposed',
        codes: ['E11.621', 'L97.522'],
        starter: true,
      },
    ],
    silent: [
      { text: 'A: Left heel ulcer, fat layer exposed', codes: ['L97.422'], starter: true },
      { text: 'A: Nondiabetic ulcer of left heel', codes: ['L97.429'] },
    ],
  },
  'hypothyroidism-after': {
    fires: [{ text: 'A: Hypothyroidism after radioiodine', codes: ['E89.0'], starter: true }],
    silent: [{ text: 'A: Hypothyroidism, started after the holidays', codes: ['E03.9'], starter: true }],
  },
  'insulin-pump': {
    fires: [{ text: 'A: Type 1 diabetes on insulin pump', codes: ['E10.9', 'Z96.41'] }],
    silent: [
      { text: 'A: T2DM, considering an insulin pump', codes: ['E11.9'], starter: true },
      { text: 'A: Type 2 diabetes; coronary disease, had on pump CABG', codes: ['E11.9'], starter: true },
    ],
  },
};
