import type pg from 'pg';
import { forceRowSecurity, liftRowSecurity, type Migration, migrateWithin } from '../db/migrate.ts';
import { BackupError } from './backup-error.ts';
import { copyIn } from './copy.ts';
import type { Sequence } from './describe-data.ts';
import { describeTables } from './describe-data.ts';

/** A database whose tables are being filled; `finish` makes it whole again. */
export interface Loading {
  /** Copies the rows of one table in and answers their number. */
  table(name: string, columns: readonly string[], rows: AsyncIterable<Buffer>): Promise<number>;
  finish(sequences: readonly Sequence[]): Promise<void>;
}

/**
 * Inside the caller's transaction on an empty database: makes the schema the rows were written under and opens
 * it for them. Triggers that refuse or check single rows rest, and foreign keys are taken off: `finish` puts
 * both back, and putting a foreign key back proves it for every row at once.
 */
export async function beginLoading(client: pg.ClientBase, migrations: Migration[]): Promise<Loading> {
  await migrateWithin(client, migrations);
  const forced = await liftRowSecurity(client);
  const tables = await describeTables(client);
  const named = new Map(tables.map((table) => [table.name, table]));
  await client.query(tables.map(({ rest }) => rest).join(';'));
  const { rows: keys } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`);
  await client.query(keys.map(({ drop }) => drop).join(';'));
  // Migrations bring rows of their own; those of the backup take their place.
  const { rows: empty } = await client.query<{ truncate: string }>(`
    select 'truncate ' || string_agg(quote_ident(relname), ', ') as truncate
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`);
  await client.query(empty.map(({ truncate }) => truncate).join(';'));

  const filled = new Set<string>();
  return {
    async table(name, columns, rows) {
      const known = named.get(name);
      if (known?.columns.join() !== columns.join() || filled.has(name))
        throw new BackupError('damaged', `The table ${name} in the backup is not the one its schema has.`);
      filled.add(name);
      return copyIn(client, known.copyIn, rows);
    },
    async finish(sequences) {
      const missing = tables.find(({ name }) => !filled.has(name));
      if (missing) throw new BackupError('damaged', `The table ${missing.name} is missing in the backup.`);
      for (const { name, last } of sequences)
        if (last !== null) await client.query('select setval($1::regclass, $2)', [`"${name}"`, last]);
      for (const { add } of keys) await client.query(add);
      await client.query(tables.map(({ wake }) => wake).join(';'));
      await forceRowSecurity(client, forced);
    },
  };
}
