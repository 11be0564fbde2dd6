import { expect, test } from 'vitest';
import { cents, isoDate } from '../model/index.ts';
import { explain, knownReasons } from './reasons.ts';
import { type SentenceId, say, sentences } from './sentences.ts';

const ids = Object.keys(sentences) as SentenceId[];
const groups = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;

test.each(knownReasons)(
  'reason %s means one thing in each group, and what stays open has a sentence',
  (reason) => {
    for (const group of groups) {
      const { effect, sentence } = explain({ group, reason });
      if (effect === 'patient' || effect === 'denied') expect(ids).toContain(sentence);
      if (effect === 'patient') expect(sentences[sentence].en).toContain('{share}');
      if (effect === 'denied') expect(sentences[sentence].en).not.toContain('{');
    }
  },
);

test.each(groups)('a reason nobody has heard of is held and said to be checked, in group %s', (group) => {
  expect(explain({ group, reason: 'ZZ9' })).toEqual({ effect: 'denied', sentence: 'being-checked' });
});

test('the patient is never asked for an amount the payer did not leave to them', () => {
  for (const reason of knownReasons) {
    for (const group of ['CO', 'OA', 'PI', 'CR'] as const) {
      expect(explain({ group, reason }).effect).not.toBe('patient');
    }
  }
});

test.each(ids)('%s says the same in English and Spanish, in one sentence that ends', (id) => {
  const { en, es } = sentences[id];
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
  expect(holes(es)).toEqual(holes(en));
  for (const text of [en, es]) expect(text).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/u);
});

test.each(ids)('%s can be read by a sixth grader', (id) => {
  expect(gradeOf(sentences[id].en)).toBeLessThanOrEqual(8);
});

test('all sentences together read at grade six or below', () => {
  const grades = ids.map((id) => gradeOf(sentences[id].en));
  expect(grades.reduce((a, b) => a + b, 0) / grades.length).toBeLessThan(6);
});

test('amounts and dates are written as people write them', () => {
  const waiting = {
    id: 'waiting-for-insurer',
    params: { payer: 'Example Health Plan', sent: isoDate('2027-03-01') },
  } as const;
  expect(say(waiting, 'en')).toContain('Example Health Plan on Mar 1, 2027');
  expect(say(waiting, 'es')).toContain('Example Health Plan el 1 de marzo de 2027');
  const copay = { id: 'copay', params: { share: cents(123450) } } as const;
  expect(say(copay, 'en')).toBe('Your plan asks you to pay a set fee (copay) of $1,234.50 for this visit.');
  expect(say(copay, 'es')).toContain('$1,234.50');
});

/** Flesch–Kincaid grade; a clause closed by `;` counts as a sentence, an amount as one short word. */
function gradeOf(text: string): number {
  const plain = text.replace(/\{\w+\}/g, 'ten').toLowerCase();
  const clauses = plain.split(/[.;]/).filter((clause) => clause.trim() !== '').length;
  const words = plain.match(/[a-z'-]+/g) ?? [];
  const syllables = words.reduce((count, word) => count + syllablesOf(word), 0);
  return 0.39 * (words.length / clauses) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const groupsOfVowels = word.replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^l]e)$/, '').match(/[aeiouy]+/g);
  return Math.max(groupsOfVowels?.length ?? 0, 1);
}
