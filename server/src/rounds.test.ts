import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Log } from './log.ts';
import { keepGoing } from './rounds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const told: string[] = [];
const log: Log = { info: () => {}, error: (event) => told.push(event) };

test('a round begins at once and each time the pace says, and one that takes long is not overtaken', async () => {
  let begun = 0;
  let finish = () => {};
  const rounds = keepGoing(
    log,
    'sweep',
    () => {
      begun += 1;
      return new Promise((done) => {
        finish = done;
      });
    },
    { everyMs: 1000 },
  );
  await vi.advanceTimersByTimeAsync(3000);
  expect(begun).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toBe(2);
  const stopped = rounds.stop();
  finish();
  await stopped;
  expect(begun).toBe(2);
});

test('a round that fails is told, and the next goes on', async () => {
  told.length = 0;
  let begun = 0;
  const rounds = keepGoing(
    log,
    'sweep',
    async () => {
      begun += 1;
      if (begun === 1) throw new Error('once');
    },
    { everyMs: 1000 },
  );
  await vi.advanceTimersByTimeAsync(1000);
  await rounds.stop();
  expect({ begun, told }).toEqual({ begun: 2, told: ['sweep'] });
});

test.each([
  { onceMore: false, rounds: 1 },
  { onceMore: true, rounds: 2 },
])('stopping ends it, with one round more where that is asked: $onceMore', async ({ onceMore, rounds }) => {
  let begun = 0;
  const going = keepGoing(
    log,
    'sweep',
    async () => {
      begun += 1;
    },
    { everyMs: 1000, onceMore },
  );
  await going.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun).toBe(rounds);
});
