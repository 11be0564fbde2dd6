import type { PasskeyAnswer } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { type System, work } from '../work.ts';
import { beginSession } from './begin-session.ts';
import { passkeySignIn, readUserHandle, takePasskey } from './passkeys.ts';
import type { Entry } from './sign-in.ts';

/**
 * Signs in with a passkey alone. It says whose it is, and must have known its owner, so it is both factors in one. A
 * login that rests does not keep it out: there is nothing to guess.
 */
export async function signInWithPasskey(
  system: System,
  passkey: PasskeyAnswer,
  { origin, device }: { origin: string; device: string | null },
): Promise<Entry> {
  const whose = readUserHandle(passkey.response.userHandle);
  if (!whose) throw new AppError('passkey.unknown');
  const { organizationId, userId } = whose;
  // The refusal is thrown after the transaction, so that the failed try stays in the trail.
  const outcome = await work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
    const user = await unit.db
      .selectFrom('app_user')
      .select('user_id')
      .where('organization_id', '=', organizationId)
      .where('user_id', '=', userId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!user) return new AppError('passkey.unknown');
    const asked = { origin, purpose: passkeySignIn, verified: true };
    if (!(await takePasskey(unit, userId, passkey, asked))) {
      unit.audit('session.refuse', { kind: 'user', id: userId, detail: { method: 'passkey' } });
      return new AppError('passkey.unknown');
    }
    return (
      (await beginSession(unit, userId, { method: 'passkey', device })) ?? new AppError('passkey.unknown')
    );
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}
