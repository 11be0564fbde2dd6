import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { inTransaction } from '../db/connect.ts';
import { canonicalJson, genesis, hashRow } from './append.ts';
import { readHeads, writeHeads } from './heads.ts';
import { verifyAudit } from './verify.ts';

const database = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'audit-heads-'));
afterAll(() => rmSync(folder, { recursive: true }));
let world: World;

/** A practice with 20 acts, whose head was written outside after 15 of them. */
beforeEach(async () => {
  world = await aWorld(database);
  await acts(14);
  await writeHeads(world.system, folder);
  await acts(5);
});

const acts = (count: number) =>
  world.as('biller', async (unit) => {
    for (let n = 0; n < count; n += 1) unit.audit('test.note', { kind: 'test', detail: { n } });
  });

const verdict = () =>
  inTransaction(database.db, { organizationId: world.organizationId }, (tx) =>
    verifyAudit({ db: tx, organizationId: world.organizationId }, readHeads(folder, world.organizationId)),
  );

/** As somebody who owns the database would. */
const tamper = (...statements: RawBuilder<unknown>[]) =>
  database.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_id', ${world.organizationId}, true)`.execute(tx);
    await sql`alter table audit_event disable trigger user`.execute(tx);
    for (const statement of statements) await statement.execute(tx);
    await sql`alter table audit_event enable trigger user`.execute(tx);
  });

/** Computes every hash from a row on anew and moves the head: what a careful forger does. */
const forgeFrom = (from: number) =>
  inTransaction(database.db, { organizationId: world.organizationId }, (tx) =>
    tx.selectFrom('audit_event').selectAll().orderBy('sequence').execute(),
  ).then(async (rows) => {
    let previous: Buffer = rows.findLast((row) => row.sequence < from)?.hash ?? genesis;
    for (const row of rows.filter(({ sequence }) => sequence >= from)) {
      const hash = hashRow(previous, {
        organizationId: world.organizationId,
        sequence: row.sequence,
        at: row.at,
        userId: row.user_id,
        hat: row.hat,
        action: row.action,
        subjectKind: row.subject_kind,
        subjectId: row.subject_id,
        patientId: row.patient_id,
        detail: canonicalJson(row.detail as Record<string, unknown>),
        outcome: row.outcome,
        route: row.route,
        requestId: row.request_id,
      });
      await tamper(
        sql`update audit_event set hash = ${hash}, previous_hash = ${previous} where sequence = ${row.sequence}`,
      );
      previous = hash;
    }
    await tamper(sql`update audit_head set sequence = ${rows.at(-1)?.sequence}, hash = ${previous}`);
  });

test('a trail that nobody touched is whole, beyond the last head written outside', async () => {
  expect(await verdict()).toEqual({
    ok: true,
    detail: '20 rows, unbroken, 1 heads outside the database agree.',
  });
});

describe('named by row is', () => {
  test.each([
    {
      what: 'an edited row',
      by: [sql`update audit_event set action = 'test.other' where sequence = 7`],
      says: /Row 7 .* changed/,
    },
    {
      what: 'an edited outcome',
      by: [sql`update audit_event set outcome = 'refused' where sequence = 8`],
      says: /Row 8 .* changed/,
    },
    {
      what: 'a moment moved by a part of a millisecond',
      by: [sql`update audit_event set at = at + interval '1 microsecond' where sequence = 8`],
      says: /Row 8 .* changed/,
    },
    {
      what: 'a field emptied',
      by: [sql`update audit_event set hat = null where sequence = 8`],
      says: /Row 8 .* changed/,
    },
    {
      what: 'a row that is gone',
      by: [sql`delete from audit_event where sequence = 9`],
      says: /Row 9 .* missing/,
    },
    {
      what: 'two rows that changed places',
      by: [
        sql`update audit_event set sequence = -1 where sequence = 5`,
        sql`update audit_event set sequence = 5 where sequence = 6`,
        sql`update audit_event set sequence = 6 where sequence = -1`,
      ],
      says: /Row 5 .* changed/,
    },
    {
      what: 'the last row gone',
      by: [sql`delete from audit_event where sequence = 20`],
      says: /ends at row 19, but 20 were written/,
    },
    {
      what: 'a cut end',
      by: [sql`delete from audit_event where sequence > 18`],
      says: /ends at row 18, but 20 were written/,
    },
  ])('$what', async ({ by, says }) => {
    await tamper(...by);
    expect(await verdict()).toMatchObject({ ok: false, detail: expect.stringMatching(says) });
  });
});

const copyOf = (sequence: number, as: number) => sql`
  insert into audit_event select (jsonb_populate_record(e, jsonb_build_object('sequence', ${as}::bigint))).*
  from audit_event e where sequence = ${sequence}`;

test('a row before the start is none of the chain', async () => {
  await tamper(copyOf(7, -1));
  expect(await verdict()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/has 1 rows .* no part/),
  });
});

/** As ids and codes come, and as they never ought to. */
const odd = [
  { kind: 'test' },
  { kind: 'té — 🙂', id: 'x'.repeat(5000), outcome: 'refused' as const },
  { kind: '', detail: { zebra: null, apple: 1.5, '10': true, ä: 'line\n"quoted" \\ 🙂' } },
  { kind: 'test', patientId: '01900000-0000-7000-8000-0000000000ff', detail: { n: -0.000001 } },
];

test('what the database sends of any row is hashed as it was when it was written, pages long', async () => {
  await world.as('biller', async (unit) => {
    for (const subject of odd) unit.audit('test.odd', subject);
  });
  await tamper(
    sql`update audit_event set outcome = null, route = null, request_id = null where sequence > 10`,
  );
  await forgeFrom(11);
  for (let n = 0; n < 4; n += 1) await acts(1300);
  const rows = 20 + odd.length + 5200;
  expect(await verdict()).toMatchObject({ detail: expect.stringMatching(/^Row 15 .* made anew/) });
  rmSync(folder, { recursive: true });
  expect(await verdict()).toEqual({ ok: true, detail: `${rows} rows, unbroken.` });
  await tamper(sql`delete from audit_event where sequence = 5000`);
  expect(await verdict()).toMatchObject({ detail: expect.stringMatching(/Row 5000 .* missing/) });
});

describe('the head outside the database finds', () => {
  test('a cut end whose head was moved with it', async () => {
    await tamper(sql`delete from audit_event where sequence > 10`);
    await forgeFrom(11);
    expect(await verdict()).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/rows 11 to 15 are missing/),
    });
  });

  test('a row edited with all later hashes made anew', async () => {
    await tamper(sql`update audit_event set action = 'test.other' where sequence = 7`);
    await forgeFrom(7);
    expect(await verdict()).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/Row 15 .* made anew/),
    });
  });

  test('nothing of what was forged beyond it: that is what the next hour is for', async () => {
    await tamper(sql`update audit_event set action = 'test.other' where sequence = 17`);
    await forgeFrom(17);
    expect(await verdict()).toMatchObject({ ok: true });
  });
});

test('a head that did not move is written once, and a line cut off is left out', async () => {
  await writeHeads(world.system, folder);
  await writeHeads(world.system, folder);
  expect(readHeads(folder, world.organizationId).map(({ sequence }) => sequence)).toEqual([15, 20]);
});
