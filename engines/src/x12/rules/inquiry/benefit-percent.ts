import { element } from '../../tokens/segment.ts';
import type { TransactionRule } from '../rule.ts';

/** EB08 is a decimal: 0.2 is twenty percent, so a value above one is most likely a whole percentage. */
export const benefitPercent: TransactionRule = {
  id: 'percent-above-one',
  snip: 4,
  from: 'standard',
  source: 'X12 005010, data element 954; 005010X279A1, EB08',
  when: 'a percentage is sent as a decimal from 0 to 1',
  start(report) {
    return {
      segment(segment, loop) {
        if (segment.id !== 'EB' || !(Number(element(segment, 8)) > 1)) return;
        const message = 'EB08 is more than 100 %: a percentage is sent as a decimal, twenty percent as 0.2.';
        const at = { segment, loop: loop.id, element: 'EB08', severity: 'warning' as const };
        report({ code: 'percent-above-one', ...at, message });
      },
    };
  },
};
