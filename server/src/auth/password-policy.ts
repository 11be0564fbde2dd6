import { AppError } from '../errors.ts';
import { type BreachedPasswords, openBreachedPasswords } from './breached-passwords.ts';
import { isCommon } from './common-passwords.ts';

/** Characters a password needs: as the only factor, and beside a second one (NIST SP 800-63B-4, 3.1.1.2). */
export const shortest = { alone: 15, withSecondFactor: 8 };

/** What the password is chosen for: its own words are the first that a guesser tries. */
export interface PasswordContext {
  /** Login, name, practice, mail address. */
  words: readonly string[];
  hasSecondFactor: boolean;
}

/** How many characters a password has, as a person counts them. */
export function lengthOf(password: string): number {
  return [...password.normalize('NFKC')].length;
}

/**
 * Refuses a password that is too short or among the first a guesser tries; nothing else is asked of it: no mixture of
 * characters, no change after a time (NIST SP 800-63B-4, 3.1.1.2). Throws `password.too-short` or `password.common`.
 */
export async function checkNewPassword(
  password: string,
  { words, hasSecondFactor }: PasswordContext,
  breached: BreachedPasswords = openBreachedPasswords(process.env),
): Promise<void> {
  const least = hasSecondFactor ? shortest.withSecondFactor : shortest.alone;
  if (lengthOf(password) < least)
    throw new AppError(
      'password.too-short',
      { least },
      'password',
      `A password needs ${least} characters or more.`,
    );
  if (isCommon(password, ['superbill', ...words]) || (await breached.has(password)))
    throw new AppError('password.common', {}, 'password');
}
