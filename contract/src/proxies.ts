import { z } from 'zod';
import { define } from './define.ts';
import { done, id, isoDate, line } from './shapes.ts';

/** By what right somebody acts for a patient (45 CFR 164.502(g)). */
export const proxyKinds = ['parent', 'guardian', 'power-of-attorney', 'executor'] as const;
export type ProxyKind = (typeof proxyKinds)[number];
export const proxyKindNames: Record<ProxyKind, string> = {
  parent: 'Parent',
  guardian: 'Guardian',
  'power-of-attorney': 'Power of attorney',
  executor: 'Executor of the estate',
};

export const proxyInput = z.strictObject({
  firstName: line(35),
  lastName: line(60),
  birthDate: isoDate,
  kind: z.enum(proxyKinds),
  /** The paper that says so, as the desk saw it: a birth certificate, a court order with its number. */
  document: line(200),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.optional(),
});

/** Without the birth date: it is what the proxy proves with. */
export const proxy = proxyInput.omit({ birthDate: true }).extend({
  id,
  addedBy: z.string(),
  /** Whether the authority is in force today. */
  inForce: z.boolean(),
});
export type ProxyView = z.output<typeof proxy>;

export const proxyRoutes = {
  listProxies: define({
    method: 'GET',
    path: '/api/patients/:patientId/proxies',
    access: { staff: 'registration.read' },
    summary: 'Who may act for the patient, and until when.',
    params: z.strictObject({ patientId: id }),
    response: z.strictObject({ proxies: z.array(proxy) }),
  }),
  addProxy: define({
    method: 'POST',
    path: '/api/patients/:patientId/proxies',
    access: { staff: 'proxy.write' },
    summary: 'Enters somebody who may act for the patient.',
    params: z.strictObject({ patientId: id }),
    body: proxyInput,
    response: done,
  }),
  endProxy: define({
    method: 'POST',
    path: '/api/patients/:patientId/proxies/:proxyId/end',
    access: { staff: 'proxy.write' },
    summary: 'Ends the authority at once; a bill the proxy has open closes.',
    params: z.strictObject({ patientId: id, proxyId: id }),
    response: done,
  }),
};
