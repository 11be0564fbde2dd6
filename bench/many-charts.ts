import { createHash } from 'node:crypto';
import type { Db, Tx } from '@superbill/server/db/connect';
import { readDataKeys } from '@superbill/server/keys/data-keys';
import { openWith, rowId, type SealedTable, sealedTables, sealWith } from '@superbill/server/keys/sealed';
import { type RawBuilder, sql } from 'kysely';
import { payerBox } from '../test/payer-box.ts';
import { aVisit, sendClaim } from '../test/visit.ts';
import type { World } from '../test/world.ts';
import { aMember } from './visit-cycle.ts';

/** Copies sealed and written at once. */
const batch = 1000;
/** How far apart the numbers of two charts are; one chart takes fewer of each kind. */
const step = 10;
const numbered = new Set(['record_number', 'control_number']);
const fingerprints = new Set(['content_hash', 'sha256']);
/** Written while a chart is made, but of the whole practice. */
const shared = new Set(['audit_event', 'audit_head', 'control_number', 'data_key']);

interface Column {
  table: string;
  name: string;
  isId: boolean;
  isKey: boolean;
}

/**
 * Fills a new practice with this many charts. The first goes through the use cases: a patient with two visits of five
 * lines, coded, sent, answered and paid by the payer in the box. The others are its rows with ids and numbers of their
 * own, every sealed value sealed in its place. Triggers do not see them: prove the practice afterwards.
 */
export async function fillPractice(world: World, charts: number): Promise<void> {
  const { db } = world.system;
  const { organizationId } = world;
  const before = await asOwner(db, organizationId, async (tx) => filled(tx, await columnsOf(tx)));
  await oneChart(world);
  await asOwner(db, organizationId, async (tx) => {
    const columns = await columnsOf(tx);
    const tables = [...(await filled(tx, columns))].filter((name) => !before.has(name) && !shared.has(name));
    const of = (table: string) => columns.filter((column) => column.table === table);
    const made = new Set<string>();
    for (const table of tables) for (const id of await keysOf(tx, of(table))) made.add(id);
    for (const { userId } of Object.values(world.staff)) made.delete(userId);
    made.delete(organizationId);
    await withoutGuards(tx, tables, async () => {
      for (const table of tables) {
        if (table in sealedTables) await copySealed(tx, world, table as SealedTable, of(table), made, charts);
        else await copyRows(tx, of(table), made, charts);
      }
    });
    await sql`update control_number set last = greatest(last, ${step * (charts + 1)})`.execute(tx);
  });
  await sql`vacuum analyze`.execute(db);
}

async function oneChart(world: World): Promise<void> {
  const payer = payerBox(world);
  const patientId = await aMember(world, 1);
  for (const serviceDate of ['2027-03-08', '2027-03-15']) {
    const procedures = ['99213', '99214', '99396', '87880', '36415'] as const;
    await sendClaim(world, await aVisit(world, { patientId, serviceDate, procedures: [...procedures] }));
  }
  await payer.answer();
  await payer.pay();
}

/** As whoever owns the tables, with the rows of one practice. */
function asOwner<T>(db: Db, organizationId: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${organizationId}, true)`.execute(tx);
    return run(tx);
  });
}

/** Triggers rest and foreign keys are off meanwhile, as in a restore: putting a key back proves it for all rows. */
async function withoutGuards(tx: Tx, tables: readonly string[], run: () => Promise<void>): Promise<void> {
  const { rows: keys } = await sql<{ drop: string; add: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and conrelid::regclass::text = any (${[...tables]})`.execute(tx);
  for (const { drop } of keys) await sql.raw(drop).execute(tx);
  for (const table of tables) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx);
  await run();
  for (const { add } of keys) await sql.raw(add).execute(tx);
  for (const table of tables) await sql`alter table ${sql.table(table)} enable trigger user`.execute(tx);
}

async function columnsOf(tx: Tx): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as "table", a.attname as name, a.atttypid = 'uuid'::regtype as "isId",
      coalesce(a.attnum = any (i.indkey), false) as "isKey"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')
    order by c.relname, a.attnum`.execute(tx);
  return rows;
}

/** The tables that hold rows. */
async function filled(tx: Tx, columns: readonly Column[]): Promise<Set<string>> {
  const there = new Set<string>();
  for (const table of new Set(columns.map((column) => column.table))) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(tx);
    if (rows.length > 0) there.add(table);
  }
  return there;
}

async function keysOf(tx: Tx, columns: readonly Column[]): Promise<string[]> {
  const keys = columns.filter(({ isId, isKey }) => isId && isKey).map(({ name }) => name);
  const { rows } = await sql<Record<string, string>>`
    select ${sql.join(keys.map((name) => sql.ref(name)))} from ${sql.table(columns[0]?.table ?? '')}`.execute(
    tx,
  );
  return rows.flatMap((row) => Object.values(row));
}

async function copyRows(tx: Tx, columns: readonly Column[], made: ReadonlySet<string>, charts: number) {
  const table = sql.table(columns[0]?.table ?? '');
  await sql`insert into ${table} (${names(columns)}) select ${values(columns, made)}
    from (select * from ${table}) t cross join generate_series(1, ${charts - 1}::integer) as copy (n)`.execute(
    tx,
  );
}

async function copySealed(
  tx: Tx,
  world: World,
  table: SealedTable,
  columns: readonly Column[],
  made: ReadonlySet<string>,
  charts: number,
): Promise<void> {
  const { organizationId } = world;
  const ring = await readDataKeys({ db: tx, organizationId, keyring: world.system.keyring });
  if (!ring) throw new Error('the practice has no data key');
  const { key } = sealedTables[table];
  const rows = await sql<
    { sealed: Buffer } & Record<string, unknown>
  >`select * from ${sql.table(table)}`.execute(tx);
  for (const row of rows.rows) {
    const plain = openWith(ring, organizationId, table, rowId(table, row), row.sealed);
    for (let first = 1; first < charts; first += batch) {
      const copies = Array.from({ length: Math.min(batch, charts - first) }, (_, index) => first + index);
      const sealed = copies.map((copy) => {
        const ids = key.map((name) => [name, copiedId(row[name], made, copy)]);
        return sealWith(ring, organizationId, table, rowId(table, Object.fromEntries(ids)), plain);
      });
      await sql`insert into ${sql.table(table)} (${names(columns)}) select ${values(columns, made)}
        from (select * from ${sql.table(table)} where ${sql.join(
          key.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
          sql` and `,
        )}) t cross join unnest(${copies}::integer[], ${sealed}::bytea[]) as copy (n, sealed)`.execute(tx);
    }
  }
}

const names = (columns: readonly Column[]) => sql.join(columns.map(({ name }) => sql.ref(name)));

/** What a copy has in each column. */
function values(columns: readonly Column[], made: ReadonlySet<string>): RawBuilder<unknown> {
  return sql.join(columns.map((column) => copied(column, made)));
}

function copied({ table, name, isId }: Column, made: ReadonlySet<string>): RawBuilder<unknown> {
  const column = sql.ref(`t.${name}`);
  if (isId && name !== 'organization_id')
    return sql`case when ${column} = any (${[...made]}::uuid[]) then md5(${column} || ':' || copy.n)::uuid else ${column} end`;
  if (name === 'sealed' && table in sealedTables) return sql`copy.sealed`;
  if (table === 'claim_line' && name === 'control_number') return sql`left(md5(${column} || copy.n), 30)`;
  if (numbered.has(name) && table !== 'remit_claim')
    return sql`regexp_replace(${column}, '\\d', '', 'g') || lpad((regexp_replace(${column}, '\\D', '', 'g')::bigint
      + copy.n * ${sql.lit(step)})::text, length(regexp_replace(${column}, '\\D', '', 'g')), '0')`;
  if (fingerprints.has(name)) return sql`md5(${column} || copy.n) || md5(copy.n || ${column})`;
  if (name === 'trace_number') return sql`${column} || '-' || copy.n`;
  return column;
}

/** The same id as the database makes of it. */
function copiedId(id: unknown, made: ReadonlySet<string>, copy: number): unknown {
  if (typeof id !== 'string' || !made.has(id)) return id;
  const hex = createHash('md5').update(`${id}:${copy}`).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
