import { routes } from '@superbill/contract';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, password } from '../../../test/world.ts';
import { countStrangers } from '../auth/strangers.ts';
import { fixedClock } from '../clock.ts';
import { handlers } from '../handlers.ts';
import { createApp } from './app.ts';
import { clientAddress } from './client-address.ts';
import { countGuesses } from './guesses.ts';

const json = { 'content-type': 'application/json' };
const database = await testDatabase();
const start = '2027-03-20T17:00:00.000Z' as Instant;

test('an address has its tries, and gets them back with time or when they were right', () => {
  const clock = fixedClock(start);
  const guesses = countGuesses(clock, { most: 3, forgiveMilliseconds: 10_000, addresses: 10 });
  expect([1, 2, 3, 4].map(() => guesses.take('a'))).toEqual([0, 0, 0, 10]);
  expect(guesses.take('b')).toBe(0);
  guesses.giveBack('a');
  expect(guesses.take('a')).toBe(0);
  clock.set(addMilliseconds(start, 9_999));
  expect(guesses.take('a')).toBe(1);
  clock.set(addMilliseconds(start, 10_000));
  expect(guesses.take('a')).toBe(0);
});

test('a million addresses and logins take no more memory than the bound', () => {
  const guesses = countGuesses(fixedClock(start), { most: 3, forgiveMilliseconds: 10_000, addresses: 1000 });
  for (let i = 0; i < 100_000; i += 1) guesses.take(`address ${i}`);
  expect(guesses.size).toBe(1000);
  const strangers = countStrangers({ most: 3 });
  for (let i = 0; i < 4; i += 1) strangers.failed('kept', start);
  for (let i = 0; i < 3; i += 1) strangers.failed(`other ${i}`, start);
  expect(strangers.failed('kept', start)).toBe(false);
});

test('over HTTP: 429 with Retry-After, and wrong forms are no guesses', async () => {
  const world = await aWorld(database);
  const app = createApp(world.system, handlers);
  const post = (body: object) =>
    app.request('/api/session', { method: 'POST', headers: json, body: JSON.stringify(body) });
  for (let i = 0; i < 70; i += 1) expect((await post({ login: 'nobody' })).status).toBe(400);
  const wrong = await Promise.all(
    Array.from({ length: 60 }, (_, i) => post({ login: `nobody-${i}`, password: 'wrong' })),
  );
  expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([401]));
  const limited = await post({ login: world.login('coder'), password });
  expect([limited.status, await limited.json()]).toMatchObject([429, { code: 'request.too-many' }]);
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  world.system.clock.set(addMilliseconds(world.system.clock.now(), 10_000));
  expect((await post({ login: world.login('coder'), password })).status).toBe(200);
});

test.each([
  { socket: '203.0.113.9', forwarded: '198.51.100.1', behindTls: false, address: '203.0.113.9' },
  { socket: '127.0.0.1', forwarded: '10.0.0.1, 198.51.100.1', behindTls: true, address: '198.51.100.1' },
  { socket: '127.0.0.1', forwarded: 'nonsense', behindTls: true, address: '127.0.0.1' },
  { socket: '::ffff:203.0.113.9', forwarded: undefined, behindTls: false, address: '203.0.113.9' },
  { socket: '2001:db8:1:2:3:4:5:6', forwarded: undefined, behindTls: false, address: '2001:db8:1:2::/64' },
  { socket: '2001:db8::1', forwarded: undefined, behindTls: false, address: '2001:db8:0:0::/64' },
  { socket: undefined, forwarded: undefined, behindTls: false, address: 'unknown' },
])('a client at $socket, behind TLS $behindTls with $forwarded, is $address', async (given) => {
  const app = new Hono();
  app.get('/', (c) => c.text(clientAddress(c, given.behindTls)));
  const headers = given.forwarded === undefined ? {} : { 'x-forwarded-for': given.forwarded };
  const env = { incoming: { socket: { remoteAddress: given.socket } } };
  expect(await (await app.request('/', { headers }, env)).text()).toBe(given.address);
});

test('a login that is not there rests after five failures, as one that is', async () => {
  const world = await aWorld(database);
  const app = createApp(world.system, handlers);
  for (const login of ['nobody', world.login('coder')]) {
    const codes = [];
    for (let i = 0; i < 6; i += 1) {
      const body = JSON.stringify({ login, password: 'wrong' });
      const { code } = (await (
        await app.request('/api/session', { method: 'POST', headers: json, body })
      ).json()) as {
        code: string;
      };
      codes.push(code);
    }
    expect(codes).toEqual([...Array(4).fill('session.refused'), 'session.locked', 'session.locked']);
  }
});

test('a browser that is known passes where strangers rested the login', async () => {
  const world = await aWorld(database);
  const app = createApp(world.system, handlers);
  const body = (word: string) => JSON.stringify({ login: world.login('coder'), password: word });
  const post = (word: string, cookie = '') =>
    app.request('/api/session', { method: 'POST', body: body(word), headers: { ...json, cookie } });
  const known = (response: Response) =>
    response.headers
      .getSetCookie()
      .find((one) => one.startsWith('superbill_device='))
      ?.split(';')[0] ?? '';
  const cookie = known(await post(password));
  for (let i = 0; i < 5; i += 1) await post('wrong');
  expect((await post(password)).status).toBe(423);
  const back = await post(password, cookie);
  expect(back.status).toBe(200);
  // The mark changes with each sign-in, and five failures forget it.
  expect((await post(password, cookie)).status).toBe(200);
  const fresh = known(back);
  for (let i = 0; i < 5; i += 1) await post('wrong', fresh);
  for (let i = 0; i < 5; i += 1) await post('wrong');
  expect((await post(password, fresh)).status).toBe(423);
});

test('only routes where a secret is guessed are limited, and each of them is', () => {
  const limited = Object.entries(routes).filter(([, route]) => route.limit === 'guess');
  expect(limited.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'signIn',
      'passSecondFactor',
      'prove',
      'unlockSession',
      'acceptInvitation',
      'openBill',
    ]),
  );
});
