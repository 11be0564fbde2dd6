import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';

const database = await testDatabase();
const world = await aWorld(database);

test('health tells that the server and its database answer, and the version, and nothing more', async () => {
  const response = await createApp(world.system, handlers).request('/api/health');
  expect(await response.json()).toEqual({ ok: true, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});
