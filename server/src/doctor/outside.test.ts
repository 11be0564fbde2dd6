import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld, testKey } from '../../../test/world.ts';
import { readHeads, writeHeads } from '../audit/heads.ts';
import { inTransaction } from '../db/connect.ts';
import { lockFolder } from '../db/lock.ts';
import { newKey } from '../keys/keyring.ts';
import { checkAuditHeads } from './audit-heads.ts';
import { checkPort } from './port.ts';
import { checkSealedKeys } from './sealed.ts';

const database = await testDatabase();
const world = await aWorld(database);
const { organizationId } = world;
const folder = mkdtempSync(join(tmpdir(), 'superbill-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  { what: 'with its key', secret: testKey.secret, severity: 'fine' },
  { what: 'without it', secret: newKey().secret, severity: 'fault' },
])('what is sealed, $what at hand, is $severity', async ({ secret, severity }) => {
  await aPatient(world);
  const env = { SUPERBILL_KEYS: secret.toString('base64') };
  const found = await inTransaction(database.db, { organizationId }, (tx) =>
    checkSealedKeys(tx, organizationId, env),
  );
  expect(found).toMatchObject({ check: 'sealed-keys', severity });
  if (severity === 'fault')
    expect(found).toMatchObject({
      message: expect.stringContaining(testKey.id),
      nextStep: expect.stringMatching(/Put the key back/),
    });
});

test('the head outside is missing, agrees, and tells rows that were cut off', async () => {
  const look = () =>
    inTransaction(database.db, { organizationId }, (tx) =>
      checkAuditHeads(tx, organizationId, readHeads(folder, organizationId)),
    );
  expect(await look()).toMatchObject({ check: 'audit-heads', severity: 'warning' });
  await writeHeads(world.system, folder);
  expect(await look()).toMatchObject({ severity: 'fine' });
  await database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${organizationId}, true)`.execute(tx);
    await sql`alter table audit_event disable trigger user`.execute(tx);
    await sql`delete from audit_event where sequence = (select max(sequence) from audit_event)`.execute(tx);
    await sql`alter table audit_event enable trigger user`.execute(tx);
  });
  expect(await look()).toMatchObject({ severity: 'fault', message: expect.stringMatching(/is gone/) });
});

test('a port that another program has is told, unless Superbill itself runs', async () => {
  const other = net.createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const env = { PORT: String((other.address() as AddressInfo).port) };
  expect(await checkPort({ data: folder, env })).toMatchObject({
    severity: 'warning',
    nextStep: expect.stringMatching(/--port/),
  });
  const lock = await lockFolder(folder);
  expect(await checkPort({ data: folder, env })).toMatchObject({ severity: 'fine' });
  await lock.release();
  await new Promise((done) => other.close(done));
  expect(await checkPort({ data: folder, env })).toMatchObject({ severity: 'fine' });
});
