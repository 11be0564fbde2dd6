import type { Practice } from '@superbill/contract';
import type { Address, BillingProvider } from '@superbill/engines/model';
import { openRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';

/** What people choose from at the desk: locations, practitioners, payers. */
export async function readPractice({ db, organizationId }: Work): Promise<Practice> {
  const organization = await db
    .selectFrom('organization')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const locations = await db
    .selectFrom('location')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .execute();
  const practitioners = await db
    .selectFrom('practitioner')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('last_name')
    .orderBy('first_name')
    .execute();
  const payers = await db
    .selectFrom('payer')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('name')
    .execute();
  return {
    organization: {
      id: organizationId,
      name: organization.name,
      npi: organization.npi,
      phone: organization.phone,
    },
    locations: locations.map((l) => ({
      id: l.location_id,
      name: l.name,
      placeOfService: l.place_of_service,
      ...(l.effective_to ? { effectiveTo: l.effective_to } : {}),
    })),
    practitioners: practitioners.map((p) => ({
      id: p.practitioner_id,
      name: practitionerName(p),
      credential: p.credential,
      npi: p.npi,
      specialty: p.specialty,
      ...(p.effective_to ? { effectiveTo: p.effective_to } : {}),
    })),
    payers: payers.map((p) => ({
      id: p.payer_id,
      name: p.name,
      electronicId: p.electronic_id,
      phone: p.phone,
      authorizationRequired: p.authorization_required,
      ...(p.effective_to ? { effectiveTo: p.effective_to } : {}),
    })),
  };
}

/** `Ada Example, MD` */
export function practitionerName(p: {
  first_name: string;
  last_name: string;
  credential: string | null;
}): string {
  return `${p.first_name} ${p.last_name}${p.credential ? `, ${p.credential}` : ''}`;
}

/** The practice as it stands on a claim, with its submitter id. */
export async function readBillingProvider(
  unit: Work,
): Promise<{ provider: BillingProvider; submitterId: string }> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('organization')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const { tax_id } = await openRow(unit, 'organization', organizationId, row);
  return {
    provider: {
      name: row.name,
      npi: row.npi,
      taxId: tax_id as string,
      ...(row.taxonomy ? { taxonomy: row.taxonomy } : {}),
      address: row.address as unknown as Address,
      contacts: [{ name: row.name, phone: row.phone }],
    },
    submitterId: row.submitter_id,
  };
}
