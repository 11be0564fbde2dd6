import type { Rule } from '../rule.ts';

export const lineTooMany: Rule = {
  id: 'line-too-many',
  severity: 'error',
  source: '005010X222A1, loop 2400, repeat 50',
  check({ lines }) {
    if (lines.length <= 50) return [];
    return [{ at: 'lines', message: `Split the claim: it has ${lines.length} lines, and 50 fit on one.` }];
  },
};
