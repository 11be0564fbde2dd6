import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyIdOf, keyringOf, newKey, openKeyring, readKeyFile, SealError, writeKeys } from './keyring.ts';

const place = 'o/coverage/member_id/c';

describe('sealing', () => {
  const [older, newer] = [newKey(), newKey()];
  const ring = keyringOf([older, newer]);

  test('gives back what was put in, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, context) => {
        expect(ring.open(ring.seal(plain, context), context).equals(Buffer.from(plain))).toBe(true);
      }),
    );
  });

  test('never gives the same bytes twice', () => {
    expect(ring.seal('EM1', place).equals(ring.seal('EM1', place))).toBe(false);
  });

  test('any changed bit is found, and so is another place', () => {
    const sealed = ring.seal('EM739184652', place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => ring.open(changed, place)).toThrow(SealError);
    }
    expect(() => ring.open(sealed, 'o/coverage/member_id/d')).toThrow(SealError);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => ring.open(sealed.subarray(0, length), place)).toThrow(SealError);
  });

  test('an older key still opens, a foreign one does not, and the refusal does not quote', () => {
    const sealed = keyringOf([older]).seal('EM739184652', place);
    expect(keyIdOf(sealed)).toBe(older.id);
    expect(ring.open(sealed, place).toString()).toBe('EM739184652');
    expect(() => keyringOf([newer]).open(sealed, place)).toThrow(`The key ${older.id} of ${place}`);
  });
});

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-keys-'));

  test('is made at the first start, for its owner only, and stays the same', () => {
    const SUPERBILL_KEY_FILE = join(folder, 'made', 'keys');
    const first = openKeyring({ SUPERBILL_KEY_FILE });
    expect(openKeyring({ SUPERBILL_KEY_FILE }).currentId).toBe(first.currentId);
    expect(statSync(SUPERBILL_KEY_FILE).mode & 0o777).toBe(0o600);
  });

  test('keeps all keys in order, the current one last', () => {
    const file = join(folder, 'two');
    const keys = [newKey(), newKey()];
    writeKeys(file, keys);
    expect(readKeyFile(file)).toEqual(keys);
    expect(openKeyring({ SUPERBILL_KEYS: readFileSync(file, 'utf8').trim().replace('\n', ',') }).ids).toEqual(
      keys.map(({ id }) => id),
    );
  });

  test.each([
    ['', 'There is no key'],
    ['c2hvcnQ=', 'Key 1 in'],
  ])('that holds %j is refused', (text, message) => {
    const file = join(folder, 'bad');
    writeFileSync(file, text);
    expect(() => openKeyring({ SUPERBILL_KEY_FILE: file })).toThrow(message);
  });
});
