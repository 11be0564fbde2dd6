import type { BodyOf, CapacityPerson, routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { loadPeople } from './people.ts';

export async function readCapacity(unit: Work): Promise<{ people: CapacityPerson[] }> {
  const people = await loadPeople(unit);
  return { people: people.map(({ week, ...person }) => ({ ...person, minutes: week })) };
}

/** Sets a person's week. */
export async function setCapacity(
  unit: Work,
  userId: string,
  { minutes, unplannedPercent }: BodyOf<typeof routes.setCapacity>,
): Promise<void> {
  await mustBePlannedFor(unit, userId);
  const values = {
    minutes,
    unplanned_percent: unplannedPercent,
    changed_by: staffId(unit),
    changed_at: unit.now,
  };
  await unit.db
    .insertInto('work_capacity')
    .values({ organization_id: unit.organizationId, user_id: userId, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doUpdateSet(values))
    .execute();
  unit.audit('capacity.set', { kind: 'user', id: userId });
}

export async function addAbsence(
  unit: Work,
  { userId, from, to }: BodyOf<typeof routes.addAbsence>,
): Promise<string> {
  await mustBePlannedFor(unit, userId);
  if (to < from) throw new AppError('request.invalid', {}, 'to', 'The last day lies before the first.');
  const absenceId = newId();
  await unit.db
    .insertInto('absence')
    .values({
      organization_id: unit.organizationId,
      absence_id: absenceId,
      user_id: userId,
      from_day: from,
      to_day: to,
      entered_by: staffId(unit),
      entered_at: unit.now,
    })
    .execute();
  unit.audit('absence.add', { kind: 'user', id: userId });
  return absenceId;
}

export async function voidAbsence(unit: Work, absenceId: string): Promise<void> {
  const { numUpdatedRows } = await unit.db
    .updateTable('absence')
    .set({ voided_at: unit.now })
    .where('organization_id', '=', unit.organizationId)
    .where('absence_id', '=', absenceId)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AppError('work.absence-not-found', { absenceId });
  unit.audit('absence.void', { kind: 'absence', id: absenceId });
}

async function mustBePlannedFor(unit: Work, userId: string): Promise<void> {
  const people = await loadPeople(unit);
  if (!people.some((person) => person.userId === userId))
    throw new AppError('work.person-not-found', { userId });
}
