import { createHash } from 'node:crypto';
import { addMilliseconds } from '@superbill/engines/model';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { dataKeys } from '../keys/data-keys.ts';
import { keyringOf, newKey } from '../keys/keyring.ts';
import { rotateRows, sealClearRows } from '../keys/seal-rows.ts';
import { sealWith } from '../keys/sealed.ts';
import { verifyOrganization } from '../system/verify.ts';
import { type System, work } from '../work.ts';
import { onceFor } from './idempotency.ts';
import { forgetAnswers, keepForgetting } from './kept-answers.ts';

const database = await testDatabase();
const day = 24 * 60 * 60_000;

/** A practice in which one request, told by its body, is sent with one key and counts how often it is done. */
async function aRequest() {
  const key = newKey();
  const world = await aWorld(database, { keyring: keyringOf([key]) });
  const { system, organizationId } = world;
  let done = 0;
  const ask = (body = 'a body', on: System = system) =>
    work(on, world.staff.biller, (unit) =>
      onceFor(
        'POST',
        '/api/example',
        'the key',
        body,
      )(unit, async () => {
        done += 1;
        return { lastName: 'Zanthropov', times: done };
      }),
    );
  /** Makes the row what an older version stored: what was asked as a hash in clear, what was answered sealed or not. */
  const asStoredBefore = (answer: { response: unknown; sealed: boolean }) =>
    world.as('biller', async (unit) => {
      const { rows: found } = await sql<{ user_id: string }>`select user_id from idempotency_key`.execute(
        unit.db,
      );
      const values = { response: answer.response } as { response: unknown; request_hash: unknown };
      const ring = await dataKeys(unit);
      const id = `${found[0]?.user_id}/the key`;
      await unit.db
        .updateTable('idempotency_key')
        .set({
          request_hash: hashOf('a body'),
          sealed: answer.sealed ? sealWith(ring, organizationId, 'idempotency_key', id, values) : null,
          response: answer.sealed ? null : JSON.stringify(answer.response),
        })
        .execute();
    });
  const rows = () =>
    world.as('biller', async ({ db }) => {
      const found = await sql<{
        text: string;
      }>`select t::text as text from idempotency_key t where key = 'the key'`.execute(db);
      return found.rows.map(({ text }) => text);
    });
  const later = (milliseconds: number) =>
    system.clock.set(addMilliseconds(world.system.clock.now(), milliseconds));
  return { world, system, organizationId, key, ask, rows, later, asStoredBefore };
}

/** What anybody can compute who guesses the body. */
const hashOf = (body: string) => createHash('sha256').update(`/api/example\n${body}`).digest('hex');

const first = { lastName: 'Zanthropov', times: 1 };

describe('an answer to an Idempotency-Key', () => {
  test('is not stored in clear, opens in its row, and is given again, after a rotation too', async () => {
    const { system, organizationId, key, ask, rows } = await aRequest();
    expect(await ask()).toEqual(first);
    const before = await rows();
    expect(before).toHaveLength(1);
    expect(before[0]).not.toContain('Zanthropov');
    expect(before[0]).not.toContain(Buffer.from('Zanthropov').toString('hex'));
    expect(before[0]).not.toContain(hashOf('a body'));
    expect(before[0]).not.toContain(Buffer.from(hashOf('a body')).toString('hex'));
    await expect(ask('another body')).rejects.toMatchObject({ code: 'request.key-reused' });
    expect(await ask()).toEqual(first);

    const newer = newKey();
    await rotateRows({ ...system, keyring: keyringOf([key, newer]) }, organizationId);
    const keyring = keyringOf([newer]);
    expect(await rows()).not.toEqual(before);
    expect(await ask('a body', { ...system, keyring })).toEqual(first);
    await expect(ask('another body', { ...system, keyring })).rejects.toMatchObject({
      code: 'request.key-reused',
    });
    const { checks } = await verifyOrganization(database.db, organizationId, { keyring });
    expect(checks.find(({ name }) => name === 'sealed-values')).toMatchObject({ ok: true });
  });

  test.each([
    { before: 'in clear', sealed: false },
    { before: 'sealed, and what was asked as a hash in clear', sealed: true },
  ])(
    'stored $before by an older version is given again, and sealed at the next start',
    async ({ sealed }) => {
      const { system, organizationId, ask, rows, asStoredBefore } = await aRequest();
      await ask();
      await asStoredBefore({ response: first, sealed });
      const inClear = (text = '') => [text.includes('Zanthropov'), text.includes(hashOf('a body'))];
      expect(inClear((await rows())[0])).toEqual([!sealed, true]);
      const answersBoth = async () => {
        expect(await ask()).toEqual(first);
        await expect(ask('another body')).rejects.toMatchObject({ code: 'request.key-reused' });
      };
      await answersBoth();
      expect(await sealClearRows(system, organizationId)).toBe(1);
      expect(inClear((await rows())[0])).toEqual([false, false]);
      await answersBoth();
      expect(await sealClearRows(system, organizationId)).toBe(0);
    },
  );

  test('is given for seven days; then the key is of a new request, whether or not it was forgotten yet', async () => {
    const { ask, rows, later } = await aRequest();
    await ask();
    later(7 * day - 1);
    expect(await ask()).toEqual(first);
    await expect(ask('another body')).rejects.toMatchObject({ code: 'request.key-reused' });
    later(1);
    expect(await ask('another body')).toEqual({ ...first, times: 2 });
    expect(await ask('another body')).toEqual({ ...first, times: 2 });
    expect(await rows()).toHaveLength(1);
  });

  test('is deleted once it is seven days old, and no sooner', async () => {
    const { system, organizationId, ask, rows, later } = await aRequest();
    await ask();
    later(7 * day - 1);
    await forgetAnswers(system, organizationId);
    expect(await rows()).toHaveLength(1);
    later(1);
    const forgetting = keepForgetting(system);
    await forgetting.stop();
    expect(await rows()).toEqual([]);
    expect(await ask()).toEqual({ ...first, times: 2 });
  });

  test('cannot be given to another user, key or time by the application', async () => {
    const { world, ask } = await aRequest();
    await ask();
    for (const column of ['user_id', 'key', 'created_at'])
      await expect(
        world.as('biller', ({ db }) =>
          sql`update idempotency_key set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db),
        ),
      ).rejects.toThrow('permission denied');
  });
});
