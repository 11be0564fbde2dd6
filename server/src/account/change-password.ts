import type { StaffActor } from '../auth/actors.ts';
import { endSession, endSessions } from '../auth/end-sessions.ts';
import { countFactorFailure, forgetFactorFailures, lockFactorUser } from '../auth/factor-failures.ts';
import { endDevices } from '../auth/known-devices.ts';
import { isOwnPassword } from '../auth/prove.ts';
import { openStaffSession } from '../auth/sessions.ts';
import { setPassword } from '../auth/set-password.ts';
import { tellOfChange } from '../auth/tell-of-change.ts';
import { AppError } from '../errors.ts';
import type { Exchange } from '../http/handle.ts';
import { work } from '../work.ts';

/**
 * Chooses a new password by the current one. All sessions end, and this one goes on under a new token, which is
 * answered: who knew the old password or token is out.
 */
export async function changePassword(
  { system, device }: Pick<Exchange, 'system' | 'device'>,
  actor: StaffActor,
  { current, next }: { current: string; next: string },
): Promise<string> {
  const { userId, hat, tokenHash } = actor;
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  const outcome = await work(system, actor, async (unit): Promise<string | AppError> => {
    const user = await lockFactorUser(unit, userId);
    if (user.rests) return new AppError('session.locked');
    if (!(await isOwnPassword(unit, userId, current))) {
      const failure = await countFactorFailure(unit, user);
      if (failure.code === 'session.locked') await endSession(unit, tokenHash);
      return failure.code === 'session.locked' ? failure : new AppError('password.wrong', {}, 'current');
    }
    await forgetFactorFailures(unit, userId);
    await setPassword(unit, userId, next);
    await endSessions(unit, userId);
    await endDevices(unit, userId);
    unit.audit('password.change', { kind: 'user', id: userId });
    await tellOfChange(unit, userId, 'password');
    return openStaffSession(unit, userId, hat, { device });
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}
