import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { openRow, rowId, sealRow } from '../keys/sealed.ts';
import { listOrganizations } from '../practice/create-practice.ts';
import { keepGoing, type Rounds } from '../rounds.ts';
import { type System, type Work, work } from '../work.ts';

/** How long an Idempotency-Key stands for its answer; after that the same key is a new request. */
const keptDays = 7;

/** A key and what was asked with it. */
export interface Asked {
  userId: string;
  key: string;
  /** SHA-256 of address and body, hexadecimal. Stored under the seal alone: in clear, a body of few words can be guessed. */
  requestHash: string;
}

/** What was answered with a key of a user, and to which request; undefined when it is new, or older than it is kept. */
export async function findAnswer(
  unit: Work,
  { userId, key }: Pick<Asked, 'userId' | 'key'>,
): Promise<{ requestHash: string; answer: unknown } | undefined> {
  const row = await unit.db
    .selectFrom('idempotency_key')
    .select(['user_id', 'key', 'request_hash', 'response', 'sealed'])
    .where('organization_id', '=', unit.organizationId)
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('created_at', '>', keptSince(unit.now))
    .executeTakeFirst();
  if (!row) return undefined;
  const opened = await openRow(unit, 'idempotency_key', rowId('idempotency_key', row), row);
  // In clear only in a row of an older version, until the start that seals it too.
  return { requestHash: row.request_hash ?? String(opened.request_hash), answer: opened.response };
}

/** Keeps what was answered, sealed, in the place of an answer that is older than it is kept. */
export async function keepAnswer(
  unit: Work,
  { userId, key, requestHash }: Asked,
  answer: unknown,
): Promise<void> {
  const { db, organizationId, now } = unit;
  const row = { user_id: userId, key };
  await db
    .deleteFrom('idempotency_key')
    .where('organization_id', '=', organizationId)
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('created_at', '<=', keptSince(now))
    .execute();
  await db
    .insertInto('idempotency_key')
    .values({
      ...row,
      organization_id: organizationId,
      status: 200,
      sealed: await sealRow(unit, 'idempotency_key', rowId('idempotency_key', row), {
        request_hash: requestHash,
        response: answer,
      }),
      created_at: now,
    })
    .execute();
}

/** Deletes the answers of a practice that are older than they are kept. */
export function forgetAnswers(system: System, organizationId: string): Promise<void> {
  return work(system, { organizationId, userId: null, hat: 'system' }, async ({ db, now }) => {
    await db
      .deleteFrom('idempotency_key')
      .where('organization_id', '=', organizationId)
      .where('created_at', '<=', keptSince(now))
      .execute();
  });
}

/** Forgets old answers of every practice, now and every hour, while the server runs. */
export function keepForgetting(system: System): Rounds {
  return keepGoing(system.log, 'kept-answers', async () => {
    for (const organizationId of await listOrganizations(system)) await forgetAnswers(system, organizationId);
  });
}

function keptSince(now: Instant): Instant {
  return addMilliseconds(now, -keptDays * 24 * 60 * 60_000);
}
