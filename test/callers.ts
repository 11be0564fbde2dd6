import { type EveryRole, type Permission, type Role, roleCatalog } from '@superbill/contract';
import { openPatientSession, openStaffSession } from '@superbill/server/auth/sessions';
import { hashToken } from '@superbill/server/auth/tokens';
import { newId } from '@superbill/server/ids';
import { endProxy } from '@superbill/server/proxies/change-proxy';
import { addApiKey, addServiceAccount } from '@superbill/server/service-accounts/change-accounts';
import { findServiceActor } from '@superbill/server/service-accounts/find-service-actor';
import type { Caller } from './permission-cells.ts';
import type { Subjects } from './subjects.ts';
import type { World } from './world.ts';

/** Everybody who may knock: staff in a hat or two, patients and who acts for them, programs, and who no longer may. */

const asStaff = (token: string): Caller => ({ cookie: `superbill_session=${token}` });
const asVisitor = (token: string): Caller => ({ cookie: `superbill_bill=${token}` });
const asProgram = (key: string): Caller => ({ authorization: `Bearer ${key}` });

/** Somebody in this role, in a session of their own; a program holds everything that programs may be given. */
export async function callerOf(world: World, role: EveryRole, of: Subjects): Promise<Caller> {
  if (role === 'service-account')
    return (await aProgram(world, [...roleCatalog['service-account'].permissions])).caller;
  if (role === 'patient' || role === 'proxy') return visitor(world, role, of);
  return world.as(role, async (unit) => asStaff(await openStaffSession(unit, unit.userId, role)));
}

function visitor(world: World, role: 'patient' | 'proxy', of: Subjects): Promise<Caller> {
  const { patientId, statementId, proxyId } = of;
  const subject = { patientId, statementId, proxyId: role === 'proxy' ? proxyId : undefined };
  return world.as('biller', async (unit) => asVisitor(await openPatientSession(unit, subject)));
}

export const restingCodes = {
  'second-factor': 'session.second-factor-needed',
  enrol: 'session.enrolment-needed',
  locked: 'session.is-locked',
} as const;

/** A session that does not carry the rights of its hat yet, or not any more. */
export const restingCaller = (world: World, role: Role, stage: keyof typeof restingCodes) =>
  world.as(role, async (unit) => {
    const token = await openStaffSession(unit, unit.userId, role, stage === 'locked' ? {} : { stage });
    if (stage === 'locked')
      await unit.db
        .updateTable('session')
        .set({ locked_at: unit.now })
        .where('token_hash', '=', hashToken(token))
        .execute();
    return asStaff(token);
  });

/** Somebody who holds several roles and wears the first. */
export const callerWithHats = (world: World, worn: Role, ...others: Role[]) =>
  world.as('administrator', async (unit) => {
    const [organization_id, user_id] = [unit.organizationId, newId()];
    await unit.db
      .insertInto('app_user')
      .values({ organization_id, user_id, login: `hats-${user_id}`, name: 'Example of several hats' })
      .execute();
    await unit.db
      .insertInto('user_role')
      .values([worn, ...others].map((role) => ({ organization_id, user_id, role })))
      .execute();
    return { userId: user_id, caller: asStaff(await openStaffSession(unit, user_id, worn)) };
  });

/** A program that was given these permissions, and where its key stands. */
export async function aProgram(world: World, permissions: Permission[]) {
  const made = await world.as('administrator', async (unit) => {
    const accountId = await addServiceAccount(unit, { name: 'Link', permissions });
    const { id: keyId, key } = await addApiKey(unit, accountId, { name: 'Key', days: 30 });
    return { accountId, keyId, key };
  });
  // The first use is noted in the key's row, later ones of the same minute are not.
  await findServiceActor(world.system, made.key);
  return { ...made, caller: asProgram(made.key) };
}

/** A proxy with the bill open whose authority was ended since. */
export async function formerProxy(world: World, of: Subjects): Promise<Caller> {
  const caller = await visitor(world, 'proxy', of);
  await world.as('front-desk', (unit) => endProxy(unit, of.patientId, of.proxyId));
  return caller;
}
