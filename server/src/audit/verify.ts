import type { Work } from '../work.ts';
import { genesis } from './append.ts';
import { readChain } from './chain-rows.ts';
import type { WrittenHead } from './heads.ts';

export interface ChainVerdict {
  ok: boolean;
  detail: string;
}

/**
 * Walks an organization's chain from the start to its end; the first row that does not fit is named. `heads` are ends
 * of the chain that were written outside the database: they show also a chain that was cut or made anew together
 * with its head.
 */
export async function verifyAudit(
  { db, organizationId }: Pick<Work, 'db' | 'organizationId'>,
  heads: readonly WrittenHead[] = [],
): Promise<ChainVerdict> {
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  if (!head) return fault('The audit trail has no head row.');
  const standing = await headsThatStand({ db, organizationId }, heads);
  const written = new Map(standing.map((one) => [one.sequence, one]));

  let previous: Buffer = genesis;
  let expected = 0;
  for await (const rows of readChain({ db, organizationId }, genesis)) {
    for (const { sequence, hash, isWhole } of rows) {
      expected += 1;
      if (sequence !== expected) return fault(`Row ${expected} of the audit trail is missing.`);
      if (!isWhole) return fault(`Row ${sequence} of the audit trail was changed.`);
      const outside = written.get(sequence);
      if (outside && outside.hash !== hash.toString('hex'))
        return fault(
          `Row ${sequence} of the audit trail is not the one whose hash was written down at ${outside.at}: the rows up to it were made anew.`,
        );
      previous = hash;
    }
  }
  const furthest = Math.max(0, ...written.keys());
  if (furthest > expected)
    return fault(
      `The audit trail ends at row ${expected}, but row ${furthest} was written down at ${written.get(furthest)?.at}: rows ${expected + 1} to ${furthest} are missing.`,
    );
  if (head.sequence !== expected || !previous.equals(head.hash))
    return fault(`The audit trail ends at row ${expected}, but ${head.sequence} were written.`);
  const beside = (await countRows({ db, organizationId })) - expected;
  if (beside !== 0) return fault(`The audit trail has ${beside} rows that are no part of its chain.`);
  const proven = standing.length === 0 ? '' : `, ${standing.length} heads outside the database agree`;
  const lost = heads.length - standing.length;
  const gone = lost === 0 ? '' : `; ${lost} were written after a backup that was restored`;
  return { ok: true, detail: `${expected} rows, unbroken${proven}${gone}.` };
}

/** Rows of whatever number: one before the start, or a second of the same number, is seen by counting alone. */
async function countRows({ db, organizationId }: Pick<Work, 'db' | 'organizationId'>): Promise<number> {
  const { rows } = await db
    .selectFrom('audit_event')
    .select((is) => is.fn.countAll<number>().as('rows'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return rows;
}

/** A restore goes back to its backup: the heads that were written between the two are of rows that are gone. */
export async function headsThatStand(
  { db, organizationId }: Pick<Work, 'db' | 'organizationId'>,
  heads: readonly WrittenHead[],
): Promise<WrittenHead[]> {
  const restores = await db
    .selectFrom('restore_epoch')
    .select(['backup_taken_at', 'restored_at'])
    .where('organization_id', '=', organizationId)
    .execute();
  return heads.filter(
    ({ at }) => !restores.some((one) => at >= one.backup_taken_at && at <= one.restored_at),
  );
}

const fault = (detail: string): ChainVerdict => ({ ok: false, detail });
