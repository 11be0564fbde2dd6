import { formatMoney, sum } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

export const claimTotal: Rule = {
  id: 'claim-total',
  severity: 'error',
  source: '005010X222A1, loop 2300, CLM02',
  check({ charge, lines }) {
    const total = sum(lines.map((line) => line.charge));
    if (total === charge) return [];
    const message = `The claim says ${formatMoney(charge)}, its lines add up to ${formatMoney(total)}. Total it again.`;
    return [{ at: 'charge', message }];
  },
};
