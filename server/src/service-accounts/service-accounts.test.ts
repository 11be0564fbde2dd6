import { type RouteName, roleCatalog, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld, password } from '../../../test/world.ts';

const database = await testDatabase();
const day = 24 * 60 * 60_000;

async function aProgram(permissions = ['practice.read', 'patient.write'] as const) {
  const world = await aWorld(database);
  const newClient = apiOf(world.system);
  const administrator = newClient();
  const signIn = () =>
    administrator.call(routes.signIn, { body: { login: world.login('administrator'), password } });
  await signIn();
  const { id: accountId } = await administrator.call(routes.addServiceAccount, {
    body: { name: 'Laboratory link', permissions: [...permissions] },
  });
  const made = await administrator.call(routes.addApiKey, {
    params: { accountId },
    body: { name: 'First', days: 30 },
  });
  const program = newClient();
  const ask = (route: (typeof routes)[RouteName], input: object = {}, key = made.key) =>
    program.send(route, input, { authorization: `Bearer ${key}` });
  return { world, administrator, signIn, accountId, made, ask };
}

test('a program does what it was given, under its own name in the trail', async () => {
  const { world, ask, accountId } = await aProgram();
  expect((await ask(routes.readPractice)).status).toBe(200);
  const patient = { firstName: 'Iris', lastName: 'Sample', birthDate: '1990-02-03', sex: 'F' };
  expect((await ask(routes.registerPatient, { body: { patient } })).status).toBe(200);
  const [act] = await world.as('administrator', ({ db }) =>
    db
      .selectFrom('audit_event')
      .select(['user_id', 'hat'])
      .where('action', '=', 'patient.register')
      .execute(),
  );
  expect(act).toEqual({ user_id: accountId, hat: 'service-account' });
});

test('reaches nothing else: no route it was not given, none of a person, none that asks for a proof', async () => {
  const { world, ask } = await aProgram();
  const samples = samplesOf(await someSubjects(world));
  const given = ['practice.read', 'patient.write'];
  for (const [name, route] of Object.entries(routes) as [RouteName, (typeof routes)[RouteName]][]) {
    const { access } = route;
    if (access === 'public') continue;
    if (typeof access === 'object' && given.includes(access.staff) && !access.stepUp) continue;
    const { status } = await ask(route, samples[name]);
    expect([name, [401, 403].includes(status)]).toEqual([name, true]);
  }
});

test.each([
  'user.write',
  'role.write',
  'audit.read',
  'coding.write',
  'payment.write',
  'record.break-glass',
] as const)('%s is given to no program', async (permission) => {
  const { administrator } = await aProgram();
  expect(roleCatalog['service-account'].permissions).not.toContain(permission);
  const body = { name: 'Too much', permissions: [permission] };
  expect((await administrator.send(routes.addServiceAccount, { body })).status).toBe(400);
});

describe('a key', () => {
  test('is kept by its hash, and its use is noted', async () => {
    const { world, administrator, ask, made } = await aProgram();
    await ask(routes.readPractice);
    const rows = await world.as('administrator', ({ db }) => db.selectFrom('api_key').selectAll().execute());
    expect(JSON.stringify(rows)).not.toContain(made.key.slice(-43));
    const { accounts } = await administrator.call(routes.listServiceAccounts);
    expect(accounts[0]?.keys[0]).toMatchObject({ name: 'First', lastUsedAt: world.system.clock.now() });
    expect(JSON.stringify(accounts)).not.toContain('superbill_');
  });

  test('ends on its day, when it is revoked, and with its program', async () => {
    const { world, administrator, signIn, accountId, made, ask } = await aProgram();
    const params = { accountId };
    const second = await administrator.call(routes.addApiKey, { params, body: { name: 'Second', days: 60 } });
    await administrator.call(routes.revokeApiKey, { params: { accountId, keyId: made.id } });
    expect((await ask(routes.readPractice)).status).toBe(401);
    expect((await ask(routes.readPractice, {}, second.key)).status).toBe(200);
    const body = {
      name: 'Laboratory',
      permissions: ['practice.read' as const],
      disabled: true,
      rowVersion: 1,
    };
    await administrator.call(routes.changeServiceAccount, { params, body });
    expect((await ask(routes.readPractice, {}, second.key)).status).toBe(401);
    await administrator.call(routes.changeServiceAccount, {
      params,
      body: { ...body, disabled: false, rowVersion: 2 },
    });
    expect((await ask(routes.readPractice, {}, second.key)).status).toBe(200);
    expect((await administrator.send(routes.changeServiceAccount, { params, body })).json).toMatchObject({
      code: 'row.changed',
    });
    world.system.clock.set(addMilliseconds(world.system.clock.now(), 60 * day));
    await signIn();
    expect((await ask(routes.readPractice, {}, second.key)).status).toBe(401);
  });

  test.each([
    '',
    'nothing',
    'superbill_',
    `superbill_00000000-0000-4000-8000-000000000000.${'A'.repeat(43)}`,
  ])('"%s" is none', async (key) => {
    const { ask } = await aProgram();
    expect((await ask(routes.readPractice, {}, key)).status).toBe(401);
  });

  test('beside a cookie is what counts', async () => {
    const { administrator } = await aProgram();
    const headers = { authorization: 'Bearer nothing' };
    expect((await administrator.send(routes.listUsers, {}, headers)).status).toBe(401);
  });
});
