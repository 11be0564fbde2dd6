import { type Role, roles, type Session } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { permissionsHeld } from '../access/held.ts';
import { AppError } from '../errors.ts';
import type { System, Work } from '../work.ts';
import { work } from '../work.ts';
import { verifyNothing, verifyPassword } from './passwords.ts';
import { openStaffSession } from './sessions.ts';

const triesAllowed = 5;
const restMilliseconds = 15 * 60_000;

/**
 * Checks login and password and opens a session in the first of the user's roles. A wrong password is
 * counted; after five the login rests for 15 minutes.
 */
export async function signIn(
  system: System,
  login: string,
  password: string,
): Promise<{ token: string; session: Session }> {
  const entry = await system.db
    .selectFrom('sign_in_directory')
    .select('organization_id')
    .where('login', '=', login.toLowerCase())
    .executeTakeFirst();
  if (!entry) {
    await verifyNothing(password);
    throw new AppError('session.refused');
  }
  const actor = { organizationId: entry.organization_id, userId: null, hat: 'system' } as const;
  // The refusal is thrown after the transaction, so that the failed try stays counted.
  const outcome = await work(system, actor, (unit) => tryPassword(unit, login.toLowerCase(), password));
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

async function tryPassword(unit: Work, login: string, password: string) {
  const { db, organizationId, now } = unit;
  const user = await db
    .selectFrom('app_user')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!user) {
    await verifyNothing(password);
    return new AppError('session.refused');
  }
  if (user.locked_until !== null && user.locked_until > now) return new AppError('session.locked');

  const right = await verifyPassword(user.password_hash, password);
  const failed = right ? 0 : user.failed_sign_ins + 1;
  const rests = failed >= triesAllowed;
  await db
    .updateTable('app_user')
    .set({
      failed_sign_ins: rests ? 0 : failed,
      locked_until: rests ? addMilliseconds(now, restMilliseconds) : null,
    })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', user.user_id)
    .execute();
  unit.audit(right ? 'session.open' : 'session.refuse', { kind: 'user', id: user.user_id });
  if (!right) return new AppError(rests ? 'session.locked' : 'session.refused');

  const [hat] = await rolesOf(unit, user.user_id);
  if (hat === undefined) return new AppError('session.refused');
  const token = await openStaffSession(unit, user.user_id, hat);
  return { token, session: await readSession(unit, user.user_id, hat) };
}

/** A user's roles in the order of the catalog. */
export async function rolesOf({ db, organizationId }: Work, userId: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('user_role')
    .select('role')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .execute();
  return roles.filter((role) => rows.some((row) => row.role === role));
}

/** The session as the client sees it: who, in which hat, with which permissions. */
export async function readSession(unit: Work, userId: string, hat: Role): Promise<Session> {
  const { db, organizationId } = unit;
  const user = await db
    .selectFrom('app_user')
    .select(['user_id', 'name', 'login', 'practitioner_id'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const organization = await db
    .selectFrom('organization')
    .select(['organization_id', 'name'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return {
    user: { id: user.user_id, name: user.name, login: user.login, practitionerId: user.practitioner_id },
    organization: { id: organization.organization_id, name: organization.name },
    roles: await rolesOf(unit, userId),
    hat,
    permissions: await permissionsHeld(unit, userId, hat),
  };
}
