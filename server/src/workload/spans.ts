import type { BodyOf, routes } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { deskOf, type WorkKind } from '@superbill/engines/workload';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { heardWithin } from './activity.ts';
import { isKnownSubject } from './subjects.ts';
import { learnWhenOld, loadTimeModel } from './time-model.ts';
import { loadOpenItems } from './work-items.ts';

/** The span a person has open, taken for this transaction. */
async function lockOpenSpan({ db, organizationId }: Work, userId: string) {
  return db
    .selectFrom('work_span')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

type Span = NonNullable<Awaited<ReturnType<typeof lockOpenSpan>>>;

/**
 * Takes a report of a screen: an item is open or still worked on, paused, switched away from, or left. Only the server's
 * clock counts, and between two reports never more than {@link heardWithin}: a lost "leave" ends there.
 */
export async function reportWork(
  unit: Work,
  { kind, subjectId, state }: BodyOf<typeof routes.reportWork>,
): Promise<void> {
  const userId = staffId(unit);
  let span = await lockOpenSpan(unit, userId);
  const isSame = span?.subject_id === subjectId && deskOf(span.kind as WorkKind) === deskOf(kind);
  if (span && isLost(unit, span)) {
    await close(unit, span, 'lost');
    span = undefined;
  } else if (span && !isSame && state !== 'leave') {
    await close(unit, span, 'left');
    span = undefined;
  }
  if (state === 'leave') {
    if (span && isSame) {
      await close(unit, span, 'left');
      await learnWhenOld(unit);
    }
    return;
  }
  if (!span) {
    if (state === 'open') await open(unit, userId, kind, subjectId);
    return;
  }
  await count(unit, span, {
    isActive: state === 'open' && !(await isInterrupted(unit, userId)),
    interruptions: state === 'away' && span.is_active ? 1 : 0,
  });
}

/** Starts or ends a pause of the open item when a call begins or is over. */
export async function pauseSpan(unit: Work, isOver: boolean): Promise<void> {
  const span = await lockOpenSpan(unit, staffId(unit));
  if (span && !isLost(unit, span))
    await count(unit, span, { isActive: isOver, interruptions: isOver ? 0 : 1 });
}

function isLost({ now }: Work, { last_seen_at }: Span): boolean {
  return last_seen_at < addMilliseconds(now, -heardWithin);
}

/** Seconds of work since the last report. */
function secondsSince({ now }: Work, { is_active, last_seen_at }: Span): number {
  if (!is_active) return 0;
  const passed = Date.parse(now) - Date.parse(last_seen_at);
  return Math.round(Math.max(0, Math.min(passed, heardWithin)) / 1000);
}

async function open(unit: Work, userId: string, kind: WorkKind, subjectId: string): Promise<void> {
  const items = await loadOpenItems(unit, await loadTimeModel(unit), { subjectId });
  // A screen knows the visit, not whether its authorization or its claim is what is to be done there.
  const item = items.find((one) => one.desk === deskOf(kind));
  // A visit that is only looked at, or was handed on a moment ago, is no work item: nothing is counted.
  if (!item) {
    if (items.length === 0 && !(await isKnownSubject(unit, subjectId)))
      throw new AppError('work.not-found', { subjectId });
    return;
  }
  await unit.db
    .insertInto('work_span')
    .values({
      organization_id: unit.organizationId,
      span_id: newId(),
      user_id: userId,
      hat: unit.hat,
      kind: item.kind,
      subject_id: subjectId,
      specialty: item.features.specialty,
      setting: item.features.setting,
      documents: item.features.documents,
      pages: item.features.pages,
      expected_minutes: item.expected.minutes,
      started_at: unit.now,
      last_seen_at: unit.now,
      is_active: !(await isInterrupted(unit, userId)),
    })
    .execute();
}

async function isInterrupted({ db, organizationId }: Work, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('interruption')
    .select('interruption_id')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function count(
  unit: Work,
  span: Span,
  { isActive, interruptions }: { isActive: boolean; interruptions: number },
): Promise<void> {
  await unit.db
    .updateTable('work_span')
    .set({
      last_seen_at: unit.now,
      is_active: isActive,
      active_seconds: span.active_seconds + secondsSince(unit, span),
      interruptions: span.interruptions + interruptions,
    })
    .where('organization_id', '=', unit.organizationId)
    .where('span_id', '=', span.span_id)
    .execute();
}

async function close(unit: Work, span: Span, how: 'left' | 'lost'): Promise<void> {
  const bound = addMilliseconds(span.last_seen_at, heardWithin);
  const endedAt: Instant = how === 'lost' ? bound : unit.now;
  await unit.db
    .updateTable('work_span')
    .set({
      active_seconds: span.active_seconds + secondsSince(unit, span),
      is_active: false,
      ended_at: endedAt,
      ended_how: how,
    })
    .where('organization_id', '=', unit.organizationId)
    .where('span_id', '=', span.span_id)
    .execute();
}
