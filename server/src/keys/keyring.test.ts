import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import {
  keyIdOf,
  keyringOf,
  makeFirstKey,
  newKey,
  openKeyring,
  readKeyFile,
  SealError,
  writeKeys,
} from './keyring.ts';

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
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner only, and never by who only opens it', () => {
    const SUPERBILL_KEY_FILE = join(folder, 'made', 'keys');
    expect(() => openKeyring({ SUPERBILL_KEY_FILE })).toThrow(
      /missing\. Restore it from the copy .* SUPERBILL_KEY_FILE/,
    );
    expect(existsSync(join(folder, 'made'))).toBe(false);
    makeFirstKey({ SUPERBILL_KEY_FILE });
    const first = openKeyring({ SUPERBILL_KEY_FILE });
    makeFirstKey({ SUPERBILL_KEY_FILE });
    expect(openKeyring({ SUPERBILL_KEY_FILE }).currentId).toBe(first.currentId);
    expect(statSync(SUPERBILL_KEY_FILE).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'made'))).toEqual(['keys']);
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
    [newKey().secret.toString('base64').slice(0, 30), 'it was cut off or changed. Restore it'],
  ])('that holds %j is refused', (text, message) => {
    const file = join(folder, 'bad');
    writeFileSync(file, text, { mode: 0o600 });
    expect(() => openKeyring({ SUPERBILL_KEY_FILE: file })).toThrow(message);
  });

  test.each([0o640, 0o604, 0o666])('that others can read (%o) is refused', (mode) => {
    const file = join(folder, 'open');
    writeKeys(file, [newKey()]);
    chmodSync(file, mode);
    expect(() => openKeyring({ SUPERBILL_KEY_FILE: file })).toThrow(`chmod 600 ${file}`);
  });

  test('is read again when a value names a key that came later, and not for a name it never held', () => {
    const file = join(folder, 'rotated');
    const [older, newer, never] = [newKey(), newKey(), newKey()];
    writeKeys(file, [older]);
    const running = openKeyring({ SUPERBILL_KEY_FILE: file });
    writeKeys(file, [older, newer]);
    const sealed = keyringOf([newer]).seal('EM1', place);
    expect(running.open(sealed, place).toString()).toBe('EM1');
    expect(running.currentId).toBe(newer.id);
    expect(keyIdOf(running.seal('EM1', place))).toBe(newer.id);

    const foreign = keyringOf([never]).seal('EM1', place);
    expect(() => running.open(foreign, place)).toThrow(SealError);
    rmSync(file);
    expect(() => running.open(foreign, place)).toThrow('The key file cannot be read again');
    expect(running.open(sealed, place).toString()).toBe('EM1');
  });
});
