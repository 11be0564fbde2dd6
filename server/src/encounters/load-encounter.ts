import type { Encounter, Queue } from '@superbill/contract';
import { loadAuthorizations } from '../authorizations/store.ts';
import { loadCharges } from '../charges/store.ts';
import { loadClaimsOfEncounter } from '../claims/store.ts';
import { loadCodes } from '../coding/store.ts';
import { AppError } from '../errors.ts';
import { isInForce, loadCoverages, summaryColumns, toSummary } from '../patients/store.ts';
import { practitionerName } from '../practice/store.ts';
import { loadQueriesOfEncounter } from '../queries/store.ts';
import type { Work } from '../work.ts';
import { loadDocuments, loadObservations } from './documents.ts';

/** One visit whole: the record, the codes, the questions, the charges and the claims. */
export async function loadEncounter(unit: Work, encounterId: string): Promise<Encounter> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('encounter as e')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.patient_id', '=', 'e.patient_id'),
    )
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'e.organization_id')
        .onRef('d.practitioner_id', '=', 'e.practitioner_id'),
    )
    .innerJoin('location as l', (join) =>
      join.onRef('l.organization_id', '=', 'e.organization_id').onRef('l.location_id', '=', 'e.location_id'),
    )
    .select(summaryColumns)
    .select([
      'e.service_date',
      'e.practitioner_id',
      'e.place_of_service',
      'e.setting',
      'e.queue',
      'e.queue_since',
    ])
    .select(['e.return_reason', 'e.row_version', 'l.name as location_name'])
    .select(['d.first_name as d_first_name', 'd.last_name as d_last_name', 'd.credential'])
    .where('e.organization_id', '=', organizationId)
    .where('e.encounter_id', '=', encounterId)
    .executeTakeFirst();
  if (!row) throw new AppError('encounter.not-found', { encounterId });

  const serviceDate = row.service_date;
  const coverages = (await loadCoverages(unit, row.patient_id)).filter((coverage) =>
    isInForce(coverage, serviceDate),
  );
  return {
    id: encounterId,
    patient: toSummary(row),
    serviceDate,
    practitionerId: row.practitioner_id,
    practitionerName: practitionerName({
      first_name: row.d_first_name,
      last_name: row.d_last_name,
      credential: row.credential,
    }),
    locationName: row.location_name,
    placeOfService: row.place_of_service,
    setting: row.setting as Encounter['setting'],
    queue: row.queue as Queue,
    queueSince: row.queue_since,
    returnReason: row.return_reason,
    rowVersion: row.row_version,
    coverages: coverages.map(({ id, payerId, payerName, benefitOrder, memberId }) => ({
      id,
      payerId,
      payerName,
      benefitOrder,
      memberId,
    })),
    documents: await loadDocuments(unit, encounterId),
    observations: await loadObservations(unit, encounterId),
    codes: await loadCodes(unit, encounterId),
    queries: await loadQueriesOfEncounter(unit, encounterId),
    charges: await loadCharges(unit, encounterId),
    authorizations: await loadAuthorizations(unit, encounterId),
    claims: await loadClaimsOfEncounter(unit, encounterId),
  };
}
