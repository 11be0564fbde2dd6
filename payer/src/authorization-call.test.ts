import { cents } from '@superbill/engines/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, remits } from './bench.test-data.ts';
import { aClaim, aLine, visit } from './examples.test-data.ts';

let bench: ReturnType<typeof aBench>;

beforeEach(() => {
  bench = aBench();
});

afterEach(() => bench.remove());

test('an authorization by telephone is honoured, and asked for twice it is the same', () => {
  const call = { payerId: 'EXAMP', memberId: 'EX0001', procedure: '70551', serviceDate: visit };
  const answer = bench.payer.answerAuthorizationCall(call);
  if (answer.status !== 'approved') throw new Error(answer.status);
  expect(bench.payer.answerAuthorizationCall(call)).toEqual(answer);
  const { number } = answer.authorization;
  const line = aLine({ procedure: '70551', charge: cents(100000), authorizationNumber: number });
  bench.payer.receive(bench.fileOf([aClaim({ lines: [line] })]));
  expect(remits(bench.payer.adjudicate().files)[0]?.claims[0]?.lines[0]?.allowed).toBe(60000);
});

test.each([
  [{ payerId: 'NOONE' }, { status: 'refused', reason: 'payer-unknown' }],
  [{ memberId: 'EX9' }, { status: 'refused', reason: 'member-not-found' }],
  [{ memberId: 'EX7777', procedure: '73030' }, { status: 'not-required' }],
  [{ memberId: 'EX0002' }, { status: 'refused', reason: 'not-active' }],
  [{ procedure: '11200' }, { status: 'refused', reason: 'not-covered' }],
  [{ procedure: '73030' }, { status: 'not-required' }],
])('a call about %j is answered %j', (change, answer) => {
  const call = { payerId: 'EXAMP', memberId: 'EX0001', procedure: '70551', serviceDate: visit };
  expect(bench.payer.answerAuthorizationCall({ ...call, ...change })).toEqual(answer);
});
