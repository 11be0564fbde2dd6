import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/database.ts';
import { connect } from './connect.ts';
import { describeSchema } from './describe-schema.ts';
import { migrate, readMigrations } from './migrate.ts';

const { pool, url } = await emptyDatabase();

/** The statements of a file, cut at the semicolons that stand outside of quotes, bodies and comments. */
function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  for (const { 0: token, index } of sql.matchAll(/--[^\n]*|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;/g)) {
    if (token !== ';') continue;
    statements.push(sql.slice(start, index + 1));
    start = index + 1;
  }
  return statements;
}

test('statements are cut where they end', () => {
  const sql = `-- a; b\nselect ';';\ndo $$ begin; end $$;\ncreate function f() as $x$ a; $x$;`;
  expect(statementsOf(sql)).toEqual([
    `-- a; b\nselect ';';`,
    '\ndo $$ begin; end $$;',
    '\ncreate function f() as $x$ a; $x$;',
  ]);
});

test('killed at any statement of any migration, a database is at the one before or at the one after', async () => {
  const migrations = readMigrations();
  await migrate(pool, []);
  let kills = 0;
  for (const [index, migration] of migrations.entries()) {
    const before = await describeSchema(pool).catch(() => '');
    const statements = statementsOf(migration.sql);
    expect(statements.length, migration.name).toBeGreaterThan(0);
    for (let at = 1; at <= statements.length; at += 1) {
      // The connection is cut off by the server itself in the middle of the transaction, as by a power cut.
      const victim = await connect(url, { connections: 1 });
      const cut = `${statements.slice(0, at).join('')}\nselect pg_terminate_backend(pg_backend_pid());`;
      await expect(
        migrate(victim.pool, [...migrations.slice(0, index), { ...migration, sql: cut }]),
      ).rejects.toThrow();
      await victim.close();
      kills += 1;
    }
    expect(await describeSchema(pool).catch(() => ''), migration.name).toBe(before);
    expect(await migrate(pool, migrations.slice(0, index + 1))).toEqual([migration.name]);
  }
  expect(kills).toBeGreaterThan(100);
}, 240_000);
