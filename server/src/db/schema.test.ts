import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';

const { pool } = await testDatabase();

// What row-level security, grants and triggers hold is in walls.test.ts.

/** Tables that belong to no organization; each says in its migration why not. */
const unfenced = ['schema_migration', 'sign_in_directory'];

const names = async (query: string) =>
  (await pool.query<{ name: string }>(query)).rows.map(({ name }) => name);

const tables = `(select oid, relname as name, relrowsecurity, relforcerowsecurity, relowner from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname collate "C")`;

describe('each organization keeps to itself', () => {
  test('organization_id comes first in every primary key, unique key and index that refuses duplicates', async () => {
    const others = await names(`select distinct t.name from ${tables} as t join pg_index on indrelid = t.oid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = indkey[0]
      where indisunique and a.attname <> 'organization_id' order by 1`);
    expect(others).toEqual(unfenced);
  });

  test('every table has a primary key', async () => {
    const without = await names(`select name from ${tables} as t
      where not exists (select from pg_index where indrelid = t.oid and indisprimary)`);
    expect(without).toEqual([]);
  });

  test('every foreign key leads from organization to organization', async () => {
    const others = await names(`select distinct conname || ' of ' || t.name as name from ${tables} as t
      join pg_constraint on conrelid = t.oid and contype = 'f'
      join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
      join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
      where (a.attname, b.attname) <> ('organization_id', 'organization_id')`);
    expect(others.filter((name) => !unfenced.some((table) => name.endsWith(` of ${table}`)))).toEqual([]);
  });
});

describe('the role of the application', () => {
  test('owns nothing, cannot sign in and passes no fence', async () => {
    const { rows } = await pool.query(`select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      exists (select from ${tables} as t where relowner = r.oid) as owns from pg_roles r where rolname = 'superbill_app'`);
    expect(rows).toEqual([
      {
        rolcanlogin: false,
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        owns: false,
      },
    ]);
  });

  test('may use every table of the product, and nothing of the migrations', async () => {
    const hidden = await names(`select name from ${tables} as t
      where not has_table_privilege('superbill_app', oid, 'select')`);
    expect(hidden).toEqual(['schema_migration']);
  });

  test('finds what is only added to, marked in the comment of its table', async () => {
    const appendOnly = await names(
      `select name from ${tables} as t where obj_description(oid, 'pg_class') like '%@append-only%'`,
    );
    expect(appendOnly).toEqual(expect.arrayContaining(['audit_event', 'ledger_entry', 'posting', 'remit']));
  });
});

test('money is whole cents', async () => {
  const others = await names(`select attrelid::regclass || '.' || attname as name from pg_attribute
    where attrelid in (select oid from ${tables} as t) and attnum > 0 and not attisdropped
    and (attname like '%\\_cents' and atttypid <> 'bigint'::regtype or atttypid = 'money'::regtype)`);
  expect(others).toEqual([]);
});

test('moments know their zone', async () => {
  const others = await names(`select attrelid::regclass || '.' || attname as name from pg_attribute
    where attrelid in (select oid from ${tables} as t) and attnum > 0 and atttypid = 'timestamp'::regtype`);
  expect(others).toEqual([]);
});
