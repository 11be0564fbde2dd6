import type { FactorKind, SignInStep } from '@superbill/contract';
import type { Work } from '../work.ts';
import type { Stage } from './actors.ts';
import { factorsOf, wantsSecondFactor } from './factors.ts';
import { readSession, rolesOf } from './read-session.ts';
import { openStaffSession, type SignInMethod } from './sessions.ts';

interface Begun {
  token: string;
  answer: SignInStep;
}

/** Factors that prove both what one has and what one knows or is: a passkey is unlocked by its owner. */
const wholeBySelf: readonly SignInMethod[] = ['passkey', 'totp', 'recovery-code', 'oidc'];

/**
 * Opens the session that a user has earned by `method`: an open one, one that waits for the second factor the user has,
 * or one that waits for a second factor to be set up where the organization wants it. Undefined for a user without a
 * role.
 */
export async function beginSession(
  unit: Work,
  userId: string,
  { method, device }: { method: SignInMethod; device: string | null },
): Promise<Begun | undefined> {
  const [hat] = await rolesOf(unit, userId);
  if (hat === undefined) return undefined;
  const factors = await factorsOf(unit, userId);
  const stage = await stageFor(unit, userId, method, factors);
  const token = await openStaffSession(unit, userId, hat, { stage, method, device });
  unit.audit(stage === 'open' ? 'session.open' : 'session.begin', {
    kind: 'user',
    id: userId,
    detail: { method, stage },
  });
  if (stage === 'second-factor') return { token, answer: { step: 'second-factor', factors } };
  if (stage === 'enrol') return { token, answer: { step: 'enrol' } };
  return { token, answer: { step: 'signed-in', session: await readSession(unit, userId, hat) } };
}

async function stageFor(
  unit: Work,
  userId: string,
  method: SignInMethod,
  factors: readonly FactorKind[],
): Promise<Stage> {
  if (wholeBySelf.includes(method)) return 'open';
  if (factors.some((factor) => factor !== 'recovery-code')) return 'second-factor';
  return (await wantsSecondFactor(unit, userId)) ? 'enrol' : 'open';
}
