import { type Role, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, password } from '../../../test/world.ts';
import { verifyAudit } from '../audit/verify.ts';

const database = await testDatabase();
const chosen = 'a lantern for the winding stairs';
let logins = 0;

async function aPractice({ delivers = true }: { delivers?: boolean } = {}) {
  const world = await aWorld(database);
  world.system.mailer.delivers = delivers;
  const newClient = apiOf(world.system);
  const as = async (role: Role) => {
    const client = newClient();
    await client.call(routes.signIn, { body: { login: world.login(role), password } });
    return client;
  };
  const administrator = await as('administrator');
  const invite = (change: object = {}) => {
    logins += 1;
    const body = {
      login: `new-${logins}`,
      name: 'New Example',
      email: 'new@example.org',
      roles: ['coder'],
      ...change,
    };
    return administrator.send(routes.inviteUser, { body: body as never });
  };
  const tokenIn = (text: string) => /#(\S+)/.exec(text)?.[1] ?? '';
  return { world, newClient, as, administrator, invite, tokenIn };
}

describe('an invitation', () => {
  test('travels by letter, opens once, and the password it takes signs in', async () => {
    const { world, newClient, administrator, invite, tokenIn } = await aPractice();
    const { json } = await invite();
    expect(json).toMatchObject({ link: null, delivery: 'sent' });
    const [letter] = world.system.mailer.letters;
    expect(letter).toMatchObject({ to: 'new@example.org' });
    const token = tokenIn(letter?.text ?? '');
    expect(letter?.text).toContain(`/invitation#${token}`);
    const guest = newClient();
    const about = await guest.call(routes.readInvitation, { body: { token } });
    expect(about).toMatchObject({ login: `new-${logins}`, purpose: 'invite', shortest: 15 });
    const entered = await guest.call(routes.acceptInvitation, { body: { token, password: chosen } });
    expect(entered).toMatchObject({ step: 'signed-in', session: { hat: 'coder' } });
    for (const body of [{ token }, { token: `${token}x` }, { token: 'nothing' }])
      expect((await newClient().send(routes.readInvitation, { body })).json).toMatchObject({
        code: 'invitation.refused',
      });
    const again = { login: about.login, password: chosen };
    await newClient().call(routes.signIn, { body: again });
    const { users } = await administrator.call(routes.listUsers);
    expect(users.find(({ login }) => login === about.login)).toMatchObject({
      state: 'active',
      invitation: null,
    });
  });

  test.each([
    { delivers: false, email: 'new@example.org' },
    { delivers: true, email: undefined },
  ])(
    'that no letter can carry is told to the administrator once: $delivers $email',
    async ({ delivers, email }) => {
      const { world, invite, administrator } = await aPractice({ delivers });
      const { json } = await invite({ email });
      expect(json).toMatchObject({ delivery: 'by-hand', link: expect.stringMatching(/\/invitation#.{70,}/) });
      expect(world.system.mailer.letters).toEqual([]);
      expect(JSON.stringify(await administrator.call(routes.listUsers))).not.toContain('#');
    },
  );

  test('ends after 72 hours, and when a newer one is made', async () => {
    const { world, newClient, administrator, invite, tokenIn } = await aPractice({ delivers: false });
    const { json } = await invite();
    const { userId, link } = json as { userId: string; link: string };
    const newer = await administrator.call(routes.resetUser, { params: { userId }, body: {} });
    const read = (text: string) =>
      newClient().send(routes.readInvitation, { body: { token: tokenIn(text) } });
    expect((await read(link)).status).toBe(401);
    expect((await read(newer.link ?? '')).status).toBe(200);
    world.system.clock.set(addMilliseconds(world.system.clock.now(), 72 * 60 * 60_000));
    expect((await read(newer.link ?? '')).status).toBe(401);
  });

  test('is not made twice for one login, nor with a role twice or for a practitioner elsewhere', async () => {
    const { invite, world } = await aPractice();
    expect((await invite({ login: world.login('coder') })).json).toMatchObject({
      code: 'user.login-taken',
      at: 'login',
    });
    expect((await invite({ roles: ['coder', 'coder'] })).json).toMatchObject({ code: 'request.invalid' });
    expect((await invite({ roles: [] })).json).toMatchObject({ code: 'request.invalid' });
    const elsewhere = await aWorld(database);
    expect((await invite({ practitionerId: elsewhere.practitionerId })).json).toMatchObject({
      code: 'practice.not-found',
    });
  });

  test('takes no password that is guessed first, and stays open for a better one', async () => {
    const { newClient, invite, tokenIn } = await aPractice({ delivers: false });
    const { json } = await invite();
    const token = tokenIn((json as { link: string }).link);
    const client = newClient();
    const accept = (word: string) =>
      client.send(routes.acceptInvitation, { body: { token, password: word } });
    expect((await accept('short')).json).toMatchObject({ code: 'password.too-short' });
    expect((await accept('NewExampleNewExample')).json).toMatchObject({ code: 'password.common' });
    expect((await accept(chosen)).status).toBe(200);
  });
});

describe('a letter that is not taken', () => {
  test('stays visible with its reason, is tried again, and goes when the mail server is back', async () => {
    const { world, administrator, invite } = await aPractice();
    const { letters } = world.system.mailer;
    const working = world.system.mailer.send;
    world.system.mailer.send = async () => {
      throw Object.assign(new Error('new@example.org was refused'), { code: 'EENVELOPE', responseCode: 451 });
    };
    expect((await invite()).json).toMatchObject({ link: null, delivery: 'waiting' });
    const [waiting] = (await administrator.call(routes.listLetters)).letters;
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, lastProblem: 'EENVELOPE 451' });
    world.system.mailer.send = working;
    world.system.clock.set(addMilliseconds(world.system.clock.now(), 60_000));
    await invite();
    expect(letters).toHaveLength(2);
    const states = (await administrator.call(routes.listLetters)).letters.map(({ state }) => state);
    expect(states).toEqual(['sent', 'sent']);
  });
});

describe('roles', () => {
  const change = { name: 'Example', email: null, practitionerId: null } as const;

  test('that are taken away end their sessions at once, and may be given back', async () => {
    const { world, as, administrator } = await aPractice();
    const coder = await as('coder');
    const { userId } = world.staff.coder;
    const params = { userId };
    await administrator.call(routes.changeUser, {
      params,
      body: { ...change, roles: ['biller'], rowVersion: 1 },
    });
    expect((await coder.send(routes.readSession)).status).toBe(401);
    const user = await administrator.call(routes.changeUser, {
      params,
      body: { ...change, roles: ['coder', 'biller'], rowVersion: 2 },
    });
    expect(user.roles).toEqual(['coder', 'biller']);
    const stale = { ...change, roles: ['coder' as const], rowVersion: 2 };
    expect((await administrator.send(routes.changeUser, { params, body: stale })).json).toMatchObject({
      code: 'row.changed',
    });
  });

  test('are never changed by their holder, nor is anybody shut out by themselves', async () => {
    const { world, administrator } = await aPractice();
    const params = { userId: world.staff.administrator.userId };
    const roles = ['administrator', 'biller'] as const;
    const own = await administrator.send(routes.changeUser, {
      params,
      body: { ...change, roles: [...roles], rowVersion: 1 },
    });
    expect(own.json).toMatchObject({ code: 'user.own-roles', at: 'roles' });
    for (const route of [routes.disableUser, routes.resetUser]) {
      const body = route === routes.resetUser ? {} : { rowVersion: 1 };
      expect((await administrator.send(route, { params, body })).json).toMatchObject({ code: 'user.self' });
    }
  });

  test('of administrator stay with one who can sign in', async () => {
    const { as, administrator, invite, newClient, tokenIn, world } = await aPractice({ delivers: false });
    const { json } = await invite({ roles: ['administrator'] });
    const { userId, link } = json as { userId: string; link: string };
    // A second administrator takes the first one's place only after a password was chosen.
    const second = newClient();
    await second.call(routes.acceptInvitation, { body: { token: tokenIn(link), password: chosen } });
    const first = { userId: world.staff.administrator.userId };
    await second.call(routes.disableUser, { params: first, body: { rowVersion: 1 } });
    expect((await administrator.send(routes.listUsers)).status).toBe(401);
    const coder = await as('coder');
    expect((await coder.send(routes.listUsers)).status).toBe(403);
    await second.call(routes.enableUser, { params: first, body: { rowVersion: 2 } });
    const back = await as('administrator');
    const params = { userId };
    const demote = { ...change, roles: ['coder' as const], rowVersion: 1 };
    await back.call(routes.changeUser, { params, body: demote });
    const last = await world.as('administrator', ({ db }) =>
      db
        .selectFrom('user_role')
        .select('user_id')
        .where('role', '=', 'administrator')
        .where('ended_at', 'is', null)
        .execute(),
    );
    expect(last).toEqual([{ user_id: first.userId }]);
  });

  test('two administrators who disable each other at once: one stays', async () => {
    const { invite, newClient, tokenIn, administrator, world } = await aPractice({ delivers: false });
    const { json } = await invite({ roles: ['administrator'] });
    const { userId, link } = json as { userId: string; link: string };
    const second = newClient();
    await second.call(routes.acceptInvitation, { body: { token: tokenIn(link), password: chosen } });
    const first = { userId: world.staff.administrator.userId };
    const outcomes = await Promise.all([
      second.send(routes.disableUser, { params: first, body: { rowVersion: 1 } }),
      administrator.send(routes.disableUser, { params: { userId }, body: { rowVersion: 1 } }),
    ]);
    expect(outcomes.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const { users } = await (outcomes[0].status === 200 ? second : administrator).call(routes.listUsers);
    const active = users.filter(({ roles, state }) => roles.includes('administrator') && state === 'active');
    expect(active).toHaveLength(1);
  });
});

test('disabling ends all sessions; a reset takes password and factors; every act is in an unbroken trail', async () => {
  const { world, as, administrator, newClient, tokenIn } = await aPractice({ delivers: false });
  const coder = await as('coder');
  const { userId } = world.staff.coder;
  const params = { userId };
  const { sessions } = await administrator.call(routes.listUserSessions, { params });
  expect(sessions).toMatchObject([{ method: 'password', current: false, locked: false }]);
  await administrator.call(routes.disableUser, { params, body: { rowVersion: 1 } });
  expect((await coder.send(routes.readSession)).status).toBe(401);
  expect(
    (await newClient().send(routes.signIn, { body: { login: world.login('coder'), password } })).status,
  ).toBe(401);
  expect((await administrator.send(routes.resetUser, { params, body: {} })).json).toMatchObject({
    code: 'user.disabled',
  });
  await administrator.call(routes.enableUser, { params, body: { rowVersion: 2 } });

  const again = await as('coder');
  await again.call(routes.startTotp);
  const { link } = await administrator.call(routes.resetUser, { params, body: { secondFactors: true } });
  expect((await again.send(routes.readSession)).status).toBe(401);
  expect(
    (await newClient().send(routes.signIn, { body: { login: world.login('coder'), password } })).status,
  ).toBe(401);
  await newClient().call(routes.acceptInvitation, { body: { token: tokenIn(link ?? ''), password: chosen } });
  const acts = await world.as('administrator', async (unit) => {
    expect(await verifyAudit(unit)).toMatchObject({ ok: true });
    return unit.db.selectFrom('audit_event').select(['action', 'detail']).execute();
  });
  expect(acts.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'user.disable',
      'user.enable',
      'user.reset',
      'invitation.accept',
      'session.open',
      'factor.start',
    ]),
  );
  expect(JSON.stringify(acts)).not.toMatch(/example\.org|#/);
});
