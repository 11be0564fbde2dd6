import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMilliseconds } from '@superbill/engines/model';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { headsFolder, writeHeads } from '../audit/heads.ts';
import { inTransaction } from '../db/connect.ts';
import { proveOrganization, readProof } from './proof.ts';

const database = await testDatabase();
const data = mkdtempSync(join(tmpdir(), 'superbill-proof-'));
afterAll(() => rmSync(data, { recursive: true }));

/** A practice whose head was written outside, and a server that keeps its heads there. */
async function keptWorld() {
  const world = await aWorld(database);
  const { upkeep } = world.system;
  if (!upkeep) throw new Error('the world keeps nothing up');
  const system = { ...world.system, upkeep: { ...upkeep, data } };
  await writeHeads(system, headsFolder(data, {}));
  const proved = async () => {
    await proveOrganization(system, world.organizationId);
    return inTransaction(database.db, world, (db) => readProof({ db, organizationId: world.organizationId }));
  };
  return { ...world, system, proved };
}

test('the hourly proof compares the trail with the heads outside: one cut together with its head is told', async () => {
  const world = await keptWorld();
  expect(await world.proved()).toMatchObject({ ok: true });
  await database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    await sql`alter table audit_event disable trigger user`.execute(tx);
    await sql`alter table audit_head disable trigger user`.execute(tx);
    await sql`delete from audit_event where sequence > 0`.execute(tx);
    await sql`update audit_head set sequence = 0, hash = decode(repeat('00', 32), 'hex')`.execute(tx);
    await sql`alter table audit_event enable trigger user`.execute(tx);
    await sql`alter table audit_head enable trigger user`.execute(tx);
  });
  const found = await world.proved();
  expect(found).toMatchObject({ ok: false, failingSince: world.system.clock.now() });
  expect(found?.checks.filter(({ ok }) => !ok)).toEqual([
    { name: 'audit-chain', ok: false, detail: expect.stringMatching(/ends at row 0, but row 1 was written/) },
  ]);
});

test('heads written after the backup that was restored are of rows that are gone, and no fault', async () => {
  const world = await keptWorld();
  const { clock } = world.system;
  const backedUp = clock.now();
  clock.set(addMilliseconds(backedUp, 3_600_000));
  await world.as('biller', async (unit) => unit.audit('test.note', { kind: 'test' }));
  await writeHeads(world.system, headsFolder(data, {}));
  await database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    await sql`alter table audit_event disable trigger user`.execute(tx);
    const back = sql`delete from audit_event where sequence = (select max(sequence) from audit_event)`;
    await back.execute(tx);
    await sql`alter table audit_head disable trigger user`.execute(tx);
    await sql`update audit_head set sequence = e.sequence, hash = e.hash
      from audit_event e where e.sequence = (select max(sequence) from audit_event)`.execute(tx);
    await sql`alter table audit_event enable trigger user`.execute(tx);
    await sql`alter table audit_head enable trigger user`.execute(tx);
  });
  expect(await world.proved()).toMatchObject({ ok: false });
  clock.set(addMilliseconds(clock.now(), 60_000));
  await inTransaction(database.db, world, (tx) =>
    tx
      .insertInto('restore_epoch')
      .values({
        organization_id: world.organizationId,
        epoch: 1,
        backup_id: world.payerId,
        backup_taken_at: backedUp,
        restored_at: clock.now(),
        claims_held: 0,
        files_unknown: 0,
      })
      .execute(),
  );
  const found = await world.proved();
  expect(found).toMatchObject({ ok: true });
  expect(found?.checks.find(({ name }) => name === 'audit-chain')?.detail).toMatch(
    /\d were written after a backup that was restored/,
  );
});
