import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays } from '@superbill/engines/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aBench, visitOn } from './bench.test-data.ts';
import { visit } from './examples.test-data.ts';
import { serveFolders } from './folder.ts';

let bench: ReturnType<typeof aBench>;

beforeEach(() => {
  bench = aBench();
});

afterEach(() => bench.remove());

test('folders: whole files are answered into the exchange they came from, and a crash repeats nothing', async () => {
  const root = join(bench.directory, 'exchange');
  const inbox = join(root, 'clinic', 'to-payer');
  const outbox = join(root, 'clinic', 'from-payer');
  await mkdir(inbox, { recursive: true });
  const bytes = bench.fileOf([visitOn(visit)]);
  await writeFile(join(inbox, '.1.837.part'), bytes);
  const service = serveFolders(bench.payer, root);
  expect(await service.poll()).toBe(0);
  await rename(join(inbox, '.1.837.part'), join(inbox, '1.837'));
  expect(await service.poll()).toBe(1);
  expect(await service.pay()).toBe(1);
  const names = (await readdir(outbox)).map((name) => name.split('.')[1]).sort();
  expect(names).toEqual(['277ca', '835', '999', 'ta1']);
  expect(bench.payer.undelivered()).toEqual([]);

  await writeFile(join(inbox, '1-again.837'), bytes);
  expect(await service.poll()).toBe(1);
  expect(await service.pay()).toBe(0);
  expect(await readdir(outbox)).toHaveLength(4);

  bench.payer.receive(bench.fileOf([visitOn(addDays(visit, 1), { controlNumber: 'SB2' })]), 'clinic');
  bench.restart();
  await serveFolders(bench.payer, root).poll();
  expect(await readdir(outbox)).toHaveLength(7);
});
