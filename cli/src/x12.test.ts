import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cents, completeNpi, type Instant, isoDate, type RemitClaim } from '@superbill/engines/model';
import { type Exchange835, sniff, write835 } from '@superbill/engines/x12';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import type { Terminal } from './terminal.ts';
import { x12Command } from './x12.ts';

const folder = mkdtempSync(join(tmpdir(), 'x12-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const npi = completeNpi('199900001');
const exchange: Exchange835 = {
  sender: { id: 'INV01' },
  receiver: { id: 'PRACTICE1' },
  controlNumbers: { interchange: 1, group: 1, transaction: 1 },
  createdAt: '2027-03-16T08:00:00.000Z' as Instant,
  usage: 'T',
  remits: [
    {
      payer: {
        name: 'Imaginary Health Plan',
        address: { line1: '3 Fiction Avenue', city: 'Sampleton', state: 'OH', zip: '44099' },
        contact: { name: 'Help Desk', phone: '5555550103' },
      },
      payee: { name: 'Invented Family Practice', npi },
      paid: cents(0),
      method: 'NON',
      paymentDate: isoDate('2027-03-15'),
      traceNumber: 'T1',
      traceOrigin: '1999000009',
      claims: [],
      providerAdjustments: [],
    },
  ],
};
const remit = write835(exchange);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs the command as it would from a shell. */
async function run(...args: string[]): Promise<{ out: string; err: string; status: number }> {
  const out: string[] = [];
  const err: string[] = [];
  let status = 0;
  const terminal: Terminal = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {})(),
    exit: (code) => {
      status = Math.max(status, code);
    },
  };
  const send = (bytes: Uint8Array) => out.push(Buffer.from(bytes).toString('latin1'));
  await new Command().addCommand(x12Command(terminal, send)).parseAsync(['x12', ...args], { from: 'user' });
  return { out: out.join('\n'), err: err.join('\n'), status };
}

const sound = file('sound.835', remit);
const broken = file('broken.835', remit.replace('BPR*H*0', 'BPR*H*1'));

test('a valid file is said to be valid', async () => {
  expect(await run('validate', sound)).toMatchObject({ status: 0, err: '' });
  expect((await run('validate', sound)).out).toContain('Valid: 1 transaction in 1 interchange.');
});

test('an invalid file has its findings, as text and as JSON, and status 1', async () => {
  const text = await run('validate', broken);
  expect([text.status, text.out]).toEqual([
    1,
    expect.stringContaining('BPR02: The payment (BPR02) is not the sum'),
  ]);
  const json = JSON.parse((await run('validate', broken, '--json')).out);
  expect(json).toMatchObject({
    valid: false,
    interchanges: 1,
    transactions: [{ type: '835', guide: '005010X221A1', control: '0001', valid: false }],
  });
  expect(json.findings.map((finding: { code: string }) => finding.code)).toEqual(['payment-balance']);
});

test('only the SNIP types asked for are checked', async () => {
  expect((await run('validate', broken, '--snip', '2')).status).toBe(0);
});

test('a file is answered', async () => {
  const { out, status } = await run('ack', broken);
  expect([sniff(out), status]).toEqual([['999'], 1]);
  expect(out).toContain('~IK5*R*I5~');
});

test('what is read as JSON is written as the same file', async () => {
  const { out, status } = await run('read', sound, '--json');
  const json = file('remit.json', out);
  expect([status, (await run('write', json)).out]).toEqual([0, readFileSync(sound, 'utf8')]);
});

test('what is read says who paid whom, and how much', async () => {
  const { out, err, status } = await run('read', sound);
  expect([status, err, out.split('\n')]).toEqual([
    0,
    '',
    [
      'interchange 000000001 from INV01 to PRACTICE1, test',
      '  835 0001, 005010X221A1',
      '    payer: Imaginary Health Plan',
      '    payee: Invented Family Practice',
      '    payment: $0.00 by NON, 2027-03-15, trace T1',
    ],
  ]);
});

test('a file with errors is read all the same, with its findings and status 1', async () => {
  const { out, status } = await run('read', broken, '--json');
  const { interchanges, findings } = JSON.parse(out);
  expect([status, interchanges.length]).toEqual([1, 1]);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'payment-balance' }));
  const text = await run('read', broken);
  expect([text.status, text.err]).toEqual([1, expect.stringContaining('see superbill x12 validate')]);
});

test('JSON that was changed to what cannot be written is refused at its place, with status 1', async () => {
  const { out } = await run('read', sound, '--json');
  const json = file('changed.json', out.replace('"amount":"0"', '"amount":0'));
  const { err, status } = await run('write', json);
  expect([status, err]).toEqual([
    1,
    `${json}: interchanges[0].groups[0].transactions[0].payment.amount: must be a text in quotes, not a number: as it stands in the file`,
  ]);
});

test.each([
  ['validate', 'nowhere'],
  ['ack', 'nowhere'],
  ['read', 'nowhere'],
  ['write', 'nowhere'],
  ['write', sound],
  ['write', file('other.json', '{"type":"270"}')],
])('%s refuses what it cannot read with status 2', async (command, path) => {
  const { out, err, status } = await run(command, path);
  expect([out, status, err.length > 0]).toEqual(['', 2, true]);
});

test('a file that is no X12 has a fault and a place', async () => {
  const { out, status } = await run('validate', file('letter.txt', 'Dear payer,'));
  expect([status, out]).toEqual([1, expect.stringContaining('does not begin with an ISA segment')]);
});

const profile = (part: object) =>
  JSON.stringify({
    partner: 'Imaginary Health Plan',
    versions: [
      {
        effectiveFrom: '2027-01-01',
        source: 'Companion guide 2.1',
        rules: {
          '835': ['1000B N103=XX needs REF*PQ ; this payer is known by a second number [second-number]'],
        },
        ...part,
      },
    ],
  });

test("a trading partner's own rules are judged where its profile is given", async () => {
  vi.stubEnv('SUPERBILL_OFFLINE', '1');
  const partner = file('partner.json', profile({}));
  const json = JSON.parse(
    (await run('validate', sound, '--json', '--partner', partner, '--data', folder)).out,
  );
  expect(json.findings.map((finding: { code: string }) => finding.code)).toContain('second-number');
  expect((await run('validate', sound, '--partner', partner, '--snip', '4')).status).toBe(0);
});

test.each([
  ['no JSON', '{', ['not JSON']],
  ['two faults', profile({ effectiveFrom: 'soon', source: '' }), ['effectiveFrom', 'source']],
])('a profile that is %s is wrong use, and each problem is told', async (_, text, problems) => {
  const { err, status } = await run('validate', sound, '--partner', file('wrong.json', text));
  expect(status).toBe(2);
  expect(err.split('\n')).toHaveLength(problems.length);
  for (const problem of problems) expect(err).toContain(problem);
});

const deniedClaim: RemitClaim = {
  controlNumber: 'C1',
  status: '4',
  charge: cents(2050),
  paid: cents(0),
  patientResponsibility: cents(0),
  claimFilingIndicator: '12',
  payerControlNumber: 'P1',
  patient: { lastName: 'Patientson', firstName: 'Testa', memberId: 'M0000001' },
  adjustments: [],
  remarks: [],
  lines: [
    {
      controlNumber: 'C1-1',
      procedure: '36415',
      modifiers: [],
      charge: cents(2050),
      paid: cents(0),
      units: 1,
      serviceDate: isoDate('2027-03-01'),
      adjustments: [{ group: 'CO', reason: '96', amount: cents(2050) }],
      remarks: ['N130'],
    },
  ],
};

test('codes are judged by the lists that are imported, and without them that is said once', async () => {
  vi.stubEnv('SUPERBILL_OFFLINE', '1');
  const adjusted = write835({
    ...exchange,
    remits: exchange.remits.map((one) => ({ ...one, claims: [deniedClaim] })),
  });
  const data = join(folder, 'listed');
  mkdirSync(data);
  const codes = async () => {
    const answer = await run(
      'validate',
      file('adjusted.835', adjusted),
      '--json',
      '--snip',
      '5',
      '--data',
      data,
    );
    return JSON.parse(answer.out).findings.map(
      ({ severity, code, element }: { severity: string; code: string; element?: string }) =>
        `${severity} ${code} ${element ?? ''}`.trim(),
    );
  };
  expect(await codes()).toEqual(['info code-set-not-loaded']);
  const list = file('reasons.csv', 'adjustment_reason,effective_to\n45,\n96,2027-01-31\n');
  await importCodeSets([list], { directory: join(data, 'codesets') });
  expect(await codes()).toEqual(['error code-set CAS02', 'info code-set-not-loaded']);
});
