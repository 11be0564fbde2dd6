import { addDays, type Claim, cents, imbalances, isoDate, sum } from '@superbill/engines/model';
import { read999, readTA1, validate } from '@superbill/engines/x12';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, decisions, ofKind, remits, visitOn } from './bench.test-data.ts';
import { aClaim, aLine, today, visit } from './examples.test-data.ts';

let bench: ReturnType<typeof aBench>;

beforeEach(() => {
  bench = aBench();
});

afterEach(() => bench.remove());

test('a file of claims is answered with TA1, 999 and 277CA, and paid with a balanced 835', () => {
  const { replies } = bench.payer.receive(bench.fileOf([aClaim(), visitOn(visit, { controlNumber: 'SB2' })]));
  expect(replies.map(({ name }) => name.split('.')[1])).toEqual(['ta1', '999', '277ca']);
  for (const { name, text } of replies) expect([name, validate(text).findings]).toEqual([name, []]);
  expect(readTA1(ofKind(replies, 'ta1')[0]?.text ?? '').acknowledgements[0]?.status).toBe('A');
  expect(read999(ofKind(replies, '999')[0]?.text ?? '').acknowledgements[0]?.status).toBe('A');
  expect(decisions(replies).map((d) => [d.controlNumber, d.accepted, d.statuses[0]?.category])).toEqual([
    ['SB1', true, 'A2'],
    ['SB2', true, 'A2'],
  ]);

  const { files } = bench.payer.adjudicate();
  expect(files).toHaveLength(1);
  for (const { text } of files) expect(validate(text).findings).toEqual([]);
  const [remit] = remits(files);
  if (!remit) throw new Error('one remittance expected');
  expect(imbalances(remit)).toEqual([]);
  expect(remit.paid).toBe(6500);
  expect(remit.method).toBe('ACH');
  expect(remit.claims.map((c) => [c.controlNumber, c.status, c.paid, c.patientResponsibility])).toEqual([
    ['SB1', '1', 0, 8000],
    ['SB2', '1', 6500, 2500],
  ]);
  expect(remit.claims[0]?.lines[0]?.controlNumber).toBe('L1');
  expect(bench.payer.adjudicate().files).toEqual([]);
});

test('the deductible is remembered from run to run, and after a restart', () => {
  bench.payer.receive(bench.fileOf([aClaim()]));
  bench.payer.adjudicate();
  bench.restart();
  const second = aLine({ serviceDate: addDays(visit, 1) });
  bench.payer.receive(bench.fileOf([aClaim({ controlNumber: 'SB2', lines: [second] })]));
  const [remit] = remits(bench.payer.adjudicate().files);
  expect(remit?.claims[0]?.lines[0]?.adjustments).toEqual([
    { group: 'CO', reason: '45', amount: 7000 },
    { group: 'PR', reason: '1', amount: 2000 },
    { group: 'PR', reason: '2', amount: 1200 },
  ]);
});

test('the same bytes twice get the same answers and are paid once', () => {
  const file = bench.fileOf([visitOn(visit)]);
  const first = bench.payer.receive(file);
  const again = bench.payer.receive(file);
  expect(again).toEqual({ replies: first.replies, accepted: [], unreadable: [] });
  expect(remits(bench.payer.adjudicate().files).map((r) => r.claims.length)).toEqual([1]);
  expect(bench.payer.receive(file).replies).toEqual(first.replies);
  expect(bench.payer.adjudicate().files).toEqual([]);
});

test('another file under a used interchange number is refused by TA1', () => {
  bench.payer.receive(bench.fileOf([visitOn(visit)]));
  const other = bench.fileOf([visitOn(visit, { controlNumber: 'SB2' })], { again: true });
  const { replies, accepted } = bench.payer.receive(other);
  const [ta1] = replies.map(({ text }) => readTA1(text).acknowledgements[0]);
  expect([accepted, replies.length, ta1?.status, ta1?.note]).toEqual([[], 1, 'R', '025']);
});

test('the same service in a new file is denied as a duplicate', () => {
  bench.payer.receive(bench.fileOf([visitOn(visit)]));
  bench.payer.receive(bench.fileOf([visitOn(visit, { controlNumber: 'SB2' })]));
  const [remit] = remits(bench.payer.adjudicate().files);
  expect(remit?.paid).toBe(6500);
  expect(remit?.claims[1]).toMatchObject({ status: '4', paid: 0 });
  expect(remit?.claims[1]?.lines[0]?.adjustments).toEqual([{ group: 'CO', reason: '18', amount: 15000 }]);
});

const { subscriber, billingProvider } = aClaim();

test.each<{ name: string; change: Partial<Claim>; status: string }>([
  {
    name: 'a member number of another form',
    change: { subscriber: { ...subscriber, memberId: 'X1' } },
    status: 'A7:164:IL',
  },
  {
    name: 'another birth date',
    change: { subscriber: { ...subscriber, birthDate: isoDate('1981-05-05') } },
    status: 'A7:158:IL',
  },
  { name: 'another name', change: { subscriber: { ...subscriber, lastName: 'Other' } }, status: 'A7:125:IL' },
  {
    name: 'a payer that is not here',
    change: { payer: { ...aClaim().payer, payerId: 'NOONE' } },
    status: 'A3:116:PR',
  },
  {
    name: 'a service in the future',
    change: { lines: [aLine({ serviceDate: addDays(today, 1) })] },
    status: 'A7:187',
  },
  {
    name: 'a replacement of nothing',
    change: { frequency: '7', payerControlNumber: '2027999' },
    status: 'A7:464',
  },
])('a claim with $name is rejected with $status', ({ change, status }) => {
  const [decision] = decisions(bench.payer.receive(bench.fileOf([aClaim(change)])).replies);
  const [first] = decision?.statuses ?? [];
  expect(decision?.accepted).toBe(false);
  expect([first?.category, first?.status, first?.entity].filter(Boolean).join(':')).toBe(status);
  expect(bench.payer.adjudicate().files).toEqual([]);
});

test('one claim with a wrong total does not stop the batch', () => {
  const wrong = aClaim({ controlNumber: 'SB2', charge: cents(1) });
  const { replies, accepted } = bench.payer.receive(bench.fileOf([aClaim(), wrong]));
  expect(read999(ofKind(replies, '999')[0]?.text ?? '').acknowledgements[0]?.status).toBe('A');
  expect(decisions(replies).map((d) => [d.accepted, d.statuses[0]?.status])).toEqual([
    [true, '20'],
    [false, '178'],
  ]);
  expect(accepted).toHaveLength(1);
});

test('a child is found under the number of its parent', () => {
  const patient = {
    firstName: 'Sam',
    lastName: 'Sample',
    birthDate: isoDate('2019-05-05'),
    sex: 'M' as const,
  };
  const { address } = subscriber;
  const claim = aClaim({ relationship: 'child', patient: { ...patient, ...(address && { address }) } });
  const [decision] = decisions(bench.payer.receive(bench.fileOf([claim])).replies);
  expect(decision?.accepted).toBe(true);
});

test('a replacement takes the first answer back and pays anew; a void only takes back', () => {
  const first = bench.payer.receive(bench.fileOf([visitOn(visit)])).accepted[0];
  bench.payer.adjudicate();
  const corrected = aClaim({
    controlNumber: 'SB1R',
    frequency: '7',
    payerControlNumber: first ?? '',
    lines: [aLine({ procedure: '99203' })],
  });
  const second = bench.payer.receive(bench.fileOf([corrected])).accepted[0];
  const [remit] = remits(bench.payer.adjudicate().files);
  expect(remit?.claims.map((c) => [c.controlNumber, c.status, c.paid])).toEqual([
    ['SB1', '22', -6500],
    ['SB1R', '1', 8000],
  ]);
  expect(remit?.paid).toBe(1500);

  const voided = aClaim({
    ...corrected,
    controlNumber: 'SB1V',
    frequency: '8',
    payerControlNumber: second ?? '',
  });
  bench.payer.receive(bench.fileOf([voided]));
  const [last] = remits(bench.payer.adjudicate().files);
  expect(last?.claims.map((c) => [c.controlNumber, c.status, c.paid])).toEqual([['SB1R', '22', -8000]]);
  expect([last?.paid, last?.method, last?.providerAdjustments[0]?.amount]).toEqual([0, 'NON', -8000]);
  if (last) expect(imbalances(last)).toEqual([]);
});

test('what a payee owes is taken from the next payment', () => {
  const number = bench.payer.receive(bench.fileOf([visitOn(visit)])).accepted[0] ?? '';
  bench.payer.adjudicate();
  bench.payer.receive(
    bench.fileOf([visitOn(visit, { controlNumber: 'SB1V', frequency: '8', payerControlNumber: number })]),
  );
  bench.payer.adjudicate();
  const preventive = aClaim({
    controlNumber: 'SB3',
    lines: [aLine({ procedure: '99396', charge: cents(20000) })],
  });
  bench.payer.receive(bench.fileOf([preventive]));
  const all = remits(bench.payer.adjudicate().files);
  expect(all.map((r) => [r.paid, r.providerAdjustments.map((p) => p.amount)])).toEqual([[8500, [6500]]]);
});

test('two payers pay apart, each payee with a trace number of its own', () => {
  const payerOf = (payerId: string) => ({ ...aClaim().payer, payerId });
  const claims = [visitOn(visit), visitOn(visit, { controlNumber: 'SB2', payer: payerOf('SECND') })];
  expect(ofKind(bench.payer.receive(bench.fileOf(claims)).replies, '277ca')).toHaveLength(2);
  bench.payer.receive(
    bench.fileOf([
      visitOn(addDays(visit, 1), { billingProvider: { ...billingProvider, npi: '1999001005' } }),
    ]),
  );
  const all = remits(bench.payer.adjudicate().files);
  expect(all.map((r) => r.payer.id)).toEqual(['EXAMP', 'SECND', 'EXAMP']);
  expect(new Set(all.map((r) => r.traceNumber)).size).toBe(3);
  expect(sum(all.map((r) => r.paid))).toBe(19500);
});
