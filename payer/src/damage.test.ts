import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { imbalances } from '@superbill/engines/model';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, decisions, remits, visitOn } from './bench.test-data.ts';
import { visit } from './examples.test-data.ts';

let bench: ReturnType<typeof aBench>;

beforeEach(() => {
  bench = aBench();
});

afterEach(() => bench.remove());

test('damaged files are answered or ignored, never paid, and never a crash', () => {
  const whole = new TextDecoder().decode(bench.fileOf([visitOn(visit)]));
  const damaged = [
    '',
    'hello',
    whole.slice(0, 60),
    whole.slice(0, 400),
    whole.replace('CLM*SB1', 'CLM*'),
    whole.replace(/SE\*\d+/, 'SE*99'),
    whole.replace('IEA*1*', 'IEA*7*'),
    whole.replaceAll('~', ''),
  ];
  for (const text of damaged) {
    const { accepted, replies } = bench.payer.receive(new TextEncoder().encode(text));
    expect(accepted, text.slice(0, 200)).toEqual([]);
    for (const { text: reply } of replies) expect(reply).toMatch(/^ISA/);
  }
  expect(bench.payer.adjudicate().files).toEqual([]);
});

test('no single damaged byte makes the payer fail, or pay what it did not acknowledge', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(255), (position, byte) => {
      const damaged = bench.fileOf([visitOn(visit, { controlNumber: `SB${position}` })]);
      damaged[position % damaged.length] = byte;
      const { accepted, replies } = bench.payer.receive(damaged);
      const acknowledged = decisions(replies).filter((decision) => decision.accepted);
      return accepted.length === acknowledged.length;
    }),
    { numRuns: 400 },
  );
  const { files } = bench.payer.adjudicate();
  expect(remits(files).flatMap(imbalances)).toEqual([]);
});

test('a journal cut short by a crash loses only what had not been answered', () => {
  const file = bench.fileOf([visitOn(visit)]);
  const { replies } = bench.payer.receive(file);
  appendFileSync(join(bench.directory, 'state', 'journal.jsonl'), '{"kind":"paid","answ');
  bench.restart();
  expect(bench.payer.receive(file).replies).toEqual(replies);
  expect(remits(bench.payer.adjudicate().files)).toHaveLength(1);
});
