import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBreachedPasswords } from './breached-passwords.ts';
import { commonWords, isCommon } from './common-passwords.ts';
import { checkNewPassword } from './password-policy.ts';

const code = (password: string, hasSecondFactor = false) =>
  checkNewPassword(password, {
    words: ['casey', 'Casey Example', 'Example Family Clinic'],
    hasSecondFactor,
  }).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

test.each([
  { password: 'lantern-stair-9', answer: 'taken' },
  { password: 'lantern-stairs', answer: 'password.too-short' },
  { password: 'eightchr', answer: 'taken', second: true },
  { password: 'sevench', answer: 'password.too-short', second: true },
  { password: 'a lantern for the winding stairs', answer: 'taken' },
  { password: 'größte wörter ähneln', answer: 'taken' },
  { password: '💡🐢'.repeat(8), answer: 'taken' },
  { password: '839201746502817', answer: 'taken' },
  { password: 'passwordpassword', answer: 'password.common' },
  { password: 'P@ssw0rd-P@ssw0rd', answer: 'password.common' },
  { password: 'qwertyuiopasdfghjkl', answer: 'password.common' },
  { password: 'aaaaaaaaaaaaaaaaaaaa', answer: 'password.common' },
  { password: 'abcabcabcabcabcabc', answer: 'password.common' },
  { password: '1234567890123456', answer: 'password.common' },
  { password: 'casey-casey-2027!', answer: 'password.common' },
  { password: 'ExampleFamilyClinic', answer: 'password.common' },
  { password: 'superbill-superbill', answer: 'password.common' },
  { password: 'welcome2superbill', answer: 'password.common' },
  { password: 'dragonmonkeysunshine', answer: 'password.common' },
])('$password: $answer', async ({ password, answer, second }) => {
  expect(await code(password, second)).toBe(answer);
});

describe('whatever is chosen', () => {
  const word = fc.constantFrom(...commonWords());

  test('listed words are refused in any case, with a year and signs behind, once or twice', () => {
    fc.assert(
      fc.property(
        word,
        fc.boolean(),
        fc.integer({ min: 1900, max: 2099 }),
        fc.boolean(),
        (base, upper, year, twice) => {
          const told = upper ? base.toUpperCase() : base;
          return isCommon(`${told}${twice ? `-${told}` : ''}${year}!!`, []);
        },
      ),
    );
  });

  test('a name of its context is refused alone and repeated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.integer({ min: 1, max: 4 }), (name, times) =>
        isCommon(name.repeat(times), [name]),
      ),
    );
  });

  test('random ones of 16 characters are taken', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[bcdfghjkmnpqrstvwxz2-9]{16}$/),
        (random) => !isCommon(random, ['casey']),
      ),
      { numRuns: 300, seed: 5 },
    );
  });
});

describe("the operator's list", () => {
  const file = join(mkdtempSync(join(tmpdir(), 'superbill-breached-')), 'ordered.txt');
  const leaked = Array.from({ length: 500 }, (_, index) => `leaked word ${index}`);
  const hash = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase();
  const lines = leaked.map((password, index) => `${hash(password)}:${10 ** (index % 7)}`).sort();
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  const list = openBreachedPasswords({ SUPERBILL_BREACHED_PASSWORDS: file });

  test('finds every password that is in it, and no other', async () => {
    for (const password of leaked) expect(await list.has(password), password).toBe(true);
    for (let i = 0; i < 100; i += 1) expect(await list.has(`another word ${i}`)).toBe(false);
  });

  test.each([
    { what: 'is not there', text: undefined },
    { what: 'is no list', text: 'hello\nworld\n' },
  ])('that $what is an error with its name, not a password that passes', async ({ what, text }) => {
    const path = `${file}.${what.replaceAll(' ', '-')}`;
    if (text !== undefined) writeFileSync(path, text);
    await expect(openBreachedPasswords({ SUPERBILL_BREACHED_PASSWORDS: path }).has('x')).rejects.toThrow(
      path,
    );
  });
});
