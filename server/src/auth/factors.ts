import type { FactorKind } from '@superbill/contract';
import type { Work } from '../work.ts';
import { rolesOf } from './read-session.ts';

/** The second factors a user can answer with now. Recovery codes count only beside another one. */
export async function factorsOf({ db, organizationId }: Work, userId: string): Promise<FactorKind[]> {
  const totp = await db
    .selectFrom('totp_factor')
    .select('factor_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  const passkey = await db
    .selectFrom('passkey')
    .select('passkey_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  const code = await db
    .selectFrom('recovery_code')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  const factors: FactorKind[] = [];
  if (totp) factors.push('totp');
  if (passkey) factors.push('passkey');
  if (code && factors.length > 0) factors.push('recovery-code');
  return factors;
}

/** Whether the organization wants a second factor of one of the user's roles. */
export async function wantsSecondFactor(unit: Work, userId: string): Promise<boolean> {
  const setting = await unit.db
    .selectFrom('security_setting')
    .select('second_factor_roles')
    .where('organization_id', '=', unit.organizationId)
    .executeTakeFirst();
  if (!setting || setting.second_factor_roles.length === 0) return false;
  const held = await rolesOf(unit, userId);
  return held.some((role) => setting.second_factor_roles.includes(role));
}
