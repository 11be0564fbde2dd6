import { expect, test } from 'vitest';
import { starterBook } from '../../../../test/starter-book.ts';
import { isoDate } from '../../model/index.ts';
import { codeRecord } from '../engine.ts';
import { featuresOf, meaningOf } from './features.ts';

const text = [
  'ASSESSMENT OF ROSE QUACKENBUSH, MRN 4471123:',
  '',
  'Assessment:',
  '1. Otitis media, seen 3/14/2027 by Dr. Brown.',
  '2. Type 2 diabetes with CKD stage 3.',
  '3. Ms. Quackenbush has gout.',
].join('\n');

const closed =
  /^(?:always|category:[A-Z]\d\w|assertion:[a-z-]+|section:[a-z-]+|sure:0\.\d|source:[a-z-]+|spans:(?:one|several)|alternatives:(?:some|none)|missing:(?:laterality|stage|more detail|7th character)|rule:[a-z0-9-]+)$/;

test('features are words of a closed set and of the code set, whatever the record says', () => {
  const { suggestions } = codeRecord(starterBook(), {
    setting: 'outpatient',
    date: isoDate('2026-03-15'),
    documents: [{ documentId: 'note', version: 1, kind: 'note', title: 'Quackenbush', text }],
  });
  const [first] = suggestions;
  const open = first && {
    ...first,
    notes: ['Not stated in the record: laterality. The unspecified choice is assumed.'],
  };
  expect(open && featuresOf(open)).toContain('missing:laterality');
  const features = suggestions.flatMap(featuresOf);
  expect(new Set(features)).toContain('section:assessment');
  for (const feature of features) {
    expect(feature).toMatch(closed);
    expect(meaningOf(feature)).not.toBe(feature);
  }
  expect(features.join(' ')).not.toMatch(/quackenbush|brown|rose|4471123|2027/i);
});
