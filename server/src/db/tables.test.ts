import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { describeSchema } from './describe-schema.ts';
import { describeTables } from './describe-tables.ts';

const { db, pool } = await testDatabase();

const committed = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

test('tables.ts is what the migrations add up to (else run `npm run db:types`)', async () => {
  expect(await describeTables(db)).toBe(committed('tables.ts'));
});

test('schema.sql is what the migrations add up to (else run `npm run db:types`)', async () => {
  expect(await describeSchema(pool)).toBe(committed('schema.sql'));
});
