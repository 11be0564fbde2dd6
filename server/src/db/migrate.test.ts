import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase } from '../../../test/database.ts';
import { type Migration, migrate, pendingMigrations, readMigrations } from './migrate.ts';

const { pool } = await emptyDatabase();

const aMigration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const first = aMigration(
  '0001_first',
  'create table patient_note (id integer primary key); insert into patient_note values (1);',
);
const second = aMigration('0002_second', 'alter table patient_note add column body text;');

const exists = async (table: string) =>
  (await pool.query('select to_regclass($1) is not null as there', [table])).rows[0].there;

test('migrations are applied in order, once', async () => {
  expect(await pendingMigrations(pool, [first, second])).toEqual(['0001_first', '0002_second']);
  expect(await migrate(pool, [first])).toEqual(['0001_first']);
  expect(await pendingMigrations(pool, [first, second])).toEqual(['0002_second']);
  expect(await migrate(pool, [first, second])).toEqual(['0002_second']);
  expect(await migrate(pool, [first, second])).toEqual([]);
});

test('of a migration that fails nothing is kept, and the message names the line', async () => {
  const broken = aMigration(
    '0003_broken',
    'create table half (id integer);\nalter table half\n  add column id integer;',
  );
  await expect(migrate(pool, [first, second, broken])).rejects.toThrow(
    /^0003_broken\.sql.*"id".*already exists/,
  );
  expect(await exists('half')).toBe(false);

  const misspelt = aMigration('0003_broken', 'create table half (id integer);\nselect\n  nothing_there;');
  await expect(migrate(pool, [first, second, misspelt])).rejects.toThrow(
    /^0003_broken\.sql line 3: .*nothing_there/,
  );
  expect(await pendingMigrations(pool, [first, second])).toEqual([]);
});

test.each([
  ['a changed file', [aMigration('0001_first', 'select 1'), second], /0001_first\.sql is not the one/],
  ['a database newer than the program', [first], /newer than this program: it has 0002_second/],
  [
    'a file numbered below an applied one',
    [first, aMigration('0001_late', ''), second],
    /0001_late\.sql came after 0002_second/,
  ],
])('%s is refused', async (_, migrations, message) => {
  await expect(migrate(pool, migrations)).rejects.toThrow(message);
  await expect(pendingMigrations(pool, migrations)).rejects.toThrow(message);
});

test('two processes at once take turns', async () => {
  const third = aMigration('0003_third', 'create table once (id integer); select pg_sleep(0.1);');
  const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, [first, second, third])));
  expect(applied.flat()).toEqual(['0003_third']);
});

test('a migration sees the rows behind row-level security, and the fence stands again afterwards', async () => {
  const all = [
    ...[first, second, aMigration('0003_third', 'create table once (id integer); select pg_sleep(0.1);')],
    aMigration('0004_fence', 'alter table patient_note enable row level security, force row level security;'),
    aMigration('0005_fill', `update patient_note set body = 'filled';`),
  ];
  await migrate(pool, all);
  const { rows } = await pool.query(
    `select relforcerowsecurity as forced from pg_class where relname = 'patient_note'`,
  );
  expect(rows).toEqual([{ forced: true }]);
  await pool.query('alter table patient_note no force row level security');
  expect((await pool.query('select body from patient_note')).rows).toEqual([{ body: 'filled' }]);
});

test('our own files keep to one transaction each', () => {
  for (const { name, sql } of readMigrations()) {
    expect(sql, name).not.toMatch(/^\s*(begin|commit|rollback|start transaction)\s*;/im);
  }
});

test('files are read by number, and two of one number are refused', () => {
  const folder = mkdtempSync(join(tmpdir(), 'superbill-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, '0002_b.sql'), 'select 2;\r\n');
  writeFileSync(join(folder, '0001_a.sql'), 'select 1;\n');
  expect(readMigrations(folder).map(({ name, sql }) => [name, sql])).toEqual([
    ['0001_a', 'select 1;\n'],
    ['0002_b', 'select 2;\n'],
  ]);
  writeFileSync(join(folder, '0002_c.sql'), '');
  expect(() => readMigrations(folder)).toThrow('two migrations share the number of 0002_c');
  writeFileSync(join(folder, 'notes.sql'), '');
  expect(() => readMigrations(folder)).toThrow('notes.sql must be named like 0002_tenancy.sql');
});
