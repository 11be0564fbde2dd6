import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from '@superbill/server/db/cluster';
import { type Database, openDatabase } from '@superbill/server/db/connect';

/** Joins the database of a running server, else starts it for the moment; never makes a new one. */
export function joinDatabase(data: string): Promise<Database> {
  const url = process.env.DATABASE_URL;
  if (!url && !existsSync(join(layoutOf(data).cluster, 'PG_VERSION')))
    throw new Error(`There is no database in ${data}. Name the data directory: --data DIR.`);
  return openDatabase({ url, data, join: true });
}
