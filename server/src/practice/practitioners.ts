import type { BodyOf, PractitionerInput, PractitionerView, routes } from '@superbill/contract';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Work } from '../work.ts';
import { differ, lockPractice, recallAffected } from './lock-practice.ts';

/** Every practitioner, those who work here first. */
export async function listPractitioners({ db, organizationId }: Work): Promise<PractitionerView[]> {
  const rows = await db
    .selectFrom('practitioner as p')
    .selectAll('p')
    .select(
      sql<number>`(select count(*) from encounter e
        where (e.organization_id, e.practitioner_id) = (p.organization_id, p.practitioner_id))::integer`.as(
        'visits',
      ),
    )
    .where('p.organization_id', '=', organizationId)
    .orderBy(sql`p.effective_to is not null`)
    .orderBy('p.last_name')
    .orderBy('p.first_name')
    .execute();
  return rows.map((row) => ({
    id: row.practitioner_id,
    rowVersion: row.row_version,
    firstName: row.first_name,
    lastName: row.last_name,
    ...(row.credential ? { credential: row.credential } : {}),
    npi: row.npi,
    ...(row.taxonomy ? { taxonomy: row.taxonomy } : {}),
    ...(row.specialty ? { specialty: row.specialty } : {}),
    ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
    visits: row.visits,
  }));
}

/** Adds a practitioner; an NPI stands for one person for life. */
export async function addPractitioner(unit: Work, practitioner: PractitionerInput): Promise<string> {
  await lockPractice(unit);
  await mustBeFree(unit, practitioner.npi);
  const practitionerId = newId();
  await unit.db
    .insertInto('practitioner')
    .values({
      organization_id: unit.organizationId,
      practitioner_id: practitionerId,
      ...columns(practitioner),
    })
    .execute();
  unit.audit('practitioner.add', { kind: 'practitioner', id: practitionerId });
  return practitionerId;
}

/** Corrects a practitioner or gives the last day; claims that are ready and name them are made again. */
export async function changePractitioner(
  unit: Work,
  practitionerId: string,
  { practitioner, rowVersion }: BodyOf<typeof routes.changePractitioner>,
): Promise<number> {
  await lockPractice(unit);
  const before = await unit.db
    .selectFrom('practitioner')
    .selectAll()
    .where('organization_id', '=', unit.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .executeTakeFirst();
  if (!before) throw new AppError('practice.not-found', { practitionerId });
  if (before.row_version !== rowVersion) throw new AppError('row.changed', { practitionerId });
  await mustBeFree(unit, practitioner.npi, practitionerId);
  const after = columns(practitioner);
  await unit.db
    .updateTable('practitioner')
    .set({ ...after, row_version: rowVersion + 1 })
    .where('organization_id', '=', unit.organizationId)
    .where('practitioner_id', '=', practitionerId)
    .execute();
  const { effective_to: _, ...onClaims } = after;
  const recalled = differ(before, onClaims)
    ? await recallAffected(unit, { practitionerId }, 'The practitioner was corrected.')
    : 0;
  unit.audit('practitioner.change', {
    kind: 'practitioner',
    id: practitionerId,
    detail: { recalled, effectiveTo: practitioner.effectiveTo ?? null },
  });
  return rowVersion + 1;
}

async function mustBeFree({ db, organizationId }: Work, npi: string, except?: string): Promise<void> {
  const other = await db
    .selectFrom('practitioner')
    .select('practitioner_id')
    .where('organization_id', '=', organizationId)
    .where('npi', '=', npi)
    .executeTakeFirst();
  if (other && other.practitioner_id !== except)
    throw new AppError('practice.npi-taken', { id: other.practitioner_id }, 'npi');
}

function columns(practitioner: PractitionerInput) {
  return {
    first_name: practitioner.firstName,
    last_name: practitioner.lastName,
    credential: practitioner.credential ?? null,
    npi: practitioner.npi,
    taxonomy: practitioner.taxonomy ?? null,
    specialty: practitioner.specialty ?? null,
    effective_to: practitioner.effectiveTo ?? null,
  };
}
