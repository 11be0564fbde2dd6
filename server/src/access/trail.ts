import { type Route, type RouteName, routes } from '@superbill/contract';
import type { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { type Actor, type System, work } from '../work.ts';
import { patientsOf, recordIdsOf } from './record-ids.ts';

const nameOf = new Map<Route, string>(Object.entries(routes).map(([name, route]) => [route, name]));

/** Answers that hold nothing of any patient or account; a row for each would only bury the others. */
export const notAudited: Partial<Record<RouteName, string>> = {
  readHealth: 'asked by whatever watches the server; says that it runs',
  readSession: 'asked by every page; signing in and switching hats are audited',
  readPractice: 'names of locations, practitioners and payers, to choose from',
  searchCodes: 'asked with each key that is pressed; code sets are public',
  readCode: 'code sets are public',
  readOwnControls: 'asked by every page; says which acts of the one who asks need a countersign',
  listEditions: 'code sets are public',
  listFees: 'the price list',
};

/** The system as one request sees it: what is done through it is tied to the request in the audit trail. */
export function tracing(system: System, route: Route): System & { request: NonNullable<System['request']> } {
  return { ...system, request: { id: newId(), route: nameOf.get(route) ?? route.path, acts: 0 } };
}

/**
 * Sees to it that what was answered is in the trail: an answer whose handler noted no act is noted here, with whose
 * record it was about. So a route that forgets is audited all the same.
 */
export async function auditAnswer(system: System, actor: Actor, route: Route, input: unknown): Promise<void> {
  const { request } = system;
  if (!request || request.acts > 0 || request.route in notAudited) return;
  await work(system, actor, async (unit) => {
    const named = recordIdsOf(route, input);
    const patients = await patientsOf(unit, named);
    const act = route.method === 'GET' ? 'record.read' : 'record.change';
    for (const patientId of patients)
      unit.audit(act, { kind: kindOf(named[0]?.field), id: named[0]?.id ?? patientId, patientId });
    if (patients.length === 0)
      unit.audit(route.method === 'GET' ? 'list.read' : 'route.call', { kind: 'route' });
  });
}

/** Notes an attempt that was refused for want of a permission, a restricted record, or because nothing is there. */
export async function auditRefusal(
  system: System,
  actor: Actor,
  route: Route,
  input: unknown,
  { code, status, detail }: AppError,
): Promise<void> {
  if (status !== 403 && status !== 404) return;
  const [named] = recordIdsOf(route, input);
  await work(system, actor, async (unit) =>
    unit.audit('access.refuse', {
      kind: kindOf(named?.field),
      ...(named ? { id: named.id } : {}),
      ...(code === 'record.restricted' ? { patientId: String(detail.patientId) } : {}),
      outcome: 'refused',
      detail: { code },
    }),
  );
}

/** `claimIds` is about a claim. */
function kindOf(field: string | undefined): string {
  return field?.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) ?? 'route';
}
