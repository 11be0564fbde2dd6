import { type SqlBool, sql } from 'kysely';
import { type System, type Work, work } from '../work.ts';
import { dataKeys, makeDataKey, rewrapDataKeys } from './data-keys.ts';
import {
  type ClearValues,
  hashOf,
  openWith,
  rowId,
  type SealedTable,
  sealedTables,
  sealWith,
  underKeyring,
} from './sealed.ts';

/** Rows of one transaction: short enough that nobody waits, and that a program that is killed loses little. */
const batch = 200;

const tables = Object.keys(sealedTables) as SealedTable[];

type Found = { sealed: Buffer | null } & Record<string, unknown>;

interface Described {
  key: readonly string[];
  clear: readonly string[];
  hash?: string;
}

/**
 * Seals what still stands in clear, such as rows of a version that sealed nothing. Each batch commits by itself: killed
 * at any point it goes on with the rest the next time. Answers how many rows it sealed.
 */
export function sealClearRows(system: System, organizationId: string): Promise<number> {
  return everyBatch(system, organizationId, (unit, table) => {
    const { clear } = sealedTables[table];
    return sealBatch(
      unit,
      table,
      sql<SqlBool>`${sql.join(
        clear.map((column) => sql`${sql.ref(column)} is not null`),
        sql` or `,
      )}`,
    );
  });
}

/**
 * Brings an organization under the keyring's current key: rewraps its data keys, makes a new one, and seals every row
 * again with it. May be killed and run again.
 */
export async function rotateRows(
  system: System,
  organizationId: string,
): Promise<{ rewrapped: number; resealed: number }> {
  const rewrapped = await asSystem(system, organizationId, async (unit) => {
    const scope = { ...unit, keyring: system.keyring };
    const count = await rewrapDataKeys(scope);
    for (const place of underKeyring) await resealUnderKeyring(unit, place);
    if (count > 0) {
      await makeDataKey(scope);
      unit.audit('keys.rotate', {
        kind: 'organization',
        id: organizationId,
        detail: { key: system.keyring.currentId },
      });
    }
    return count;
  });
  const resealed = await everyBatch(system, organizationId, async (unit, table) => {
    const { currentId } = await dataKeys(unit);
    return sealBatch(
      unit,
      table,
      sql<SqlBool>`sealed is not null and substring(sealed from 2 for 8) <> decode(${currentId}, 'hex')`,
    );
  });
  return { rewrapped, resealed };
}

async function resealUnderKeyring(
  { db, organizationId, system: { keyring } }: Work,
  { table, id, column }: (typeof underKeyring)[number],
): Promise<void> {
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where organization_id = ${organizationId} and substring(${sql.ref(column)} from 2 for 8) <> decode(${keyring.currentId}, 'hex')
    for update`.execute(db);
  for (const row of rows) {
    const place = `${organizationId}/${table}/${column}/${row.id}`;
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${keyring.seal(keyring.open(row.sealed, place), place)}
      where organization_id = ${organizationId} and ${sql.ref(id)} = ${row.id}`.execute(db);
  }
}

async function everyBatch(
  system: System,
  organizationId: string,
  run: (unit: Work, table: SealedTable) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (const table of tables) {
    let sealed: number;
    do {
      sealed = await asSystem(system, organizationId, (unit) => run(unit, table));
      total += sealed;
    } while (sealed === batch);
  }
  return total;
}

/** Seals, with the newest data key, the rows of one table that a condition finds. */
async function sealBatch(
  unit: Work,
  table: SealedTable,
  which: ReturnType<typeof sql<SqlBool>>,
): Promise<number> {
  const { db, organizationId } = unit;
  const { clear, hash, ...described } = sealedTables[table] as Described;
  const key = sql.join(described.key.map((column) => sql.ref(column)));
  const columns = sql.join(clear.map((column) => sql.ref(column)));
  const { rows } = await sql<Found>`
    select ${key}, sealed, ${columns} from ${sql.table(table)}
    where organization_id = ${organizationId} and (${which})
    order by ${key} limit ${sql.lit(batch)} for update`.execute(db);
  const ring = await dataKeys(unit);
  for (const row of rows) {
    const id = rowId(table, row);
    const inClear = Object.entries(row).filter(([column]) => clear.includes(column));
    // A row that was sealed before one of its columns was to be takes in what still stands in clear.
    const values = {
      ...(row.sealed === null ? {} : openWith(ring, organizationId, table, id, row.sealed)),
      ...Object.fromEntries(row.sealed === null ? inClear : inClear.filter(([, value]) => value !== null)),
    } as ClearValues<SealedTable>;
    const sealed = sealWith(ring, organizationId, table, id, values);
    const set = [
      sql`sealed = ${sealed}`,
      ...clear.map((column) => sql`${sql.ref(column)} = null`),
      ...(hash && row.sealed === null ? [sql`${sql.ref(hash)} = ${hashOf(table, values)}`] : []),
    ];
    await sql`update ${sql.table(table)} set ${sql.join(set)} where organization_id = ${organizationId}
      and (${key}) = (${sql.join(described.key.map((column) => row[column]))})`.execute(db);
  }
  return rows.length;
}

function asSystem<T>(system: System, organizationId: string, run: (unit: Work) => Promise<T>): Promise<T> {
  return work(system, { organizationId, userId: null, hat: 'system' }, run);
}
