import { expect, test } from 'vitest';
import { isWritten, optionsToSend, type QueryDraft, whyNotSend, wordingHints } from './query-draft.ts';

function aDraft(draft: Partial<QueryDraft> = {}): QueryDraft {
  return {
    question: 'eGFR 49, 52 and 54 over 12 months are in the record. What do these findings mean?',
    options: ['Chronic kidney disease, stage 3a', 'Acute kidney injury', 'Other', 'Unable to determine'],
    evidence: [],
    ...draft,
  };
}

test('a neutral question with a way out raises nothing', () => {
  expect([whyNotSend(aDraft()), wordingHints(aDraft())]).toEqual([undefined, []]);
});

test.each([
  { draft: { question: '  ' }, why: 'Write the question.' },
  { draft: { options: ['Yes', ' '] }, why: 'Offer at least two answers.' },
  { draft: { options: ['Other', 'other'] }, why: 'Two answers are the same.' },
  { draft: { options: '123456789'.split('') }, why: 'Offer at most eight answers.' },
])('$why', ({ draft, why }) => {
  expect(whyNotSend(aDraft(draft))).toBe(why);
});

test.each([
  { draft: { question: 'Please document diabetic CKD.' }, about: 'leads' },
  { draft: { question: 'The DRG would change. Is it sepsis?' }, about: 'payment' },
  { draft: { question: 'Is this E11.22?' }, about: 'not a code' },
  { draft: { options: ['Yes', 'No'] }, about: 'way out' },
])('wording that is not neutral is told: $about', ({ draft, about }) => {
  expect(wordingHints(aDraft(draft)).join(' ')).toContain(about);
});

test.each([
  [{}, false],
  [{ question: ' ' }, true],
  [{ options: ['Gout', 'Other'] }, true],
  [{ question: `${aDraft().question} ` }, false],
])('a draft with %j has something written in it: %s', (draft, written) => {
  expect(isWritten(aDraft(draft), aDraft())).toBe(written);
});

test('empty answers are not sent', () => {
  expect(optionsToSend(aDraft({ options: [' Gout ', '', 'Other'] }))).toEqual(['Gout', 'Other']);
});
