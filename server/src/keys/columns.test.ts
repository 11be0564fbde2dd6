import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { sealedTables, underKeyring } from './sealed.ts';

const { pool } = await testDatabase();

const classes = ['sealed', 'emptied', 'hashed', 'none', 'clear'];

/** Lines of columns.txt: `table.column  class  reason`. */
const listed = readFileSync(new URL('columns.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, column = '', kind = '', reason = ''] = /^(\S+)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    return { column, kind, reason };
  });
const named = (kind: string) => listed.filter((line) => line.kind === kind).map(({ column }) => column);

/** Every column that can hold words or bytes, and every birth date. */
async function columnsOf(from: Pick<Pool, 'query'>): Promise<string[]> {
  const { rows } = await from.query<{ column: string }>(`
    select c.relname || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and (a.atttypid not in ('uuid'::regtype, 'uuid[]'::regtype, 'boolean'::regtype, 'smallint'::regtype,
        'integer'::regtype, 'integer[]'::regtype, 'bigint'::regtype, 'numeric'::regtype, 'real'::regtype,
        'double precision'::regtype, 'date'::regtype, 'timestamptz'::regtype, 'time'::regtype)
        or a.attname like '%birth%')
    order by c.relname collate "C", a.attnum`);
  return rows.map(({ column }) => column);
}

const missing = async (from: Pick<Pool, 'query'>) =>
  (await columnsOf(from)).filter((column) => !listed.some((line) => line.column === column));

describe('every column that can hold an identifier', () => {
  test('says in columns.txt what it holds, and every line there has its column', async () => {
    expect(await missing(pool)).toEqual([]);
    const columns = await columnsOf(pool);
    expect(listed.map(({ column }) => column).filter((column) => !columns.includes(column))).toEqual([]);
    expect(new Set(listed.map(({ column }) => column)).size).toBe(listed.length);
  });

  test('is of a class that is explained there; one in clear says why', () => {
    expect(listed.filter(({ kind }) => !classes.includes(kind))).toEqual([]);
    expect(listed.filter(({ kind, reason }) => (kind === 'clear') !== reason.length > 20)).toEqual([]);
  });

  test('a column that is added and not listed is found, of whatever type', async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(`create domain ssn as text`);
      await client.query(
        `alter table patient add ssn ssn, add photo bytea, add cell varchar(20), add ip inet`,
      );
      expect(await missing(client)).toEqual(['patient.ssn', 'patient.photo', 'patient.cell', 'patient.ip']);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('the list agrees with what seals', () => {
  test('sealed columns are those that a rotation seals again, and data keys', () => {
    const sealing = [
      ...Object.keys(sealedTables).map((table) => `${table}.sealed`),
      ...underKeyring.map(({ table, column }) => `${table}.${column}`),
      'data_key.wrapped',
    ];
    expect(named('sealed')).toEqual(sealing.sort());
  });

  test('emptied columns are those that sealing takes in', () => {
    const taken = Object.entries(sealedTables).flatMap(([table, { clear }]) =>
      clear.map((column) => `${table}.${column}`),
    );
    expect(named('emptied').sort()).toEqual(taken.sort());
  });
});
