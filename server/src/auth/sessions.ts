import type { Role } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { newId } from '../ids.ts';
import { findProxy, isInForce } from '../proxies/store.ts';
import type { System, Work } from '../work.ts';
import { work } from '../work.ts';
import type { PatientActor, StaffActor, Stage } from './actors.ts';
import { hashToken, issueToken, organizationOf } from './tokens.ts';

const minute = 60_000;
/**
 * A session rests after half an hour without use and ends after a working day (NIST SP 800-63B-4, 2.2.3); one that
 * still waits for its second factor ends after ten minutes.
 */
export const sessionLife = { idle: 30 * minute, absolute: 12 * 60 * minute, unfinished: 10 * minute };

export type SignInMethod = 'password' | 'totp' | 'passkey' | 'recovery-code' | 'oidc' | 'invitation';

/** How a session comes about; an open one by password unless it is told otherwise. */
export interface Opening {
  stage?: Stage;
  method?: SignInMethod;
  /** Browser and system, for the list of sessions. */
  device?: string | null;
}

/** Opens a session for a user in one of the user's roles; the token goes to the browser only. */
export async function openStaffSession(
  { db, organizationId, now }: Work,
  userId: string,
  hat: Role,
  { stage = 'open', method = 'password', device = null }: Opening = {},
): Promise<string> {
  const { token, hash } = issueToken(organizationId);
  const life = stage === 'open' ? sessionLife.absolute : sessionLife.unfinished;
  await db
    .insertInto('session')
    .values({
      organization_id: organizationId,
      token_hash: hash,
      session_id: newId(),
      user_id: userId,
      hat,
      stage,
      method,
      device,
      created_at: now,
      last_used_at: now,
      proven_at: now,
      expires_at: addMilliseconds(now, life),
    })
    .execute();
  return token;
}

/**
 * Who holds this token, if the session is alive; notes the use at most once a minute, unless the request is one that
 * a page sends by itself. Nothing else lengthens a session.
 */
export async function findStaffSession(
  system: System,
  token: string,
  { background = false }: { background?: boolean } = {},
): Promise<StaffActor | null> {
  const organizationId = organizationOf(token);
  if (organizationId === undefined) return null;
  const tokenHash = hashToken(token);
  return work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
    const { db, now } = unit;
    const row = await liveSession(unit, tokenHash);
    if (!row) return null;
    if (!background && row.locked_at === null && row.last_used_at < addMilliseconds(now, -minute)) {
      await db
        .updateTable('session')
        .set({ last_used_at: now })
        .where('organization_id', '=', organizationId)
        .where('token_hash', '=', tokenHash)
        .execute();
    }
    const hat = row.hat as Role;
    return {
      organizationId,
      userId: row.user_id,
      hat,
      tokenHash,
      session: {
        id: row.session_id,
        stage: row.stage as Stage,
        isLocked: row.locked_at !== null,
        provenAt: row.proven_at,
      },
    };
  });
}

function liveSession({ db, organizationId, now }: Work, tokenHash: Buffer) {
  return db
    .selectFrom('session as s')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 's.organization_id').onRef('u.user_id', '=', 's.user_id'),
    )
    .innerJoin('user_role as r', (join) =>
      join
        .onRef('r.organization_id', '=', 's.organization_id')
        .onRef('r.user_id', '=', 's.user_id')
        .onRef('r.role', '=', 's.hat'),
    )
    .select(['s.session_id', 's.user_id', 's.hat', 's.stage', 's.locked_at', 's.proven_at', 's.last_used_at'])
    .where('s.organization_id', '=', organizationId)
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('s.last_used_at', '>', idleSince(now))
    .executeTakeFirst();
}

/** A session that was last used at this moment or before has run out. */
export function idleSince(now: Instant): Instant {
  return addMilliseconds(now, -sessionLife.idle);
}

/** How long a patient may look at an opened bill. */
export const portalLife = 60 * minute;

/** Whose bill a session shows, and who looks at it when it is not the patient. */
export interface PortalSubject {
  patientId: string;
  statementId: string;
  proxyId?: string | undefined;
}

export async function openPatientSession(
  { db, organizationId, now }: Work,
  subject: PortalSubject,
): Promise<string> {
  const { token, hash } = issueToken(organizationId);
  await db
    .insertInto('portal_session')
    .values({
      organization_id: organizationId,
      token_hash: hash,
      patient_id: subject.patientId,
      statement_id: subject.statementId,
      proxy_id: subject.proxyId ?? null,
      created_at: now,
      expires_at: addMilliseconds(now, portalLife),
    })
    .execute();
  return token;
}

/** Whose bill this token opened, if the session is alive; a proxy's ends with the authority. */
export async function findPatientSession(system: System, token: string): Promise<PatientActor | null> {
  const organizationId = organizationOf(token);
  if (organizationId === undefined) return null;
  const tokenHash = hashToken(token);
  return work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
    const row = await unit.db
      .selectFrom('portal_session')
      .select(['patient_id', 'statement_id', 'proxy_id'])
      .where('organization_id', '=', organizationId)
      .where('token_hash', '=', tokenHash)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', unit.now)
      .executeTakeFirst();
    if (!row) return null;
    const subject = { patientId: row.patient_id, statementId: row.statement_id, tokenHash };
    if (row.proxy_id === null) return { organizationId, userId: null, hat: 'patient', ...subject };
    const proxy = await findProxy(unit, row.patient_id, row.proxy_id);
    if (!proxy || !isInForce(proxy, unit.today)) return null;
    return { organizationId, userId: null, hat: 'proxy', proxyId: row.proxy_id, ...subject };
  });
}
