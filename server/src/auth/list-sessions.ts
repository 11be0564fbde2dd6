import type { SessionSummary } from '@superbill/contract';
import type { Work } from '../work.ts';
import { idleSince } from './sessions.ts';

/** A user's sessions that still answer, the newest first. */
export async function listSessions(unit: Work, userId: string, current?: string): Promise<SessionSummary[]> {
  const rows = await selectLive(unit).where('s.user_id', '=', userId).execute();
  return rows.map((row) => toSummary(row, current));
}

/** Every live session of the practice with whose it is, the newest thousand. */
export async function listEverySession(unit: Work, current?: string) {
  const rows = await selectLive(unit).limit(1000).execute();
  return rows.map((row) => ({ ...toSummary(row, current), user: { id: row.user_id, name: row.name } }));
}

function selectLive({ db, organizationId, now }: Work) {
  return db
    .selectFrom('session as s')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 's.organization_id').onRef('u.user_id', '=', 's.user_id'),
    )
    .select(['s.session_id', 's.device', 's.method', 's.created_at', 's.last_used_at', 's.expires_at'])
    .select(['s.locked_at', 's.user_id', 'u.name'])
    .where('s.organization_id', '=', organizationId)
    .where('s.stage', '=', 'open')
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('s.last_used_at', '>', idleSince(now))
    .orderBy('s.created_at', 'desc')
    .orderBy('s.session_id', 'desc');
}

type LiveRow = Awaited<ReturnType<ReturnType<typeof selectLive>['execute']>>[number];

function toSummary(row: LiveRow, current: string | undefined): SessionSummary {
  return {
    id: row.session_id,
    device: row.device,
    method: row.method as SessionSummary['method'],
    startedAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    current: row.session_id === current,
    locked: row.locked_at !== null,
  };
}
