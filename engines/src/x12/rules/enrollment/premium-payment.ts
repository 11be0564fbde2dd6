import { element } from '../../tokens/segment.ts';
import { first, value } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { Found, LoopRule, TransactionRule } from '../rule.ts';

const sameOrigin: readonly (readonly [trn: number, bpr: number])[] = [
  [3, 10],
  [4, 11],
];

/** The trace number counts together with who made it: TRN03 and TRN04 say the same as BPR10 and BPR11. */
export const traceOrigin: LoopRule = {
  id: 'trace-origin',
  snip: 4,
  loop: '',
  from: 'guide',
  source: '005010X218, TRN03 and TRN04',
  when: 'TRN03 is the same as BPR10, and TRN04 as BPR11, where both are given',
  check(loop) {
    const [trn, bpr] = [first(loop, 'TRN'), first(loop, 'BPR')];
    if (!trn) return [];
    return sameOrigin.flatMap(([index, other]): Found[] => {
      const [origin, payer] = [value(trn, index), value(bpr, other)];
      if (origin === undefined || payer === undefined || origin === payer) return [];
      const at = `TRN0${index}`;
      return [{ segment: trn, loop: '', element: at, message: `${at} must be the same as BPR${other}.` }];
    });
  },
};

/** BPR01 says whether money and remittance come together (C), apart (D, I, U) or as the bank likes (X). */
export const handling: TransactionRule = {
  id: 'premium-handling',
  snip: 4,
  from: 'guide',
  source: '005010X218, BPR01, BPR02, TRN01 and loops 2000A and 2000B',
  when: 'a payment with remittance (BPR01 = C, I, U, X) has a loop 2000A or 2000B, and BPR02 is not negative',
  start(report) {
    let remittances = 0;
    return {
      segment(segment) {
        const paid = segment.id === 'BPR' ? amount(segment, 2) : undefined;
        if (paid !== undefined && paid < 0) {
          const message = 'A payment is never negative.';
          report({ code: 'payment-negative', segment, loop: '', element: 'BPR02', message });
        }
        if (segment.id === 'ENT') remittances++;
      },
      headless(loop) {
        if (loop.id === '2000A' || loop.id === '2000B') remittances++;
      },
      closed(loop) {
        if (loop.id !== '') return;
        const [bpr, trn] = [first(loop, 'BPR'), first(loop, 'TRN')];
        const way = value(bpr, 1) ?? '';
        if (bpr && remittances === 0 && ['C', 'I', 'U', 'X'].includes(way)) {
          const message =
            'BPR01 announces remittance, but there is no loop 2000A (organization) or 2000B (individual).';
          report({ code: 'remittance-missing', segment: bpr, missing: 'ENT', loop: '2000B', message });
        }
        const due = way === 'C' ? '1' : ['D', 'I', 'U'].includes(way) ? '3' : undefined;
        if (!trn || due === undefined || !['1', '3'].includes(element(trn, 1)) || value(trn, 1) === due)
          return;
        const message = `TRN01 is ${due} where money and remittance go ${due === '1' ? 'together' : 'separate ways'} (BPR01).`;
        report({
          severity: 'warning',
          code: 'trace-type',
          segment: trn,
          loop: '',
          element: 'TRN01',
          message,
        });
      },
    };
  },
};

/** ENT01 numbers the remittances of a transaction, whoever they are for. A number that goes on from a wrong one is not told again. */
export const remittanceNumbers: TransactionRule = {
  id: 'remittance-number',
  snip: 4,
  from: 'guide',
  source: '005010X218, 2000A and 2000B ENT01',
  when: 'ENT01 counts the loops 2000A and 2000B from 1',
  start(report) {
    let due = 1;
    let before = 0;
    return {
      closed(loop) {
        if (loop.id !== '2000A' && loop.id !== '2000B') return;
        const ent = first(loop, 'ENT');
        // One with nothing behind it may be one too many: what it lacks is a finding already.
        if (ent && loop.segments.length === 1 && loop.loops.length === 0) return;
        const text = value(ent, 1) ?? '';
        if (ent && /^\d{1,9}$/.test(text)) {
          const number = Number(text);
          if (number !== due && number !== before + 1) {
            const message = `ENT01 counts from 1: ${due} is due.`;
            report({ code: 'remittance-number', segment: ent, loop: loop.id, element: 'ENT01', message });
          }
          before = number;
        }
        due++;
      },
    };
  },
};
