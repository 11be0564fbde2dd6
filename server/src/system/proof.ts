import type { Check, HealthDetails } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { sql } from 'kysely';
import { headsBeside } from '../audit/heads.ts';
import { inTransaction } from '../db/connect.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { keepGoing, type Rounds } from '../rounds.ts';
import type { System, Work } from '../work.ts';
import { lateAfterMinutes } from './late-work.ts';
import { verifyOrganization } from './verify.ts';

/** When work has to be done that is due by now. */
function lateSince(now: Instant): Instant {
  return addMilliseconds(now, -lateAfterMinutes * 60_000);
}

/**
 * Proves one practice, also against the heads outside the database, and stores what was found, in the place of what
 * was found before. Sealed values are not opened: that takes long, and `superbill verify` does it.
 */
export async function proveOrganization(
  system: System,
  organizationId: string,
  dueBefore = lateSince(system.clock.now()),
): Promise<void> {
  const began = performance.now();
  const heads = headsBeside(system, organizationId);
  const { ok, checks } = await verifyOrganization(system.db, organizationId, { heads, dueBefore });
  const milliseconds = Math.round(performance.now() - began);
  const now = system.clock.now();
  await inTransaction(system.db, { organizationId }, (tx) =>
    tx
      .insertInto('proof')
      .values({
        organization_id: organizationId,
        proved_at: now,
        ok,
        failing_since: ok ? null : now,
        checks: JSON.stringify(checks),
        milliseconds,
      })
      .onConflict((conflict) =>
        conflict.column('organization_id').doUpdateSet({
          proved_at: now,
          ok,
          // It fails since it first did.
          failing_since: ok ? null : sql`coalesce(proof.failing_since, ${now}::timestamptz)`,
          checks: JSON.stringify(checks),
          milliseconds,
        }),
      )
      .execute(),
  );
  for (const check of checks) if (!check.ok) system.log.error('proof', { organizationId, code: check.name });
}

/** What the latest proof found; null before the first. */
export async function readProof({
  db,
  organizationId,
}: Pick<Work, 'db' | 'organizationId'>): Promise<HealthDetails['proof']> {
  const row = await db
    .selectFrom('proof')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    provedAt: row.proved_at,
    ok: row.ok,
    failingSince: row.failing_since,
    milliseconds: row.milliseconds,
    checks: row.checks as unknown as Check[],
  };
}

const longAgo = '1970-01-01T00:00:00.000Z' as Instant;

/** Proves every practice, now and every hour, while the server runs. */
export function keepProving(system: System): Rounds {
  let stopped = false;
  const started = system.clock.now();
  const rounds = keepGoing(system.log, 'proof', async () => {
    for (const organizationId of await listOrganizations(system)) {
      if (stopped) return;
      const late = lateSince(system.clock.now());
      // What was late while nothing ran is being done now: it is judged by the next proof.
      await proveOrganization(system, organizationId, late < started ? longAgo : late);
    }
  });
  return {
    stop() {
      stopped = true;
      return rounds.stop();
    },
  };
}
