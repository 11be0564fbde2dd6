import { addMilliseconds } from '@superbill/engines/model';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { keyringOf, newKey } from '../keys/keyring.ts';
import { rotateRows, sealClearRows } from '../keys/seal-rows.ts';
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
  const rows = () =>
    world.as('biller', async ({ db }) => {
      const found = await sql<{
        text: string;
      }>`select t::text as text from idempotency_key t where key = 'the key'`.execute(db);
      return found.rows.map(({ text }) => text);
    });
  const later = (milliseconds: number) =>
    system.clock.set(addMilliseconds(world.system.clock.now(), milliseconds));
  return { world, system, organizationId, key, ask, rows, later };
}

const first = { lastName: 'Zanthropov', times: 1 };

describe('an answer to an Idempotency-Key', () => {
  test('is not stored in clear, opens in its row, and is given again, after a rotation too', async () => {
    const { system, organizationId, key, ask, rows } = await aRequest();
    expect(await ask()).toEqual(first);
    const before = await rows();
    expect(before).toHaveLength(1);
    expect(before[0]).not.toContain('Zanthropov');
    expect(before[0]).not.toContain(Buffer.from('Zanthropov').toString('hex'));
    expect(await ask()).toEqual(first);

    const newer = newKey();
    await rotateRows({ ...system, keyring: keyringOf([key, newer]) }, organizationId);
    const keyring = keyringOf([newer]);
    expect(await rows()).not.toEqual(before);
    expect(await ask('a body', { ...system, keyring })).toEqual(first);
    const { checks } = await verifyOrganization(database.db, organizationId, { keyring });
    expect(checks.find(({ name }) => name === 'sealed-values')).toMatchObject({ ok: true });
  });

  test('stored in clear by an older version is given again, and sealed at the next start', async () => {
    const { world, system, organizationId, ask, rows } = await aRequest();
    await ask();
    await world.as('biller', ({ db }) =>
      db
        .updateTable('idempotency_key')
        .set({ sealed: null, response: JSON.stringify(first) })
        .execute(),
    );
    expect(await ask()).toEqual(first);
    expect((await rows())[0]).toContain('Zanthropov');
    expect(await sealClearRows(system, organizationId)).toBe(1);
    expect((await rows())[0]).not.toContain('Zanthropov');
    expect(await ask()).toEqual(first);
  });

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

  test('cannot be given to another user, key, request or time by the application', async () => {
    const { world, ask } = await aRequest();
    await ask();
    for (const column of ['user_id', 'key', 'request_hash', 'created_at'])
      await expect(
        world.as('biller', ({ db }) =>
          sql`update idempotency_key set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db),
        ),
      ).rejects.toThrow('permission denied');
  });
});
