import { sql } from 'kysely';
import type { Tx } from './connect.ts';

/**
 * Waits until no other transaction works on the things named, and keeps them until the commit. For things that
 * have no row to lock yet: the first use of a key, a file or a payment that may come twice at once.
 */
export async function takeTurn(tx: Tx, organizationId: string, things: readonly string[]): Promise<void> {
  // In one order, so that no two transactions wait for each other.
  for (const thing of [...new Set(things)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${organizationId} ${thing}`}, 0))`.execute(tx);
  }
}
