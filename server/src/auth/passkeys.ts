import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { NewPasskey, PasskeyAnswer } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { describeFailure } from '../log.ts';
import type { System, Work } from '../work.ts';
import { isOurChallenge, issueChallenge, spendChallenge } from './challenges.ts';

/** What a browser gets to ask its passkeys (JSON of WebAuthn). */
type Question = Record<string, unknown>;

/** Where passkeys belong: our own origin and, as relying party, its host. */
interface Place {
  origin: string;
  /** What the challenge is for: the session or user it was made for, or signing in. */
  purpose: string;
}

export const passkeySignIn = 'passkey sign-in';

/** Asks for a passkey: of this user, or any that the browser has for us when nobody is known yet. */
export async function askPasskey(
  system: System,
  { origin, purpose }: Place,
  allowed?: { id: string; transports: string[] }[],
): Promise<Question> {
  const options = await generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    challenge: Uint8Array.from(Buffer.from(issueChallenge(system, purpose), 'base64url')),
    userVerification: allowed ? 'preferred' : 'required',
    ...(allowed ? { allowCredentials: allowed } : {}),
  });
  return { ...options };
}

/** The user's passkeys, as a browser wants them named. */
export async function passkeysOf(
  { db, organizationId }: Work,
  userId: string,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['credential_id', 'transports'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .execute();
  return rows.map((row) => ({ id: row.credential_id, transports: row.transports }));
}

/**
 * Whether this passkey of the user answered our question: our challenge, made for this purpose, answered once, at our
 * origin, with a signature that fits and a counter that did not go back. `verified` also wants the passkey to have
 * known its owner (a fingerprint, a PIN), which makes it both factors in one.
 */
export async function takePasskey(
  unit: Work,
  userId: string,
  answer: PasskeyAnswer,
  { origin, purpose, verified }: Place & { verified: boolean },
): Promise<boolean> {
  const { db, organizationId, now, system } = unit;
  const stored = await db
    .selectFrom('passkey')
    .select(['passkey_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('credential_id', '=', answer.id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!stored) return false;
  let challenge = '';
  const result = await verifyAuthenticationResponse({
    response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge: (given) => {
      challenge = given;
      return isOurChallenge(system, given, purpose);
    },
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: verified,
    credential: {
      id: stored.credential_id,
      publicKey: Uint8Array.from(stored.public_key),
      counter: stored.counter,
      transports: stored.transports,
    },
  }).catch((error: unknown) => refused(system, error));
  if (!result?.verified || !(await spendChallenge(unit, challenge))) return false;
  await db
    .updateTable('passkey')
    .set({ counter: result.authenticationInfo.newCounter, last_used_at: now })
    .where('organization_id', '=', organizationId)
    .where('passkey_id', '=', stored.passkey_id)
    .execute();
  return true;
}

/** Asks the browser to make a passkey for this user, other than those there are. */
export async function askForNewPasskey(
  unit: Work,
  userId: string,
  { origin, login, name }: { origin: string; login: string; name: string },
): Promise<Question> {
  const options = await generateRegistrationOptions({
    rpName: 'Superbill',
    rpID: new URL(origin).hostname,
    userName: login,
    userDisplayName: name,
    userID: userHandle(unit.organizationId, userId),
    challenge: Uint8Array.from(Buffer.from(issueChallenge(unit.system, addPurpose(userId)), 'base64url')),
    excludeCredentials: await passkeysOf(unit, userId),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { ...options };
}

/** Keeps a passkey the browser made for our question and gives its id. Throws `passkey.refused` or `passkey.known`. */
export async function addPasskey(
  unit: Work,
  userId: string,
  { name, passkey, origin }: { name: string; passkey: NewPasskey; origin: string },
): Promise<string> {
  const { db, organizationId, now, system } = unit;
  let challenge = '';
  const result = await verifyRegistrationResponse({
    response: passkey as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge: (given) => {
      challenge = given;
      return isOurChallenge(system, given, addPurpose(userId));
    },
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    requireUserVerification: false,
  }).catch((error: unknown) => refused(system, error));
  if (!result?.verified || !(await spendChallenge(unit, challenge))) throw new AppError('passkey.refused');
  const { credential } = result.registrationInfo;
  const passkeyId = newId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({
      organization_id: organizationId,
      passkey_id: passkeyId,
      user_id: userId,
      credential_id: credential.id,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'credential_id']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) throw new AppError('passkey.known');
  return passkeyId;
}

/** Organization and user, 16 bytes each: a passkey says by itself whose it is. */
function userHandle(organizationId: string, userId: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(`${organizationId}${userId}`.replaceAll('-', ''), 'hex'));
}

/** Whose passkey answered; undefined when it is no handle of ours. */
export function readUserHandle(
  handle: string | undefined,
): { organizationId: string; userId: string } | undefined {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex');
  const match = /^([0-9a-f]{32})([0-9a-f]{32})$/.exec(hex);
  if (!match) return undefined;
  const [, organization = '', user = ''] = match;
  return { organizationId: asUuid(organization), userId: asUuid(user) };
}

function asUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function addPurpose(userId: string): string {
  return `passkey add ${userId}`;
}

/** The library throws where an answer does not fit; which check it was goes into the log. */
function refused(system: System, error: unknown): undefined {
  system.log.info('passkey refused', { failure: describeFailure(error) });
  return undefined;
}
