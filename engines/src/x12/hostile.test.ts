import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, isoDate } from '../model/index.ts';
import {
  acknowledge,
  judgeClaims,
  read277CA,
  read835,
  read837,
  read999,
  readTA1,
  sniff,
  validate,
  write277CA,
  write835,
  write837,
} from './index.ts';
import { aClaim, aDependentClaim, anExchange835, aSecondaryClaim, aSubmission } from './testing/examples.ts';
import { encode } from './tokens/bytes.ts';

const createdAt = '2027-03-02T10:00:00.000Z' as Instant;
const answering = {
  controlNumbers: { interchange: 1, group: 1, transaction: 1 },
  createdAt,
  usage: 'T' as const,
};

const claims = write837(
  aSubmission({
    claims: [
      aClaim(),
      aDependentClaim({ controlNumber: 'C1002' }),
      { ...aSecondaryClaim(), controlNumber: 'C1003' },
    ],
  }),
);
const remits = write835(anExchange835());
const spoiled = claims.replace('SV1*HC', 'SV1*XX');
const { ack999 = '', ta1 = '' } = acknowledge(spoiled, answering);
const [received] = read837(spoiled).submissions;
if (!received) throw new Error('nothing was read');
const decisions = write277CA({
  ...answering,
  sender: { ...received.receiver },
  receiver: { ...received.submitter },
  batch: received.batch,
  receivedDate: isoDate('2027-03-02'),
  processedDate: isoDate('2027-03-02'),
  claims: judgeClaims(received, isoDate('2027-03-02')),
});
const files = [claims, remits, ack999, ta1, decisions];

/** Everything that reads, on one input. */
function readAll(bytes: Uint8Array | string) {
  const validation = validate(bytes, { snip: 5 });
  sniff(bytes);
  for (const read of [read837, read835, read999, readTA1, read277CA]) read(bytes);
  const answer = acknowledge(bytes, answering);
  return { validation, answer };
}

test('the files that are spoiled here are sound to begin with', () => {
  expect(files.map((file) => validate(file).valid)).toEqual([true, true, true, true, true]);
});

/** Every byte of the envelope's beginning, and from there on each that a prime number leads to. */
const cuts = (length: number) =>
  Array.from({ length }, (_, end) => end).filter((end) => end < 120 || end % 37 === 0);

test('a file cut at any byte is refused, with the place, and never throws', () => {
  for (const file of files) {
    const bytes = encode(file);
    for (const end of cuts(bytes.length)) {
      const { valid, findings } = validate(bytes.subarray(0, end));
      const found = findings.find(({ severity }) => severity === 'error');
      if (valid || !found || found.position > end) expect.fail(`cut at ${end}: ${JSON.stringify(found)}`);
    }
  }
});

test.each(['constructor', '__proto__', 'toString'])(
  '%s, which every object has, is a text like others',
  (name) => {
    for (const file of files) {
      const segments = file.split('~');
      const places = segments.flatMap((segment, at) =>
        segment.split('*').map((_, index) => [at, index] as const),
      );
      for (const [at, index] of places.filter((_, number) => number % 12 === name.length)) {
        const elements = (segments[at] ?? '').split('*').with(index, name);
        const bytes = encode(segments.with(at, elements.join('*')).join('~'));
        validate(bytes, { snip: 5 });
        acknowledge(bytes, answering);
      }
    }
  },
);

test('segments swapped, doubled, dropped or emptied never throw, and answers are themselves valid', () => {
  const change = fc.record({
    what: fc.constantFrom('swap', 'double', 'drop', 'empty', 'garble', 'splice'),
    at: fc.nat(),
    to: fc.nat(),
    text: fc.string({ maxLength: 12, unit: 'binary' }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 6 }),
      (file, changes) => {
        const segments = file.split('~');
        for (const { what, at, to, text } of changes) {
          const [i, j] = [at % segments.length, to % segments.length];
          const [one = '', other = ''] = [segments[i], segments[j]];
          if (what === 'swap') [segments[i], segments[j]] = [other, one];
          if (what === 'double') segments.splice(j, 0, one);
          if (what === 'drop') segments.splice(i, 1);
          if (what === 'empty') segments[i] = one.replace(/\*[^*]*/, '*');
          if (what === 'garble')
            segments[i] = one.slice(0, to % (one.length + 1)) + text + one.slice(to % (one.length + 1));
          if (what === 'splice') segments.splice(i, 0, ...other.split('*'));
        }
        const { validation, answer } = readAll(segments.join('~'));
        for (const finding of validation.findings) expect(finding.position).toBeGreaterThanOrEqual(0);
        for (const text of [answer.ta1, answer.ack999])
          if (text !== undefined) expect(sniff(text).length).toBe(1);
      },
    ),
    { numRuns: 25 },
  );
});

test('bytes that are changed anywhere never throw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files.map(encode)),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      (bytes, changes) => {
        const changed = bytes.slice();
        for (const [at, byte] of changes) changed[at % changed.length] = byte;
        readAll(changed);
      },
    ),
    { numRuns: 60 },
  );
});

test('bytes of no sense never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readAll(bytes)),
    { numRuns: 150 },
  );
});

test('amounts of absurd size are refused, not added up', () => {
  const huge = remits.replaceAll(/\*(\d+(?:\.\d+)?)(?=[*~])/g, '*999999999999999999');
  expect(readAll(huge).validation.valid).toBe(false);
  expect(
    read835(huge.replace(/\*\d{18}~TRN/, '*20270315~TRN'))
      .remits.flatMap((remit) => remit.claims)
      .every(({ paid }) => paid === 0),
  ).toBe(true);
});

/** Processor time in milliseconds, the least of three: what other programs do counts for little. */
function timeOf(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each<[what: string, filling: (count: number) => string, before?: string]>([
  ['segments of two bytes', (count) => 'A~'.repeat(5 * count)],
  ['claims without lines', (count) => 'CLM*A*1~'.repeat(2 * count)],
  ['levels without end', (count) => Array.from({ length: count }, (_, i) => `HL*${i + 1}**20*1~`).join('')],
  [
    'levels within levels',
    (count) => Array.from({ length: count }, (_, i) => `HL*${i + 2}*${i + 1}*22*1~`).join(''),
  ],
  [
    'lines and diagnoses by turns',
    (count) => 'HI*ABK:I10~LX*1~SV1*HC:99213*1*UN*1***1~'.repeat(count / 2),
    'HI*',
  ],
  ['elements without end', (count) => `REF${'*x'.repeat(5 * count)}~`.repeat(3)],
  ['components without end', (count) => `HI*${'x:'.repeat(5 * count)}~`.repeat(3)],
  ['repetitions without end', (count) => `DMG*****${'x^'.repeat(5 * count)}~`.repeat(3)],
])('%s take time in proportion', (_what, filling, before = 'HL*') => {
  const head = claims.slice(0, claims.indexOf(before));
  const check = (count: number) => () => {
    const { valid, findings } = validate(head + filling(count));
    expect([valid, findings.length <= 10_001]).toEqual([false, true]);
  };
  check(600)();
  // Four times as much takes four times as long; if it took the square, sixteen times.
  expect(timeOf(check(2400))).toBeLessThan(9 * timeOf(check(600)) + 60);
});

test('a part that stands a thousand times oftener than it may is told each time, and kept no more', () => {
  const [head, tail] = [claims.indexOf('LX*1~'), claims.indexOf('HL*', claims.indexOf('LX*1~'))];
  const lines = Array.from(
    { length: 1300 },
    (_, i) => `LX*${i + 1}~SV1*HC:99213*1*UN*1***1~DTP*472*D8*20270301~`,
  );
  const file = claims.slice(0, head) + lines.join('') + claims.slice(tail);
  expect(validate(file).findings.filter(({ code }) => code === 'loop-repeats')).toHaveLength(1250);
  expect(read837(file).submissions[0]?.claims[0]?.lines).toHaveLength(1050);
});
