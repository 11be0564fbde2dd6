import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { addDocument, addDocumentVersion, loadDocument } from './documents.ts';
import { handOver, returnToCoding } from './hand-over.ts';
import { listEncounters } from './list-encounters.ts';
import { loadEncounter } from './load-encounter.ts';
import { lockEncounter } from './queue.ts';
import { registerEncounter } from './register-encounter.ts';

export const encounterHandlers: Handler[] = [
  handle(routes.listEncounters, async (unit, { body }) => {
    const worklist = await listEncounters(unit, body);
    unit.audit('encounter.list', { kind: 'encounter', detail: { count: worklist.encounters.length } });
    return worklist;
  }),

  handle(routes.registerEncounter, async (unit, { body }) => ({ id: await registerEncounter(unit, body) })),

  handle(routes.readEncounter, async (unit, { params: { encounterId } }) => {
    const encounter = await loadEncounter(unit, encounterId);
    unit.audit('encounter.read', { kind: 'encounter', id: encounterId, patientId: encounter.patient.id });
    return encounter;
  }),

  handle(routes.addDocument, async (unit, { params: { encounterId }, body }) => ({
    id: await addDocument(unit, encounterId, body),
  })),

  handle(routes.addDocumentVersion, async (unit, { params: { documentId }, body }) => ({
    id: documentId,
    version: await addDocumentVersion(unit, documentId, body),
  })),

  handle(routes.readDocumentVersion, async (unit, { params: { documentId, version } }) => {
    const { encounterId: _, patientId, ...document } = await loadDocument(unit, documentId, version);
    unit.audit('document.read', { kind: 'document', id: documentId, patientId, detail: { version } });
    return document;
  }),

  handle(routes.handOver, async (unit, { params: { encounterId }, body: { rowVersion } }) => {
    await handOver(unit, encounterId, rowVersion);
    return { id: encounterId, queue: (await lockEncounter(unit, encounterId)).queue };
  }),

  handle(routes.returnToCoding, async (unit, { params: { encounterId }, body: { reason, rowVersion } }) => {
    await returnToCoding(unit, encounterId, reason, rowVersion);
    return { id: encounterId, queue: (await lockEncounter(unit, encounterId)).queue };
  }),
];
