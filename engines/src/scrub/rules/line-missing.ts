import type { Rule } from '../rule.ts';

export const lineMissing: Rule = {
  id: 'line-missing',
  severity: 'error',
  source: '005010X222A1, loop 2400',
  check({ lines }) {
    if (lines.length > 0) return [];
    return [{ at: 'lines', message: 'Add at least one service line.' }];
  },
};
