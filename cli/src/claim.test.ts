import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Claim, cents, type Instant, isoDate } from '@superbill/engines/model';
import { write837 } from '@superbill/engines/x12';
import { importCodeSets } from '@superbill/server/codesets/import-code-sets';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { claimCommand } from './claim.ts';
import type { Terminal } from './terminal.ts';

const directory = mkdtempSync(join(tmpdir(), 'claim-'));
beforeAll(() => void vi.stubEnv('SUPERBILL_OFFLINE', '1'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true });
});

const address = { line1: '1 Example Street', city: 'Sampletown', state: 'OH', zip: '430040001' };
const claim: Claim = {
  kind: 'professional',
  controlNumber: 'SB1',
  frequency: '1',
  placeOfService: '11',
  billingProvider: {
    name: 'Example Clinic',
    npi: '1234567893',
    taxId: '123456789',
    address,
    contacts: [{ phone: '6145550100' }],
  },
  payerSequence: 'P',
  payer: { payerId: 'EXAMP', name: 'Example Health Plan', claimFilingIndicator: 'CI' },
  subscriber: {
    firstName: 'Sally',
    lastName: 'Sample',
    birthDate: isoDate('1980-05-05'),
    sex: 'F',
    address,
    memberId: 'EX0001',
  },
  relationship: 'self',
  otherCoverages: [],
  diagnoses: ['E11.9'],
  assignmentOfBenefits: true,
  charge: cents(15000),
  lines: [
    {
      controlNumber: 'L1',
      procedure: '99213',
      modifiers: [],
      charge: cents(15000),
      units: 1,
      unitBasis: 'UN',
      diagnosisPointers: [1],
      serviceDate: isoDate('2026-01-05'),
    },
  ],
};

const x12 = (claims: Claim[]) =>
  write837({
    controlNumbers: { interchange: 1, group: 1, transaction: 1 },
    createdAt: '2026-01-06T10:00:00.000Z' as Instant,
    usage: 'T',
    submitter: { name: 'Example Clinic', id: 'CLINIC', contacts: [{ phone: '6145550100' }] },
    receiver: { name: 'Example Clearinghouse', id: 'CLEAR' },
    claims,
  });

async function run(content: string | undefined): Promise<{ status: number; answer: unknown }> {
  const file = join(directory, 'file');
  if (content !== undefined) writeFileSync(file, content);
  const lines: string[] = [];
  let status = 0;
  const terminal: Terminal = {
    out: (line) => void lines.push(line),
    err: () => {},
    input: { async *[Symbol.asyncIterator]() {} },
    exit: (given) => {
      status = Math.max(status, given);
    },
  };
  const path = content === undefined ? join(directory, 'absent') : file;
  await claimCommand(terminal).parseAsync(['scrub', path, '--json', '--data', directory], { from: 'user' });
  return { status, answer: JSON.parse(lines.join('\n')) };
}

const errors = (answer: unknown) => (JSON.stringify(answer).match(/"severity":"error"/g) ?? []).length;

test.each([
  { name: 'a clean claim as JSON', content: JSON.stringify(claim), status: 0, faults: 0 },
  { name: 'a clean claim as 837P', content: x12([claim]), status: 0, faults: 0 },
  {
    name: 'a claim without member number as JSON',
    content: JSON.stringify({ ...claim, subscriber: { ...claim.subscriber, memberId: '' } }),
    status: 1,
    faults: 1,
  },
  {
    name: 'an external cause first, as 837P',
    content: x12([{ ...claim, diagnoses: ['W01.0XXA', 'E11.9'] }]),
    status: 1,
    faults: 1,
  },
  {
    name: 'two claims for the same service',
    content: x12([claim, { ...claim, controlNumber: 'SB2' }]),
    status: 1,
    faults: 1,
  },
  { name: 'JSON of another shape', content: '[1]', status: 2, faults: 0 },
  { name: 'broken JSON', content: '{"lines":', status: 2, faults: 0 },
  { name: 'something else', content: 'hello', status: 2, faults: 0 },
  { name: 'no file', content: undefined, status: 2, faults: 0 },
])('$name ends with $status', async ({ content, status, faults }) => {
  const result = await run(content);
  expect([result.status, errors(result.answer)]).toEqual([status, faults]);
  expect(result.answer).toHaveProperty(status === 2 ? 'error' : 'findings');
});

test('a place of service that the list of CMS has not is found once the list is imported', async () => {
  const wrong = JSON.stringify({ ...claim, placeOfService: '30' });
  expect((await run(wrong)).status).toBe(0);
  const list = join(directory, 'places.csv');
  writeFileSync(list, 'place_of_service,effective_to\n11,\n30,2025-12-31\n');
  await importCodeSets([list], { directory: join(directory, 'codesets') });
  const { status, answer } = await run(wrong);
  expect([status, errors(answer)]).toEqual([1, 1]);
  expect(JSON.stringify(answer)).toContain('place-of-service-unknown');
  expect((await run(JSON.stringify(claim))).status).toBe(0);
});
