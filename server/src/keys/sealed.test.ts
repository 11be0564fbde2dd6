import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { World } from '../../../test/world.ts';
import { dataKeys } from './data-keys.ts';
import { aFullWorld, readAll, secrets } from './full-world.fixture.ts';
import { SealError } from './keyring.ts';
import { sealClearRows } from './seal-rows.ts';
import { openWith, sealedTables } from './sealed.ts';

const database = await testDatabase();

/** The rows of every table that holds something sealed, as the database shows them. */
const inTables = (world: World) =>
  world.as('administrator', async ({ db }) => {
    const texts = [];
    for (const table of Object.keys(sealedTables)) {
      const { rows } = await sql<{ text: string }>`
        select string_agg(t::text, ' ') as text from ${sql.table(table)} t`.execute(db);
      texts.push(rows[0]?.text ?? '');
    }
    const { rows } = await sql<{ text: string | null }>`
      select string_agg(encode(content, 'escape'), ' ') as text from inbound_file`.execute(db);
    return [...texts, rows[0]?.text ?? ''].join(' ');
  });

describe('what is stored of a patient', () => {
  test('holds no identifier in clear, and tells them all to who may read', async () => {
    const full = await aFullWorld(database.db);
    const text = await inTables(full.world);
    expect(text).not.toBe('');
    for (const secret of [...secrets, '000000417']) expect(text, secret).not.toContain(secret);
    const told = JSON.stringify(await readAll(full));
    for (const secret of [...secrets, '000000417']) expect(told).toContain(secret);
  });

  test('opens in its own row only', async () => {
    const { world } = await aFullWorld(database.db);
    await world.as('biller', async (unit) => {
      const rows = await unit.db.selectFrom('coverage').select(['coverage_id', 'sealed']).execute();
      const ring = await dataKeys(unit);
      for (const { sealed } of rows)
        for (const { coverage_id, sealed: own } of rows) {
          const open = () =>
            openWith(ring, unit.organizationId, 'coverage', coverage_id, sealed ?? Buffer.alloc(0));
          if (sealed === own) expect(open()).toHaveProperty('member_id');
          else expect(open).toThrow(SealError);
        }
    });
  });

  test('of a version that sealed nothing is sealed at the next start, unchanged', async () => {
    const full = await aFullWorld(database.db);
    const { world } = full;
    const before = await readAll(full);
    await world.as('administrator', async ({ db }) => {
      await sql`update coverage set sealed = null, member_id = 'EM1', group_number = 'G1', subscriber = null where relationship = 'self'`.execute(
        db,
      );
      await sql`update coverage set sealed = null, member_id = 'EM2', subscriber = '{"firstName": "Max"}' where relationship <> 'self'`.execute(
        db,
      );
      await sql`update organization set sealed = null, tax_id = '000000417'`.execute(db);
      await sql`update inbound_file set sealed = null, content = ${Buffer.from([0x49, 0x00, 0xff])}`.execute(
        db,
      );
    });
    // A version that was sent before there were seals: only the owner can put one there, without its trigger.
    await database.db.transaction().execute(async (tx) => {
      await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
      await sql`alter table claim_version disable trigger frozen`.execute(tx);
      await sql`update claim_version set sealed = null, content_sha256 = null, content = ${JSON.stringify(before.claim)}
        where organization_id = ${world.organizationId}`.execute(tx);
      await sql`alter table claim_version enable trigger frozen`.execute(tx);
    });
    const inClear = await readAll(full);
    expect(inClear.organization).toEqual(before.organization);
    expect(inClear.claim).toEqual(before.claim);
    expect(await inTables(world)).toContain('Xylocarp');
    const count = await sealClearRows(world.system, world.organizationId);
    expect(count).toBeGreaterThanOrEqual(5);
    expect(await readAll(full)).toEqual(inClear);
    expect(await inTables(world)).not.toMatch(/EM1|EM2|G1|Max|Xylocarp|000000417/);
    expect(await sealClearRows(world.system, world.organizationId)).toBe(0);
  });
});
