import { expect, test } from 'vitest';
import { rejectionWords } from './rejection-words.ts';

test.each([
  {
    statuses: [{ category: 'A7', status: '164', entity: 'IL' }],
    words: 'the member number of the subscriber is not right (A7:164:IL)',
  },
  {
    statuses: [{ category: 'A6', status: '158' }],
    words: 'the birth date of the patient or the subscriber is missing (A6:158)',
  },
  {
    statuses: [{ category: 'A3', status: '116', entity: 'PR' }],
    words: 'the claim went to the wrong payer (A3:116:PR)',
  },
  {
    statuses: [
      { category: 'A7', status: '562', entity: '82' },
      { category: 'A7', status: '178' },
    ],
    words:
      'the NPI of the rendering practitioner is not right (A7:562:82); the total of the charges is not right (A7:178)',
  },
  { statuses: [{ category: 'A7', status: '9999', entity: 'IL' }], words: 'A7:9999:IL' },
])('a rejection says what to look at: $words', ({ statuses, words }) => {
  expect(rejectionWords(statuses)).toBe(words);
});
