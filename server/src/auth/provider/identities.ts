import type { Identity } from '@superbill/contract';
import { AppError } from '../../errors.ts';
import { newId } from '../../ids.ts';
import type { Work } from '../../work.ts';
import { endSessions } from '../end-sessions.ts';
import { factorsOf } from '../factors.ts';
import { tellOfChange } from '../tell-of-change.ts';
import { loadProvider } from './store.ts';

/** The accounts at an identity provider by which users sign in; all users', or one's. */
export async function loadIdentities(
  { db, organizationId }: Work,
  userId?: string,
): Promise<(Identity & { userId: string })[]> {
  let query = db
    .selectFrom('user_identity')
    .select(['identity_id', 'user_id', 'issuer', 'linked_at'])
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  const rows = await query.orderBy('linked_at').orderBy('identity_id').execute();
  return rows.map((row) => ({
    userId: row.user_id,
    id: row.identity_id,
    issuer: row.issuer,
    linkedAt: row.linked_at,
  }));
}

/** Who a user is at an issuer, if that is known. */
export function findIdentity({ db, organizationId }: Work, userId: string, issuer: string) {
  return db
    .selectFrom('user_identity')
    .select(['identity_id', 'subject'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('issuer', '=', issuer)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/**
 * Links an account at the provider to a user, and tells the user. Throws `identity.linked` when they have one there
 * already and `identity.taken` when it is another user's.
 */
export async function linkIdentity(
  unit: Work,
  userId: string,
  issuer: string,
  subject: string,
): Promise<void> {
  const { db, organizationId, now } = unit;
  if (await findIdentity(unit, userId, issuer)) throw new AppError('identity.linked', { id: userId });
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('user_identity')
    .values({
      organization_id: organizationId,
      identity_id: newId(),
      issuer,
      subject,
      user_id: userId,
      linked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw new AppError('identity.taken', { id: userId });
  unit.audit('user.link-identity', { kind: 'user', id: userId });
  await tellOfChange(unit, userId, 'linked identity');
}

/** Unlinks one's own account; it stays where it is the only way in. Sessions that it opened elsewhere end. */
export async function unlinkOwnIdentity(
  unit: Work & { userId: string; tokenHash: Buffer },
  identityId: string,
): Promise<void> {
  const hasAnother = await hasAnotherWayIn(unit, unit.userId);
  const issuer = await endIdentity(unit, unit.userId, identityId);
  const provider = await loadProvider(unit);
  if (provider?.issuer === issuer && !hasAnother)
    throw new AppError('identity.only-way-in', { id: identityId });
  await endSessions(unit, unit.userId, { method: 'oidc', except: unit.tokenHash });
}

/** Unlinks somebody's account; the sessions that it opened end. Who has no other way in needs a new link to sign in. */
export async function unlinkIdentity(unit: Work, userId: string, identityId: string): Promise<void> {
  await endIdentity(unit, userId, identityId);
  await endSessions(unit, userId, { method: 'oidc' });
}

async function endIdentity(unit: Work, userId: string, identityId: string): Promise<string> {
  const { db, organizationId, now } = unit;
  const ended = await db
    .updateTable('user_identity')
    .set({ ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('identity_id', '=', identityId)
    .where('ended_at', 'is', null)
    .returning('issuer')
    .executeTakeFirst();
  if (!ended) throw new AppError('identity.not-found', { id: identityId });
  unit.audit('user.unlink-identity', { kind: 'user', id: userId, detail: { identityId } });
  await tellOfChange(unit, userId, 'unlinked identity');
  return ended.issuer;
}

/** Whether a user has a password or a passkey, each of which begins a sign-in by itself. */
async function hasAnotherWayIn(unit: Work, userId: string): Promise<boolean> {
  // Locked, so that the password and the last link cannot go at the same moment.
  const { password_hash: password } = await unit.db
    .selectFrom('app_user')
    .select('password_hash')
    .where('organization_id', '=', unit.organizationId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return password !== null || (await factorsOf(unit, userId)).includes('passkey');
}
