import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write835, write837 } from '@superbill/engines/x12';
import { afterAll, expect, test } from 'vitest';
import { anExchange835, aSubmission } from '../engines/src/x12/testing/examples.ts';

const root = new URL('..', import.meta.url).pathname;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The examples of a page: code, and what it prints. */
function examples(page: string): { code: string; prints: string }[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
    ([, code = '', prints = '']) => ({ code, prints }),
  );
}

test.each([
  { page: 'docs/x12.md', least: 5 },
  { page: 'docs/coding.md', least: 1 },
])('the examples in $page print what the page says', ({ page, least }) => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  folders.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'remit.835'), write835(anExchange835()));
  writeFileSync(join(folder, 'claims.837'), write837(aSubmission()));
  const all = examples(page);
  expect(all.length).toBeGreaterThanOrEqual(least);
  // One process for all: each example is a module, and marks where its output ends.
  for (const [index, { code }] of all.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
  const run = all.map((_, index) => `await import('./example-${index}.ts'); console.log('--- end');`);
  writeFileSync(join(folder, 'run.ts'), run.join('\n'));
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'run.ts'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const printed = output.split('--- end\n').slice(0, -1);
  expect(printed).toEqual(all.map(({ prints }) => prints));
});
