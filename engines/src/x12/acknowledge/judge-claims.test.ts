import { expect, test } from 'vitest';
import { type Instant, isoDate } from '../../model/index.ts';
import { judgeClaims, read277CA, read837, validate, write277CA, write837 } from '../index.ts';
import { aClaim, aSubmission } from '../testing/examples.ts';

const today = isoDate('2027-03-02');
const sound = write837(aSubmission({ claims: [aClaim(), aClaim({ controlNumber: 'C1002' })] }));

/** `A6:158:IL` for each status of the first claim. */
function statuses(file: string): string[] {
  const [received] = read837(file).submissions;
  const [first] = received ? judgeClaims(received, today) : [];
  return (first?.statuses ?? []).map((one) =>
    [one.category, one.status, one.entity].filter(Boolean).join(':'),
  );
}

test.each<[what: string, from: string | RegExp, to: string, told: string[]]>([
  ['nothing', 'CLM*', 'CLM*', ['A2:20']],
  ['no birth date', /DMG\*[^~]*~/, '', ['A6:158:IL']],
  ['a birth date that is none', 'DMG*D8*19800517', 'DMG*D8*19800599', ['A7:158:IL']],
  ['no address', /N3\*2 Example Road~/, '', ['A6:126:IL']],
  ['no tax number', 'REF*EI*999000001~', '', ['A6:128:85']],
  ['a diagnosis too short', /HI\*ABK:[^:*~]*/, 'HI*ABK:', ['A6:254']],
  ['a pointer to no diagnosis', '***1:2~', '***1:5~', ['A8:477']],
  ['charges that do not add up', 'CLM*C1001*200.5', 'CLM*C1001*200.6', ['A8:178']],
  ['a replacement of nothing', '11:B:1*', '11:B:7*', ['A6:464']],
  ['units that are none', '*UN*1***1:2', '*UN*X***1:2', ['A7:476']],
  ['a modifier that is none', 'HC:99214:25*', 'HC:99214:2*', ['A7:453']],
  ['something that has no place', '~HI*', '~N2*X~HI*', ['A3:21']],
])('the rejection of a claim says what it is for: %s', (_what, from, to, told) => {
  expect(statuses(sound.replace(from, to))).toEqual(told);
});

test('an answer that is made of judgements counts them, and reads as it was written', () => {
  const [received] = read837(sound.replace('CLM*C1001*200.5', 'CLM*C1001*200.6')).submissions;
  if (!received) throw new Error('nothing was read');
  const claims = judgeClaims(received, today);
  const text = write277CA({
    controlNumbers: { interchange: 1, group: 1, transaction: 1 },
    createdAt: '2027-03-02T10:00:00.000Z' as Instant,
    usage: 'T',
    sender: { name: 'Imaginary Health Plan', id: 'INV01' },
    receiver: { name: 'Invented Family Practice', id: 'PRACTICE1' },
    batch: received.batch,
    receivedDate: today,
    processedDate: today,
    claims,
  });
  expect(validate(text).findings).toEqual([]);
  expect(text).toContain('~QTY*90*1~QTY*AA*1~');
  expect(text).toMatch(/STC\*A8:178\*20270302\*U\*/);
  expect(read277CA(text).claims).toEqual(claims);
});
