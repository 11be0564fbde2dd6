import { expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';

const lexicon = new Lexicon({
  words: [
    ['kidney', 'renal'],
    ['sepsis', 'septic'],
  ],
  phrases: [{ from: 'high blood pressure', to: 'hypertension' }],
  abbreviations: [
    { short: 'HTN', exactCase: false, long: ['hypertension'] },
    { short: 'MS', exactCase: true, long: ['multiple sclerosis', 'mitral stenosis'] },
  ],
});
const keys = (text: string, options?: Parameters<typeof lexicon.words>[1]) =>
  lexicon.words(text, options).map((word) => word.key);

test.each([
  ['Infections', 'infected'],
  ['Anaemia', 'anemia'],
  ['renal calculi', 'Kidney calculi'],
  ['headaches', 'Headache'],
  ['type II diabetes', 'diabetes, type 2'],
  ['Ménière disease', "Meniere's disease"],
  ['high blood pressure', 'Hypertension'],
  ['fractures of the femur', 'femur fracture'],
  ['non-toxic', 'nontoxic'],
  ['post operative', 'postoperative'],
  ['sub-acute', 'subacute'],
  ['somatisation', 'somatization'],
  ['goitre', 'goiter'],
  ['behavioural', 'behavioral'],
  ['leucocytosis', 'leukocytosis'],
  ['fibrilation', 'fibrillation'],
  ['nephrolith', 'nephrolithiasis'],
])('%s and %s are the same words', (one, other) => {
  expect(keys(one).sort()).toEqual(keys(other).sort());
});

test.each(['status post kidney transplant', 'post MI'])('%s keeps its words apart', (text) => {
  expect(keys(text).some((key) => key.startsWith('post') && key !== 'post')).toBe(false);
});

test.each([
  { text: 'asthma with acute exacerbation', tail: ['acut', 'exacerb'] },
  { text: 'sepsis due to pneumonia', tail: ['pneumon'] },
  { text: 'acute asthma', tail: [] },
])('$text: behind its joining word stands $tail', ({ text, tail }) => {
  const behind = lexicon.words(text).filter((word) => word.tail);
  expect(behind.map((word) => word.spelled.slice(0, 4))).toEqual(tail.map((word) => word.slice(0, 4)));
});

test('only listed words meet as synonyms, not all that share a root', () => {
  expect(keys('septal')).not.toEqual(keys('sepsis'));
});

test.each([
  ['migraine without aura, intractable', ['!']],
  ['without foreign body of right hand', ['!', '!']],
  ['without loss of consciousness', ['!', '!']],
  ['not specified as recurrent', ['!']],
  ['not having achieved remission', ['!']],
  ['without behavioral disturbance, mood disturbance, and anxiety', ['!', '!', '!', '!', '!']],
])('%s marks what is absent', (text, marks) => {
  expect(
    keys(text)
      .filter((key) => key.startsWith('!'))
      .map((key) => key.slice(0, 1)),
  ).toEqual(marks);
});

test('an abbreviation is spelled out on demand, and by its case where it must be', () => {
  expect(keys('htn', { expand: true })).toEqual(keys('hypertension'));
  expect(keys('MS', { expand: true })).toEqual(keys('multiple sclerosis'));
  expect(keys('MS', { expand: true, meaning: 1 })).toEqual(keys('mitral stenosis'));
  expect(keys('Ms', { expand: true })).toEqual(keys('Ms'));
});

test('words keep the offsets of what the text says', () => {
  const text = 'Uncontrolled HTN today';
  const [, htn] = lexicon.words(text, { expand: true });
  expect(htn && text.slice(htn.start, htn.end)).toBe('HTN');
});
