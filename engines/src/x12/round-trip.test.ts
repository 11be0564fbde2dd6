import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read835, read837, validate, write835, write837 } from './index.ts';
import { arbitraryExchange835 } from './testing/arbitrary/remit.ts';
import { arbitrarySubmission } from './testing/arbitrary/submission.ts';

test.each(['professional', 'institutional', 'dental'] as const)(
  'a %s submission that is written reads as the same claims, is valid, and writes as the same bytes',
  (kind) => {
    fc.assert(
      fc.property(arbitrarySubmission(kind), (submission) => {
        const file = write837(submission);
        const { submissions, findings } = read837(file);
        expect(findings).toEqual([]);
        const [{ batch, faults, kind: _, ...read } = {}] = submissions;
        expect(read).toEqual(submission);
        expect(faults).toEqual(submission.claims.map(() => []));
        expect(batch).not.toBe('');
        expect(submissions.map(write837)).toEqual([file]);
      }),
      { numRuns: 50 },
    );
  },
);

test('an 835 that is written reads as the same remits, is valid, and writes as the same bytes', () => {
  fc.assert(
    fc.property(arbitraryExchange835, (exchange) => {
      const file = write835(exchange);
      const { exchanges, findings } = read835(file);
      expect(findings).toEqual([]);
      expect(exchanges).toEqual([exchange]);
      expect(exchanges.map(write835)).toEqual([file]);
    }),
    { numRuns: 75 },
  );
});

test('a file with several transactions is valid as a whole', () => {
  fc.assert(
    fc.property(arbitraryExchange835, (exchange) => {
      const { valid, transactions } = validate(write835(exchange));
      expect([valid, transactions.length]).toEqual([true, exchange.remits.length]);
    }),
    { numRuns: 20 },
  );
});
