import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyringOf, newKey, readKeyFile, writeKeys } from '@superbill/server/keys/keyring';
import { verifyOrganization } from '@superbill/server/system/verify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aPatient } from '../../test/visit.ts';
import { aWorld } from '../../test/world.ts';
import { keysCommand } from './keys.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'superbill-keys-'));
const file = join(folder, 'keys');
const before = { ...process.env };
beforeAll(() => Object.assign(process.env, { DATABASE_URL: database.url, SUPERBILL_KEY_FILE: file }));
afterAll(() => {
  process.env = before;
});

async function keys(...args: string[]) {
  const said: string[] = [];
  let status = 0;
  const terminal = {
    out: (line: string) => void said.push(line),
    err: (line: string) => void said.push(line),
    exit: (code: number) => {
      status = code;
    },
  };
  await keysCommand(terminal as never).parseAsync(['node', 'keys', ...args, '--data', folder]);
  return { status, said: said.join('\n') };
}

test('a key is added, takes over, and the old one goes when nothing needs it', async () => {
  const world = await aWorld(database, { keyring: keyringOf(start()) });
  await aPatient(world);
  const [first] = readKeyFile(file);
  expect((await keys('status')).said).toMatch(new RegExp(`${first?.id}  \\d+ values, in use`));
  const rotated = await keys('rotate');
  expect(rotated, rotated.said).toMatchObject({ status: 0 });
  const both = readKeyFile(file);
  expect(both.map(({ id }) => id)).toEqual([first?.id, both[1]?.id]);
  const ring = keyringOf(both.slice(1));
  expect(await verifyOrganization(database.db, world.organizationId, [], ring)).toMatchObject({ ok: true });
  const stranger = keyringOf([newKey()]);
  const without = await verifyOrganization(database.db, world.organizationId, [], stranger);
  expect(without.ok).toBe(false);
  const sealed = without.checks.find(({ name }) => name === 'sealed-values');
  expect(sealed?.detail).toContain(`The key ${both[1]?.id}`);
  expect((await keys('prune')).said).toContain('1 keys removed');
  expect(readKeyFile(file).map(({ id }) => id)).toEqual([both[1]?.id]);

  const good = readFileSync(file);
  writeKeys(file, [newKey()]);
  const lost = await keys('rotate');
  expect(lost.status).toBe(2);
  expect(lost.said).toContain(`The key ${both[1]?.id}`);
  expect(lost.said).toContain(file);
  writeFileSync(file, good);
  expect((await keys('status')).status).toBe(0);
}, 60_000);

function start() {
  writeKeys(file, [newKey()]);
  return readKeyFile(file);
}
