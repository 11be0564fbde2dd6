import type { BodyOf, PasskeyAnswer, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import type { Exchange } from '../http/handle.ts';
import { type Work, work } from '../work.ts';
import type { StaffActor } from './actors.ts';
import { beginSession } from './begin-session.ts';
import { endSession } from './end-sessions.ts';
import { countFactorFailure, forgetFactorFailures, lockFactorUser } from './factor-failures.ts';
import { rememberDevice } from './known-devices.ts';
import { takePasskey } from './passkeys.ts';
import { takeRecoveryCode } from './recovery-codes.ts';
import type { SignInMethod } from './sessions.ts';
import type { Entry } from './sign-in.ts';
import { lockTotp, takeTotp } from './totp.ts';

type Given = BodyOf<typeof routes.passSecondFactor>;

/**
 * The second step of signing in. The session that waited ends and an open one begins under a new token. Wrong answers
 * are counted on the user, and the right password does not start that count anew; after five no code is taken for 15
 * minutes. A passkey cannot be guessed and is always taken.
 */
export async function passSecondFactor(
  { system, device, origin }: Pick<Exchange, 'system' | 'device' | 'origin'>,
  actor: StaffActor,
  given: Given,
): Promise<Entry> {
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  const outcome = await work(system, actor, async (unit): Promise<Entry | AppError> => {
    const { userId } = actor;
    const user = await lockFactorUser(unit, userId);
    if (user.rests && !('passkey' in given)) return new AppError('session.locked');
    const place = { origin, purpose: factorPurpose(actor.session.id), verified: false };
    if (!(await takeFactor(unit, userId, given, place))) return countFactorFailure(unit, user);
    await forgetFactorFailures(unit, userId);
    await endSession(unit, actor.tokenHash);
    const begun = await beginSession(unit, userId, { method: methodOf(given), device });
    if (!begun) return new AppError('session.refused');
    return { ...begun, knownDevice: await rememberDevice(unit, userId, undefined) };
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

/** The purpose of a challenge for the second step of this session. */
export function factorPurpose(sessionId: string): string {
  return `passkey factor ${sessionId}`;
}

function methodOf(given: Given): SignInMethod {
  if ('code' in given) return 'totp';
  return 'passkey' in given ? 'passkey' : 'recovery-code';
}

/** Where a passkey was asked, what for, and whether it has to have known its owner. */
interface Asked {
  origin: string;
  purpose: string;
  verified: boolean;
}

async function takeFactor(unit: Work, userId: string, given: Given, asked: Asked): Promise<boolean> {
  if (!('recoveryCode' in given)) return takeCodeOrPasskey(unit, userId, given, asked);
  const right = await takeRecoveryCode(unit, userId, given.recoveryCode);
  if (right) unit.audit('recovery-code.use', { kind: 'user', id: userId });
  return right;
}

/** A code of the user's app, or the user's passkey. */
export async function takeCodeOrPasskey(
  unit: Work,
  userId: string,
  given: { code: string } | { passkey: PasskeyAnswer },
  asked: Asked,
): Promise<boolean> {
  if ('passkey' in given) return takePasskey(unit, userId, given.passkey, asked);
  const totp = await lockTotp(unit, userId, { confirmed: true });
  return totp !== undefined && (await takeTotp(unit, totp, given.code));
}
