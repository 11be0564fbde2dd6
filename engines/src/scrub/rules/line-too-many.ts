import type { Rule } from '../rule.ts';

export const lineTooMany: Rule = {
  id: 'line-too-many',
  severity: 'error',
  source: '005010X222A1 and 005010X224A2, loop 2400, repeat 50; 005010X223A2, repeat 999',
  check({ kind, lines }) {
    const most = kind === 'institutional' ? 999 : 50;
    if (lines.length <= most) return [];
    return [
      { at: 'lines', message: `Split the claim: it has ${lines.length} lines, and ${most} fit on one.` },
    ];
  },
};
