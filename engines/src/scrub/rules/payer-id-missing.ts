import { isBlank } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const payerIdMissing: Rule = {
  id: 'payer-id-missing',
  severity: 'error',
  source: '005010X222A1, loop 2010BB, NM109',
  check({ payer }) {
    if (!isBlank(payer.payerId)) return [];
    return [
      {
        at: 'payer.payerId',
        message: "Enter the payer's electronic id, from its card or the clearinghouse.",
      },
    ];
  },
};
