import { expect, test } from 'vitest';
import { runCampaign } from './campaign.ts';
import { leaksOf, planted, reference, secret } from './canary.ts';
import { Coverage } from './coverage.ts';
import { examine } from './examine.ts';
import { toBytes, toText } from './file-text.ts';
import { minimised } from './minimise.ts';
import { ownSeeds } from './seeds.ts';
import { Trial } from './trial.ts';
import { foreignWords } from './vocabulary.ts';

// A short run of what `npm run fuzz:x12` does at length, and that it can fail. What fails here is shown smaller
// by `npm run fuzz:x12 -- --replay FILE` on the input, which follows from the seed.

const seed = 20_270_402;
const seeds = ownSeeds(seed, 1).filter(({ length }) => length < 3500);

test('spoiled files break no law of reading, refusing and answering, and leave nothing in memory', () => {
  const failures: string[] = [];
  const { inputs, valid, heap } = runCampaign({
    seed,
    count: 2000,
    // A busy machine does not get as far.
    seconds: 12,
    seeds,
    heapSamples: 20,
    failed: ({ law, about, detail }, _bytes, number) => {
      failures.push(`input ${number}: ${law} — ${about}: ${detail}`);
    },
  });
  expect(failures).toEqual([]);
  expect(inputs).toBeGreaterThan(100);
  expect(valid).toBeGreaterThan(inputs / 50);
  expect(heap.growth).toBeLessThan(8);
});

test('the same seed makes the same inputs', () => {
  const lengths = () => {
    const made: string[] = [];
    runCampaign({
      seed,
      count: 20,
      seeds: seeds.slice(-2),
      heapSamples: 0,
      begun: (bytes) => made.push(toText(bytes)),
    });
    return made;
  };
  expect(lengths()).toEqual(lengths());
});

test('inputs that reach something new are kept and gone on from', () => {
  let asked = 0;
  const { kept, corpus } = runCampaign({
    seed,
    count: 30,
    heapSamples: 0,
    seeds: seeds.slice(0, 3),
    coverage: { take: () => (++asked % 10 === 0 ? 1 : 0) },
  });
  expect([kept, corpus]).toEqual([3, 6]);
});

test('a block counts as reached the first time it runs', () => {
  const coverage = new Coverage((url) => url.includes('fuzz-x12/vocabulary'));
  try {
    expect(coverage.take()).toBe(0);
    foreignWords('A plain message.');
    expect(coverage.take()).toBeGreaterThan(0);
    foreignWords('A plain message.');
    foreignWords('A plain message.');
    coverage.take();
    foreignWords('A plain message.');
    expect(coverage.take()).toBe(0);
    expect(coverage.reach().functions.reached).toBeGreaterThan(0);
  } finally {
    coverage.stop();
  }
});

test('what is thrown, what is slow and what is said of a file count as failures', () => {
  const trial = new Trial(new Uint8Array());
  trial.run('reading', () => {
    throw new TypeError('of no use');
  });
  trial.run(
    'writing',
    () => {
      throw new RangeError('declared');
    },
    (error) => error instanceof RangeError,
  );
  expect(trial.failures.map(({ law, about }) => [law, about])).toEqual([
    ['nothing throws', expect.stringMatching(/^reading: TypeError fuzz\.test\.ts:\d+$/)],
  ]);
  expect(foreignWords('NM103 (Patientson) is no code of the guide 005010X222A1: $1,234.50.')).toEqual([
    'Patientson',
  ]);
});

test('canaries are where a person is named, and seen where an answer repeats them', () => {
  const file = planted('NM1*QC*1*PATIENTSON*TESTA****MI*M1~CLM*C1*100~REF*0F*S1~REF*EA*R1~');
  expect(file).toBe(
    `NM1*QC*1*${secret}*${secret}****MI*${reference}~CLM*${reference}*100~REF*0F*${reference}~REF*EA*${secret}~`,
  );
  expect(leaksOf(file, { secret: 'NM1', reference: 'CLM' })).toEqual(['NM1', 'REF', 'REF']);
});

test('a failing input is made smaller as long as it fails in the same way', () => {
  // No law is broken by purpose, so a law is made that any file without an end breaks.
  const isFailing = (bytes: Uint8Array) => !toText(bytes).includes('IEA');
  const [file] = seeds;
  const cut = toText(file ?? new Uint8Array()).split('IEA')[0] ?? '';
  expect(isFailing(minimised(toBytes(cut), isFailing))).toBe(true);
  expect(minimised(toBytes(cut), (bytes) => toText(bytes).includes('SE*')).length).toBeLessThan(5);
  expect(examine(toBytes(cut)).isValid).toBe(false);
});
