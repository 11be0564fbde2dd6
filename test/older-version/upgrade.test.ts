import { createHash } from 'node:crypto';
import { routes } from '@superbill/contract';
import { copyOut } from '@superbill/server/backup/copy';
import { readAcrossOrganizations } from '@superbill/server/backup/describe-data';
import { openVersion } from '@superbill/server/claims/version';
import { inTransaction } from '@superbill/server/db/connect';
import { migrate } from '@superbill/server/db/migrate';
import { sealClearRows } from '@superbill/server/keys/seal-rows';
import { listOrganizations } from '@superbill/server/practice/create-practice';
import { verifyOrganization } from '@superbill/server/system/verify';
import { work } from '@superbill/server/work';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { apiOf } from '../api-client.ts';
import { emptyDatabase } from '../database.ts';
import { aWorld } from '../world.ts';
import { type DumpedTable, loadDump, readDump } from './load-dump.ts';

/** Columns whose values a migration changes on purpose, or that start-up conversions seal: `table.column`. */
const changed = new Set(['schema_migration.*']);

const database = await emptyDatabase();
let dump: DumpedTable[];

beforeAll(async () => {
  dump = await readDump();
  await loadDump(database.url, dump);
  expect(await migrate(database.pool)).not.toEqual([]);
});

const hashOf = (values: readonly string[]) => createHash('sha256').update(values.join('\n')).digest('hex');

/** The values of one column in today's database, in an order of their own, as COPY text. */
async function columnNow(client: pg.Client, table: string, column: string): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('copy (select %I from %I) to stdout', $1::text, $2::text) as statement`,
    [column, table],
  );
  let text = '';
  for await (const piece of copyOut(client, rows[0]?.statement ?? '')) text += piece.toString('latin1');
  return text.split('\n').slice(0, -1).sort();
}

test('the dump has rows in every table', () => {
  expect(dump.length).toBeGreaterThan(40);
  expect(dump.filter(({ lines }) => lines.length === 0).map(({ name }) => name)).toEqual([]);
});

test('every row and every value of the older database is there', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('begin');
    await readAcrossOrganizations(client);
    const lost: string[] = [];
    for (const { name, columns, lines } of dump) {
      const cells = lines.map((line) => Buffer.from(line).toString('latin1').split('\t'));
      for (const [index, column] of columns.entries()) {
        if (changed.has(`${name}.${column}`) || changed.has(`${name}.*`)) continue;
        const before = cells.map((row) => row[index] ?? '').sort();
        if (hashOf(before) !== hashOf(await columnNow(client, name, column))) lost.push(`${name}.${column}`);
      }
    }
    expect(lost).toEqual([]);
  } finally {
    await client.end();
  }
});

test('the books are the same to the cent, account by account', async () => {
  const ledger = dump.find(({ name }) => name === 'ledger_entry');
  const at = (column: string) => ledger?.columns.indexOf(column) ?? -1;
  const before = new Map<string, number>();
  for (const line of ledger?.lines ?? []) {
    const cells = line.split('\t');
    const account = cells[at('account')] ?? '';
    before.set(account, (before.get(account) ?? 0) + Number(cells[at('amount_cents')]));
  }
  const [organizationId = ''] = await listOrganizations(database);
  const rows = await inTransaction(database.db, { organizationId }, (tx) =>
    tx
      .selectFrom('ledger_entry')
      .select(['account', (is) => is.fn.sum<number>('amount_cents').as('total')])
      .groupBy('account')
      .execute(),
  );
  expect(new Map(rows.map(({ account, total }) => [account, Number(total)]))).toEqual(before);
  expect(before.size).toBeGreaterThan(3);
});

test('ledger, thread and audit trail prove whole', async () => {
  const organizations = await listOrganizations(database);
  expect(organizations).toHaveLength(1);
  for (const organizationId of organizations) {
    const { checks } = await verifyOrganization(database.db, organizationId);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  }
});

test('what stood in clear is sealed at the first start, frozen claims too, and still says what it said', async () => {
  const [organizationId = ''] = await listOrganizations(database);
  const { system } = await aWorld(database, { start: '2026-11-28T17:00:00.000Z' });
  const versions = () =>
    work(system, { organizationId, userId: null, hat: 'system' }, async (unit) => {
      const rows = await unit.db.selectFrom('claim_version').selectAll().orderBy('claim_id').execute();
      return Promise.all(
        rows.map(async (row) => ({
          inClear: row.content !== null,
          frozen: row.interchange_id,
          says: await openVersion(unit, row),
        })),
      );
    });
  const before = await versions();
  expect(before.filter(({ inClear, frozen }) => inClear && frozen !== null).length).toBeGreaterThan(5);
  const answersInClear = () =>
    inTransaction(database.db, { organizationId }, (tx) =>
      tx
        .selectFrom('idempotency_key')
        .select('key')
        .where((row) => row.or([row('response', 'is not', null), row('request_hash', 'is not', null)]))
        .execute(),
    );
  expect(await answersInClear()).not.toEqual([]);
  await sealClearRows(system, organizationId);
  expect(await answersInClear()).toEqual([]);
  expect(await versions()).toEqual(before.map((version) => ({ ...version, inClear: false })));
  const { checks } = await verifyOrganization(database.db, organizationId, { keyring: system.keyring });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('the people of then sign in and find their work', async () => {
  const { system } = await aWorld(database, { start: '2026-11-28T17:00:00.000Z' });
  const client = apiOf(system)();
  await client.call(routes.signIn, { body: { login: 'casey', password: 'superbill-demo' } });
  const { encounters } = await client.call(routes.listEncounters, { body: { queue: 'coding' } });
  expect(encounters.length).toBeGreaterThan(5);
});
