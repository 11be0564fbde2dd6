import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { addLocation, changeLocation, listLocations } from './locations.ts';
import { changeOrganization, readOrganization } from './organization.ts';
import { addPayer, changePayer, listPayers } from './payers.ts';
import { addPractitioner, changePractitioner, listPractitioners } from './practitioners.ts';
import { readPractice } from './store.ts';

export const practiceHandlers: Handler[] = [
  handle(routes.readPractice, (unit) => readPractice(unit)),

  handle(routes.readOrganization, (unit) => readOrganization(unit)),

  handle(routes.changeOrganization, async (unit, { body }) => ({
    id: unit.organizationId,
    rowVersion: await changeOrganization(unit, body),
  })),

  handle(routes.listLocations, async (unit) => ({ locations: await listLocations(unit) })),

  handle(routes.addLocation, async (unit, { body }) => ({
    id: await addLocation(unit, body),
    rowVersion: 1,
  })),

  handle(routes.changeLocation, async (unit, { params: { locationId }, body }) => ({
    id: locationId,
    rowVersion: await changeLocation(unit, locationId, body),
  })),

  handle(routes.listPractitioners, async (unit) => ({ practitioners: await listPractitioners(unit) })),

  handle(routes.addPractitioner, async (unit, { body }) => ({
    id: await addPractitioner(unit, body),
    rowVersion: 1,
  })),

  handle(routes.changePractitioner, async (unit, { params: { practitionerId }, body }) => ({
    id: practitionerId,
    rowVersion: await changePractitioner(unit, practitionerId, body),
  })),

  handle(routes.listPayers, async (unit) => ({ payers: await listPayers(unit) })),

  handle(routes.addPayer, async (unit, { body }) => ({ id: await addPayer(unit, body), rowVersion: 1 })),

  handle(routes.changePayer, async (unit, { params: { payerId }, body }) => ({
    id: payerId,
    rowVersion: await changePayer(unit, payerId, body),
  })),
];
