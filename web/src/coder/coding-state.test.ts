import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCode, aSuggestion, stamp } from './coding.test-data.ts';
import {
  acceptSuggestion,
  applyAll,
  type Change,
  type Coding,
  chooseInstead,
  inverseOf,
  moveCode,
  rejectSuggestion,
} from './coding-state.ts';

const letters = ['A', 'B', 'C', 'D'];

function aCoding(codes: readonly string[], rejected: readonly string[] = []): Coding {
  return {
    codes: codes.map((code, place) => aCode({ code, position: place + 1 })),
    suggestions: letters.map((code) => {
      const decision = codes.includes(code) ? 'accepted' : rejected.includes(code) ? 'rejected' : 'open';
      return aSuggestion({ code, decision });
    }),
  };
}

/** The coding in short: `A B | C+ D-` are the codes in order and the decisions on the suggestions. */
function short({ codes, suggestions }: Coding): string {
  const signs = { accepted: '+', rejected: '-', open: '' };
  const decisions = suggestions.filter(({ decision }) => decision !== 'open');
  return `${codes.map(({ code }) => code).join(' ')} | ${decisions
    .map(({ code, decision }) => code + signs[decision])
    .join(' ')}`;
}

test.each([
  { start: aCoding([]), does: 'accept', is: 'A | A+' },
  { start: aCoding(['B']), does: 'accept', is: 'B A | A+ B+' },
  { start: aCoding([], ['A']), does: 'accept', is: 'A | A+' },
  { start: aCoding(['A']), does: 'accept', is: 'A | A+' },
  { start: aCoding(['A', 'B']), does: 'reject', is: 'B | A- B+' },
  { start: aCoding([], ['A']), does: 'reject', is: ' | A-' },
])('$does A gives $is', ({ start, does, is }) => {
  const first = start.suggestions[0] ?? aSuggestion();
  const step = does === 'accept' ? acceptSuggestion(first) : rejectSuggestion(first);
  expect(short(applyAll(start, step, stamp))).toBe(is);
});

test.each([
  { code: 'B', by: -1, is: 'B A C' },
  { code: 'B', by: 1, is: 'A C B' },
  { code: 'A', by: -1, is: 'A B C' },
  { code: 'C', by: 1, is: 'A B C' },
] as const)('moving $code by $by gives $is', ({ code, by, is }) => {
  const start = aCoding(['A', 'B', 'C']);
  const { codes } = applyAll(start, moveCode(start, code, by), stamp);
  expect(codes.map((each) => each.code).join(' ')).toBe(is);
  expect(codes.map(({ position }) => position)).toEqual([1, 2, 3]);
});

test('a code taken off comes back to its place with its evidence', () => {
  const start = aCoding(['A', 'B', 'C']);
  const step: Change[] = [{ kind: 'remove', code: 'A' }];
  const again = applyAll(applyAll(start, step, stamp), inverseOf(start, step, stamp), stamp);
  expect(short(again)).toBe(short(start));
  expect(again.codes[0]?.evidence).toEqual(start.codes[0]?.evidence);
});

const aStep = (coding: Coding) =>
  fc.constantFrom(...letters).chain((code) => {
    const suggestion = coding.suggestions.find((each) => each.code === code) ?? aSuggestion();
    return fc.constantFrom(
      acceptSuggestion(suggestion),
      rejectSuggestion(suggestion),
      moveCode(coding, code, 1),
      coding.codes.some((each) => each.code === code) ? [{ kind: 'remove', code } as const] : [],
    );
  });

const aStart = fc
  .record({ codes: fc.shuffledSubarray(letters), rejected: fc.shuffledSubarray(letters) })
  .map(({ codes, rejected }) => aCoding(codes, rejected));

test('undo brings back what was, whatever was done', () => {
  fc.assert(
    fc.property(
      aStart.chain((start) => aStep(start).map((step) => ({ start, step }))),
      ({ start, step }) => {
        const there = applyAll(start, step, stamp);
        expect(short(applyAll(there, inverseOf(start, step, stamp), stamp))).toBe(short(start));
      },
    ),
  );
});

test('changes laid over an answer that holds them already change nothing', () => {
  fc.assert(
    fc.property(
      aStart.chain((start) => aStep(start).map((step) => ({ start, step }))),
      ({ start, step }) => {
        const there = applyAll(start, step, stamp);
        expect(short(applyAll(there, step, stamp))).toBe(short(there));
      },
    ),
  );
});

test.each([
  { start: aCoding(['B']), is: 'B Z | A- B+' },
  { start: aCoding(['A', 'B']), is: 'B Z | A- B+' },
])('an alternative takes the place of A, and can be taken back: $is', ({ start, is }) => {
  const first = start.suggestions[0] ?? aSuggestion();
  const changes = chooseInstead(first, { code: 'Z', title: 'Invented', needs: ['left side'] });
  const after = applyAll(start, changes, stamp);
  expect(short(after)).toBe(is);
  const chosen = after.codes.find(({ code }) => code === 'Z');
  expect(chosen?.evidence).toEqual(first.evidence);
  expect(chosen?.path.at(-1)).toBe('Chosen instead of A: left side');
  expect(short(applyAll(after, inverseOf(start, changes, stamp), stamp))).toBe(short(start));
});
