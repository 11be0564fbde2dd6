import { describe, expect, test } from 'vitest';
import { parseSource } from './architecture/source-file.ts';
import { expressionsIn } from './expressions/find.ts';
import { isBounded, judge } from './expressions/judge.ts';
import { allExpressions, readVerdicts } from './expressions/verdicts.ts';

// An expression that backtracks lets one text hold up everybody. Each one of the product has a verdict; one that is new is
// judged here and now, and `npm run expressions` stores what was found.

const verdicts = readVerdicts();
const { expressions, made } = allExpressions();

test('every regular expression of the product takes no text too long', () => {
  expect(expressions.size).toBeGreaterThan(1_500);
  const problems = [...expressions].flatMap(([key, { path, source, flags }]) => {
    const verdict = verdicts.get(key) ?? judge(source, flags);
    return typeof verdict === 'string' ? [] : [`${path}: /${source}/${flags}: ${verdict.problem}`];
  });
  expect(problems).toEqual([]);
}, 300_000);

test('most verdicts are stored, so that this is quick: else run npm run expressions', () => {
  const missing = [...expressions.keys()].filter((key) => !verdicts.has(key));
  expect(missing.length).toBeLessThan(100);
});

test('what only a run makes is known, and why it does no harm', () => {
  expect(Object.fromEntries(made)).toEqual({
    // One word of a title, of letters and digits.
    'engines/src/coding/head-answers.ts': 1,
    // Names of tests as our own table has them, one behind the other, without repetition.
    'engines/src/coding/procedures/evaluation/named-tests.ts': 1,
    // Three characters of a code.
    'engines/src/coding/rules/general/site-from-label.ts': 1,
    // Names of substances as the table in the file has them.
    'engines/src/coding/rules/mental/substance-severity.ts': 2,
    // A class of delimiters, each escaped.
    'engines/src/x12/document/wire.ts': 1,
    // The plan of the payer in a box is a file of whoever runs it.
    'payer/src/plan.ts': 1,
  });
});

describe('a planted expression', () => {
  const planted = (text: string) => expressionsIn(parseSource('server/src/a.ts', text)).found;

  test.each([
    ['a literal', 'note.replace(/(a+)+$/, "");'],
    ['a literal that tries each split', 'const list = /^(?:[a-z]+,? ?)*$/i;'],
    ['a literal that starts anew at each blank', 'text.replace(/\\s+$/, "");'],
    ['a text', 'new RegExp("(a|a)*$").test(note);'],
    ['a call', 'RegExp("^(a|aa)+$").test(note);'],
    ['a template of texts', `const word = "\\\\w+"; new RegExp(\`^(?:\${word} ?)+$\`, "i");`],
    ['a raw template', 'new RegExp(String.raw`^(\\w+\\s?)+$`);'],
  ])('in %s is found', (_what, text) => {
    const [expression] = planted(text);
    expect(judge(expression?.source ?? '', expression?.flags ?? '')).toHaveProperty('problem');
  });

  test.each([
    ['is plain', 'note.replace(/a{1,9}$/, "");', 'safe'],
    [
      'has many bounds',
      'const far = /(?:acute|mild)[^.]{0,60}?(?:chronic|stage)[^.]{0,60}?failure/i;',
      'bounded',
    ],
  ])('that %s is left alone', (_what, text, verdict) => {
    const [expression] = planted(text);
    expect(judge(expression?.source ?? '', expression?.flags ?? '')).toBe(verdict);
  });

  test('that only a run makes is counted', () => {
    expect(expressionsIn(parseSource('web/src/a.tsx', 'new RegExp(typed);')).made).toBe(1);
    expect(expressionsIn(parseSource('web/src/a.tsx', 'new RegExp(other.source, "g");')).made).toBe(0);
  });
});

test.each([
  ['a{1,9}', true],
  ['[*+]{2}', true],
  ['\\+\\*', true],
  ['a+', false],
  ['a*?', false],
  ['a{3,}', false],
  ['[^\\]]+', false],
])('that all repetitions of %s end is %s', (source, bounded) => expect(isBounded(source)).toBe(bounded));
