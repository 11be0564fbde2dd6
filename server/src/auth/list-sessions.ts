import type { SessionSummary } from '@superbill/contract';
import type { Work } from '../work.ts';
import { idleSince } from './sessions.ts';

/** A user's sessions that still answer, the newest first. */
export async function listSessions(
  { db, organizationId, now }: Work,
  userId: string,
  current?: string,
): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('session')
    .select(['session_id', 'device', 'method', 'created_at', 'last_used_at', 'expires_at', 'locked_at'])
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('stage', '=', 'open')
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_used_at', '>', idleSince(now))
    .orderBy('created_at', 'desc')
    .orderBy('session_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.session_id,
    device: row.device,
    method: row.method as SessionSummary['method'],
    startedAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    current: row.session_id === current,
    locked: row.locked_at !== null,
  }));
}
