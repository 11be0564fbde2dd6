import { expect, test } from 'vitest';
import { readAssertions } from './assertion.ts';

test.each([
  ['Denies chest pain or [dyspnea]', 'negated'],
  ['No fever, chills, or [cough]', 'negated'],
  ['[Pneumonia] was ruled out', 'negated'],
  ['Chest film negative for [pneumonia]', 'negated'],
  ['[Asthma], gout and anemia are all resolved', 'history'],
  ['[Flu shot] declined today', 'negated'],
  ['flanks w/out [pain]', 'negated'],
  ['Vaccines today: measles, [varicella]', 'hypothetical'],
  ['Estrogen raises [stroke] risk', 'hypothetical'],
  ['Possible [gout]', 'uncertain'],
  ['? [gout]', 'uncertain'],
  ['Film consistent with [pneumonia]', 'uncertain'],
  ['History of [gout]', 'history'],
  ['s/p [appendicitis] repair', 'history'],
  ['Past medical history significant for [gout], and asthma', 'present'],
  ['Mother with [breast cancer]', 'family'],
  ['Mother had [breast cancer]', 'family'],
  ['Family history of [colon cancer]', 'family'],
  ['Return if [fever] develops', 'hypothetical'],
  ['Counseled on risk of [stroke]', 'hypothetical'],
  ['No cough but has [fever]', 'present'],
  ['[Gout] is stable', 'present'],
  ['Will schedule for [gout] clinic', 'planned'],
])('%s is %s', (marked, expected) => {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  expect(readAssertions(text).of(start, marked.indexOf(']') - 1)).toBe(expected);
});
