import type { Rule } from '../rule.ts';

const most = { professional: 12, institutional: 25, dental: 4 } as const;

export const diagnosisTooMany: Rule = {
  id: 'diagnosis-too-many',
  severity: 'error',
  source: '005010X222A1, 005010X223A2 and 005010X224A2, loop 2300, HI (ABK and ABF)',
  check({ kind, diagnoses }) {
    if (diagnoses.length <= most[kind]) return [];
    const message = `Keep the ${most[kind]} diagnoses that matter most; there are ${diagnoses.length}.`;
    return [{ at: `diagnoses[${most[kind]}]`, message }];
  },
};
