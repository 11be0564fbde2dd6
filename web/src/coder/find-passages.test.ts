import type { DocumentView } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPassages } from './find-passages.ts';

function aDocument(text: string): DocumentView {
  return {
    id: 'note',
    kind: 'note',
    title: 'Visit note',
    amendsId: null,
    version: 1,
    versions: 1,
    text,
    author: null,
    signedAt: null,
    createdAt: '2027-03-01T09:30:00.000Z' as Instant,
  };
}

const note = aDocument(
  'CC: knee\nR knee pain x 8 mo, worse w/ stairs. L knee is fine.\nDiabetic foot check: A1c 8.4 today; no ulcer.',
);
const quotes = (words: string) => findPassages([note], words).map(({ evidence }) => evidence.quote);

test.each([
  { words: 'Pain in right knee', first: 'knee pain' },
  { words: 'diabetes', first: 'Diabetic' },
  { words: 'a1c 8.4', first: 'A1c 8.4' },
  { words: 'KNEES', first: 'knee' },
])('“$words” leads to “$first”', ({ words, first }) => {
  expect(quotes(words)[0]).toBe(first);
});

test.each(['', 'of the', 'gout', 'x 8', 'knee replacement surgery planned soon'])(
  '“%s” leads nowhere',
  (words) => {
    expect(quotes(words)).toEqual([]);
  },
);

test('every passage stands word for word where it says', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 12 }), (text, words) => {
      for (const { evidence } of findPassages([aDocument(text)], words)) {
        expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        expect(evidence.end).toBeGreaterThan(evidence.start);
      }
    }),
  );
});
