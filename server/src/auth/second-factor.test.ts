import { type RouteName, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { type ApiClient, apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld, password, type World } from '../../../test/world.ts';

const database = await testDatabase();
const minute = 60_000;

/** A practice of its own with a client and an app on a telephone. */
async function aUser() {
  const world = await aWorld(database);
  const newClient = apiOf(world.system);
  const login = world.login('coder');
  const client = newClient();
  const signIn = (of: ApiClient) => of.send(routes.signIn, { body: { login, password } });
  await signIn(client);
  return { world, newClient, client, signIn, login };
}

const later = (world: World, milliseconds: number) =>
  world.system.clock.set(addMilliseconds(world.system.clock.now(), milliseconds));

/** Sets the app up; gives what makes its codes. */
async function setUpApp(world: World, client: ApiClient) {
  const { id, secret } = await client.call(routes.startTotp);
  const app = new TOTP({ secret });
  const codeAt = (milliseconds = 0) =>
    app.generate({ timestamp: Date.parse(world.system.clock.now()) + milliseconds });
  const { recoveryCodes } = await client.call(routes.confirmTotp, {
    params: { factorId: id },
    body: { code: codeAt() },
  });
  later(world, minute);
  return { id, codeAt, recoveryCodes: recoveryCodes ?? [] };
}

describe('a user with an authenticator app', () => {
  test('gives password, then code, and each step has a token of its own', async () => {
    const { world, newClient, client, signIn } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    const tokens: string[] = [];
    const again = newClient();
    const listening = apiOf(world.system)();
    expect((await signIn(listening)).json).toEqual({
      step: 'second-factor',
      factors: ['totp', 'recovery-code'],
    });
    const first = await signIn(again);
    expect(first.json).toMatchObject({ step: 'second-factor' });
    const second = await again.send(routes.passSecondFactor, { body: { code: codeAt() } });
    expect(second.json).toMatchObject({ step: 'signed-in' });
    const rows = await world.as('coder', ({ db }) =>
      db.selectFrom('session').select(['token_hash', 'stage', 'ended_at']).orderBy('created_at').execute(),
    );
    for (const row of rows) tokens.push(row.token_hash.toString('hex'));
    expect(new Set(tokens).size).toBe(rows.length);
    expect(rows.filter((row) => row.stage === 'second-factor' && row.ended_at !== null)).toHaveLength(1);
  });

  test('cannot use a code twice, nor an older one after a newer', async () => {
    const { world, newClient, client, signIn } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    const one = newClient();
    await signIn(one);
    await one.call(routes.passSecondFactor, { body: { code: codeAt() } });
    for (const code of [codeAt(), codeAt(-30_000)]) {
      const two = newClient();
      await signIn(two);
      expect((await two.send(routes.passSecondFactor, { body: { code } })).json).toMatchObject({
        code: 'factor.refused',
      });
    }
  });

  test.each([
    { off: -60_000, taken: false },
    { off: -30_000, taken: true },
    { off: 0, taken: true },
    { off: 30_000, taken: true },
    { off: 60_000, taken: false },
  ])('with a clock that is $off ms off: $taken', async ({ off, taken }) => {
    const { world, newClient, client, signIn } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    later(world, 5 * minute);
    const other = newClient();
    await signIn(other);
    const { status } = await other.send(routes.passSecondFactor, { body: { code: codeAt(off) } });
    expect(status).toBe(taken ? 200 : 401);
  });

  test('rests after five wrong codes, over several sessions and right passwords', async () => {
    const { world, newClient, client, signIn } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    const codes = [];
    for (let i = 0; i < 5; i += 1) {
      const other = newClient();
      await signIn(other);
      const { json } = await other.send(routes.passSecondFactor, { body: { code: '000000' } });
      codes.push((json as { code: string }).code);
    }
    expect(codes).toEqual([...Array(4).fill('factor.refused'), 'session.locked']);
    const last = newClient();
    await signIn(last);
    const rested = await last.send(routes.passSecondFactor, { body: { code: codeAt() } });
    expect(rested.json).toMatchObject({ code: 'session.locked' });
  });

  test('uses each recovery code once, however it is typed, and a new set ends the old', async () => {
    const { world, newClient, client, signIn } = await aUser();
    const { recoveryCodes } = await setUpApp(world, client);
    expect(recoveryCodes).toHaveLength(10);
    const [first = '', second = ''] = recoveryCodes;
    const pass = async (recoveryCode: string) => {
      const other = newClient();
      await signIn(other);
      return (await other.send(routes.passSecondFactor, { body: { recoveryCode } })).status;
    };
    expect(await pass(first.toUpperCase().replaceAll('-', ' '))).toBe(200);
    expect(await pass(first)).toBe(401);
    const renewed = await client.call(routes.renewRecoveryCodes);
    expect(await pass(second)).toBe(401);
    expect(await pass(renewed.recoveryCodes[0] ?? '')).toBe(200);
  });

  test('keeps the secret sealed and the recovery codes hashed', async () => {
    const { world, client } = await aUser();
    const { id, secret } = await client.call(routes.startTotp);
    const [row] = await world.as('coder', ({ db }) =>
      db.selectFrom('totp_factor').select(['secret', 'factor_id']).execute(),
    );
    expect(row?.factor_id).toBe(id);
    const bytes = new TOTP({ secret }).secret.bytes;
    expect(row?.secret.includes(Buffer.from(bytes))).toBe(false);
  });

  test('cannot take the last factor away while the password is too short to stand alone', async () => {
    const { world, client } = await aUser();
    const { id } = await setUpApp(world, client);
    const short = await client.send(routes.removeTotp, { params: { factorId: id } });
    expect(short.json).toMatchObject({ code: 'factor.password-short' });
    const next = 'a lantern for the winding stairs';
    await client.call(routes.changePassword, { body: { current: password, next } });
    await client.call(routes.removeTotp, { params: { factorId: id } });
    expect(await client.call(routes.readOwnAccount)).toMatchObject({ totp: null, recoveryCodesLeft: 0 });
  });
});

describe('a session between password and second factor', () => {
  test('reaches no route but those that finish the sign-in', async () => {
    const { world, newClient, client, signIn } = await aUser();
    await setUpApp(world, client);
    const samples = samplesOf(await someSubjects(world));
    const half = newClient();
    await signIn(half);
    const wanted = (Object.keys(routes) as RouteName[]).filter(
      (name) => !['public', 'patient', 'signing-in', 'any-session'].includes(routes[name].access as string),
    );
    expect(wanted.length).toBeGreaterThan(90);
    for (const name of wanted) {
      const { status, json } = await half.send(routes[name], samples[name] as object);
      expect([name, status, (json as { code: string }).code]).toEqual([
        name,
        401,
        'session.second-factor-needed',
      ]);
    }
  });

  test('ends after ten minutes', async () => {
    const { world, newClient, client, signIn } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    const half = newClient();
    await signIn(half);
    later(world, 10 * minute);
    const { json } = await half.send(routes.passSecondFactor, { body: { code: codeAt() } });
    expect(json).toMatchObject({ code: 'session.needed' });
  });
});

describe('where the practice wants a second factor', () => {
  test('who has none sets one up before anything else answers', async () => {
    const { world, newClient, signIn } = await aUser();
    const administrator = newClient();
    await administrator.call(routes.signIn, { body: { login: world.login('administrator'), password } });
    await administrator.call(routes.changeSecuritySettings, {
      body: { secondFactorRoles: ['coder'], rowVersion: 0 },
    });

    const client = newClient();
    expect((await signIn(client)).json).toEqual({ step: 'enrol' });
    expect((await client.send(routes.listEncounters, { body: {} })).json).toMatchObject({
      code: 'session.enrolment-needed',
    });
    expect((await client.send(routes.finishEnrolment)).json).toMatchObject({ code: 'factor.none' });
    await setUpApp(world, client);
    expect(await client.call(routes.finishEnrolment)).toMatchObject({ step: 'signed-in' });
    expect((await client.send(routes.listEncounters, { body: {} })).status).toBe(200);
  });
});

describe('a proof of the last ten minutes', () => {
  test('is asked of whom signed in longer ago, and given by the second factor where there is one', async () => {
    const { world, client } = await aUser();
    const { codeAt } = await setUpApp(world, client);
    later(world, 9 * minute);
    expect((await client.send(routes.renewRecoveryCodes)).json).toMatchObject({
      code: 'session.step-up-needed',
    });
    expect((await client.send(routes.prove, { body: { password } })).json).toMatchObject({
      code: 'proof.factor-needed',
    });
    await client.call(routes.prove, { body: { code: codeAt() } });
    await client.call(routes.renewRecoveryCodes);
  });

  test('that is wrong five times ends the session', async () => {
    const { client } = await aUser();
    const codes = [];
    for (let i = 0; i < 6; i += 1) {
      const { json } = await client.send(routes.prove, { body: { password: `wrong ${i}` } });
      codes.push((json as { code: string }).code);
    }
    expect(codes).toEqual([...Array(4).fill('factor.refused'), 'session.locked', 'session.needed']);
  });
});

describe('a locked session', () => {
  test('answers nothing but unlocking and signing out, and then goes on as it was', async () => {
    const { client, world } = await aUser();
    await client.call(routes.lockSession);
    for (const route of [
      routes.readSession,
      routes.readOwnAccount,
      routes.lockSession,
      routes.listOwnSessions,
    ])
      expect((await client.send(route)).json).toMatchObject({ code: 'session.is-locked' });
    expect((await client.send(routes.unlockSession, { body: { password: 'wrong' } })).status).toBe(401);
    expect(await client.call(routes.unlockSession, { body: { password } })).toMatchObject({ hat: 'coder' });
    await client.call(routes.readSession);
    await client.call(routes.lockSession);
    later(world, minute);
    await client.call(routes.signOut);
    expect((await client.send(routes.unlockSession, { body: { password } })).json).toMatchObject({
      code: 'session.needed',
    });
  });
});

test('a new password ends every other session and gives this one a new token', async () => {
  const { world, newClient, client, signIn } = await aUser();
  const other = newClient();
  await signIn(other);
  const hashes = () =>
    world.as('coder', ({ db }) =>
      db.selectFrom('session').select('token_hash').where('ended_at', 'is', null).execute(),
    );
  const before = await hashes();
  const wrong = await client.send(routes.changePassword, {
    body: { current: 'wrong', next: 'x'.repeat(20) },
  });
  expect(wrong.json).toMatchObject({ code: 'password.wrong', at: 'current' });
  await client.call(routes.changePassword, {
    body: { current: password, next: 'a lantern for the winding stairs' },
  });
  expect((await other.send(routes.readSession)).status).toBe(401);
  await client.call(routes.readSession);
  const after = await hashes();
  expect(after).toHaveLength(1);
  expect(before.some(({ token_hash }) => after[0]?.token_hash.equals(token_hash))).toBe(false);
});

test('a page that only polls does not keep a session awake', async () => {
  const { world, client } = await aUser();
  for (let i = 0; i < 3; i += 1) {
    later(world, 10 * minute - 1);
    await client.send(routes.readSession);
  }
  later(world, 3);
  expect((await client.send(routes.readSession)).status).toBe(401);
});
