import { isNpi } from '../../model/index.ts';
import { element } from '../segment.ts';
import type { TransactionRule } from './rule.ts';

/** Every NM109 or N104 that is said to be an NPI (qualifier XX) carries its check digit. */
export const npis: TransactionRule = {
  snip: 5,
  source: '45 CFR 162.406',
  start(report) {
    return {
      segment(segment, loop) {
        const index = segment.id === 'NM1' ? 9 : segment.id === 'N1' ? 4 : 0;
        if (index === 0 || element(segment, index - 1) !== 'XX' || isNpi(element(segment, index))) return;
        const at = `${segment.id}0${index}`;
        report({
          code: 'npi',
          segment,
          loop: loop.id,
          element: at,
          message: `${at} is no NPI: its check digit is wrong.`,
        });
      },
    };
  },
};
