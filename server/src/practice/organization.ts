import type { BodyOf, OrganizationView, routes, TimeZone } from '@superbill/contract';
import type { Address } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { openRow, sealRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';
import { lockPractice, recallAffected } from './lock-practice.ts';

/** The practice as it stands on claims and bills. */
export async function readOrganization(unit: Work): Promise<OrganizationView> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('organization')
    .selectAll()
    .select(sql<string>`coalesce(time_zone, usual_time_zone(address->>'state'))`.as('zone'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const { tax_id } = await openRow(unit, 'organization', organizationId, row);
  return {
    id: organizationId,
    rowVersion: row.row_version,
    name: row.name,
    npi: row.npi,
    taxId: tax_id as string,
    ...(row.taxonomy ? { taxonomy: row.taxonomy } : {}),
    address: row.address as unknown as Address,
    phone: row.phone,
    submitterId: row.submitter_id,
    timeZone: row.zone as TimeZone,
  };
}

/**
 * Corrects the practice, if nobody else did in the meantime. Claims that are ready go back to drafts, so that none
 * leaves with the old data; what was sent keeps it.
 */
export async function changeOrganization(
  unit: Work,
  { organization, rowVersion }: BodyOf<typeof routes.changeOrganization>,
): Promise<number> {
  const before = await lockPractice(unit);
  if (before.row_version !== rowVersion) throw new AppError('row.changed', { id: unit.organizationId });
  await unit.db
    .updateTable('organization')
    .set({
      name: organization.name,
      npi: organization.npi,
      tax_id: null,
      sealed: await sealRow(unit, 'organization', unit.organizationId, { tax_id: organization.taxId }),
      taxonomy: organization.taxonomy ?? null,
      address: JSON.stringify(organization.address),
      phone: organization.phone,
      submitter_id: organization.submitterId,
      time_zone: organization.timeZone ?? null,
      row_version: rowVersion + 1,
    })
    .where('organization_id', '=', unit.organizationId)
    .execute();
  const recalled = await recallAffected(unit, 'all', "The practice's data was changed.");
  unit.audit('practice.change', {
    kind: 'organization',
    id: unit.organizationId,
    detail: { recalled },
  });
  return rowVersion + 1;
}
