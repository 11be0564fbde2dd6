import { expect, test } from 'vitest';
import { idleMinutes, idleState, secondsLeft } from './idle.ts';

const limit = idleMinutes * 60_000;

test.each([
  { after: 0, state: 'active', left: idleMinutes * 60 },
  { after: limit - 60_001, state: 'active', left: 61 },
  { after: limit - 60_000, state: 'warned', left: 60 },
  { after: limit - 1, state: 'warned', left: 1 },
  { after: limit, state: 'locked', left: 0 },
  { after: limit * 9, state: 'locked', left: 0 },
])('$after ms after the last movement one is $state', ({ after, state, left }) => {
  expect(idleState(1_000_000, 1_000_000 + after)).toBe(state);
  expect(secondsLeft(1_000_000, 1_000_000 + after)).toBe(left);
});
