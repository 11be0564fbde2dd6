import { element } from '../../tokens/segment.ts';
import type { TransactionRule } from '../rule.ts';

/** TRN03 says by its first digit what number follows: 1 an EIN, 3 a DUNS number, 9 one of the sender's own. */
export const traceOrigin: TransactionRule = {
  id: 'trace-origin',
  snip: 4,
  from: 'guide',
  source: '005010X279A1, 2000C and 2000D TRN03',
  when: 'the identifier of who assigned a trace number begins with 1, 3 or 9',
  start(report) {
    return {
      segment(segment, loop) {
        // Another length is told already.
        if (segment.id !== 'TRN' || !/^[^139].{9}$/.test(element(segment, 3))) return;
        const message = 'TRN03 must begin with 1 (an EIN), 3 (a DUNS number) or 9 (a number of the sender).';
        report({ code: 'trace-origin', segment, loop: loop.id, element: 'TRN03', message });
      },
    };
  },
};
