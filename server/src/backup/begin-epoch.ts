import type pg from 'pg';
import { numberKinds } from '../practice/control-number.ts';
import type { BackupHead } from './head.ts';

/** Numbers that are passed over at least, whatever the pace: a practice gives out far fewer in a day. */
const leastJump = 10_000;

/**
 * After a restore, in the same transaction: what the practice did between the backup and now is unknown here,
 * yet payers and patients have it. So sending is paused, every number continues far beyond any that may have
 * been given out since, a file that was prepared becomes one that may have left, and a claim that was ready has
 * to be submitted again by a person.
 *
 * The jump is ten times what the practice would have given out since the backup at its own pace so far.
 */
export async function beginEpoch(
  client: pg.ClientBase,
  { backupId, takenAt }: Pick<BackupHead, 'backupId' | 'takenAt'>,
  now: string,
): Promise<void> {
  // A kind that had no number yet when the backup was made may have had its first ones since.
  await client.query(
    `insert into control_number (organization_id, kind, last)
     select organization_id, kind, 0 from organization, unnest($1::text[]) as kind on conflict do nothing`,
    [numberKinds],
  );
  await client.query(
    `update control_number n set last = last + greatest($1, ceil(10.0 * last
       * greatest(extract(epoch from $3::timestamptz - $2::timestamptz), 0)
       / greatest(extract(epoch from $2::timestamptz - o.created_at), 86400)))::bigint
     from organization o where o.organization_id = n.organization_id`,
    [leastJump, takenAt, now],
  );
  await client.query(
    `insert into restore_epoch (organization_id, epoch, backup_id, backup_taken_at, restored_at, claims_held, files_unknown)
     select organization_id,
       1 + coalesce((select max(epoch) from restore_epoch e where e.organization_id = o.organization_id), 0),
       $1, $2, $3,
       (select count(*) from claim c where c.organization_id = o.organization_id and state = 'ready'),
       (select count(*) from interchange i where i.organization_id = o.organization_id and state = 'prepared')
     from organization o`,
    [backupId, takenAt, now],
  );
  await client.query(
    `insert into claim_event (organization_id, claim_id, ordinal, kind, message, at)
     select organization_id, claim_id,
       1 + coalesce((select max(ordinal) from claim_event e
                     where (e.organization_id, e.claim_id) = (c.organization_id, c.claim_id)), 0),
       'held', 'Was ready when the backup was made and may have been sent since. Ask the payer, then submit it again.', $1
     from claim c where state = 'ready'`,
    [now],
  );
  await client.query(`update claim set state = 'held', row_version = row_version + 1 where state = 'ready'`);
  await client.query(`update interchange set state = 'unknown' where state = 'prepared'`);
}
