import { z } from 'zod';
import { define } from './define.ts';
import { permissions, roles } from './permission.ts';
import { id, instant, line, nothing } from './shapes.ts';

const role = z.enum(roles);

/** A password as it is sent; the rules are the server's (`docs/operations.md`, "People"). */
export const passwordText = z.string().min(1).max(200);

/** Six digits of an authenticator app. */
export const totpCode = z
  .string()
  .trim()
  .transform((text) => text.replace(/\s/g, ''))
  .refine((text) => /^\d{6}$/.test(text), 'six digits');

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/, 'not base64url');
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.record(z.string().max(40), z.unknown()),
};

/** What a browser's passkey answers to a question (WebAuthn, AuthenticationResponseJSON). */
export const passkeyAnswer = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type PasskeyAnswer = z.output<typeof passkeyAnswer>;

/** A passkey that a browser made (WebAuthn, RegistrationResponseJSON). */
export const newPasskey = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    authenticatorData: base64url.optional(),
    transports: z.array(z.string().max(20)).max(10).optional(),
    publicKeyAlgorithm: z.number().int().min(-70_000).max(70_000).optional(),
    publicKey: base64url.optional(),
  }),
});
export type NewPasskey = z.output<typeof newPasskey>;

/** What a browser needs to ask for a passkey (WebAuthn's own JSON). */
export const passkeyQuestion = z.record(z.string(), z.unknown());

export const session = z.strictObject({
  user: z.strictObject({ id, name: z.string(), login: z.string(), practitionerId: id.nullable() }),
  organization: z.strictObject({
    id,
    name: z.string(),
    /** The practice's, by its IANA name: what says which day it is. */
    timeZone: z.string(),
  }),
  roles: z.array(role),
  /** The role the person acts in; only its permissions apply. */
  hat: role,
  permissions: z.array(z.enum(permissions)),
});
export type Session = z.output<typeof session>;

/** The second factors a user can answer with. */
export const factorKinds = ['totp', 'passkey', 'recovery-code'] as const;
export type FactorKind = (typeof factorKinds)[number];

/**
 * Where a sign-in stands. `second-factor` and `enrol` come with a session that carries no rights: it only
 * answers the routes that finish the sign-in.
 */
export const signInStep = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('signed-in'), session }),
  z.strictObject({ step: z.literal('second-factor'), factors: z.array(z.enum(factorKinds)) }),
  z.strictObject({ step: z.literal('enrol') }),
]);
export type SignInStep = z.output<typeof signInStep>;

/** A proof that the person at the keyboard is the one who signed in: exactly one of these. */
export const proof = z.union([
  z.strictObject({ password: passwordText }),
  z.strictObject({ code: totpCode }),
  z.strictObject({ passkey: passkeyAnswer }),
]);
export type Proof = z.output<typeof proof>;

/** What the holder of a session proves at the identity provider for: a fresh proof, or a locked session. */
const proofPurposes = ['prove', 'unlock'] as const;

/** The query of the address the browser came back to from an identity provider, as it is. */
export const providerReturn = z.strictObject({ query: z.string().min(1).max(8000) });

export const sessionRoutes = {
  signIn: define({
    method: 'POST',
    path: '/api/session',
    access: 'public',
    limit: 'guess',
    summary: 'Signs in, or says which second factor is wanted; the session travels in an HttpOnly cookie.',
    body: z.strictObject({ login: line(80), password: passwordText }),
    response: signInStep,
  }),
  passSecondFactor: define({
    method: 'POST',
    path: '/api/session/second-factor',
    access: 'signing-in',
    limit: 'guess',
    summary: 'The second step of signing in: a code of the app, a passkey or a recovery code.',
    body: z.union([
      z.strictObject({ code: totpCode }),
      z.strictObject({ passkey: passkeyAnswer }),
      z.strictObject({ recoveryCode: line(60) }),
    ]),
    response: signInStep,
  }),
  askForPasskey: define({
    method: 'POST',
    path: '/api/session/second-factor/passkey',
    access: 'signing-in',
    summary: 'What the browser needs to answer the second step with a passkey.',
    response: z.strictObject({ question: passkeyQuestion }),
  }),
  readSession: define({
    method: 'GET',
    path: '/api/session',
    access: 'signed-in',
    background: true,
    summary: 'Who is signed in, and in which hat.',
    response: session,
  }),
  switchHat: define({
    method: 'PUT',
    path: '/api/session/hat',
    access: 'signed-in',
    summary: 'Changes the role the person acts in.',
    body: z.strictObject({ hat: role }),
    response: session,
  }),
  askForProof: define({
    method: 'POST',
    path: '/api/session/proof/passkey',
    access: 'any-session',
    summary: 'What the browser needs to prove with a passkey who is at the keyboard.',
    response: z.strictObject({ question: passkeyQuestion }),
  }),
  readProofWays: define({
    method: 'GET',
    path: '/api/session/proof',
    access: 'any-session',
    background: true,
    summary:
      'By what the holder of this session can prove who is at the keyboard, besides a code or a passkey.',
    response: z.strictObject({
      password: z.boolean(),
      /** Where the practice has a provider and an account there is linked. */
      identityProvider: z.strictObject({ label: z.string() }).nullable(),
    }),
  }),
  startProviderProof: define({
    method: 'POST',
    path: '/api/session/proof/provider',
    access: 'any-session',
    summary: 'Where the browser goes to prove at the identity provider who is at the keyboard.',
    body: z.strictObject({ purpose: z.enum(proofPurposes) }),
    response: z.strictObject({ url: z.string() }),
  }),
  finishProviderProof: define({
    method: 'POST',
    path: '/api/session/proof/provider/return',
    access: 'any-session',
    summary: 'What the provider sent the browser back with; proves who is at the keyboard, or unlocks.',
    body: providerReturn,
    response: z.strictObject({ purpose: z.enum(proofPurposes) }),
  }),
  prove: define({
    method: 'POST',
    path: '/api/session/proof',
    access: 'signed-in',
    limit: 'guess',
    summary: 'Proves again who is at the keyboard, for what asks for a proof of the last ten minutes.',
    body: proof,
    response: z.strictObject({ provenUntil: instant }),
  }),
  lockSession: define({
    method: 'POST',
    path: '/api/session/lock',
    access: 'signed-in',
    summary: 'Locks the session until the person is back; nothing but unlocking and signing out answers.',
    response: nothing,
  }),
  unlockSession: define({
    method: 'POST',
    path: '/api/session/unlock',
    access: 'any-session',
    limit: 'guess',
    summary: 'Goes on where the person left.',
    body: proof,
    response: session,
  }),
  signOut: define({
    method: 'DELETE',
    path: '/api/session',
    access: 'any-session',
    summary: 'Ends the session.',
    response: nothing,
  }),
};
