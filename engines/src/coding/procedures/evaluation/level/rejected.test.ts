import { expect, test } from 'vitest';
import type { EvaluationElement } from '../../../../model/index.ts';
import { withoutRejected } from './rejected.ts';

const span = (start: number) => ({ documentId: 'n', version: 1, start, end: start + 4, quote: 'gout' });
const element = (area: EvaluationElement['area'], start: number): EvaluationElement => ({
  area,
  kind: 'stable-chronic',
  what: 'Gout',
  counts: '',
  evidence: [span(start)],
});
const suggested = (decision: 'open' | 'accepted' | 'rejected', start: number) => ({
  decision,
  evidence: [span(start)],
});

test.each([
  { suggestions: [suggested('open', 0)], left: 1 },
  { suggestions: [suggested('rejected', 0)], left: 0 },
  { suggestions: [suggested('rejected', 9)], left: 1 },
  { suggestions: [suggested('rejected', 0), suggested('accepted', 0)], left: 1 },
])(
  'a problem counts unless all that its words suggest is rejected: $suggestions',
  ({ suggestions, left }) => {
    expect(withoutRejected([element('problems', 0)], suggestions)).toHaveLength(left);
  },
);

test('a rejected diagnosis takes no drug and no test away', () => {
  expect(withoutRejected([element('risk', 0), element('data', 0)], [suggested('rejected', 0)])).toHaveLength(
    2,
  );
});
