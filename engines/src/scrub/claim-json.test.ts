import { expect, test } from 'vitest';
import { cents } from '../model/index.ts';
import { aClaim, someFacts } from './cases/examples.ts';
import { readClaimJson } from './claim-json.ts';
import { scrub } from './scrub.ts';

test('a claim survives being written as JSON and read', () => {
  const { payer, subscriber } = aClaim();
  const claim = aClaim({
    payerSequence: 'S',
    otherCoverages: [{ sequence: 'P', payer, subscriber, relationship: 'self', paid: cents(5000) }],
  });
  expect(readClaimJson(JSON.parse(JSON.stringify(claim)))).toEqual({ claim });
});

test('what is absent is found by the edits', () => {
  const reading = readClaimJson({});
  if ('problems' in reading) throw new Error(reading.problems.join());
  const rules = scrub(reading.claim, someFacts()).map((finding) => finding.rule);
  expect(rules).toEqual(
    expect.arrayContaining(['diagnosis-missing', 'line-missing', 'subscriber-id-missing']),
  );
});

test.each([
  [[], 'the document must be an object'],
  [{ charge: 1.5 }, 'charge must be whole cents'],
  [{ lines: [{ serviceDate: '2027-02-30' }] }, 'lines[0].serviceDate must be a date like 2027-03-01'],
  [{ lines: [{}] }, 'lines[0].serviceDate is missing'],
  [{ frequency: '9' }, 'frequency must be one of 1, 7, 8'],
  [{ subscriber: { memberId: 5 } }, 'subscriber.memberId must be text'],
])('%j cannot be read: %s', (json, problem) => {
  expect(readClaimJson(json)).toEqual({ problems: [problem] });
});
