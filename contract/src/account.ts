import { z } from 'zod';
import { define } from './define.ts';
import {
  factorKinds,
  newPasskey,
  passkeyQuestion,
  passwordText,
  providerReturn,
  signInStep,
  totpCode,
} from './session.ts';
import { done, id, instant, line, nothing } from './shapes.ts';

/** A session as its owner, or an administrator, recognizes it. */
export const sessionSummary = z.strictObject({
  id,
  /** `Firefox on Linux`, as the browser says. */
  device: z.string().nullable(),
  method: z.enum(['password', ...factorKinds, 'oidc', 'invitation']),
  startedAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  /** The session of this very request. */
  current: z.boolean(),
  locked: z.boolean(),
});
export type SessionSummary = z.output<typeof sessionSummary>;

/** An account at an identity provider that is linked to a user. */
export const identity = z.strictObject({ id, issuer: z.string(), linkedAt: instant });
export type Identity = z.output<typeof identity>;

/** How somebody signs in: what is set up, never a secret. */
export const ownAccount = z.strictObject({
  user: z.strictObject({ id, login: z.string(), name: z.string(), email: z.string().nullable() }),
  password: z.strictObject({
    isSet: z.boolean(),
    changedAt: instant.nullable(),
    /** Characters a new password needs: fewer where a second factor is set up. */
    shortest: z.number().int(),
  }),
  totp: z.strictObject({ id, addedAt: instant, lastUsedAt: instant.nullable() }).nullable(),
  passkeys: z.array(
    z.strictObject({ id, name: z.string(), addedAt: instant, lastUsedAt: instant.nullable() }),
  ),
  identities: z.array(identity),
  /** The practice's provider, where it has one that is on. */
  identityProvider: z.strictObject({ label: z.string(), issuer: z.string() }).nullable(),
  recoveryCodesLeft: z.number().int(),
  /** The organization wants a second factor of one of this user's roles. */
  secondFactorRequired: z.boolean(),
});
export type OwnAccount = z.output<typeof ownAccount>;

/** Ten one-time codes, shown once; null when the user has codes already. */
const recoveryCodes = z.array(z.string());

export const accountRoutes = {
  readOwnAccount: define({
    method: 'GET',
    path: '/api/account',
    access: 'enrolling',
    summary: 'How the signed-in user signs in: password, second factors, recovery codes.',
    response: ownAccount,
  }),
  changePassword: define({
    method: 'PUT',
    path: '/api/account/password',
    access: 'signed-in',
    limit: 'guess',
    summary: 'Chooses a new password; other sessions end and this one gets a new token.',
    body: z.strictObject({ current: passwordText, next: passwordText }),
    response: nothing,
  }),
  startTotp: define({
    method: 'POST',
    path: '/api/account/totp',
    access: 'enrolling',
    summary: 'A secret for an authenticator app, shown this once; it counts once a code was confirmed.',
    response: z.strictObject({ id, uri: z.string(), secret: z.string() }),
  }),
  confirmTotp: define({
    method: 'POST',
    path: '/api/account/totp/:factorId/confirm',
    access: 'enrolling',
    limit: 'guess',
    summary: 'Confirms the app with a code; the first second factor comes with recovery codes.',
    params: z.strictObject({ factorId: id }),
    body: z.strictObject({ code: totpCode }),
    response: z.strictObject({ recoveryCodes: recoveryCodes.nullable() }),
  }),
  removeTotp: define({
    method: 'DELETE',
    path: '/api/account/totp/:factorId',
    access: 'proven',
    summary: 'Takes the authenticator app away as a second factor.',
    params: z.strictObject({ factorId: id }),
    response: nothing,
  }),
  startPasskey: define({
    method: 'POST',
    path: '/api/account/passkeys/question',
    access: 'enrolling',
    summary: 'What the browser needs to make a passkey.',
    response: z.strictObject({ question: passkeyQuestion }),
  }),
  addPasskey: define({
    method: 'POST',
    path: '/api/account/passkeys',
    access: 'enrolling',
    summary: 'Keeps a passkey that the browser made.',
    body: z.strictObject({ name: line(60), passkey: newPasskey }),
    response: done.extend({ recoveryCodes: recoveryCodes.nullable() }),
  }),
  renamePasskey: define({
    method: 'PUT',
    path: '/api/account/passkeys/:passkeyId',
    access: 'signed-in',
    summary: 'Gives a passkey another name.',
    params: z.strictObject({ passkeyId: id }),
    body: z.strictObject({ name: line(60) }),
    response: nothing,
  }),
  removePasskey: define({
    method: 'DELETE',
    path: '/api/account/passkeys/:passkeyId',
    access: 'proven',
    summary: 'Takes a passkey away.',
    params: z.strictObject({ passkeyId: id }),
    response: nothing,
  }),
  startProviderLink: define({
    method: 'POST',
    path: '/api/account/identities',
    access: 'proven',
    summary: 'Where the browser goes to show which account at the identity provider is the own one.',
    response: z.strictObject({ url: z.string() }),
  }),
  finishProviderLink: define({
    method: 'POST',
    path: '/api/account/identities/return',
    access: 'proven',
    summary: 'What the provider sent the browser back with; links the account that was shown.',
    body: providerReturn,
    response: nothing,
  }),
  unlinkOwnIdentity: define({
    method: 'DELETE',
    path: '/api/account/identities/:identityId',
    access: 'proven',
    summary: 'Unlinks the own account at the identity provider, unless it is the only way in.',
    params: z.strictObject({ identityId: id }),
    response: nothing,
  }),
  renewRecoveryCodes: define({
    method: 'POST',
    path: '/api/account/recovery-codes',
    access: 'proven',
    summary: 'Ten new recovery codes, shown once; the earlier ones stop working.',
    response: z.strictObject({ recoveryCodes }),
  }),
  finishEnrolment: define({
    method: 'POST',
    path: '/api/account/enrolled',
    access: 'enrolling',
    summary: 'Goes on signing in once the second factor that was asked for is set up.',
    response: signInStep,
  }),
  listOwnSessions: define({
    method: 'GET',
    path: '/api/account/sessions',
    access: 'signed-in',
    summary: 'Where the user is signed in.',
    response: z.strictObject({ sessions: z.array(sessionSummary) }),
  }),
  endOwnSession: define({
    method: 'DELETE',
    path: '/api/account/sessions/:sessionId',
    access: 'signed-in',
    summary: 'Ends one of the own sessions.',
    params: z.strictObject({ sessionId: id }),
    response: nothing,
  }),
  endOtherSessions: define({
    method: 'POST',
    path: '/api/account/sessions/end-others',
    access: 'signed-in',
    summary: 'Ends all own sessions but this one.',
    response: z.strictObject({ ended: z.number().int() }),
  }),
};
