import { routes } from '@superbill/contract';
import { type Handler, handle, handleInSteps } from '../http/handle.ts';
import { work } from '../work.ts';
import { mustWait, processFile, receiveFile, setAside } from './receive-file.ts';
import { sendPrepared } from './send-interchange.ts';
import { readSending, resumeSending, settleInterchange } from './sending.ts';
import { loadContent, loadInboundFile, loadInboundFiles, loadInterchanges } from './store.ts';

export const fileHandlers: Handler[] = [
  handle(routes.listInterchanges, async (unit, { query: { limit } }) => ({
    interchanges: await loadInterchanges(unit, limit),
  })),

  handle(routes.readInterchange, async (unit, { params: { interchangeId } }) => {
    unit.audit('interchange.read', { kind: 'interchange', id: interchangeId });
    return loadContent(unit, 'interchange', interchangeId);
  }),

  handle(routes.settleInterchange, (unit, { params: { interchangeId }, body: { left } }) =>
    settleInterchange(unit, interchangeId, left),
  ),

  handle(routes.readSending, (unit) => readSending(unit)),

  handleInSteps(routes.resumeSending, async ({ system }, actor) => {
    const sending = await work(system, actor, (unit) => resumeSending(unit, actor.userId));
    await sendPrepared(system, actor.organizationId);
    return sending;
  }),

  handle(routes.listInboundFiles, (unit, { query }) => loadInboundFiles(unit, query)),

  handle(routes.readInboundFile, async (unit, { params: { inboundFileId } }) => {
    unit.audit('file.read', { kind: 'inbound-file', id: inboundFileId });
    return loadContent(unit, 'inbound_file', inboundFileId);
  }),

  handleInSteps(routes.receiveFile, ({ system }, actor, { body: { fileName, content } }) =>
    receiveFile(system, actor, fileName, Buffer.from(content)),
  ),

  handleInSteps(
    routes.retryInboundFile,
    async ({ system }, actor, { params: { inboundFileId }, body: { unknownClaims, rowVersion } }) => {
      await work(system, actor, (unit) => mustWait(unit, inboundFileId, rowVersion));
      await processFile(system, actor, inboundFileId, { unknownClaims });
      return work(system, actor, (unit) => loadInboundFile(unit, inboundFileId));
    },
  ),

  handle(
    routes.setInboundFileAside,
    async (unit, { params: { inboundFileId }, body: { reason, rowVersion } }) => {
      await setAside(unit, inboundFileId, reason, rowVersion);
      return loadInboundFile(unit, inboundFileId);
    },
  ),
];
