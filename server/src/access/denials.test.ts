import { routes } from '@superbill/contract';
import { expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, password } from '../../../test/world.ts';

const database = await testDatabase();
const world = await aWorld(database);
const client = apiOf(world.system);

async function signedIn(role: Parameters<typeof world.login>[0]) {
  const api = client();
  await api.call(routes.signIn, { body: { login: world.login(role), password } });
  return api;
}

const administrator = await signedIn('administrator');
const biller = await signedIn('biller');
const statusOf = async () => (await biller.send(routes.listClaims, { body: {} })).status;

test('what is taken from a role is refused at the next request, and given back as fast', async () => {
  expect(await statusOf()).toBe(200);
  const { id } = await administrator.call(routes.denyPermission, {
    body: { from: { role: 'biller' }, permission: 'claim.read' },
  });
  expect(await statusOf()).toBe(403);
  const session = await biller.call(routes.readSession);
  expect(session.permissions).not.toContain('claim.read');
  await administrator.call(routes.liftDenial, { params: { denialId: id } });
  expect(await statusOf()).toBe(200);
});

test('what is taken from a person stays with colleagues', async () => {
  const { userId } = world.staff.biller;
  const { id } = await administrator.call(routes.denyPermission, {
    body: { from: { userId }, permission: 'claim.read' },
  });
  expect(await statusOf()).toBe(403);
  const supervisor = await signedIn('supervisor');
  expect((await supervisor.send(routes.listClaims, { body: {} })).status).toBe(200);
  await administrator.call(routes.liftDenial, { params: { denialId: id } });
});

test('the thread is no side door around a denial', async () => {
  const { id } = await administrator.call(routes.denyPermission, {
    body: { from: { role: 'biller' }, permission: 'ledger.read' },
  });
  const trace = await biller.send(routes.readTrace, {
    params: { kind: 'posting', id: '01900000-0000-7000-8000-000000000000' },
  });
  expect(trace).toMatchObject({ status: 404, json: { code: 'trace.not-found' } });
  await administrator.call(routes.liftDenial, { params: { denialId: id } });
});

test.each([
  { body: { from: { role: 'administrator' }, permission: 'role.write' }, code: 'role.way-back' },
  { body: { from: { role: 'coder' }, permission: 'claim.read' }, code: 'role.not-held' },
])('refused: $code', async ({ body, code }) => {
  expect(await administrator.send(routes.denyPermission, { body })).toMatchObject({ json: { code } });
});

test('the last administrator keeps the way back', async () => {
  const body = { from: { userId: world.staff.administrator.userId }, permission: 'role.write' } as const;
  expect(await administrator.send(routes.denyPermission, { body })).toMatchObject({
    json: { code: 'role.way-back' },
  });
  const roles = await administrator.call(routes.readRoles);
  expect(roles.denials).toEqual([]);
});

test('somebody who was an administrator once is no way back', async () => {
  const { userId } = world.staff.supervisor;
  await world.as('administrator', ({ db, organizationId, now }) =>
    db
      .insertInto('user_role')
      .values({ organization_id: organizationId, user_id: userId, role: 'administrator', ended_at: now })
      .execute(),
  );
  const body = { from: { userId: world.staff.administrator.userId }, permission: 'role.write' } as const;
  expect(await administrator.send(routes.denyPermission, { body })).toMatchObject({
    json: { code: 'role.way-back' },
  });
});

test('what is taken away twice is refused the second time', async () => {
  const body = { from: { role: 'coder' }, permission: 'trace.read' } as const;
  await administrator.call(routes.denyPermission, { body });
  expect(await administrator.send(routes.denyPermission, { body })).toMatchObject({
    status: 409,
    json: { code: 'role.denied-already' },
  });
  const { roles, denials } = await administrator.call(routes.readRoles);
  expect(roles.find(({ role }) => role === 'coder')?.denied).toEqual(['trace.read']);
  expect(denials).toMatchObject([{ role: 'coder', user: null, deniedBy: 'Example administrator' }]);
});
