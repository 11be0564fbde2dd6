import type { Query } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { summaryColumns, toSummary } from '../patients/store.ts';
import { practitionerName } from '../practice/store.ts';
import type { Work } from '../work.ts';

function selectQueries({ db, organizationId }: Work) {
  return db
    .selectFrom('query as q')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'q.organization_id')
        .onRef('e.encounter_id', '=', 'q.encounter_id'),
    )
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.patient_id', '=', 'e.patient_id'),
    )
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'q.organization_id')
        .onRef('d.practitioner_id', '=', 'q.practitioner_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'q.organization_id').onRef('u.user_id', '=', 'q.asked_by'),
    )
    .select(summaryColumns)
    .select([
      'q.query_id',
      'q.encounter_id',
      'q.practitioner_id',
      'q.question',
      'q.options',
      'q.evidence',
      'q.state',
    ])
    .select([
      'q.asked_at',
      'q.answer_option',
      'q.answer_text',
      'q.answered_at',
      'e.service_date',
      'u.name as asked_by_name',
    ])
    .select(['d.first_name as d_first_name', 'd.last_name as d_last_name', 'd.credential'])
    .where('q.organization_id', '=', organizationId);
}

type QueryRow = Awaited<ReturnType<ReturnType<typeof selectQueries>['execute']>>[number];

function toQuery(row: QueryRow): Query {
  return {
    id: row.query_id,
    encounterId: row.encounter_id,
    patient: toSummary(row),
    serviceDate: row.service_date,
    practitionerId: row.practitioner_id,
    practitionerName: practitionerName({
      first_name: row.d_first_name,
      last_name: row.d_last_name,
      credential: row.credential,
    }),
    question: row.question,
    options: row.options as unknown as string[],
    evidence: row.evidence as unknown as Evidence[],
    state: row.state as Query['state'],
    askedBy: row.asked_by_name,
    askedAt: row.asked_at,
    answerOption: row.answer_option,
    answerText: row.answer_text,
    answeredAt: row.answered_at,
  };
}

/** Every question of a visit, oldest first. */
export async function loadQueriesOfEncounter(unit: Work, encounterId: string): Promise<Query[]> {
  const rows = await selectQueries(unit)
    .where('q.encounter_id', '=', encounterId)
    .orderBy('q.asked_at')
    .execute();
  return rows.map(toQuery);
}

/** A physician's own questions, oldest first. */
export async function loadQueriesOfPractitioner(
  unit: Work,
  practitionerId: string,
  state: Query['state'],
): Promise<Query[]> {
  const rows = await selectQueries(unit)
    .where('q.practitioner_id', '=', practitionerId)
    .where('q.state', '=', state)
    .orderBy('q.asked_at')
    .limit(200)
    .execute();
  return rows.map(toQuery);
}
