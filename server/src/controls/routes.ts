import { approvalKinds, routes } from '@superbill/contract';
import { type Handler, handle, handlePublic } from '../http/handle.ts';
import { byLink, openApprovalLink } from './approval-link.ts';
import { countPending, listApprovals } from './approval-view.ts';
import { requestCodeChange } from './code-change.ts';
import { decideApproval, withdrawApproval } from './decide-approval.ts';
import { hasPin, setOwnerPin } from './owner-pin.ts';
import { areBound, changeControls, loadControls, loadPeople } from './settings.ts';

export const controlHandlers: Handler[] = [
  handle(routes.readControls, async (unit) => {
    const { rowVersion, ...settings } = await loadControls(unit);
    const people = await loadPeople(unit);
    const owner = people.find(({ id, supervisor }) => supervisor && id === settings.ownerId);
    const twoHats = people.filter((person) => person.twoHats);
    return {
      settings,
      rowVersion,
      on: settings.mode === 'always' || (settings.mode === 'automatic' && twoHats.length > 0),
      twoHats: twoHats.map(({ name }) => name),
      owners: people
        .filter(({ supervisor }) => supervisor)
        .map(({ id, name, twoHats: both }) => ({ id, name, twoHats: both })),
      mayChange: owner === undefined || owner.id === unit.userId,
      isOwner: owner?.id === unit.userId,
      pinSet: await hasPin(unit, unit.userId),
      lettersDelivered: unit.system.mailer.delivers,
    };
  }),

  handle(routes.changeControls, async (unit, { body: { settings, rowVersion } }) => {
    await changeControls(unit, settings, rowVersion);
    return {};
  }),

  handle(routes.setOwnerPin, async (unit, { body: { pin } }) => {
    await setOwnerPin(unit, pin);
    return {};
  }),

  handle(routes.readOwnControls, async (unit) => {
    const { ownerId, writeOffLimitCents } = await loadControls(unit);
    const bound = await areBound(unit, [unit.userId]);
    const owner = (await loadPeople(unit)).find(({ id }) => id === ownerId);
    return {
      bound,
      ownerName: owner?.name ?? null,
      acts: bound && unit.hat === 'biller' ? [...approvalKinds] : [],
      writeOffLimitCents,
      waiting: unit.hat === 'supervisor' ? await countPending(unit) : 0,
    };
  }),

  handle(routes.listApprovals, async (unit, { query: { state } }) => {
    const approvals = await listApprovals(unit, state);
    unit.audit('approval.list', { kind: 'organization', id: unit.organizationId, detail: { state } });
    return { approvals };
  }),

  handle(routes.decideApproval, async (unit, { params: { approvalId }, body }) => ({
    state: await decideApproval(unit, approvalId, body, 'desk'),
  })),

  handle(routes.withdrawApproval, async (unit, { params: { approvalId } }) => {
    await withdrawApproval(unit, approvalId);
    return {};
  }),

  handle(routes.requestCodeChange, async (unit, { params: { claimId }, body: { note } }) => ({
    id: await requestCodeChange(unit, claimId, note),
  })),

  handlePublic(routes.openApprovalLink, ({ system }, { body: { token, pin } }) =>
    openApprovalLink(system, token, pin),
  ),

  handlePublic(routes.decideByLink, ({ system }, { body: { token, pin, decision } }) =>
    byLink(system, token, pin, async (unit, approvalId, spend) => {
      const state = await decideApproval(unit, approvalId, decision, 'link');
      await spend();
      return { state };
    }),
  ),
];
