import { z } from 'zod';
import { define } from './define.ts';
import { permissions } from './permission.ts';
import { roleCatalog } from './role-catalog.ts';
import { done, id, instant, line, nothing, rowVersion } from './shapes.ts';

/** What a program may be given: a part of the catalog's `service-account`. None twice. */
const granted = z
  .array(z.enum(permissions))
  .min(1, 'at least one permission')
  .refine(
    (list) => list.every((one) => roleCatalog['service-account'].permissions.includes(one)),
    'not a permission of service accounts',
  )
  .refine((list) => new Set(list).size === list.length, 'a permission is named twice');

export const serviceAccount = z.strictObject({
  id,
  name: z.string(),
  permissions: z.array(z.enum(permissions)),
  state: z.enum(['active', 'disabled']),
  /** Keys that were not revoked, expired ones too. The key itself is shown once, when it is made. */
  keys: z.array(
    z.strictObject({
      id,
      name: z.string(),
      createdAt: instant,
      expiresAt: instant,
      lastUsedAt: instant.nullable(),
    }),
  ),
  rowVersion: z.number().int(),
});
export type ServiceAccount = z.output<typeof serviceAccount>;

const byId = z.strictObject({ accountId: id });

export const serviceAccountRoutes = {
  listServiceAccounts: define({
    method: 'GET',
    path: '/api/service-accounts',
    access: { staff: 'user.read' },
    summary: 'Programs that act for the practice.',
    response: z.strictObject({ accounts: z.array(serviceAccount) }),
  }),
  addServiceAccount: define({
    method: 'POST',
    path: '/api/service-accounts',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Adds a program; it signs in with keys only.',
    body: z.strictObject({ name: line(100), permissions: granted }),
    response: done,
  }),
  changeServiceAccount: define({
    method: 'PUT',
    path: '/api/service-accounts/:accountId',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Changes what a program may do, or shuts it out.',
    params: byId,
    body: z.strictObject({ name: line(100), permissions: granted, disabled: z.boolean(), rowVersion }),
    response: done,
  }),
  addApiKey: define({
    method: 'POST',
    path: '/api/service-accounts/:accountId/keys',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Makes a key, shown this once; it goes into the header `Authorization: Bearer`.',
    params: byId,
    body: z.strictObject({ name: line(60), days: z.number().int().positive().max(366).default(90) }),
    response: z.strictObject({ id, key: z.string(), expiresAt: instant }),
  }),
  revokeApiKey: define({
    method: 'DELETE',
    path: '/api/service-accounts/:accountId/keys/:keyId',
    access: { staff: 'user.write', stepUp: true },
    summary: 'Ends a key at once.',
    params: byId.extend({ keyId: id }),
    response: nothing,
  }),
};
