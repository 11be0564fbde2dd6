import { writeNotice } from '../mail/write-notice.ts';
import type { Work } from '../work.ts';

/** What can change of the way somebody signs in, as the letter says it. */
const changes = {
  password: 'the password was changed',
  'totp added': 'an authenticator app was set up',
  'totp removed': 'the authenticator app was taken away',
  'passkey added': 'a passkey was added',
  'passkey removed': 'a passkey was taken away',
  'recovery codes': 'new recovery codes were made, and the earlier ones stopped working',
  'all second factors': 'the authenticator app, the passkeys and the recovery codes were taken away',
  'linked identity': 'an account at the identity provider was linked, which signs in from now on',
  'unlinked identity': 'the account at the identity provider was unlinked, and signs in no longer',
  email: 'the e-mail address was changed',
} as const;

/**
 * Writes to a user that the way they sign in was changed, so that a change by somebody else is noticed
 * (NIST SP 800-63B-4, 4.6). After a change of address `former` is told too.
 */
export function tellOfChange(
  unit: Work,
  userId: string,
  change: keyof typeof changes,
  { former }: { former?: string | null } = {},
): Promise<void> {
  return writeNotice(
    unit,
    userId,
    ({ practice, moment }) => ({
      subject: `Your log-in at ${practice} was changed`,
      lines: [
        `Your log-in for Superbill at ${practice} was changed on ${moment}: ${changes[change]}.`,
        '',
        'If you did this, or asked for it, there is nothing to do. If not, tell an administrator of the practice at once,',
        'by telephone or in person, to have your sign-in reset. If you can still sign in, change your password and end the',
        'other sessions under My account.',
      ],
    }),
    { former: former ?? null },
  );
}
