import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';

const { pool } = await testDatabase();

/** Tables that belong to no organization; each says in its migration why not. */
const unfenced = ['schema_migration', 'sign_in_directory'];

/** Tables of which the application may remove rows. Everything else is ended, voided or superseded. */
const removable = ['charge_diagnosis', 'idempotency_key'];

/** Functions that may run with the rights of their owner. None has to. */
const asOwner: string[] = [];

const tables = `(select oid, relname as name, relrowsecurity, relforcerowsecurity from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p'))`;
const own = '(organization_id = current_organization())';

interface Wall {
  what: string;
  /** Names what stands open. */
  find: string;
  /** What does, on purpose. */
  open: string[];
  planted: { what: string; sql: string; found: string[] }[];
}

const walls: Wall[] = [
  {
    what: 'a table that row-level security does not bind, its owner included',
    find: `select name from ${tables} t where not (relrowsecurity and relforcerowsecurity)`,
    open: unfenced,
    planted: [
      { what: 'a table without', sql: 'create table leak (organization_id uuid)', found: ['leak'] },
      {
        what: 'one that binds all but the owner',
        sql: 'create table leak (organization_id uuid); alter table leak enable row level security',
        found: ['leak'],
      },
      { what: 'one switched off', sql: 'alter table patient disable row level security', found: ['patient'] },
    ],
  },
  {
    what: 'a policy that shows the product rows of another organization',
    find: `select tablename || '.' || policyname as name from pg_policies where schemaname = 'public'
      and not (qual = '${own}' and coalesce(with_check, qual) = '${own}')
      and not (roles = '{superbill_backup}' and cmd = 'SELECT' and qual = '(CURRENT_USER = ''superbill_backup''::name)')`,
    open: [],
    planted: [
      {
        what: 'one without the organization',
        sql: 'create policy wide on patient using (true)',
        found: ['patient.wide'],
      },
      {
        what: 'one that writes into another',
        sql: `create policy wide on patient using ${own} with check (true)`,
        found: ['patient.wide'],
      },
      {
        what: 'one that asks something else besides',
        sql: `create policy wide on patient to superbill_app using (${own} or sex = 'F')`,
        found: ['patient.wide'],
      },
      {
        what: 'the policy of backups for everybody',
        sql: 'alter policy backup_reads on patient to public',
        found: ['patient.backup_reads'],
      },
    ],
  },
  {
    what: 'a table without the policy of its own organization',
    find: `select name from ${tables} t where not exists (select from pg_policies
      where schemaname = 'public' and tablename = t.name and cmd = 'ALL' and qual = '${own}')`,
    open: unfenced,
    planted: [
      {
        what: 'one whose policy went',
        sql: 'drop policy own_organization on patient',
        found: ['patient'],
      },
    ],
  },
  {
    what: 'a function that runs with the rights of its owner',
    find: `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
    open: asOwner,
    planted: [
      {
        what: 'one that reads across organizations',
        sql: `create function every_patient() returns setof patient language sql security definer
          set search_path = pg_catalog, public as 'select * from patient'`,
        found: ['every_patient'],
      },
    ],
  },
  {
    what: 'a function with the rights of its owner that looks where its caller says, or that everybody may call',
    find: `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
      and (not exists (select from unnest(proconfig) as setting where setting like 'search\\_path=%')
        or has_function_privilege('public', oid, 'execute'))`,
    open: [],
    planted: [
      {
        what: 'one without a search path',
        sql: `create function every_login() returns bigint language sql security definer
          as 'select count(*) from sign_in_directory'; revoke execute on function every_login from public`,
        found: ['every_login'],
      },
      {
        what: 'one for everybody',
        sql: `create function every_login() returns bigint language sql security definer
          set search_path = pg_catalog as 'select count(*) from public.sign_in_directory'`,
        found: ['every_login'],
      },
    ],
  },
  {
    what: 'a view that reads with the rights of its owner',
    find: `select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm'
      or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false))`,
    open: [],
    planted: [
      { what: 'a view', sql: 'create view people as select * from patient', found: ['people'] },
      {
        what: 'a view kept on disk',
        sql: 'create materialized view people as select * from patient',
        found: ['people'],
      },
    ],
  },
  {
    what: 'an append-only table that a grant or a missing trigger lets change',
    find: `select t.name from ${tables} t where obj_description(oid, 'pg_class') like '%@append-only%' and (
      exists (select from unnest(array['superbill_app', 'superbill_backup']) as role
        where has_any_column_privilege(role, t.oid, 'update') or has_table_privilege(role, t.oid, 'delete, truncate'))
      or 2 > (select count(*) from pg_trigger where tgrelid = t.oid and tgname like 'append_only%' and tgenabled = 'O'))`,
    open: [],
    planted: [
      {
        what: 'a grant to remove',
        sql: 'grant delete on audit_event to superbill_app',
        found: ['audit_event'],
      },
      {
        what: 'a grant to change',
        sql: 'grant update on ledger_entry to superbill_app',
        found: ['ledger_entry'],
      },
      {
        what: 'a grant to change one column',
        sql: 'grant update (detail) on audit_event to superbill_app',
        found: ['audit_event'],
      },
      { what: 'a grant to everybody', sql: 'grant delete on posting to public', found: ['posting'] },
      { what: 'a grant to empty', sql: 'grant truncate on remit to superbill_app', found: ['remit'] },
      {
        what: 'a trigger switched off',
        sql: 'alter table audit_event disable trigger append_only',
        found: ['audit_event'],
      },
      {
        what: 'a trigger dropped',
        sql: 'drop trigger append_only_truncate on audit_event',
        found: ['audit_event'],
      },
    ],
  },
  {
    what: 'a table whose rows the product may remove, or that it may empty',
    find: `select name from ${tables} t where has_table_privilege('superbill_app', oid, 'delete')
      union select name from ${tables} t where has_table_privilege('superbill_app', oid, 'truncate')`,
    open: removable,
    planted: [
      { what: 'a grant', sql: 'grant delete on claim to superbill_app', found: ['claim'] },
      { what: 'a grant to empty', sql: 'grant truncate on claim to superbill_app', found: ['claim'] },
    ],
  },
  {
    what: 'a role of the product that passes the fences or owns what they bind',
    find: `select rolname as name from pg_roles r where rolname in ('superbill_app', 'superbill_backup')
      and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
        or exists (select from pg_class where relowner = r.oid))`,
    open: [],
    planted: [
      {
        what: 'a table of its own',
        sql: 'grant create on schema public to superbill_app; alter table patient owner to superbill_app',
        found: ['superbill_app'],
      },
    ],
  },
];

async function namesOf(from: Pick<typeof pool, 'query'>, { find, open }: Wall): Promise<string[]> {
  const { rows } = await from.query<{ name: string }>(find);
  return rows
    .map(({ name }) => name)
    .filter((name) => !open.includes(name))
    .sort();
}

describe.each(walls)('$what', (wall) => {
  test('is nowhere in the schema, but where it is on purpose', async () => {
    expect(await namesOf(pool, wall)).toEqual([]);
    const { rows } = await pool.query<{ name: string }>(wall.find);
    expect(rows.map(({ name }) => name).sort()).toEqual(wall.open);
  });

  test.each(wall.planted)('is found where it is planted: $what', async ({ sql, found }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(sql);
      expect(await namesOf(client, wall)).toEqual(found);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
