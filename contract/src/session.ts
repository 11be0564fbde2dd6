import { z } from 'zod';
import { define } from './define.ts';
import { permissions, roles } from './permission.ts';
import { id, line, nothing } from './shapes.ts';

const role = z.enum(roles);

export const session = z.strictObject({
  user: z.strictObject({ id, name: z.string(), login: z.string(), practitionerId: id.nullable() }),
  organization: z.strictObject({ id, name: z.string() }),
  roles: z.array(role),
  /** The role the person acts in; only its permissions apply. */
  hat: role,
  permissions: z.array(z.enum(permissions)),
});
export type Session = z.output<typeof session>;

export const sessionRoutes = {
  signIn: define({
    method: 'POST',
    path: '/api/session',
    access: 'public',
    summary: 'Signs in; the session travels in an HttpOnly cookie.',
    body: z.strictObject({ login: line(80), password: z.string().min(1).max(200) }),
    response: session,
  }),
  readSession: define({
    method: 'GET',
    path: '/api/session',
    access: 'signed-in',
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
  signOut: define({
    method: 'DELETE',
    path: '/api/session',
    access: 'signed-in',
    summary: 'Ends the session.',
    response: nothing,
  }),
};
