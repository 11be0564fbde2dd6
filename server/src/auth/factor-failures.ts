import { addMilliseconds } from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import { restAfter, restMilliseconds } from './strangers.ts';

interface FactorUser {
  userId: string;
  /** Codes and proofs are not taken now. */
  rests: boolean;
  failures: number;
}

/** The user with the count of wrong codes, locked until the transaction ends, so that tries at once all count. */
export async function lockFactorUser({ db, organizationId, now }: Work, userId: string): Promise<FactorUser> {
  const row = await db
    .selectFrom('app_user')
    .select(['failed_factors', 'factors_rest_until'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const rests = row.factors_rest_until !== null && row.factors_rest_until > now;
  return { userId, rests, failures: row.failed_factors };
}

/** Counts a wrong code or proof and gives the refusal; after five none is taken for 15 minutes. */
export async function countFactorFailure(unit: Work, { userId, failures }: FactorUser): Promise<AppError> {
  const failed = failures + 1;
  const rests = failed >= restAfter;
  await setCount(unit, userId, rests ? 0 : failed, rests);
  unit.audit('factor.refuse', { kind: 'user', id: userId });
  if (rests) unit.audit('user.rest', { kind: 'user', id: userId });
  return new AppError(rests ? 'session.locked' : 'factor.refused');
}

/** A right answer starts the count anew. */
export function forgetFactorFailures(unit: Work, userId: string): Promise<void> {
  return setCount(unit, userId, 0, false);
}

async function setCount(
  { db, organizationId, now }: Work,
  userId: string,
  failed: number,
  rests: boolean,
): Promise<void> {
  await db
    .updateTable('app_user')
    .set({
      failed_factors: failed,
      factors_rest_until: rests ? addMilliseconds(now, restMilliseconds) : null,
    })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
}
