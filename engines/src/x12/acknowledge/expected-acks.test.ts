import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/shared.ts';
import type { Instant } from '../../model/index.ts';
import { guides } from '../guides/index.ts';
import { acknowledge } from '../index.ts';

/** What somebody else's validator answers to a sample: the AK, IK and TA1 segments of its 997 or 999. */
interface Entry {
  file: string;
  version?: string;
  expected?: { ack?: { notes: string[] } };
}

interface Answer {
  transactions: { control: string; accepted: boolean; segments: string[]; elements: string[] }[];
  interchanges: string[];
}

const types = hasShared
  ? readdirSync(sharedPath('edi'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

const samples = types.flatMap(({ name }) => {
  const index: Entry[] | { files: Entry[] } = JSON.parse(
    readFileSync(sharedPath('edi', name, 'index.json'), 'utf8'),
  );
  return (Array.isArray(index) ? index : index.files)
    .filter(({ expected }) => expected?.ack !== undefined)
    .map((entry) => ({ type: name, ...entry }));
});

/** The verdicts, `REF 57 3` for each segment in error and `CLM 22 5:3 8` for each element. */
function read(segments: readonly string[]): Answer {
  const answer: Answer = { transactions: [], interchanges: [] };
  let place = '';
  for (const text of segments) {
    const [id = '', ...elements] = text.split('*');
    const open = answer.transactions.at(-1);
    if (id === 'AK2')
      answer.transactions.push({ control: elements[1] ?? '', accepted: false, segments: [], elements: [] });
    if (id === 'AK3' || id === 'IK3') {
      place = `${elements[0]} ${elements[1]}`;
      open?.segments.push(`${place} ${elements[3] ?? ''}`);
    }
    if (id === 'AK4' || id === 'IK4') open?.elements.push(`${place} ${elements[0]} ${elements[2]}`);
    if ((id === 'AK5' || id === 'IK5') && open) open.accepted = /^[AE]$/.test(elements[0] ?? '');
    if (id === 'TA1') answer.interchanges.push(`${elements[3]} ${elements[4]}`);
  }
  return answer;
}

function ours({ type, file }: { type: string; file: string }): Answer {
  const { ta1 = '', ack999 = '' } = acknowledge(readFileSync(sharedPath('edi', type, file)), {
    controlNumbers: { interchange: 1, group: 1, transaction: 1 },
    createdAt: '2027-01-01T00:00:00.000Z' as Instant,
    usage: 'T',
    alwaysTA1: true,
  });
  return read((ta1 + ack999).split('~'));
}

const versions = new Set(guides.flatMap((guide) => guide.versions));

/** A 997 knows only that a code is wrong (7); a 999 also that a guide does not use it (I6). Missing is missing. */
function alike(code: string): string {
  return code.replace(/ I6$/, ' 7').replace(/ (?:I7|I8)$/, ' 3');
}

const held = samples.filter(({ version }) => versions.has(version ?? ''));
const others = samples.filter(({ version }) => !versions.has(version ?? ''));

test.skipIf(held.length === 0)('where the guide is held, verdicts and places of errors agree', () => {
  for (const sample of held) {
    const theirs = read(sample.expected?.ack?.notes ?? []);
    const own = ours(sample);
    for (const { control, accepted, segments, elements } of theirs.transactions) {
      const same = own.transactions.find((one) => one.control === control);
      expect({ file: sample.file, accepted: same?.accepted }).toEqual({ file: sample.file, accepted });
      expect(same?.segments.map(alike)).toEqual(expect.arrayContaining(segments.map(alike)));
      expect(same?.elements.map(alike)).toEqual(expect.arrayContaining(elements.map(alike)));
    }
  }
});

/**
 * Transactions of 004010 are checked for syntax only, because none of its guides is held: ours accepts them
 * where theirs finds a segment missing or a code wrong. What the envelope says is judged alike.
 */
test.skipIf(others.length === 0)(
  'where no guide is held, envelopes are judged alike and nothing is refused alone',
  () => {
    for (const sample of others) {
      const theirs = read(sample.expected?.ack?.notes ?? []);
      const own = ours(sample);
      for (const [index, verdict] of theirs.interchanges.entries())
        expect({ file: sample.file, verdict: own.interchanges[index] }).toEqual({
          file: sample.file,
          verdict,
        });
      if (own.interchanges.some((verdict) => verdict.startsWith('R'))) continue;
      for (const { control, accepted } of theirs.transactions) {
        const same = own.transactions.find((one) => one.control === control);
        expect({ file: sample.file, control: same?.control }).toEqual({ file: sample.file, control });
        if (accepted)
          expect({ file: sample.file, accepted: same?.accepted }).toEqual({ file: sample.file, accepted });
      }
    }
  },
);
