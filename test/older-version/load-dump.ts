import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { beginLoading } from '@superbill/server/backup/load-rows';
import { readMigrations } from '@superbill/server/db/migrate';
import pg from 'pg';

/** The migrations of version 0.1, under which the dump was written. */
const migrationsOfThen = 11;

/** The rows of one table as the dump has them, in COPY text. */
export interface DumpedTable {
  name: string;
  columns: string[];
  lines: string[];
}

/** Reads `rows-of-0.1.sql.gz`. */
export async function readDump(): Promise<DumpedTable[]> {
  const file = fileURLToPath(new URL('rows-of-0.1.sql.gz', import.meta.url));
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: 0 });
  const tables: DumpedTable[] = [];
  let table: DumpedTable | undefined;
  for await (const line of lines) {
    if (line === '\\.') table = undefined;
    else if (table) table.lines.push(line);
    else {
      const [, name = '', columns = ''] = /^COPY (\w+) \((.+)\) FROM stdin;$/.exec(line) ?? [];
      table = { name, columns: columns.replaceAll('"', '').split(', '), lines: [] };
      tables.push(table);
    }
  }
  return tables;
}

/** Makes an empty database what it was under version 0.1, with all rows of the dump. */
export async function loadDump(url: string, tables: readonly DumpedTable[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    const loading = await beginLoading(client, readMigrations().slice(0, migrationsOfThen));
    for (const { name, columns, lines } of tables) {
      const rows = (async function* () {
        yield Buffer.from(lines.map((line) => `${line}\n`).join(''));
      })();
      await loading.table(name, columns, rows);
    }
    await loading.finish([]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
