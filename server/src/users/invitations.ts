import type { BodyOf, Delivery, routes } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { beginSession } from '../auth/begin-session.ts';
import { setPassword, shortestPassword } from '../auth/set-password.ts';
import type { Entry } from '../auth/sign-in.ts';
import { tellOfChange } from '../auth/tell-of-change.ts';
import { hashToken, issueToken, organizationOf } from '../auth/tokens.ts';
import { AppError } from '../errors.ts';
import { sendLetters, withdrawLetters, writeLetter } from '../mail/letters.ts';
import { type System, type Work, work } from '../work.ts';

/** A link that nobody used ends after three days. */
const invitationLife = 72 * 60 * 60_000;

type Purpose = 'invite' | 'reset';

export interface IssuedInvitation {
  userId: string;
  /** Whole address; the secret stands behind `#`, which browsers send to no server. */
  link: string;
  expiresAt: Instant;
  /** Undefined when there is nobody to send it to. */
  letterId: string | undefined;
}

/** Makes a one-time link for a user and writes the letter; earlier links stop working. Only the hash is kept. */
export async function issueInvitation(
  unit: Work,
  { userId, purpose, origin }: { userId: string; purpose: Purpose; origin: string },
): Promise<IssuedInvitation> {
  const { db, organizationId, now, system } = unit;
  await endInvitations(unit, userId);
  const { token, hash } = issueToken(organizationId);
  const expiresAt = addMilliseconds(now, invitationLife);
  await db
    .insertInto('invitation')
    .values({
      organization_id: organizationId,
      token_hash: hash,
      user_id: userId,
      purpose,
      created_by: unit.userId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute();
  const link = `${origin}/invitation#${token}`;
  const { email, name, practice } = await db
    .selectFrom('app_user as u')
    .innerJoin('organization as o', 'o.organization_id', 'u.organization_id')
    .select(['u.email', 'u.name', 'o.name as practice'])
    .where('u.organization_id', '=', organizationId)
    .where('u.user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const letterId =
    email !== null && system.mailer.delivers
      ? await writeLetter(unit, {
          userId,
          kind: purpose,
          letter: letterOf({ to: email, name, practice, link, purpose }),
        })
      : undefined;
  return { userId, link, expiresAt, letterId };
}

/** Earlier links of a user, and letters that carry them, are worth nothing any more. */
export async function endInvitations(unit: Work, userId: string): Promise<void> {
  const { db, organizationId, now } = unit;
  await withdrawLetters(unit, userId);
  await db
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/**
 * Sends the letter of an invitation after its commit and tells what became of it. The link goes to the administrator
 * only where no letter carries it.
 */
export async function deliverInvitation(
  system: System,
  organizationId: string,
  { userId, link, expiresAt, letterId }: IssuedInvitation,
): Promise<{ userId: string; link: string | null; expiresAt: Instant; delivery: Delivery }> {
  if (letterId === undefined) return { userId, link, expiresAt, delivery: 'by-hand' };
  await sendLetters(system, organizationId);
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  const { state } = await work(system, actor, ({ db }) =>
    db
      .selectFrom('letter')
      .select('state')
      .where('organization_id', '=', organizationId)
      .where('letter_id', '=', letterId)
      .executeTakeFirstOrThrow(),
  );
  return { userId, link: null, expiresAt, delivery: deliveryOf(state) };
}

/** How a letter's state is told; one that was withdrawn has nobody to carry it. */
export function deliveryOf(state: string | null): Delivery {
  return state === 'sent' || state === 'waiting' || state === 'failed' ? state : 'by-hand';
}

function letterOf(about: { to: string; name: string; practice: string; link: string; purpose: Purpose }) {
  const { to, name, practice, link, purpose } = about;
  const why =
    purpose === 'invite'
      ? `${practice} has set up a log-in for you in Superbill.`
      : `Your password for Superbill at ${practice} was reset.`;
  return {
    to,
    subject: purpose === 'invite' ? `Your log-in at ${practice}` : `A new password at ${practice}`,
    text: [
      `Hello ${name},`,
      '',
      `${why} Open this link within three days and choose a password. It works once.`,
      '',
      link,
      '',
      'If you did not expect this letter, tell the practice and do not open the link.',
    ].join('\n'),
  };
}

const nowhere = '00000000-0000-0000-0000-000000000000';

function actorOf(token: string) {
  return { organizationId: organizationOf(token) ?? nowhere, userId: null, hat: 'system' } as const;
}

/** Whom a link is for. Throws `invitation.refused` for one that is unknown, used or too old, in the same words. */
export function readInvitation(system: System, token: string) {
  return work(system, actorOf(token), async (unit) => {
    const invitation = await lockInvitation(unit, token);
    if (!invitation) throw new AppError('invitation.refused');
    const { user_id, login, name, practice, purpose } = invitation;
    return {
      login,
      name,
      organization: practice,
      purpose: purpose as Purpose,
      shortest: await shortestPassword(unit, user_id),
    };
  });
}

/** Chooses the password behind a link, once, and signs in as after a right password. */
export function acceptInvitation(
  system: System,
  { token, password }: BodyOf<typeof routes.acceptInvitation>,
  device: string | null,
): Promise<Entry> {
  return work(system, actorOf(token), async (unit) => {
    const { db, organizationId, now } = unit;
    const invitation = await lockInvitation(unit, token);
    if (!invitation) throw new AppError('invitation.refused');
    const { user_id: userId } = invitation;
    await setPassword(unit, userId, password);
    await db
      .updateTable('invitation')
      .set({ used_at: now })
      .where('organization_id', '=', organizationId)
      .where('token_hash', '=', hashToken(token))
      .execute();
    unit.audit('invitation.accept', { kind: 'user', id: userId });
    if (invitation.purpose === 'reset') await tellOfChange(unit, userId, 'password');
    const begun = await beginSession(unit, userId, { method: 'invitation', device });
    if (!begun) throw new AppError('invitation.refused');
    return begun;
  });
}

function lockInvitation({ db, organizationId, now }: Work, token: string) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'i.organization_id').onRef('u.user_id', '=', 'i.user_id'),
    )
    .innerJoin('organization as o', 'o.organization_id', 'i.organization_id')
    .select(['i.user_id', 'i.purpose', 'u.login', 'u.name', 'o.name as practice'])
    .where('i.organization_id', '=', organizationId)
    .where('i.token_hash', '=', hashToken(token))
    .where('i.used_at', 'is', null)
    .where('i.expires_at', '>', now)
    .where('u.disabled_at', 'is', null)
    .forUpdate('i')
    .executeTakeFirst();
}
