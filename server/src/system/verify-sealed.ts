import type { Check } from '@superbill/contract';
import { sql } from 'kysely';
import { readDataKeys } from '../keys/data-keys.ts';
import { type Keyring, SealError } from '../keys/keyring.ts';
import { openWith, rowId, type SealedTable, sealedTables } from '../keys/sealed.ts';
import { outcome, type Scope } from './check.ts';

/** Rows read at once: files are large. */
const page = 50;

/** Every sealed value opens in its place. */
export async function verifySealed(scope: Scope, keyring: Keyring): Promise<Check> {
  const { db, organizationId } = scope;
  const faults: string[] = [];
  const ring = await readDataKeys({ ...scope, keyring }).catch((error: unknown) => {
    if (!(error instanceof SealError)) throw error;
    faults.push(error.message);
    return undefined;
  });
  let looked = 0;
  for (const table of Object.keys(sealedTables) as SealedTable[]) {
    const key = sql.join(sealedTables[table].key.map((column) => sql.ref(column)));
    let after = sql``;
    for (;;) {
      const { rows } = await sql<{ sealed: Buffer } & Record<string, unknown>>`
        select ${key}, sealed from ${sql.table(table)}
        where organization_id = ${organizationId} and sealed is not null ${after}
        order by ${key} limit ${sql.lit(page)}`.execute(db);
      for (const row of rows) {
        const id = rowId(table, row);
        if (!opens(() => ring && openWith(ring, organizationId, table, id, row.sealed)))
          faults.push(`${table} ${id}`);
      }
      looked += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < page) break;
      after = sql`and (${key}) > (${sql.join(sealedTables[table].key.map((column) => last[column]))})`;
    }
  }
  return outcome('sealed-values', {
    looked: `${looked} sealed values open`,
    faults,
    next: 'Their key is missing or they were changed: restore them from a backup.',
  });
}

function opens(open: () => unknown): boolean {
  try {
    return open() !== undefined;
  } catch {
    return false;
  }
}
