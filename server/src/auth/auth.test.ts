import { type Role, rolePermissions, roles, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, password } from '../../../test/world.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import * as passwords from './passwords.ts';
import { findStaffSession, openStaffSession, sessionLife } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { hashToken } from './tokens.ts';

const database = await testDatabase();
const world = await aWorld(database);
const { system } = world;
const minute = 60_000;

const later = (milliseconds: number) => system.clock.set(addMilliseconds(system.clock.now(), milliseconds));
const codeOf = (sign: Promise<unknown>) =>
  sign.then(
    () => 'signed in',
    (error: { code?: string }) => error.code,
  );
const attempt = (role: Role, word = password) =>
  codeOf(signIn(system, { login: world.login(role), password: word }));

describe('a password', () => {
  test('is kept as argon2id, never as it is', async () => {
    const stored = await passwords.hashPassword('correct horse');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.verifyPassword(stored, 'correct horse')).toBe(true);
    expect(await passwords.verifyPassword(stored, 'Correct horse')).toBe(false);
  });

  test('wrong five times rests the login for 15 minutes, even for the right one', async () => {
    const tries = [];
    for (let i = 0; i < 5; i += 1) tries.push(await attempt('coder', `wrong ${i}`));
    expect(tries).toEqual([...Array(4).fill('session.refused'), 'session.locked']);
    expect(await attempt('coder')).toBe('session.locked');
    later(15 * minute - 1);
    expect(await attempt('coder')).toBe('session.locked');
    later(1);
    expect(await attempt('coder')).toBe('signed in');
  });

  test('that is right starts the count anew', async () => {
    for (let i = 0; i < 4; i += 1) await attempt('biller', 'wrong');
    expect(await attempt('biller')).toBe('signed in');
    for (let i = 0; i < 4; i += 1) expect(await attempt('biller', 'wrong')).toBe('session.refused');
    expect(await attempt('biller')).toBe('signed in');
  });

  test('five wrong ones at once are all counted', async () => {
    const tries = await Promise.all(Array.from({ length: 5 }, () => attempt('supervisor', 'wrong')));
    expect(tries.filter((code) => code === 'session.locked')).toHaveLength(1);
    expect(await attempt('supervisor')).toBe('session.locked');
  });

  test('each try, right or wrong, is in the audit trail', async () => {
    const acts = await world.as('administrator', ({ db }) =>
      db
        .selectFrom('audit_event')
        .select(['action', 'subject_id'])
        .where('subject_id', '=', world.staff.biller.userId)
        .execute(),
    );
    const actions = acts.map(({ action }) => action);
    expect(actions.filter((action) => action === 'session.refuse')).toHaveLength(8);
    expect(actions.filter((action) => action === 'session.open')).toHaveLength(2);
  });
});

describe('who is not there cannot be told from who is', () => {
  test.each(['nobody', world.login('physician')])('%s with a wrong password', async (login) => {
    await expect(signIn(system, { login, password: 'wrong' })).rejects.toMatchObject({
      code: 'session.refused',
      message: 'Login or password is wrong.',
    });
  });

  test.each([
    { who: 'an unknown login', prepare: async () => 'nobody' },
    {
      who: 'a disabled user',
      prepare: async () => {
        await disable('front-desk');
        return world.login('front-desk');
      },
    },
  ])('$who costs a password check all the same', async ({ prepare }) => {
    const login = await prepare();
    const check = vi.spyOn(passwords, 'verifyNothing');
    await expect(signIn(system, { login, password })).rejects.toMatchObject({ code: 'session.refused' });
    expect(check).toHaveBeenCalledOnce();
    check.mockRestore();
  });

  test('a login is the same in capitals', async () => {
    const { answer } = await signIn(system, { login: world.login('physician').toUpperCase(), password });
    expect(answer).toMatchObject({ session: { user: { login: world.login('physician') } } });
  });
});

describe('a session', () => {
  const open = (role: Role) =>
    world.as(role, (unit) => openStaffSession(unit, world.staff[role].userId, role));
  const holder = async (token: string) => (await findStaffSession(system, token))?.userId ?? null;

  test('is stored by the hash of its token', async () => {
    const token = await open('coder');
    const kept = await world.as('coder', ({ db }) => db.selectFrom('session').selectAll().execute());
    expect(JSON.stringify(kept)).not.toContain(token.split('.')[1]);
    expect(kept.some((row) => row.token_hash.equals(hashToken(token)))).toBe(true);
  });

  test('ends after 30 minutes without use; each use gives it 30 more', async () => {
    const token = await open('coder');
    for (let i = 0; i < 3; i += 1) {
      later(sessionLife.idle - 1);
      expect(await holder(token)).toBe(world.staff.coder.userId);
    }
    later(sessionLife.idle);
    expect(await holder(token)).toBeNull();
  });

  test('ends after 12 hours however much it is used', async () => {
    const token = await open('coder');
    for (let i = 0; i < 12 * 4 - 1; i += 1) {
      later(15 * minute);
      expect(await holder(token)).not.toBeNull();
    }
    later(15 * minute);
    expect(await holder(token)).toBeNull();
  });

  test.each([
    { token: 'not a token' },
    { token: `${world.organizationId}.${'A'.repeat(43)}` },
    { token: `00000000-0000-4000-8000-000000000000.${'A'.repeat(43)}` },
    { token: `' or true --.${'A'.repeat(43)}` },
  ])('is not opened by $token', async ({ token }) => {
    expect(await holder(token)).toBeNull();
  });

  test('of one organization is none in another', async () => {
    const other = await aWorld(database);
    const [, secret] = (await open('coder')).split('.');
    expect(await holder(`${other.organizationId}.${secret}`)).toBeNull();
  });

  test('ends at once when its user is disabled', async () => {
    const token = await open('administrator');
    expect(await holder(token)).not.toBeNull();
    await disable('administrator');
    expect(await holder(token)).toBeNull();
  });
});

describe('over HTTP', () => {
  const post = (body: object) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const credentials = post({ login: world.login('physician'), password });
  const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';
  const pairOf = (response: Response) => cookieOf(response).split(';')[0] ?? '';

  test.each([
    { secureCookies: false, attributes: /; Path=\/; HttpOnly; SameSite=Strict$/ },
    { secureCookies: true, attributes: /; Path=\/; HttpOnly; Secure; SameSite=Strict$/ },
  ])(
    'the cookie is out of reach of scripts and of other sites (TLS: $secureCookies)',
    async ({ secureCookies, attributes }) => {
      const app = createApp(system, handlers, { secureCookies });
      const response = await app.request('/api/session', credentials);
      expect(cookieOf(response)).toMatch(/^(__Host-)?superbill_session=[^;]+; Max-Age=43200/);
      expect(cookieOf(response)).toMatch(attributes);
      expect(await response.text()).not.toContain(pairOf(response).split('=')[1]);
    },
  );

  test('signing out ends the session and takes the cookie away', async () => {
    const app = createApp(system, handlers);
    const cookie = pairOf(await app.request('/api/session', credentials));
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(200);
    const out = await app.request('/api/session', { method: 'DELETE', headers: { cookie } });
    expect(cookieOf(out)).toMatch(/superbill_session=; Max-Age=0/);
    expect((await app.request('/api/session', { headers: { cookie } })).status).toBe(401);
  });

  test('a refusal sets no cookie', async () => {
    const app = createApp(system, handlers);
    const wrong = post({ login: world.login('physician'), password: 'wrong' });
    expect(cookieOf(await app.request('/api/session', wrong))).toBe('');
  });
});

describe('two hats', () => {
  const app = createApp(system, handlers);
  let token = '';
  beforeAll(async () => {
    await giveRole('physician', 'biller');
    token = await world.as('physician', (unit) => openStaffSession(unit, unit.userId, 'physician'));
  });
  const ask = (method: string, path: string, body?: object) =>
    app.request(path, {
      method,
      headers: { cookie: `superbill_session=${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  test('permissions are those of the hat, not of all roles held', async () => {
    const session = routes.readSession.response.parse(await (await ask('GET', '/api/session')).json());
    expect(session).toMatchObject({ hat: 'physician', roles: ['biller', 'physician'] });
    expect(session.permissions).toEqual(rolePermissions.physician);
    expect((await ask('GET', '/api/remits')).status).toBe(403);
    expect((await ask('GET', '/api/queries')).status).toBe(200);
  });

  test('changing the hat changes them, for the next request too', async () => {
    const changed = await ask('PUT', '/api/session/hat', { hat: 'biller' });
    expect(await changed.json()).toMatchObject({ hat: 'biller', permissions: [...rolePermissions.biller] });
    expect((await ask('GET', '/api/remits')).status).toBe(200);
    expect((await ask('GET', '/api/queries')).status).toBe(403);
  });

  test.each(roles.filter((role) => role !== 'physician' && role !== 'biller'))(
    'the hat of a %s is not held and not given',
    async (hat) => {
      const refused = await ask('PUT', '/api/session/hat', { hat });
      expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'session.hat-not-held' }]);
      expect(await (await ask('GET', '/api/session')).json()).toMatchObject({ hat: 'biller' });
    },
  );
});

async function disable(role: Role): Promise<void> {
  await world.as(role, ({ db, now }) =>
    db
      .updateTable('app_user')
      .set({ disabled_at: now })
      .where('user_id', '=', world.staff[role].userId)
      .execute(),
  );
}

async function giveRole(to: Role, role: Role): Promise<void> {
  await world.as(to, ({ db, organizationId, userId }) =>
    db.insertInto('user_role').values({ organization_id: organizationId, user_id: userId, role }).execute(),
  );
}
