import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, isoDate } from '../model/index.ts';
import { encode } from './bytes.ts';
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

test('a file cut at any byte is refused, with the place, and never throws', () => {
  for (const file of files) {
    const bytes = encode(file);
    for (let end = 0; end < bytes.length; end++) {
      const { valid, findings } = validate(bytes.subarray(0, end));
      const found = findings.find(({ severity }) => severity === 'error');
      if (valid || !found || found.position > end) expect.fail(`cut at ${end}: ${JSON.stringify(found)}`);
    }
  }
});

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
    { numRuns: 300 },
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
    { numRuns: 300 },
  );
});

test('bytes of no sense never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readAll(bytes)),
    { numRuns: 500 },
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

test.each([
  ['segments of two bytes', 'A~'.repeat(200_000)],
  ['claims without lines', 'CLM*A*1~'.repeat(50_000)],
  ['levels without end', Array.from({ length: 30_000 }, (_, i) => `HL*${i + 1}**20*1~`).join('')],
  ['elements without end', `REF${'*x'.repeat(30_000)}~`.repeat(5)],
  ['components without end', `HI*${'x:'.repeat(30_000)}~`.repeat(5)],
])('%s take no long time', (_what, filling) => {
  const head = claims.slice(0, claims.indexOf('HL*'));
  const started = performance.now();
  const { valid, findings } = validate(head + filling);
  expect([valid, findings.length <= 10_001]).toEqual([false, true]);
  expect(performance.now() - started).toBeLessThan(5000);
});
