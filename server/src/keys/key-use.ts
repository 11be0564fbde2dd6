import { sql } from 'kysely';
import { type Db, inTransaction } from '../db/connect.ts';
import { StartError } from '../db/start-error.ts';
import { readDataKeys } from './data-keys.ts';
import { type Keyring, keyFile, keyIdOf, makeFirstKey, openKeyring } from './keyring.ts';
import { underKeyring } from './sealed.ts';

/**
 * How many stored values of an organization each key of the keyring sealed, over every column that can hold one: data
 * keys, second factors, letters, and whatever comes later.
 */
export function countKeyUses(
  db: Db,
  organizationId: string,
  keyIds: readonly string[],
): Promise<Map<string, number>> {
  return inTransaction(db, { organizationId }, async (tx) => {
    const columns = await sql<{ table: string; column: string }>`
      select c.table_name as table, c.column_name as column
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.data_type = 'bytea' and t.table_type = 'BASE TABLE'
        and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'select')`.execute(tx);
    const uses = new Map(keyIds.map((id) => [id, 0]));
    for (const { table, column } of columns.rows) {
      const { rows } = await sql<{ id: string; uses: number }>`
        select encode(substring(${sql.ref(column)} from 2 for 8), 'hex') as id, count(*)::integer as uses
        from ${sql.table(table)} where get_byte(${sql.ref(column)} || '\\x00', 0) = 1 group by 1`.execute(tx);
      for (const row of rows) {
        const known = uses.get(row.id);
        if (known !== undefined) uses.set(row.id, known + row.uses);
      }
    }
    return uses;
  });
}

/**
 * The keyring for a database that may be new: the first key is made only where nothing was sealed yet. Throws
 * {@link StartError}, and makes no key, where sealed values wait for keys that are not there.
 */
export async function bringKeyring(
  db: Db,
  organizationIds: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Keyring> {
  if (!(await anySealed(db, organizationIds))) makeFirstKey(env);
  const keyring = openKeyring(env);
  await checkKeys(db, organizationIds, keyring, keyFile(env));
  return keyring;
}

/** Whether the keyring of before sealed anything that is stored. */
async function anySealed(db: Db, organizationIds: readonly string[]): Promise<boolean> {
  for (const organizationId of organizationIds) {
    const found = await inTransaction(db, { organizationId }, async (tx) => {
      for (const { table } of [{ table: 'data_key' }, ...underKeyring]) {
        const { rows } = await sql`select from ${sql.table(table)}
          where organization_id = ${organizationId} limit 1`.execute(tx);
        if (rows.length > 0) return true;
      }
      return false;
    });
    if (found) return true;
  }
  return false;
}

/**
 * Makes sure, before anything is written, that the keyring opens what is stored. Throws {@link StartError} with the
 * key that is missing and where keys are looked for.
 */
export async function checkKeys(
  db: Db,
  organizationIds: readonly string[],
  keyring: Keyring,
  lookedIn: string,
): Promise<void> {
  for (const organizationId of organizationIds) {
    await inTransaction(db, { organizationId }, async (tx) => {
      const rows = await tx
        .selectFrom('data_key')
        .select('wrapped')
        .where('organization_id', '=', organizationId)
        .execute();
      const missing = rows
        .map(({ wrapped }) => keyIdOf(wrapped))
        .find((id) => id && !keyring.ids.includes(id));
      if (missing !== undefined)
        throw new StartError(
          `The key ${missing}, which identifiers in this database are sealed with, is not in ${lookedIn} (nor in SUPERBILL_KEYS). Put it back, or name the file that holds it: SUPERBILL_KEY_FILE.`,
        );
      await readDataKeys({ db: tx, organizationId, keyring });
    });
  }
}

/** Whether a data key is still wrapped by an older key: one was added, and what it should take over was not done. */
export async function hasOlderWraps(
  db: Db,
  organizationIds: readonly string[],
  { currentId }: Keyring,
): Promise<boolean> {
  for (const organizationId of organizationIds) {
    const wraps = await inTransaction(db, { organizationId }, (tx) =>
      tx.selectFrom('data_key').select('wrapped').where('organization_id', '=', organizationId).execute(),
    );
    if (wraps.some(({ wrapped }) => keyIdOf(wrapped) !== currentId)) return true;
  }
  return false;
}
