import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type Claim, cents, type Instant, imbalances, isoDate, sum } from '@superbill/engines/model';
import { read277CA, read835, read999, readTA1, validate, write837P } from '@superbill/engines/x12';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aClaim, aLine, aPlan, today, visit } from './examples.test-data.ts';
import { serveFolders } from './folder.ts';
import { createPayer, type Payer } from './payer.ts';
import type { OutFile } from './state.ts';

let directory: string;
let payer: Payer;
let interchange: number;
let day: typeof today;

function open(): Payer {
  return createPayer({
    plans: [aPlan(), aPlan({ payerId: 'SECND', name: 'Second Plan' })],
    stateDirectory: join(directory, 'state'),
    today: () => day,
    now: () => `${day}T12:00:00.000Z` as Instant,
  });
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'payer-'));
  interchange = 0;
  day = today;
  payer = open();
});

afterEach(() => {
  payer.close();
  rmSync(directory, { recursive: true });
});

function fileOf(...claims: Claim[]): Uint8Array {
  interchange += 1;
  const text = write837P({
    controlNumbers: { interchange, group: interchange, transaction: 1 },
    createdAt: `${day}T10:00:00.000Z` as Instant,
    usage: 'T',
    submitter: { name: 'Example Clinic', id: 'CLINIC', phone: '6145550100' },
    receiver: { name: 'Example Clearinghouse', id: 'CLEAR' },
    claims,
  });
  return new TextEncoder().encode(text);
}

const ofKind = (files: OutFile[], kind: string) => files.filter(({ name }) => name.endsWith(`.${kind}`));
const decisions = (files: OutFile[]) => ofKind(files, '277ca').flatMap(({ text }) => read277CA(text).claims);
const remits = (files: OutFile[]) => files.flatMap(({ text }) => read835(text).remits);
const visitOn = (serviceDate: typeof visit, part: Partial<Claim> = {}) =>
  aClaim({ lines: [aLine({ procedure: '99213', serviceDate })], ...part });

test('a file of claims is answered with TA1, 999 and 277CA, and paid with a balanced 835', () => {
  const { replies } = payer.receive(fileOf(aClaim(), visitOn(visit, { controlNumber: 'SB2' })));
  expect(replies.map(({ name }) => name.split('.')[1])).toEqual(['ta1', '999', '277ca']);
  for (const { name, text } of replies) expect([name, validate(text).findings]).toEqual([name, []]);
  expect(readTA1(ofKind(replies, 'ta1')[0]?.text ?? '').acknowledgements[0]?.status).toBe('A');
  expect(read999(ofKind(replies, '999')[0]?.text ?? '').acknowledgements[0]?.status).toBe('A');
  expect(decisions(replies).map((d) => [d.controlNumber, d.accepted, d.statuses[0]?.category])).toEqual([
    ['SB1', true, 'A2'],
    ['SB2', true, 'A2'],
  ]);

  const { files } = payer.adjudicate();
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
  expect(payer.adjudicate().files).toEqual([]);
});

test('the deductible is remembered from run to run, and after a restart', () => {
  payer.receive(fileOf(aClaim()));
  payer.adjudicate();
  payer.close();
  payer = open();
  const second = aLine({ serviceDate: addDays(visit, 1) });
  payer.receive(fileOf(aClaim({ controlNumber: 'SB2', lines: [second] })));
  const [remit] = remits(payer.adjudicate().files);
  expect(remit?.claims[0]?.lines[0]?.adjustments).toEqual([
    { group: 'CO', reason: '45', amount: 7000 },
    { group: 'PR', reason: '1', amount: 2000 },
    { group: 'PR', reason: '2', amount: 1200 },
  ]);
});

test('the same bytes twice get the same answers and are paid once', () => {
  const file = fileOf(visitOn(visit));
  const first = payer.receive(file);
  const again = payer.receive(file);
  expect(again).toEqual({ replies: first.replies, accepted: [], unreadable: [] });
  expect(remits(payer.adjudicate().files).map((r) => r.claims.length)).toEqual([1]);
  expect(payer.receive(file).replies).toEqual(first.replies);
  expect(payer.adjudicate().files).toEqual([]);
});

test('another file under a used interchange number is refused by TA1', () => {
  payer.receive(fileOf(visitOn(visit)));
  interchange -= 1;
  const { replies, accepted } = payer.receive(fileOf(visitOn(visit, { controlNumber: 'SB2' })));
  const [ta1] = replies.map(({ text }) => readTA1(text).acknowledgements[0]);
  expect([accepted, replies.length, ta1?.status, ta1?.note]).toEqual([[], 1, 'R', '025']);
});

test('the same service in a new file is denied as a duplicate', () => {
  payer.receive(fileOf(visitOn(visit)));
  payer.receive(fileOf(visitOn(visit, { controlNumber: 'SB2' })));
  const [remit] = remits(payer.adjudicate().files);
  expect(remit?.paid).toBe(6500);
  expect(remit?.claims[1]).toMatchObject({ status: '4', paid: 0 });
  expect(remit?.claims[1]?.lines[0]?.adjustments).toEqual([{ group: 'CO', reason: '18', amount: 15000 }]);
});

const { subscriber, billingProvider } = aClaim();

test.each<{ name: string; change: Partial<Claim>; status: string }>([
  {
    name: 'an unknown member',
    change: { subscriber: { ...subscriber, memberId: 'EX9999' } },
    status: 'A3:33:IL',
  },
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
  const [decision] = decisions(payer.receive(fileOf(aClaim(change))).replies);
  const [first] = decision?.statuses ?? [];
  expect(decision?.accepted).toBe(false);
  expect([first?.category, first?.status, first?.entity].filter(Boolean).join(':')).toBe(status);
  expect(payer.adjudicate().files).toEqual([]);
});

test('one claim with a wrong total does not stop the batch', () => {
  const wrong = aClaim({ controlNumber: 'SB2', charge: cents(1) });
  const { replies, accepted } = payer.receive(fileOf(aClaim(), wrong));
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
  const [decision] = decisions(payer.receive(fileOf(claim)).replies);
  expect(decision?.accepted).toBe(true);
});

test('a replacement takes the first answer back and pays anew; a void only takes back', () => {
  const first = payer.receive(fileOf(visitOn(visit))).accepted[0];
  payer.adjudicate();
  const corrected = aClaim({
    controlNumber: 'SB1R',
    frequency: '7',
    payerControlNumber: first ?? '',
    lines: [aLine({ procedure: '99203' })],
  });
  const second = payer.receive(fileOf(corrected)).accepted[0];
  const [remit] = remits(payer.adjudicate().files);
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
  payer.receive(fileOf(voided));
  const [last] = remits(payer.adjudicate().files);
  expect(last?.claims.map((c) => [c.controlNumber, c.status, c.paid])).toEqual([['SB1R', '22', -8000]]);
  expect([last?.paid, last?.method, last?.providerAdjustments[0]?.amount]).toEqual([0, 'NON', -8000]);
  if (last) expect(imbalances(last)).toEqual([]);
});

test('what a payee owes is taken from the next payment', () => {
  const number = payer.receive(fileOf(visitOn(visit))).accepted[0] ?? '';
  payer.adjudicate();
  payer.receive(
    fileOf(visitOn(visit, { controlNumber: 'SB1V', frequency: '8', payerControlNumber: number })),
  );
  payer.adjudicate();
  const preventive = aClaim({
    controlNumber: 'SB3',
    lines: [aLine({ procedure: '99396', charge: cents(20000) })],
  });
  payer.receive(fileOf(preventive));
  const all = remits(payer.adjudicate().files);
  expect(all.map((r) => [r.paid, r.providerAdjustments.map((p) => p.amount)])).toEqual([[8500, [6500]]]);
});

test('two payers pay apart, each payee with a trace number of its own', () => {
  const payerOf = (payerId: string) => ({ ...aClaim().payer, payerId });
  const claims = [visitOn(visit), visitOn(visit, { controlNumber: 'SB2', payer: payerOf('SECND') })];
  expect(ofKind(payer.receive(fileOf(...claims)).replies, '277ca')).toHaveLength(2);
  payer.receive(
    fileOf(visitOn(addDays(visit, 1), { billingProvider: { ...billingProvider, npi: '1999001005' } })),
  );
  const all = remits(payer.adjudicate().files);
  expect(all.map((r) => r.payer.id)).toEqual(['EXAMP', 'SECND', 'EXAMP']);
  expect(new Set(all.map((r) => r.traceNumber)).size).toBe(3);
  expect(sum(all.map((r) => r.paid))).toBe(19500);
});

test('an authorization by telephone is honoured, and asked for twice it is the same', () => {
  const call = { payerId: 'EXAMP', memberId: 'EX0001', procedure: '70551', serviceDate: visit };
  const answer = payer.answerAuthorizationCall(call);
  if (answer.status !== 'approved') throw new Error(answer.status);
  expect(payer.answerAuthorizationCall(call)).toEqual(answer);
  const { number } = answer.authorization;
  const line = aLine({ procedure: '70551', charge: cents(100000), authorizationNumber: number });
  payer.receive(fileOf(aClaim({ lines: [line] })));
  expect(remits(payer.adjudicate().files)[0]?.claims[0]?.lines[0]?.allowed).toBe(60000);
});

test.each([
  [{ payerId: 'NOONE' }, { status: 'refused', reason: 'payer-unknown' }],
  [{ memberId: 'EX9' }, { status: 'refused', reason: 'member-not-found' }],
  [{ memberId: 'EX0002' }, { status: 'refused', reason: 'not-active' }],
  [{ procedure: '11200' }, { status: 'refused', reason: 'not-covered' }],
  [{ procedure: '73030' }, { status: 'not-required' }],
])('a call about %j is answered %j', (change, answer) => {
  const call = { payerId: 'EXAMP', memberId: 'EX0001', procedure: '70551', serviceDate: visit };
  expect(payer.answerAuthorizationCall({ ...call, ...change })).toEqual(answer);
});

test('damaged files are answered or ignored, never paid, and never a crash', () => {
  const whole = new TextDecoder().decode(fileOf(visitOn(visit)));
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
    const { accepted, replies } = payer.receive(new TextEncoder().encode(text));
    expect(accepted, text.slice(0, 200)).toEqual([]);
    for (const { text: reply } of replies) expect(reply).toMatch(/^ISA/);
  }
  expect(payer.adjudicate().files).toEqual([]);
});

test('no single damaged byte makes the payer fail, or pay what it did not acknowledge', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(255), (position, byte) => {
      const damaged = fileOf(visitOn(visit, { controlNumber: `SB${interchange}` }));
      damaged[position % damaged.length] = byte;
      const { accepted, replies } = payer.receive(damaged);
      const acknowledged = decisions(replies).filter((decision) => decision.accepted);
      return accepted.length === acknowledged.length;
    }),
    { numRuns: 400 },
  );
  const { files } = payer.adjudicate();
  expect(remits(files).flatMap(imbalances)).toEqual([]);
});

test('a journal cut short by a crash loses only what had not been answered', () => {
  const file = fileOf(visitOn(visit));
  const { replies } = payer.receive(file);
  payer.close();
  appendFileSync(join(directory, 'state', 'journal.jsonl'), '{"kind":"paid","answ');
  payer = open();
  expect(payer.receive(file).replies).toEqual(replies);
  expect(remits(payer.adjudicate().files)).toHaveLength(1);
});

test('folders: whole files are answered into the exchange they came from, and a crash repeats nothing', async () => {
  const root = join(directory, 'exchange');
  const inbox = join(root, 'clinic', 'to-payer');
  const outbox = join(root, 'clinic', 'from-payer');
  await mkdir(inbox, { recursive: true });
  const bytes = fileOf(visitOn(visit));
  await writeFile(join(inbox, '.1.837.part'), bytes);
  const service = serveFolders(payer, root);
  expect(await service.poll()).toBe(0);
  await rename(join(inbox, '.1.837.part'), join(inbox, '1.837'));
  expect(await service.poll()).toBe(1);
  expect(await service.pay()).toBe(1);
  const names = (await readdir(outbox)).map((name) => name.split('.')[1]).sort();
  expect(names).toEqual(['277ca', '835', '999', 'ta1']);
  expect(payer.undelivered()).toEqual([]);

  await writeFile(join(inbox, '1-again.837'), bytes);
  expect(await service.poll()).toBe(1);
  expect(await service.pay()).toBe(0);
  expect(await readdir(outbox)).toHaveLength(4);

  payer.receive(fileOf(visitOn(addDays(visit, 1), { controlNumber: 'SB2' })), 'clinic');
  payer.close();
  payer = open();
  await serveFolders(payer, root).poll();
  expect(readdirSync(outbox)).toHaveLength(7);
});
