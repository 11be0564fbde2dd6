import type pg from 'pg';
import { BackupError } from './backup-error.ts';

/** A table as it is copied: its columns in order, without those the database computes itself. */
export interface CopiedTable {
  name: string;
  columns: string[];
  /** Statements about it, written by the database, which knows how its names are quoted. */
  copyOut: string;
  copyIn: string;
  rest: string;
  wake: string;
}

/** The tables of the product, by name. */
export async function describeTables(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(`
    select relname as name, columns,
      format('copy (select %s from %I) to stdout', list, relname) as "copyOut",
      format('copy %I (%s) from stdin', relname, list) as "copyIn",
      format('alter table %I disable trigger user', relname) as rest,
      format('alter table %I enable trigger user', relname) as wake
    from pg_class c, lateral (
      select array_agg(attname::text order by attnum) as columns,
        string_agg(quote_ident(attname), ', ' order by attnum) as list
      from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
    ) as a
    where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by relname collate "C"`);
  return rows;
}

/** Where counters stand that belong to the database itself. */
export interface Sequence {
  name: string;
  last: string | null;
}

export async function describeSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' order by 1`);
  return rows;
}

/**
 * Lets a transaction read every row of every organization: as the role made for it, or, in a database from
 * before that role, by lifting the fences inside this transaction, for which nobody else may be at work.
 * Behind a fence a table would look empty, so a table that stays fenced is refused by name.
 */
export async function readAcrossOrganizations(client: pg.ClientBase): Promise<void> {
  const { rows: roles } = await client.query(`select from pg_roles r where rolname = 'superbill_backup'
    and exists (select from pg_policy where polname = 'backup_reads' and r.oid = any(polroles))`);
  if (roles.length === 0) {
    const { rows } = await client.query<{ lift: string }>(`
      select format('alter table %s no force row level security', oid::regclass) as lift
      from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace`);
    await client.query(`set local lock_timeout = '10s'`);
    await client.query(rows.map(({ lift }) => lift).join(';'));
    return;
  }
  await client.query('set local role superbill_backup');
  const { rows: hidden } = await client.query<{ name: string }>(`
    select relname as name from pg_class c
    where relnamespace = 'public'::regnamespace and relkind = 'r' and (
      not has_table_privilege(c.oid, 'select')
      or (relrowsecurity and not exists (
        select from pg_policy p where polrelid = c.oid and polpermissive and polcmd in ('r', '*')
          and 'superbill_backup'::regrole = any(polroles) and polname = 'backup_reads'))
      or exists (
        select from pg_policy p where polrelid = c.oid and not polpermissive
          and ('superbill_backup'::regrole = any(polroles) or 0 = any(polroles)))
    ) order by 1`);
  if (hidden.length > 0)
    throw new BackupError(
      'failed',
      `A backup would miss rows of ${hidden.map(({ name }) => name).join(', ')}: the role superbill_backup ` +
        'cannot read all of it. Nothing was written.',
    );
}
