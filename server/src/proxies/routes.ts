import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { loadSummary } from '../patients/store.ts';
import { addProxy, endProxy } from './change-proxy.ts';
import { listProxies } from './store.ts';

export const proxyHandlers: Handler[] = [
  handle(routes.listProxies, async (unit, { params: { patientId } }) => {
    await loadSummary(unit, patientId);
    const proxies = await listProxies(unit, patientId);
    unit.audit('proxy.list', {
      kind: 'patient',
      id: patientId,
      patientId,
      detail: { count: proxies.length },
    });
    return { proxies };
  }),

  handle(routes.addProxy, async (unit, { params: { patientId }, body }) => ({
    id: await addProxy(unit, patientId, body),
  })),

  handle(routes.endProxy, async (unit, { params: { patientId, proxyId } }) => {
    await endProxy(unit, patientId, proxyId);
    return { id: proxyId };
  }),
];
