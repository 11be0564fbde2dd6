import type { BodyOf, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import { findProxy } from './store.ts';

/** Enters somebody who may act for a patient, with the paper that says so. Answers the id. */
export async function addProxy(
  unit: Work,
  patientId: string,
  {
    firstName,
    lastName,
    birthDate,
    kind,
    document,
    effectiveFrom,
    effectiveTo,
  }: BodyOf<typeof routes.addProxy>,
): Promise<string> {
  await loadSummary(unit, patientId, 'lock');
  if (effectiveTo !== undefined && effectiveTo < effectiveFrom)
    throw new AppError('request.invalid', {}, 'effectiveTo', 'The authority ends before it begins.');
  const proxyId = newId();
  await unit.db
    .insertInto('patient_proxy')
    .values({
      organization_id: unit.organizationId,
      proxy_id: proxyId,
      patient_id: patientId,
      first_name: firstName,
      last_name: lastName,
      birth_date: birthDate,
      kind,
      document,
      effective_from: effectiveFrom,
      effective_to: effectiveTo ?? null,
      added_by: staffId(unit),
      added_at: unit.now,
    })
    .execute();
  unit.audit('proxy.add', { kind: 'proxy', id: proxyId, patientId, detail: { kind } });
  return proxyId;
}

/** Ends an authority at once: its links no longer open, and a bill it has open closes. */
export async function endProxy(unit: Work, patientId: string, proxyId: string): Promise<void> {
  const { db, organizationId, now } = unit;
  await loadSummary(unit, patientId, 'lock');
  const proxy = await findProxy(unit, patientId, proxyId);
  if (!proxy) throw new AppError('proxy.not-found', { proxyId });
  if (proxy.ended_at !== null) throw new AppError('proxy.ended', { proxyId });
  await db
    .updateTable('patient_proxy')
    .set({ ended_by: staffId(unit), ended_at: now })
    .where('organization_id', '=', organizationId)
    .where('proxy_id', '=', proxyId)
    .execute();
  unit.audit('proxy.end', { kind: 'proxy', id: proxyId, patientId });
}
