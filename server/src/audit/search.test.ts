import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { searchAudit } from './search.ts';

const database = await testDatabase();
const world = await aWorld(database);

test('the audit trail is read newest first, by pages, and of one patient', async () => {
  const patientId = await aPatient(world);
  await aPatient(world);
  const list = (query: { patientId?: string; before?: number; limit: number }) =>
    world.as('supervisor', (unit) => searchAudit(unit, query));

  const { events, more } = await list({ limit: 2 });
  expect(more).toBe(true);
  const [newest, next] = events;
  expect(newest?.sequence).toBe((next?.sequence ?? 0) + 1);
  const page = await list({ limit: 500, before: next?.sequence ?? 0 });
  expect(page.more).toBe(false);
  expect(page.events.at(-1)).toMatchObject({ sequence: 1, action: 'practice.create', hat: 'system' });

  const own = await list({ patientId, limit: 100 });
  expect(own.events.map(({ action, userName }) => [action, userName])).toEqual([
    ['coverage.add', 'Example front-desk'],
    ['patient.register', 'Example front-desk'],
  ]);
});

test("another practice's acts are not there", async () => {
  const other = await aWorld(database);
  const { events } = await other.as('supervisor', (unit) => searchAudit(unit, { limit: 500 }));
  expect(events.map(({ action }) => action)).toEqual(['practice.create']);
});
