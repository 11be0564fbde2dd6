import { expect, test } from 'vitest';
import { aCode, aSuggestion } from './coding.test-data.ts';
import { codeOfMark, codingMarks, evidenceOf, markOf } from './coding-marks.ts';

const span = (start: number) => ({ documentId: 'note', version: 1, start, end: start + 4, quote: 'gout' });

test('a code and its suggestion share the words they both stand on', () => {
  const coding = {
    codes: [aCode({ evidence: [span(40)] })],
    suggestions: [aSuggestion({ decision: 'accepted', evidence: [span(0), span(40)] })],
  };
  expect(evidenceOf(coding, 'M10.9').map(({ start }) => start)).toEqual([40, 0]);
});

test('words are painted by what was decided on them', () => {
  const coding = {
    codes: [aCode({ code: 'A' })],
    suggestions: [
      aSuggestion({ code: 'A', decision: 'accepted' }),
      aSuggestion({ code: 'B' }),
      aSuggestion({ code: 'C', decision: 'rejected' }),
    ],
  };
  expect(codingMarks(coding, [], undefined).map(({ id, tone }) => [id, tone])).toEqual([
    ['A/0', 'code'],
    ['B/0', 'suggestion'],
    ['C/0', 'rejected'],
  ]);
});

test.each([
  { mark: markOf('E11.22', 1), code: 'E11.22' },
  { mark: 'query 7/0', code: undefined },
  { mark: 'picked', code: undefined },
])('$mark stands for $code', ({ mark, code }) => {
  expect(codeOfMark(mark)).toBe(code);
});
