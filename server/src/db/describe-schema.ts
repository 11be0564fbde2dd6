import type pg from 'pg';

/** Everything that defines one table, in the order in which a person reads it. */
interface TableDescription {
  name: string;
  comment: string | null;
  columns: string[];
  constraints: string[];
  after: string[];
}

/**
 * The text of `schema.sql`: the sum of all migrations, to be read and compared, not to be run. Made from
 * the catalogs, since the embedded PostgreSQL brings no pg_dump.
 */
export async function describeSchema(pool: pg.Pool): Promise<string> {
  const { rows: tables } = await pool.query<TableDescription>(tablesQuery);
  const { rows: functions } = await pool.query<{ definition: string }>(functionsQuery);
  return [
    '-- Generated from the migrations by `npm run db:types`: what they add up to. Do not edit.\n',
    ...tables.map(writeTable),
    ...functions.map(({ definition }) => `${definition.trim()};\n`),
  ].join('\n');
}

function writeTable({ name, comment, columns, constraints, after }: TableDescription): string {
  const body = [...columns, ...constraints].map((line) => `  ${line}`).join(',\n');
  const note = comment === null ? '' : `-- ${comment}\n`;
  return `${note}create table ${name} (\n${body}\n);\n${after.map((line) => `${line};\n`).join('')}`;
}

const tablesQuery = `
  select
    c.relname as name,
    obj_description(c.oid, 'pg_class') as comment,
    array(
      select rpad(a.attname, 24) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(case when a.attgenerated = '' then ' default ' || pg_get_expr(d.adbin, d.adrelid)
             else ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored' end, '')
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
    ) as columns,
    array(
      select pg_get_constraintdef(oid, true) from pg_constraint
      where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x')
      order by position(contype::text in 'pufxc'), conname collate "C"
    ) as constraints,
    array(
      select pg_get_indexdef(indexrelid, 0, true) from pg_index
      where indrelid = c.oid and not exists (select from pg_constraint where conindid = indexrelid and contype <> 'f')
      order by indexrelid::regclass::text collate "C"
    ) || array(
      select pg_get_triggerdef(oid, true) from pg_trigger
      where tgrelid = c.oid and not tgisinternal order by tgname collate "C"
    ) || array(
      select 'create policy ' || polname
        || case when polcmd = 'r' then ' for select' else '' end
        || case when polroles = '{0}' then '' else ' to ' || array_to_string(polroles::regrole[], ', ') end
        || ' using (' || pg_get_expr(polqual, polrelid) || ')'
        || coalesce(' with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '')
      from pg_policy where polrelid = c.oid order by polname collate "C"
    ) || array(
      select 'grant ' || string_agg(lower(privilege_type), ', ' order by privilege_type collate "C") || ' to superbill_app'
      from aclexplode(c.relacl) where grantee = 'superbill_app'::regrole having count(*) > 0
    ) || array(
      select 'grant ' || lower(privilege_type) || ' (' || string_agg(attname, ', ' order by attnum) || ') to superbill_app'
      from pg_attribute, aclexplode(attacl) where attrelid = c.oid and grantee = 'superbill_app'::regrole
      group by privilege_type order by privilege_type collate "C"
    ) as after
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  order by c.relname collate "C"`;

const functionsQuery = `
  select pg_get_functiondef(oid) as definition from pg_proc
  where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
  order by proname collate "C"`;
