import { z } from 'zod';
import { define } from './define.ts';
import { passkeyAnswer, passkeyQuestion, providerReturn, signInStep } from './session.ts';
import { id, line } from './shapes.ts';

/** Who vouches for people at sign-in (OpenID Connect). The client's secret never comes back. */
export const identityProvider = z.strictObject({
  label: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  enabled: z.boolean(),
  /** The address the provider has to send people back to. */
  returnUrl: z.string(),
  rowVersion: z.number().int(),
});

/** Ways to sign in besides a password. */
export const signInRoutes = {
  readSignInOptions: define({
    method: 'GET',
    path: '/api/sign-in/options',
    access: 'public',
    summary:
      'Whether a practice offers sign-in with its identity provider; without `practice`, the only one there is.',
    query: z.strictObject({ practice: id.optional() }),
    response: z.strictObject({
      identityProvider: z.strictObject({ organizationId: id, label: z.string() }).nullable(),
    }),
  }),
  askForSignInPasskey: define({
    method: 'POST',
    path: '/api/sign-in/passkey/question',
    access: 'public',
    summary: 'What the browser needs to sign in with a passkey alone.',
    response: z.strictObject({ question: passkeyQuestion }),
  }),
  signInWithPasskey: define({
    method: 'POST',
    path: '/api/sign-in/passkey',
    access: 'public',
    limit: 'guess',
    summary: 'Signs in with a passkey that knew its owner: both factors in one.',
    body: z.strictObject({ passkey: passkeyAnswer }),
    response: signInStep,
  }),
  startProviderSignIn: define({
    method: 'POST',
    path: '/api/sign-in/provider',
    access: 'public',
    limit: 'guess',
    summary: "Where the browser goes to sign in with the practice's identity provider.",
    body: z.strictObject({
      organizationId: id,
      /** The user who left a page behind: nobody else is signed in, and the provider has to ask who is there. */
      userId: id.optional(),
    }),
    response: z.strictObject({ url: z.string() }),
  }),
  finishProviderSignIn: define({
    method: 'POST',
    path: '/api/sign-in/provider/return',
    access: 'public',
    limit: 'guess',
    summary: 'What the provider sent the browser back with; signs in a user that was invited.',
    body: providerReturn,
    response: signInStep,
  }),
  readIdentityProvider: define({
    method: 'GET',
    path: '/api/identity-provider',
    access: { staff: 'user.read' },
    summary: "The practice's identity provider, if it has one.",
    response: z.strictObject({ identityProvider: identityProvider.nullable() }),
  }),
  changeIdentityProvider: define({
    method: 'PUT',
    path: '/api/identity-provider',
    access: { staff: 'user.write', stepUp: true },
    summary: "Sets the practice's identity provider.",
    body: z.strictObject({
      label: line(60),
      issuer: z.url({ protocol: /^https?$/ }).max(300),
      clientId: line(200),
      /** Left out, the one there is stays; another issuer or client needs it anew. */
      clientSecret: line(500).optional(),
      enabled: z.boolean(),
      /** 0 before anything was set. */
      rowVersion: z.number().int().nonnegative().max(1_000_000_000),
    }),
    response: z.strictObject({ identityProvider: identityProvider.nullable() }),
  }),
  tryIdentityProvider: define({
    method: 'POST',
    path: '/api/identity-provider/try',
    access: { staff: 'user.write' },
    limit: 'guess',
    summary: 'Whether the identity provider as it is set answers, and knows this client and its secret.',
    response: z.strictObject({
      outcome: z.enum([
        'works',
        /** Nothing usable answers at the issuer. */
        'no-answer',
        /** It answers, but not to this client id with this secret. */
        'client-refused',
      ]),
    }),
  }),
};
