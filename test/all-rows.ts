import { createHash } from 'node:crypto';
import { copyOut } from '@superbill/server/backup/copy';
import { describeTables, readAcrossOrganizations } from '@superbill/server/backup/describe-data';
import pg from 'pg';

/** How many rows each table has, and a hash of their values in the order of their text: equal when the rows are. */
export async function hashAllRows(url: string): Promise<Map<string, { rows: number; hash: string }>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read');
    await readAcrossOrganizations(client);
    const hashes = new Map<string, { rows: number; hash: string }>();
    for (const { name, columns } of await describeTables(client)) {
      const list = columns.map((column) => `"${column}"`).join(', ');
      const hash = createHash('sha256');
      const rows = copyOut(
        client,
        `copy (select ${list} from "${name}" t order by t::text collate "C") to stdout`,
      );
      let step = await rows.next();
      for (; !step.done; step = await rows.next()) hash.update(step.value);
      hashes.set(name, { rows: step.value, hash: hash.digest('hex') });
    }
    return hashes;
  } finally {
    await client.end();
  }
}
