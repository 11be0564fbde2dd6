import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { connect, inTransaction } from './connect.ts';
import { checkDatabase } from './health.ts';

const { db, pool, url } = await testDatabase();

const [here, there] = [
  '018f0000-0000-7000-8000-000000000001',
  '018f0000-0000-7000-8000-000000000002',
] as const;

const addOrganization = (actor: string, organizationId: string) =>
  inTransaction(db, { organizationId: actor }, (tx) =>
    tx
      .insertInto('organization')
      .values({
        organization_id: organizationId,
        name: 'Invented Family Practice',
        npi: '1234567893',
        tax_id: '000000000',
        address: JSON.stringify({ city: 'Nowhere' }),
        phone: '555-0100',
        submitter_id: 'INVENTED',
      })
      .execute(),
  );
await addOrganization(here, here);
await addOrganization(there, there);

const bindsOwner = await pool
  .query<{ passes: boolean }>(
    'select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  )
  .then(({ rows }) => !rows[0]?.passes);

describe('a transaction for an organization', () => {
  const readIds = sql<{ organization_id: string }>`select organization_id from organization order by 1`;

  test('sees its own rows alone', async () => {
    const { rows } = await inTransaction(db, { organizationId: here }, (tx) => readIds.execute(tx));
    expect(rows).toEqual([{ organization_id: here }]);
  });

  test('cannot write for another', async () => {
    const other = '018f0000-0000-7000-8000-000000000003';
    await expect(addOrganization(here, other)).rejects.toThrow(/row-level security/);
    const moved = inTransaction(db, { organizationId: here }, (tx) =>
      tx.updateTable('organization').set({ organization_id: other }).execute(),
    );
    await expect(moved).rejects.toThrow(/row-level security/);
  });

  test('cannot touch the tables themselves', async () => {
    const drop = inTransaction(db, { organizationId: here }, (tx) =>
      sql`drop table organization`.execute(tx),
    );
    await expect(drop).rejects.toThrow(/must be owner/);
  });

  test('knows who acts, and leaves nothing of it on the connection', async () => {
    const single = await connect(url, { connections: 1 });
    const settings = sql`select current_user <> session_user as stepped_down,
      current_setting('app.organization_id', true) as organization, current_setting('app.user_id', true) as user`;
    try {
      const inside = await inTransaction(single.db, { organizationId: here, userId: there }, (tx) =>
        settings.execute(tx),
      );
      expect(inside.rows).toEqual([{ stepped_down: true, organization: here, user: there }]);
      const outside = await settings.execute(single.db);
      expect(outside.rows).toEqual([{ stepped_down: false, organization: '', user: '' }]);
    } finally {
      await single.close();
    }
  });

  test('keeps nothing when the work fails', async () => {
    const failing = inTransaction(db, { organizationId: here }, async (tx) => {
      await tx.updateTable('organization').set({ name: 'Renamed' }).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const { rows } = await inTransaction(db, { organizationId: here }, (tx) =>
      sql`select name from organization`.execute(tx),
    );
    expect(rows).toEqual([{ name: 'Invented Family Practice' }]);
  });

  test.skipIf(!bindsOwner)('is the only way to any row: outside of one, nothing shows', async () => {
    expect((await readIds.execute(db)).rows).toEqual([]);
  });
});

describe('values arrive as the model has them', () => {
  test.each([
    ['12550::bigint', 12550],
    ["'2024-02-29'::date", '2024-02-29'],
    ["'2027-03-01 10:30:00.5+01'::timestamptz", '2027-03-01T09:30:00.500Z'],
    ['array[1, null]::bigint[]', [1, null]],
    ["array['2024-02-29']::date[]", ['2024-02-29']],
    ['null::timestamptz', null],
    [`'[{"a": 1}]'::jsonb`, [{ a: 1 }]],
  ])('%s', async (expression, value) => {
    expect((await pool.query(`select ${expression} as value`)).rows).toEqual([{ value }]);
  });

  test('a number too large to be exact is refused, not rounded', async () => {
    await expect(pool.query('select 9007199254740993')).rejects.toThrow(RangeError);
  });
});

test('a server that does not answer is named without the password', async () => {
  const refused = connect('postgres://someone:secret@127.0.0.1:9/superbill');
  await expect(refused).rejects.toThrow(
    /^Cannot reach the database at 127\.0\.0\.1:9\/superbill: (?!.*secret)/,
  );
});

test('a broken idle connection is reported, and the next query opens another', async () => {
  const errors: Error[] = [];
  const single = await connect(url, { connections: 1, onError: (error) => errors.push(error) });
  try {
    const { rows } = await single.pool.query('select pg_backend_pid() as pid');
    await pool.query('select pg_terminate_backend($1)', [rows[0].pid]);
    await expect.poll(() => errors.length).toBe(1);
    expect((await single.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  } finally {
    await single.close();
  }
});

test('health tells version, round trip and that nothing is left to migrate', async () => {
  const { version, roundTripMs, size, pending } = await checkDatabase(pool);
  expect(version).toMatch(/^1[5-9]/);
  expect(roundTripMs).toBeGreaterThan(0);
  expect(size).toBeGreaterThan(1_000_000);
  expect(pending).toEqual([]);
});
