import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aPatient } from '../../test/visit.ts';
import { aWorld } from '../../test/world.ts';

const world = await aWorld(await testDatabase());

test('two units of work that wait for each other are both done, one after the other', async () => {
  const [first, second] = [await aPatient(world), await aPatient(world)];
  let tries = 0;
  let bothHold = () => {};
  const met = new Promise<void>((resolve) => {
    bothHold = resolve;
  });
  const inOrder = (ids: readonly string[]) =>
    world.as('biller', async ({ db, organizationId }) => {
      tries += 1;
      for (const id of ids) {
        await db
          .updateTable('patient')
          .set({ phone: sql`coalesce(phone, '') || 'x'` })
          .where('organization_id', '=', organizationId)
          .where('patient_id', '=', id)
          .execute();
        if (tries === 2) bothHold();
        await met;
      }
    });
  await Promise.all([inOrder([first, second]), inOrder([second, first])]);
  const rows = await world.as('biller', ({ db, organizationId }) =>
    db.selectFrom('patient').select('phone').where('organization_id', '=', organizationId).execute(),
  );
  expect(rows.map(({ phone }) => phone)).toEqual(['xx', 'xx']);
  expect(tries).toBe(3);
});

test('another failure is not tried again', async () => {
  let tries = 0;
  const failing = world.as('biller', async ({ db }) => {
    tries += 1;
    await sql`select 1 / 0`.execute(db);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(tries).toBe(1);
});
