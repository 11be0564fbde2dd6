import { type Permission, permissionsOf, type Route } from '@superbill/contract';
import type { ServiceActor, StaffActor } from '../auth/actors.ts';
import { AppError } from '../errors.ts';
import { closedTo } from '../restrictions/closed.ts';
import { type System, work } from '../work.ts';
import { loadDenials } from './held.ts';
import { patientsOf, recordIdsOf } from './record-ids.ts';

/** What stands between a member of staff and the answer to one request. */
export interface Pass {
  /** The patients whose records this person may not open now: lists show nothing of them. */
  closed: ReadonlySet<string>;
  /** What the person may now in this hat, or the program by what it was given. */
  held: readonly Permission[];
}

/**
 * Lets a request of staff through or refuses it, before its handler runs: the permission must not have been taken
 * away (it is looked up anew each time, so a change holds at once), and every record that the request names must be
 * open to the person.
 */
export function passGate(
  system: System,
  actor: StaffActor | ServiceActor,
  route: Route,
  permission: Permission | undefined,
  input: unknown,
): Promise<Pass> {
  return work(system, actor, async (unit) => {
    const held = permissionsOf(actor.hat, await loadDenials(unit, actor.userId)).filter(
      (one) => !('granted' in actor) || actor.granted.includes(one),
    );
    if (permission !== undefined && !held.includes(permission)) throw new AppError('permission.missing');
    const closed = await closedTo(unit, actor.userId);
    if (closed.size > 0 && !route.evenIfRestricted) {
      const named = await patientsOf(unit, recordIdsOf(route, input));
      const shut = named.find((patientId) => closed.has(patientId));
      if (shut !== undefined) throw new AppError('record.restricted', { patientId: shut }, shut);
    }
    return { closed, held };
  });
}
