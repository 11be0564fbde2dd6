import { expect, test } from 'vitest';
import { wantsWords } from './wants-words.ts';

test.each([
  { option: 'another type of anemia (please name it)', wants: true },
  { option: 'Other', wants: true },
  { option: 'other (please specify)', wants: true },
  { option: 'Unable to determine', wants: false },
  { option: 'Chronic kidney disease, stage 3a', wants: false },
  { option: 'due to another cause', wants: false },
])('“$option” wants words: $wants', ({ option, wants }) => {
  expect(wantsWords(option)).toBe(wants);
});
