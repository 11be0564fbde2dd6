import { routes } from '@superbill/contract';
import { type Handler, handle, handleInSteps } from '../http/handle.ts';
import { createClaim, submitClaim } from './create-claim.ts';
import { readClaim } from './read-claim.ts';
import { listClaims } from './store.ts';
import { transmitClaims } from './transmit.ts';

export const claimHandlers: Handler[] = [
  handle(routes.createClaim, async (unit, { params: { encounterId }, body: { coverageId } }) => {
    const { id, state } = await createClaim(unit, encounterId, coverageId);
    return { id, state };
  }),

  handle(routes.listClaims, async (unit, { body }) => {
    const list = await listClaims(unit, body);
    unit.audit('claim.list', { kind: 'claim', detail: { count: list.claims.length } });
    return list;
  }),

  handle(routes.readClaim, async (unit, { params: { claimId } }) => {
    const claim = await readClaim(unit, claimId);
    unit.audit('claim.read', { kind: 'claim', id: claimId, patientId: claim.patient.id });
    return claim;
  }),

  handle(routes.submitClaim, (unit, { params: { claimId }, body: { rowVersion } }) =>
    submitClaim(unit, claimId, rowVersion),
  ),

  handleInSteps(routes.transmitClaims, async ({ system }, actor, { body: { claimIds } }) => ({
    interchanges: await transmitClaims(system, actor, claimIds),
  })),
];
