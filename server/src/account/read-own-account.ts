import type { OwnAccount } from '@superbill/contract';
import { wantsSecondFactor } from '../auth/factors.ts';
import { loadIdentities } from '../auth/provider/identities.ts';
import { loadProvider } from '../auth/provider/store.ts';
import { shortestPassword } from '../auth/set-password.ts';
import type { Work } from '../work.ts';

/** How a user signs in: what is set up, never a secret. */
export async function readOwnAccount(unit: Work, userId: string): Promise<OwnAccount> {
  const { db, organizationId } = unit;
  const user = await db
    .selectFrom('app_user')
    .select(['login', 'name', 'email', 'password_hash', 'password_changed_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const totp = await db
    .selectFrom('totp_factor')
    .select(['factor_id', 'confirmed_at', 'last_used_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('passkey')
    .select(['passkey_id', 'name', 'created_at', 'last_used_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .execute();
  const codes = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  const provider = await loadProvider(unit);
  return {
    user: { id: userId, login: user.login, name: user.name, email: user.email },
    password: {
      isSet: user.password_hash !== null,
      changedAt: user.password_changed_at,
      shortest: await shortestPassword(unit, userId),
    },
    totp: totp?.confirmed_at
      ? { id: totp.factor_id, addedAt: totp.confirmed_at, lastUsedAt: totp.last_used_at }
      : null,
    passkeys: passkeys.map((passkey) => ({
      id: passkey.passkey_id,
      name: passkey.name,
      addedAt: passkey.created_at,
      lastUsedAt: passkey.last_used_at,
    })),
    identities: (await loadIdentities(unit, userId)).map(({ id, issuer, linkedAt }) => ({
      id,
      issuer,
      linkedAt,
    })),
    identityProvider: provider ? { label: provider.label, issuer: provider.issuer } : null,
    recoveryCodesLeft: codes.length,
    secondFactorRequired: await wantsSecondFactor(unit, userId),
  };
}
