import type { BodyOf, BrokenGlass, GlassOutcome, GlassReason, Role, routes } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { loadSummary } from '../patients/store.ts';
import { staffId, type Work } from '../work.ts';
import { tellReviewers } from './tell-reviewers.ts';

/** How long a broken glass stays open: a morning's work, not a week's curiosity. */
const openFor = 4 * 60 * 60_000;

/**
 * Opens a restricted record to one person for four hours. It gives no permission that the person's role has not. Who
 * broke the glass of an open record is told that nothing was in the way. Those who may review it get a letter.
 */
export async function breakGlass(
  unit: Work & { hat: Role },
  patientId: string,
  { reason, words }: BodyOf<typeof routes.breakGlass>,
): Promise<{ id: string; openUntil: Instant }> {
  const { db, organizationId, now } = unit;
  await loadSummary(unit, patientId, 'lock');
  const restricted = await db
    .selectFrom('record_restriction')
    .select('restriction_id')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!restricted) throw new AppError('restriction.none', { patientId });
  const id = newId();
  const openUntil = addMilliseconds(now, openFor);
  await db
    .insertInto('broken_glass')
    .values({
      organization_id: organizationId,
      glass_id: id,
      patient_id: patientId,
      user_id: staffId(unit),
      hat: unit.hat,
      reason,
      words,
      opened_at: now,
      open_until: openUntil,
    })
    .execute();
  unit.audit('record.break-glass', { kind: 'broken-glass', id, patientId, detail: { reason } });
  await tellReviewers(unit);
  return { id, openUntil };
}

/** Restricted records that were opened: to be reviewed, oldest first, or reviewed, newest first. */
export async function listBrokenGlass(
  unit: Work,
  state: 'open' | 'reviewed',
): Promise<{ opened: BrokenGlass[]; toReview: number }> {
  const { db, organizationId } = unit;
  const rows = await db
    .selectFrom('broken_glass as g')
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'g.organization_id').onRef('p.patient_id', '=', 'g.patient_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'g.organization_id').onRef('u.user_id', '=', 'g.user_id'),
    )
    .leftJoin('app_user as v', (join) =>
      join.onRef('v.organization_id', '=', 'g.organization_id').onRef('v.user_id', '=', 'g.reviewed_by'),
    )
    .selectAll('g')
    .select(['p.record_number', 'u.name', 'v.name as reviewer'])
    .select(
      sql<number>`(select count(*) from audit_event a
        where (a.organization_id, a.patient_id, a.user_id) = (g.organization_id, g.patient_id, g.user_id)
          and a.at between g.opened_at and g.open_until and a.outcome = 'done')::integer`.as('acts'),
    )
    .where('g.organization_id', '=', organizationId)
    .where('g.outcome', state === 'open' ? 'is' : 'is not', null)
    .orderBy('g.opened_at', state === 'open' ? 'asc' : 'desc')
    .limit(200)
    .execute();
  const { waiting } = await db
    .selectFrom('broken_glass')
    .select(sql<number>`count(*)::integer`.as('waiting'))
    .where('organization_id', '=', organizationId)
    .where('outcome', 'is', null)
    .executeTakeFirstOrThrow();
  unit.audit('break-glass.list', { kind: 'broken-glass', detail: { count: rows.length } });
  return {
    toReview: waiting,
    opened: rows.map((row) => ({
      id: row.glass_id,
      patientId: row.patient_id,
      recordNumber: row.record_number,
      user: { id: row.user_id, name: row.name },
      hat: row.hat as Role,
      reason: row.reason as GlassReason,
      words: row.words,
      openedAt: row.opened_at,
      openUntil: row.open_until,
      acts: row.acts,
      review:
        row.outcome === null || row.reviewed_at === null
          ? null
          : {
              outcome: row.outcome as GlassOutcome,
              note: row.review_note,
              by: row.reviewer ?? '',
              at: row.reviewed_at,
            },
    })),
  };
}

/** Writes down whether opening the record was right. Nobody reviews their own, and nothing is reviewed twice. */
export async function reviewBrokenGlass(
  unit: Work,
  id: string,
  { outcome, note }: BodyOf<typeof routes.reviewBrokenGlass>,
): Promise<void> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('broken_glass')
    .select(['user_id', 'patient_id', 'outcome'])
    .where('organization_id', '=', organizationId)
    .where('glass_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('break-glass.not-found', { id });
  if (row.user_id === staffId(unit)) throw new AppError('break-glass.own', { id });
  if (row.outcome !== null) throw new AppError('break-glass.reviewed', { id });
  await db
    .updateTable('broken_glass')
    .set({ outcome, review_note: note ?? null, reviewed_by: staffId(unit), reviewed_at: unit.now })
    .where('organization_id', '=', organizationId)
    .where('glass_id', '=', id)
    .execute();
  unit.audit('break-glass.review', {
    kind: 'broken-glass',
    id,
    patientId: row.patient_id,
    detail: { outcome },
  });
}
