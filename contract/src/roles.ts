import { z } from 'zod';
import { define } from './define.ts';
import { permissions, roles } from './permission.ts';
import { everyRole } from './role-catalog.ts';
import { done, id, instant, nothing } from './shapes.ts';

const permission = z.enum(permissions);

export const denial = z.strictObject({
  id,
  /** Everybody in this role, or null when it is one person. */
  role: z.enum(everyRole).nullable(),
  user: z.strictObject({ id, name: z.string() }).nullable(),
  permission,
  deniedBy: z.string(),
  deniedAt: instant,
});
export type DenialView = z.output<typeof denial>;

export const roleView = z.strictObject({
  role: z.enum(everyRole),
  name: z.string(),
  does: z.string(),
  /** What the catalog allows; what is denied to everybody in the role is in `denied`. */
  permissions: z.array(permission),
  denied: z.array(permission),
  /** Cannot be denied: who gives permissions back must be able to. */
  fixed: z.array(permission),
});
export type RoleView = z.output<typeof roleView>;

export const roleRoutes = {
  readRoles: define({
    method: 'GET',
    path: '/api/roles',
    access: { staff: 'role.read' },
    summary: 'What each role may do, and what the practice took away from roles and people.',
    response: z.strictObject({ roles: z.array(roleView), denials: z.array(denial) }),
  }),
  denyPermission: define({
    method: 'POST',
    path: '/api/denials',
    access: { staff: 'role.write', stepUp: true },
    summary: 'Takes a permission away from a role or from one person; holds from the next request on.',
    body: z.strictObject({
      from: z.union([
        z.strictObject({ role: z.enum([...roles, 'service-account']) }),
        z.strictObject({ userId: id }),
      ]),
      permission,
    }),
    response: done,
  }),
  liftDenial: define({
    method: 'DELETE',
    path: '/api/denials/:denialId',
    access: { staff: 'role.write', stepUp: true },
    summary: 'Gives back what was taken away; never more than the role has.',
    params: z.strictObject({ denialId: id }),
    response: nothing,
  }),
};
