import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentsOf, trimmed } from './spans.ts';

test('overlapping spans are painted without nesting', () => {
  const segments = segmentsOf('poorly controlled diabetes', [
    { id: 'a', start: 0, end: 17 },
    { id: 'b', start: 7, end: 26 },
  ]);
  expect(segments.map(({ text, spans }) => [text, spans])).toEqual([
    ['poorly ', ['a']],
    ['controlled', ['a', 'b']],
    [' diabetes', ['b']],
  ]);
});

test('the segments put together are the text again, whatever the spans', () => {
  const span = fc.record({
    id: fc.string(),
    start: fc.integer({ min: -5, max: 60 }),
    end: fc.integer({ min: -5, max: 60 }),
  });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40, unit: 'binary' }),
      fc.array(span, { maxLength: 8 }),
      (text, spans) => {
        expect(
          segmentsOf(text, spans)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

test.each([
  { text: 'type 2 diabetes', start: 6, end: 15, quote: 'diabetes', from: 7 },
  { text: 'a \n b', start: 1, end: 4, quote: undefined, from: undefined },
])('a selection loses the white space at its ends: $quote', ({ text, start, end, quote, from }) => {
  const found = trimmed(text, start, end);
  expect([found?.quote, found?.start]).toEqual([quote, from]);
});
