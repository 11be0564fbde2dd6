import type { BodyOf, ChartToReview, ReviewComparison, routes } from '@superbill/contract';
import { compareCodes } from '@superbill/engines/controls';
import type { Cents } from '@superbill/engines/model';
import { sql } from 'kysely';
import { openEdition } from '../codesets/in-use.ts';
import { loadDocuments } from '../encounters/documents.ts';
import { returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { practitionerName } from '../practice/store.ts';
import type { Work } from '../work.ts';

type StaffWork = Work & { userId: string };

interface ReviewCode {
  system: string;
  code: string;
}

/** Charts that may be looked at now, oldest first, and how many rest still. */
export async function listReviews(unit: StaffWork): Promise<{ due: ChartToReview[]; resting: number }> {
  const rows = await select(unit).where('r.state', '=', 'waiting').orderBy('r.due_from').execute();
  const isDue = (row: Row) => isRested(row, unit);
  return { due: rows.filter(isDue).map(toChart), resting: rows.filter((row) => !isDue(row)).length };
}

/** The record of a chart without its codes; refused to everybody else, and before the night between has passed. */
export async function readReview(unit: StaffWork, reviewId: string) {
  const row = await ownReview(unit, reviewId);
  if (row.state === 'done') throw new AppError('review.done', { reviewId });
  if (!isRested(row, unit)) throw new AppError('review.cooling', { reviewId });
  unit.audit('review.read', { kind: 'review', id: reviewId, patientId: row.patient_id });
  return { ...toChart(row), documents: await loadDocuments(unit, row.encounter_id) };
}

/** Takes the codes of the second look and compares; they are kept as they were given. */
export async function finishReview(
  unit: StaffWork,
  reviewId: string,
  { codes }: BodyOf<typeof routes.finishReview>,
): Promise<ReviewComparison> {
  const { db, organizationId } = unit;
  const row = await ownReview(unit, reviewId);
  if (!isRested(row, unit)) throw new AppError('review.cooling', { reviewId });
  await lockEncounter(unit, row.encounter_id);
  const second = codes.map(({ system, code }, index) => {
    const entry = openEdition(unit.system, system, row.service_date).book.lookup(code);
    if (!entry) throw new AppError('code.unknown', { code }, `codes.${index}.code`);
    return { system, code: entry.code };
  });
  const first = row.first_codes as unknown as ReviewCode[];
  const { agreed, onlyFirst, onlySecond } = compareCodes(named(first), named(second));
  const done = await db
    .updateTable('chart_review')
    .set({
      state: 'done',
      second_codes: JSON.stringify(second),
      codes: agreed.length + onlyFirst.length + onlySecond.length,
      agreed_codes: agreed.length,
      difference_cents: await chargesOn(unit, row.encounter_id, onlyFirst),
      looked_up: await wasLookedUp(unit, row),
      done_at: unit.now,
    })
    .where('organization_id', '=', organizationId)
    .where('review_id', '=', reviewId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new AppError('review.done', { reviewId });
  unit.audit('review.finish', { kind: 'review', id: reviewId, patientId: row.patient_id });
  return readComparison(unit, reviewId);
}

export async function readComparison(unit: StaffWork, reviewId: string): Promise<ReviewComparison> {
  const row = await ownReview(unit, reviewId);
  if (row.state !== 'done' || row.second_codes === null) throw new AppError('review.not-done', { reviewId });
  const comparison = compareCodes(
    named(row.first_codes as unknown as ReviewCode[]),
    named(row.second_codes as unknown as ReviewCode[]),
  );
  const differs = comparison.onlyFirst.length + comparison.onlySecond.length > 0;
  return {
    ...comparison,
    differenceCents: row.difference_cents ?? (0 as Cents),
    lookedUp: row.looked_up ?? false,
    encounterId: row.encounter_id,
    mayCorrect: differs && ['billing', 'follow-up'].includes(row.queue),
  };
}

/** Gives a visit whose codes differ back to the coder, as the biller would. */
export async function correctReviewed(unit: StaffWork, reviewId: string): Promise<void> {
  const { encounterId, onlyFirst, onlySecond } = await readComparison(unit, reviewId);
  if (onlyFirst.length + onlySecond.length === 0) throw new AppError('review.nothing-differs', { reviewId });
  const { row_version: version } = await lockEncounter(unit, encounterId);
  await returnToCoding(unit, encounterId, 'A second look came to other codes.', version);
  unit.audit('review.correct', { kind: 'review', id: reviewId });
}

function select({ db, organizationId, userId }: StaffWork) {
  return db
    .selectFrom('chart_review as r')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'r.organization_id')
        .onRef('e.encounter_id', '=', 'r.encounter_id'),
    )
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.patient_id', '=', 'e.patient_id'),
    )
    .innerJoin('practitioner as d', (join) =>
      join
        .onRef('d.organization_id', '=', 'e.organization_id')
        .onRef('d.practitioner_id', '=', 'e.practitioner_id'),
    )
    .selectAll('r')
    .select(['e.service_date', 'e.patient_id', 'e.queue', 'p.record_number'])
    .select(['d.first_name', 'd.last_name', 'd.credential'])
    .where('r.organization_id', '=', organizationId)
    .where('r.reviewer_id', '=', userId);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

async function ownReview(unit: StaffWork, reviewId: string): Promise<Row> {
  const row = await select(unit).where('r.review_id', '=', reviewId).executeTakeFirst();
  if (!row) throw new AppError('review.not-found', { reviewId });
  return row;
}

/** The hours of the cooling gap have passed; that a day has begun since is sure, because only past days are drawn from. */
function isRested({ due_from: dueFrom }: Row, { now }: Work): boolean {
  return dueFrom <= now;
}

function toChart(row: Row): ChartToReview {
  return {
    id: row.review_id,
    recordNumber: row.record_number,
    serviceDate: row.service_date,
    practitioner: practitionerName(row),
    dueFrom: row.due_from,
  };
}

function named(codes: readonly ReviewCode[]): string[] {
  return codes.map(({ code }) => code);
}

async function chargesOn(
  { db, organizationId }: Work,
  encounterId: string,
  codes: readonly string[],
): Promise<Cents> {
  const { rows } = await sql<{ total: Cents }>`
    select coalesce(sum(c.charge_cents), 0)::bigint as total from charge c
    where c.organization_id = ${organizationId} and c.encounter_id = ${encounterId} and c.voided_at is null
      and exists (select from charge_diagnosis d join code_assignment a using (organization_id, code_id)
        where (d.organization_id, d.charge_id) = (c.organization_id, c.charge_id)
          and a.code = any (${codes}::text[]))`.execute(db);
  return rows[0]?.total ?? (0 as Cents);
}

/** Whether the reviewer opened the coded visit after it was drawn: then the look was not blind. */
async function wasLookedUp({ db, organizationId, userId }: StaffWork, row: Row): Promise<boolean> {
  const seen = await db
    .selectFrom('audit_event')
    .select('sequence')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', row.patient_id)
    .where('action', '=', 'encounter.read')
    .where('subject_id', '=', row.encounter_id)
    .where('user_id', '=', userId)
    .where('at', '>=', row.drawn_at)
    .executeTakeFirst();
  return seen !== undefined;
}
