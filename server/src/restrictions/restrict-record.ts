import type { BodyOf, ResponseOf, RestrictionView, Role, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';

/** Opens a record to the people named and to nobody else; an earlier restriction ends. Answers its id. */
export async function restrictRecord(
  unit: Work,
  patientId: string,
  { kind, readerIds }: BodyOf<typeof routes.restrictRecord>,
): Promise<string> {
  const { db, organizationId, now } = unit;
  await loadSummary(unit, patientId, 'lock');
  await mustWorkHere(unit, readerIds);
  await endLive(unit, patientId);
  const restrictionId = newId();
  await db
    .insertInto('record_restriction')
    .values({
      organization_id: organizationId,
      restriction_id: restrictionId,
      patient_id: patientId,
      kind,
      set_by: staffId(unit),
      set_at: now,
    })
    .execute();
  const readers = [...new Set(readerIds)].map((id) => ({
    organization_id: organizationId,
    restriction_id: restrictionId,
    user_id: id,
  }));
  if (readers.length > 0) await db.insertInto('restriction_reader').values(readers).execute();
  unit.audit('restriction.set', {
    kind: 'restriction',
    id: restrictionId,
    patientId,
    detail: { kind, readers: readers.length },
  });
  return restrictionId;
}

/** Opens a record to everybody whose role reads records. */
export async function endRestriction(unit: Work, patientId: string): Promise<void> {
  await loadSummary(unit, patientId, 'lock');
  const ended = await endLive(unit, patientId);
  if (ended === undefined) throw new AppError('restriction.none', { patientId });
  unit.audit('restriction.end', { kind: 'restriction', id: ended, patientId });
}

/** Who may open the record, and, for whom it is theirs to change, the people to choose from. */
export async function readRestriction(
  unit: Work,
  patientId: string,
  mayChange: boolean,
): Promise<ResponseOf<typeof routes.readRestriction>> {
  const { db, organizationId } = unit;
  await loadSummary(unit, patientId);
  const row = await db
    .selectFrom('record_restriction as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'r.organization_id').onRef('u.user_id', '=', 'r.set_by'),
    )
    .select(['r.restriction_id', 'r.kind', 'r.set_at', 'u.name'])
    .where('r.organization_id', '=', organizationId)
    .where('r.patient_id', '=', patientId)
    .where('r.ended_at', 'is', null)
    .executeTakeFirst();
  const restriction = row && {
    kind: row.kind as RestrictionView['kind'],
    setBy: row.name,
    setAt: row.set_at,
    readers: await loadReaders(unit, row.restriction_id),
  };
  unit.audit('restriction.read', { kind: 'patient', id: patientId, patientId });
  return { restriction: restriction ?? null, staff: mayChange ? await loadStaff(unit) : [] };
}

async function endLive(unit: Work, patientId: string): Promise<string | undefined> {
  const row = await unit.db
    .updateTable('record_restriction')
    .set({ ended_by: staffId(unit), ended_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('patient_id', '=', patientId)
    .where('ended_at', 'is', null)
    .returning('restriction_id')
    .executeTakeFirst();
  return row?.restriction_id;
}

async function mustWorkHere({ db, organizationId }: Work, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const rows = await db
    .selectFrom('app_user')
    .select('user_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', 'in', [...userIds])
    .where('disabled_at', 'is', null)
    .execute();
  if (rows.length < new Set(userIds).size) throw new AppError('user.unknown', {}, 'readerIds');
}

async function loadReaders({ db, organizationId }: Work, restrictionId: string) {
  const rows = await db
    .selectFrom('restriction_reader as r')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'r.organization_id').onRef('u.user_id', '=', 'r.user_id'),
    )
    .select(['u.user_id', 'u.name'])
    .where('r.organization_id', '=', organizationId)
    .where('r.restriction_id', '=', restrictionId)
    .orderBy('u.name')
    .execute();
  return rows.map(({ user_id, name }) => ({ id: user_id, name }));
}

async function loadStaff({ db, organizationId }: Work) {
  const rows = await db
    .selectFrom('app_user as u')
    .innerJoin('user_role as r', (join) =>
      join.onRef('r.organization_id', '=', 'u.organization_id').onRef('r.user_id', '=', 'u.user_id'),
    )
    .select(['u.user_id', 'u.name', 'r.role'])
    .where('u.organization_id', '=', organizationId)
    .where('u.disabled_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('u.name')
    .orderBy('u.user_id')
    .orderBy('r.role')
    .execute();
  const people = new Map<string, { id: string; name: string; roles: Role[] }>();
  for (const { user_id: id, name, role } of rows) {
    const person = people.get(id) ?? { id, name, roles: [] };
    person.roles.push(role as Role);
    people.set(id, person);
  }
  return [...people.values()];
}
