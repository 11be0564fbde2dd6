import { z } from 'zod';
import { identity, sessionSummary } from './account.ts';
import { define } from './define.ts';
import { roles } from './permission.ts';
import { factorKinds, passwordText, signInStep } from './session.ts';
import { id, instant, line, nothing, rowVersion } from './shapes.ts';

const role = z.enum(roles);
const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{1,79}$/, 'letters, digits and . _ @ + -, two at least');
const email = z.email().max(254);
/** At least one, none twice. */
const roleList = z
  .array(role)
  .min(1, 'at least one role')
  .refine((list) => new Set(list).size === list.length, 'a role is named twice');

/** How a letter with a link goes its way. */
export const delivery = z.enum([
  /** The mail server took it. */
  'sent',
  /** It could not be sent yet and is tried again. */
  'waiting',
  /** It could not be sent and is not tried again. */
  'failed',
  /** There is no mail server or no address: the administrator hands the link over. */
  'by-hand',
]);
export type Delivery = z.output<typeof delivery>;

export const user = z.strictObject({
  id,
  login: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(role),
  practitionerId: id.nullable(),
  /** `invited` until a password was chosen or an account at an identity provider linked. */
  state: z.enum(['invited', 'active', 'disabled']),
  secondFactors: z.array(z.enum(factorKinds)),
  /** The accounts at an identity provider by which the user signs in. */
  identities: z.array(identity),
  lastSeenAt: instant.nullable(),
  /** The newest link that still works, and how its letter fares. */
  invitation: z.strictObject({ expiresAt: instant, delivery }).nullable(),
  rowVersion: z.number().int(),
});
export type User = z.output<typeof user>;

/** The link of an invitation. `link` is shown once, and only where somebody has to hand it over. */
const invitation = z.strictObject({
  userId: id,
  link: z.string().nullable(),
  expiresAt: instant,
  delivery,
});

const byId = z.strictObject({ userId: id });
const atVersion = z.strictObject({ rowVersion });

export const letterSummary = z.strictObject({
  id,
  userId: id,
  kind: z.enum(['invite', 'reset', 'notice']),
  state: z.enum(['waiting', 'sent', 'failed', 'withdrawn']),
  attempts: z.number().int(),
  /** The mail server's reply code or the name of the failure. */
  lastProblem: z.string().nullable(),
  createdAt: instant,
});

export const userRoutes = {
  listUsers: define({
    method: 'GET',
    path: '/api/users',
    access: { staff: 'user.read' },
    summary: 'Everybody who may sign in, or was invited to.',
    response: z.strictObject({ users: z.array(user) }),
  }),
  readUser: define({
    method: 'GET',
    path: '/api/users/:userId',
    access: { staff: 'user.read' },
    summary: 'One user.',
    params: byId,
    response: user,
  }),
  inviteUser: define({
    method: 'POST',
    path: '/api/users',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Adds a user and sends a one-time link by which a password is chosen.',
    body: z.strictObject({
      login,
      name: line(100),
      email: email.optional(),
      roles: roleList,
      practitionerId: id.optional(),
    }),
    response: invitation,
  }),
  changeUser: define({
    method: 'PUT',
    path: '/api/users/:userId',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Changes name, address, practitioner and roles. Nobody changes their own roles.',
    params: byId,
    body: atVersion.extend({
      name: line(100),
      email: email.nullable(),
      roles: roleList,
      practitionerId: id.nullable(),
    }),
    response: user,
  }),
  disableUser: define({
    method: 'POST',
    path: '/api/users/:userId/disable',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Shuts a user out; all sessions end at once.',
    params: byId,
    body: atVersion,
    response: user,
  }),
  enableUser: define({
    method: 'POST',
    path: '/api/users/:userId/enable',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Lets a disabled user in again.',
    params: byId,
    body: atVersion,
    response: user,
  }),
  resetUser: define({
    method: 'POST',
    path: '/api/users/:userId/reset',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Takes the password away, ends all sessions and sends a new one-time link.',
    params: byId,
    body: z.strictObject({
      /** Also takes the second factors away, for somebody who lost them. */
      secondFactors: z.boolean().default(false),
    }),
    response: invitation,
  }),
  listUserSessions: define({
    method: 'GET',
    path: '/api/users/:userId/sessions',
    access: { staff: 'user.read' },
    summary: 'Where a user is signed in.',
    params: byId,
    response: z.strictObject({ sessions: z.array(sessionSummary) }),
  }),
  endUserSession: define({
    method: 'DELETE',
    path: '/api/users/:userId/sessions/:sessionId',
    access: { staff: 'user.write', stepUp: true },
    summary: "Ends one of a user's sessions.",
    params: byId.extend({ sessionId: id }),
    response: nothing,
  }),
  endUserSessions: define({
    method: 'DELETE',
    path: '/api/users/:userId/sessions',
    access: { staff: 'user.write', stepUp: true },
    summary: "Ends all of a user's sessions.",
    params: byId,
    response: z.strictObject({ ended: z.number().int() }),
  }),
  unlinkUserIdentity: define({
    method: 'DELETE',
    path: '/api/users/:userId/identities/:identityId',
    access: { staff: 'user.write', stepUp: true },
    summary: "Unlinks a user's account at the identity provider; the sessions that it opened end.",
    params: byId.extend({ identityId: id }),
    response: nothing,
  }),
  listSessions: define({
    method: 'GET',
    path: '/api/sessions',
    access: { staff: 'user.read' },
    summary: 'Everybody who is signed in right now, and where; the newest thousand.',
    response: z.strictObject({
      sessions: z.array(sessionSummary.extend({ user: z.strictObject({ id, name: z.string() }) })),
    }),
  }),
  listLetters: define({
    method: 'GET',
    path: '/api/letters',
    access: { staff: 'user.read' },
    summary: 'The newest hundred letters and what became of them.',
    response: z.strictObject({ letters: z.array(letterSummary) }),
  }),
  readSecuritySettings: define({
    method: 'GET',
    path: '/api/security-settings',
    access: { staff: 'user.read' },
    summary: 'What the organization asks of its people at sign-in.',
    response: z.strictObject({ secondFactorRoles: z.array(role), rowVersion: z.number().int() }),
  }),
  changeSecuritySettings: define({
    method: 'PUT',
    path: '/api/security-settings',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Says for which roles a second factor is required.',
    body: z.strictObject({
      secondFactorRoles: z.array(role),
      /** 0 before anything was set. */
      rowVersion: z.number().int().nonnegative().max(1_000_000_000),
    }),
    response: z.strictObject({ secondFactorRoles: z.array(role), rowVersion: z.number().int() }),
  }),
};

export const invitationRoutes = {
  readInvitation: define({
    method: 'POST',
    path: '/api/invitations/read',
    access: 'public',
    limit: 'guess',
    summary: 'Whom a one-time link is for, and what their password needs.',
    body: z.strictObject({ token: z.string().max(200) }),
    response: z.strictObject({
      login: z.string(),
      name: z.string(),
      organization: z.string(),
      purpose: z.enum(['invite', 'reset']),
      shortest: z.number().int(),
    }),
  }),
  acceptInvitation: define({
    method: 'POST',
    path: '/api/invitations/accept',
    access: 'public',
    limit: 'guess',
    summary: 'Chooses the password behind a one-time link and signs in.',
    body: z.strictObject({ token: z.string().max(200), password: passwordText }),
    response: signInStep,
  }),
};
