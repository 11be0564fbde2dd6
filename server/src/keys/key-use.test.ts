import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { bringKeyring } from './key-use.ts';
import { keyringOf, newKey, writeKeys } from './keyring.ts';

const { db } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'superbill-key-use-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const aFile = () => {
  files += 1;
  return join(folder, `${files}`, 'keys');
};

describe('a start', () => {
  test('with an empty database makes the first key', async () => {
    const SUPERBILL_KEY_FILE = aFile();
    const keyring = await bringKeyring(db, [], { SUPERBILL_KEY_FILE });
    expect(keyring.ids).toHaveLength(1);
    expect(existsSync(SUPERBILL_KEY_FILE)).toBe(true);
  });

  test('with sealed values and their key goes on with it', async () => {
    const SUPERBILL_KEY_FILE = aFile();
    const key = newKey();
    writeKeys(SUPERBILL_KEY_FILE, [key]);
    const { organizationId } = await aWorld({ db }, { keyring: keyringOf([key]) });
    expect((await bringKeyring(db, [organizationId], { SUPERBILL_KEY_FILE })).currentId).toBe(key.id);
  });

  test('with sealed values and no key file is refused, says what to restore, and makes nothing', async () => {
    const SUPERBILL_KEY_FILE = aFile();
    const { organizationId } = await aWorld({ db });
    const before = readdirSync(folder);
    await expect(bringKeyring(db, [organizationId], { SUPERBILL_KEY_FILE })).rejects.toThrow(
      `The key file ${SUPERBILL_KEY_FILE} is missing. Restore it from the copy that is kept apart`,
    );
    expect(readdirSync(folder)).toEqual(before);
  });

  test('with a key that did not seal is refused, and names the one that did', async () => {
    const SUPERBILL_KEY_FILE = aFile();
    const key = newKey();
    const { organizationId } = await aWorld({ db }, { keyring: keyringOf([key]) });
    writeKeys(SUPERBILL_KEY_FILE, [newKey()]);
    await expect(bringKeyring(db, [organizationId], { SUPERBILL_KEY_FILE })).rejects.toThrow(
      `The key ${key.id}, which identifiers in this database are sealed with, is not in ${SUPERBILL_KEY_FILE}`,
    );
  });
});
