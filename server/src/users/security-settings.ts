import { type Role, roles } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { staffId, type Work } from '../work.ts';

interface SecuritySettings {
  /** Who holds one of these signs in with a second factor. */
  secondFactorRoles: Role[];
  /** 0 before anything was set. */
  rowVersion: number;
}

export async function readSecuritySettings({ db, organizationId }: Work): Promise<SecuritySettings> {
  const row = await db
    .selectFrom('security_setting')
    .select(['second_factor_roles', 'row_version'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return {
    secondFactorRoles: roles.filter((role) => row?.second_factor_roles.includes(role)),
    rowVersion: row?.row_version ?? 0,
  };
}

/** Says for which roles a second factor is required; whoever has none sets one up at the next sign-in. */
export async function changeSecuritySettings(
  unit: Work,
  { secondFactorRoles, rowVersion }: SecuritySettings,
): Promise<SecuritySettings> {
  const { db, organizationId, now } = unit;
  const set = { second_factor_roles: secondFactorRoles, changed_by: staffId(unit), changed_at: now };
  const changed = await db
    .insertInto('security_setting')
    .values({ organization_id: organizationId, ...set, row_version: rowVersion + 1 })
    .onConflict((conflict) =>
      conflict
        .column('organization_id')
        .doUpdateSet({ ...set, row_version: rowVersion + 1 })
        .where('security_setting.row_version', '=', rowVersion),
    )
    .returning('row_version')
    .executeTakeFirst();
  if (!changed || (rowVersion > 0 && changed.row_version !== rowVersion + 1))
    throw new AppError('row.changed');
  unit.audit('security.change', {
    kind: 'organization',
    id: organizationId,
    detail: { secondFactorRoles: secondFactorRoles.join(' ') },
  });
  return readSecuritySettings(unit);
}
