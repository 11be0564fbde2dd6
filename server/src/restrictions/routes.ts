import { routes } from '@superbill/contract';
import { permissionsHeld } from '../access/held.ts';
import { type Handler, handle } from '../http/handle.ts';
import { breakGlass, listBrokenGlass, reviewBrokenGlass } from './break-glass.ts';
import { endRestriction, readRestriction, restrictRecord } from './restrict-record.ts';

export const restrictionHandlers: Handler[] = [
  handle(routes.readRestriction, async (unit, { params: { patientId } }) => {
    const held = await permissionsHeld(unit, unit.userId, unit.hat);
    return readRestriction(unit, patientId, held.includes('restriction.write'));
  }),

  handle(routes.restrictRecord, async (unit, { params: { patientId }, body }) => ({
    id: await restrictRecord(unit, patientId, body),
  })),

  handle(routes.endRestriction, async (unit, { params: { patientId } }) => {
    await endRestriction(unit, patientId);
    return {};
  }),

  handle(routes.breakGlass, async (unit, { params: { patientId }, body }) => {
    const { openUntil } = await breakGlass(unit, patientId, body);
    return { openUntil };
  }),

  handle(routes.listBrokenGlass, (unit, { query: { state } }) => listBrokenGlass(unit, state)),

  handle(routes.reviewBrokenGlass, async (unit, { params: { glassId }, body }) => {
    await reviewBrokenGlass(unit, glassId, body);
    return { id: glassId };
  }),
];
