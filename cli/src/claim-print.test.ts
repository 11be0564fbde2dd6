import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim } from '@superbill/engines/model';
import { afterAll, beforeEach, expect, test } from 'vitest';
import {
  anInstitutionalClaim,
  aProfessionalClaim,
  aVisit,
} from '../../engines/src/forms/examples.test-data.ts';
import { anInstitutionalFile } from '../../engines/src/x12/testing/institutional-example.ts';
import { aProfessionalFile } from '../../engines/src/x12/testing/professional-example.ts';
import { claimCommand } from './claim.ts';
import type { Terminal } from './terminal.ts';

const directory = mkdtempSync(join(tmpdir(), 'claim-print-'));
const [file, out] = [join(directory, 'claims'), join(directory, 'claims.pdf')];
afterAll(() => rmSync(directory, { recursive: true }));
beforeEach(() => rmSync(out, { force: true }));

async function run(content: unknown, ...more: string[]) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const [told, said]: [string[], string[]] = [[], []];
  let status = 0;
  const terminal: Terminal = {
    out: (line) => void told.push(line),
    err: (line) => void said.push(line),
    input: { async *[Symbol.asyncIterator]() {} },
    exit: (given) => {
      status = Math.max(status, given);
    },
  };
  await claimCommand(terminal).parseAsync(['print', file, '--out', out, ...more], { from: 'user' });
  return { status, told, said };
}

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length;

test.each([
  { name: 'an 837P file', content: aProfessionalFile(), claims: '6 claims on 7 pages', pages: 7 },
  { name: 'an 837I file', content: anInstitutionalFile(), claims: '2 claims on 2 pages', pages: 2 },
  { name: 'a claim as JSON', content: aProfessionalClaim(), claims: '1 claim on 1 page', pages: 1 },
  {
    name: 'claims of two kinds as JSON',
    content: [anInstitutionalClaim(), aProfessionalClaim({ lines: Array(7).fill(aVisit()) })],
    claims: '2 claims on 3 pages',
    pages: 3,
  },
])('$name is printed: $claims', async ({ content, claims, pages }) => {
  const { status, told } = await run(content);
  expect([status, told.at(-1)]).toEqual([0, `${claims}: ${out}`]);
  expect(pagesOf(readFileSync(out))).toBe(pages);
});

test('a background for checking is drawn when it is asked for', async () => {
  await run(aProfessionalClaim());
  const plain = readFileSync(out).length;
  await run(aProfessionalClaim(), '--background', 'proof');
  expect(readFileSync(out).length).toBeGreaterThan(plain);
});

test('what had to be left out is told with its claim, and the status says so', async () => {
  const { subscriber } = aProfessionalClaim();
  const claim = aProfessionalClaim({
    subscriber: { ...subscriber, memberId: '1'.repeat(30) },
    delayReason: '1',
  });
  const { status, told, said } = await run(claim);
  expect(status).toBe(1);
  expect(told[0]).toMatch(/^SB-1001: error at subscriber\.memberId: .*\[form-code-cut\]$/);
  expect(said).toEqual(['1 detail of the claims have no field on the forms; --json names them.']);
  expect(existsSync(out)).toBe(true);
});

test('as JSON it says which pages are whose', async () => {
  const claims = [aProfessionalClaim({ lines: Array(7).fill(aVisit()) }), anInstitutionalClaim()];
  const { told } = await run(claims, '--json');
  expect(JSON.parse(told.join('\n'))).toEqual({
    file: out,
    claims: [
      { claim: 'SB-1001', form: 'cms1500', firstPage: 1, pages: 2 },
      { claim: 'H-2001', form: 'ub04', firstPage: 3, pages: 1 },
    ],
    findings: [],
  });
});

test('of several claims those are printed that can be, and the others named', async () => {
  const dental: Claim = { ...aProfessionalClaim(), kind: 'dental', controlNumber: 'D1' };
  const { status, told } = await run([dental, aProfessionalClaim()]);
  expect([status, pagesOf(readFileSync(out))]).toEqual([1, 1]);
  expect(told[0]).toMatch(/^D1: error at kind: This claim is dental/);
});

test.each([
  {
    name: 'a form of another kind',
    content: aProfessionalClaim(),
    more: ['--form', 'ub04'],
    said: /CMS-1500/,
  },
  { name: 'only dental claims', content: { ...aProfessionalClaim(), kind: 'dental' }, more: [], said: /ADA/ },
  { name: 'something else', content: 'hello', more: [], said: /claims: / },
  { name: 'an empty list', content: [], more: [], said: /holds no claim/ },
  {
    name: 'a place that cannot be written',
    content: aProfessionalClaim(),
    more: ['--out', directory],
    said: /EISDIR/,
  },
])('$name ends with 2 and without a file', async ({ content, more, said }) => {
  const result = await run(content, ...more);
  expect([result.status, existsSync(out)]).toEqual([2, false]);
  expect(result.said.join('\n')).toMatch(said);
});
