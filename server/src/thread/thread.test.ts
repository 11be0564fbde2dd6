import type { Role, Trace, TraceNode } from '@superbill/contract';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { adjust, answerClaim, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { newId } from '../ids.ts';
import { createStatement } from '../statements/create-statement.ts';
import { readTrace } from './read-trace.ts';

const database = await testDatabase();
const world = await aWorld(database);

// Two services of one visit: the pressure check is left to the deductible, the strep test is paid.
const visit = await aVisit(world, {
  note: 'Hypertension, not controlled. Sore throat since Monday; rapid test positive for strep.',
  codes: [
    { code: 'I10', quote: 'Hypertension, not controlled' },
    { code: 'J02.0', quote: 'rapid test positive for strep' },
  ],
  procedures: ['99213', '87880'],
});
await answerClaim(world, await sendClaim(world, visit), [
  [adjust('CO', '45', 3000), adjust('PR', '1', 4000)],
  [adjust('CO', '45', 500)],
]);
await world.as('biller', (unit) => createStatement(unit, visit.patientId));
const [firstCharge = '', secondCharge = ''] = visit.chargeIds;
const [firstCode = ''] = visit.codeIds;

const trace = (kind: TraceNode['kind'], id: string, hat: Role = 'biller', of = world) =>
  of.as(hat, (unit) => readTrace(unit, kind, id));

const kindsOf = ({ nodes }: Trace) => [...new Set(nodes.map(({ kind }) => kind))];
const nodesOf = ({ nodes }: Trace, kind: TraceNode['kind']) => nodes.filter((node) => node.kind === kind);

/** Every node that can be reached from one, walking towards the bill or towards the sentence. */
function walk({ links }: Trace, start: string, towards: 'bill' | 'sentence'): string[] {
  const reached = new Set([start]);
  for (const key of reached)
    for (const { from, to } of links) {
      if (towards === 'bill' && from === key) reached.add(to);
      if (towards === 'sentence' && to === key) reached.add(from);
    }
  return [...reached];
}

const everyKind = ['evidence', 'code', 'charge', 'claim-line', 'remit-line', 'posting', 'statement-line'];
const whole = await trace('charge', firstCharge);
const idOf = (kind: TraceNode['kind']) => nodesOf(whole, kind)[0]?.id ?? '';

test('the thread of a charge has every link', () => {
  expect(kindsOf(whole)).toEqual(everyKind);
});

test.each(everyKind as TraceNode['kind'][])('from the %s both ends are reached', async (kind) => {
  const found = await trace(kind, idOf(kind));
  const here = `${kind}/${idOf(kind)}`;
  expect(walk(found, here, 'sentence').some((key) => key.startsWith('evidence/'))).toBe(true);
  expect(walk(found, here, 'bill').some((key) => key.startsWith('statement-line/'))).toBe(true);
});

test('from the bill line the walk ends at the sentence that the code stands on', async () => {
  const found = await trace('statement-line', idOf('statement-line'));
  const ends = walk(found, `statement-line/${idOf('statement-line')}`, 'sentence');
  const evidence = nodesOf(found, 'evidence').find(({ id }) => id === `${firstCode}:1`);
  expect(ends).toContain(`evidence/${firstCode}:1`);
  expect(evidence).toMatchObject({
    label: '“Hypertension, not controlled”',
    evidence: { documentId: visit.documentId, version: 1, start: 0, quote: 'Hypertension, not controlled' },
    because: ['Visit note, version 1'],
    by: 'Example physician',
  });
});

test('each link says why in the words of its trade', () => {
  expect(nodesOf(whole, 'code')[0]).toMatchObject({
    label: 'I10 Essential (primary) hypertension',
    because: expect.arrayContaining(['Index: Hypertension, not controlled']),
    by: 'Example coder',
  });
  expect(nodesOf(whole, 'charge')[0]?.because).toContain('Needed for I10, J02.0');
  expect(nodesOf(whole, 'claim-line')[0]?.because).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Control number C\d{8}V1L1$/),
      expect.stringMatching(/^Sent in file \d{9}$/),
    ]),
  );
  const [remitLine] = nodesOf(whole, 'remit-line');
  expect(remitLine?.label).toBe('Paid $80.00 by Example Mutual');
  expect(remitLine?.because).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^CO 45, \$30\.00: /),
      expect.stringMatching(/^PR 1, \$40\.00: .*deductible/),
    ]),
  );
  expect(nodesOf(whole, 'posting').flatMap(({ because }) => because)).toContain('Patients owe us: +$40.00');
  expect(nodesOf(whole, 'statement-line')[0]).toMatchObject({
    amountCents: 4000,
    because: [expect.stringMatching(/^You owe \$40\.00 because/)],
  });
});

test('the thread of one service holds nothing of the other', async () => {
  const other = await trace('charge', secondCharge);
  expect(nodesOf(other, 'charge').map(({ id }) => id)).toEqual([secondCharge]);
  expect(nodesOf(other, 'remit-line')).toMatchObject([{ amountCents: 3000 }]);
  expect(nodesOf(other, 'posting').flatMap(({ because }) => because)).not.toContain(
    'Patients owe us: +$40.00',
  );
});

test('a code shows its own sentence, and the services it was needed for', async () => {
  const found = await trace('code', firstCode);
  expect(nodesOf(found, 'code').map(({ id }) => id)).toEqual([firstCode]);
  expect(
    nodesOf(found, 'charge')
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...visit.chargeIds].sort());
});

test('links lead from the sentence towards the bill, each once, between nodes that are there', () => {
  const keys = new Set(whole.nodes.map(({ kind, id }) => `${kind}/${id}`));
  const rank = (key: string) => everyKind.indexOf(key.split('/')[0] ?? '');
  for (const { from, to } of whole.links) {
    expect(keys.has(from) && keys.has(to)).toBe(true);
    expect(rank(from)).toBeLessThan(rank(to));
  }
  expect(new Set(whole.links.map(({ from, to }) => `${from} ${to}`)).size).toBe(whole.links.length);
});

test('before anything is sent the thread ends at the charge', async () => {
  const fresh = await aVisit(world);
  expect(kindsOf(await trace('code', fresh.codeIds[0] ?? ''))).toEqual(['evidence', 'code', 'charge']);
});

test.each([
  { hat: 'biller', kinds: everyKind },
  { hat: 'supervisor', kinds: everyKind },
  { hat: 'coder', kinds: ['evidence', 'code'] },
  { hat: 'physician', kinds: ['evidence', 'code'] },
] as const)('the $hat sees of the thread what the hat may read elsewhere', async ({ hat, kinds }) => {
  expect(kindsOf(await trace('code', firstCode, hat))).toEqual(kinds);
});

test.each(['charge', 'posting'] as const)('a hat without money cannot begin at a %s', async (kind) => {
  await expect(trace(kind, idOf(kind), 'coder')).rejects.toMatchObject({ code: 'trace.not-found' });
});

const other = await aWorld(database);

test.each(everyKind as TraceNode['kind'][])("another practice's %s is not there", async (kind) => {
  const found = trace(kind, idOf(kind), 'biller', other);
  await expect(found).rejects.toMatchObject({ code: 'trace.not-found' });
});

test.each([
  { kind: 'charge', id: newId() },
  { kind: 'charge', id: 'not-an-id' },
  { kind: 'charge', id: `${firstCharge}:1` },
  { kind: 'evidence', id: firstCode },
  { kind: 'evidence', id: `${firstCode}:2` },
  { kind: 'evidence', id: `${firstCode}:99999999999` },
  { kind: 'posting', id: "x' or true" },
] as const)('$kind $id leads nowhere', async ({ kind, id }) => {
  await expect(trace(kind, id)).rejects.toMatchObject({ code: 'trace.not-found' });
});
