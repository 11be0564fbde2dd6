// Writes tables.ts and schema.sql from the migrations: `npm run db:types`, after each new migration.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from './connect.ts';
import { describeSchema } from './describe-schema.ts';
import { describeTables } from './describe-tables.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

const scratch = mkdtempSync(join(tmpdir(), 'superbill-types-'));
const server = await startEmbedded({ data: scratch, durable: false });
const { db, pool, close } = await connect(server.url);
try {
  await migrate(pool);
  writeFileSync(fileURLToPath(new URL('tables.ts', import.meta.url)), await describeTables(db));
  writeFileSync(fileURLToPath(new URL('schema.sql', import.meta.url)), await describeSchema(pool));
} finally {
  await close();
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
