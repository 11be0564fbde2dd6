import type { ControlMode, ControlSettings } from '@superbill/contract';
import { cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** What holds for a practice that never opened the page: bound when somebody holds both hats, nothing without a countersign. */
const standard: ControlSettings & { rowVersion: number } = {
  mode: 'automatic',
  ownerId: null,
  ownerEmail: null,
  linkAddress: null,
  writeOffLimitCents: cents(0),
  coolingHours: 12,
  sampleSize: 3,
  requestDays: 14,
  rowVersion: 0,
};

export async function loadControls({ db, organizationId }: Work): Promise<typeof standard> {
  const row = await db
    .selectFrom('control_setting')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return standard;
  return {
    mode: row.mode as ControlMode,
    ownerId: row.owner_id,
    ownerEmail: row.owner_email,
    linkAddress: row.link_address,
    writeOffLimitCents: row.write_off_limit_cents,
    coolingHours: row.cooling_hours,
    sampleSize: row.sample_size,
    requestDays: row.request_days,
    rowVersion: row.row_version,
  };
}

/** A user who may sign in, with the roles that matter here. */
export interface Person {
  id: string;
  name: string;
  twoHats: boolean;
  supervisor: boolean;
}

/** Everybody who may sign in, by name. */
export async function loadPeople({ db, organizationId }: Work): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select u.user_id as id, u.name,
      bool_or(r.role = 'coder') and bool_or(r.role = 'biller') as "twoHats",
      bool_or(r.role = 'supervisor') as supervisor
    from app_user u join user_role r using (organization_id, user_id)
    where u.organization_id = ${organizationId} and u.disabled_at is null and r.ended_at is null
    group by u.user_id, u.name order by u.name`.execute(db);
  return rows;
}

/** Whether the controls bind any of these users: they hold both hats, or the practice binds everybody. */
export async function areBound(unit: Work, userIds: readonly string[]): Promise<boolean> {
  const { mode } = await loadControls(unit);
  if (mode !== 'automatic') return mode === 'always';
  const people = await loadPeople(unit);
  return people.some(({ id, twoHats }) => twoHats && userIds.includes(id));
}

/**
 * Changes the controls. While no owner is named, whoever may open the page names one; from then on only the
 * owner changes anything, so that nobody who is bound loosens what binds them.
 */
export async function changeControls(
  unit: Work & { userId: string },
  next: ControlSettings,
  rowVersion: number,
): Promise<void> {
  const { db, organizationId, userId } = unit;
  await db
    .selectFrom('organization')
    .select('name')
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const before = await loadControls(unit);
  const people = await loadPeople(unit);
  const owner = people.find(({ id, supervisor }) => supervisor && id === before.ownerId);
  if (owner && owner.id !== userId) throw new AppError('control.owner-only');
  const { rowVersion: current, ...settings } = before;
  const same = Object.entries(settings).every(
    ([name, value]) => next[name as keyof ControlSettings] === value,
  );
  if (same) return;
  if (current !== rowVersion) throw new AppError('row.changed', {});
  if (next.mode === 'off' && !owner) throw new AppError('control.owner-missing', {}, 'settings.mode');
  const fit = people.some(({ id, supervisor }) => supervisor && id === next.ownerId);
  if (!fit && (owner || next.ownerId !== null))
    throw new AppError('control.owner-unfit', {}, 'settings.ownerId');

  const values = {
    mode: next.mode,
    owner_id: next.ownerId,
    owner_email: next.ownerEmail,
    link_address: next.linkAddress,
    write_off_limit_cents: next.writeOffLimitCents,
    cooling_hours: next.coolingHours,
    sample_size: next.sampleSize,
    request_days: next.requestDays,
    row_version: rowVersion + 1,
  };
  await db
    .insertInto('control_setting')
    .values({ organization_id: organizationId, ...values })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(values))
    .execute();
  unit.audit('controls.change', {
    kind: 'organization',
    id: organizationId,
    detail: { mode: next.mode, ownerId: next.ownerId, limitCents: next.writeOffLimitCents },
  });
  tellFormerOwner(unit, before, next);
}

function tellFormerOwner(unit: Work, before: ControlSettings, next: ControlSettings): void {
  if (before.ownerEmail === null) return;
  const same = before.ownerId === next.ownerId && before.ownerEmail === next.ownerEmail;
  if (same && next.mode === before.mode) return;
  unit.sendAfterwards({
    to: before.ownerEmail,
    subject: 'The controls of your practice were changed',
    text: [
      'Who countersigns in your practice, where the letters go, or whom the controls bind was changed just now.',
      'If that was not you, sign in and look at the audit trail.',
    ].join('\n'),
  });
}
