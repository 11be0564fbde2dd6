import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { denyPermission, liftDenial, readRoles } from './deny-permission.ts';

export const roleHandlers: Handler[] = [
  handle(routes.readRoles, async (unit) => {
    const catalog = await readRoles(unit);
    unit.audit('role.read', { kind: 'role', detail: { denials: catalog.denials.length } });
    return catalog;
  }),

  handle(routes.denyPermission, async (unit, { body }) => ({ id: await denyPermission(unit, body) })),

  handle(routes.liftDenial, async (unit, { params: { denialId } }) => {
    await liftDenial(unit, denialId);
    return {};
  }),
];
