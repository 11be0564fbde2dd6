import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@superbill/server/db/connect';
import { migrate } from '@superbill/server/db/migrate';

/** Runs with a folder of its own that is gone afterwards. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs on an embedded database of its own, migrated, durable as the product's; hears its data directory too. */
export function withDatabase<T>(run: (database: Database, data: string) => Promise<T>): Promise<T> {
  return withFolder(async (data) => {
    const database = await openDatabase({ data });
    try {
      await migrate(database.pool);
      return await run(database, data);
    } finally {
      await database.close();
    }
  });
}
