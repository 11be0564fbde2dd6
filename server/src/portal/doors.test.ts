import { type Route, routes } from '@superbill/contract';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld, password } from '../../../test/world.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import { findAnswer } from '../http/kept-answers.ts';

const world = await aWorld(await testDatabase());
const app = createApp(world.system, handlers);
const anId = '01900000-0000-7000-8000-000000000000';

/** Asks over HTTP, as a browser of this site would. */
function ask(
  method: string,
  path: string,
  { cookie = '', body, key }: { cookie?: string; body?: unknown; key?: string } = {},
) {
  return app.request(path, {
    method,
    headers: {
      host: 'localhost',
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

const staffCookie = cookieOf(
  await ask('POST', '/api/session', { body: { login: world.login('biller'), password } }),
);

/** A bill made over HTTP, under an Idempotency-Key. */
async function makeBill(patientId: string, key: string) {
  const response = await ask('POST', `/api/patients/${patientId}/statements`, {
    cookie: staffCookie,
    body: {},
    key,
  });
  const { id, number, link } = (await response.json()) as { id: string; number: string; link: string };
  return { id, number, token: link.slice('/bill#'.length) };
}

const open = (token: string) =>
  ask('POST', '/api/portal/session', { body: { token, birthDate: '1980-05-17' } });

test('a bill made again with the same key is the same bill; its link is another, and none was stored', async () => {
  const { patientId } = await aVisit(world, { covered: false });
  const { token: first, ...made } = await makeBill(patientId, 'twice');
  const { token: second, ...again } = await makeBill(patientId, 'twice');
  expect(again).toEqual(made);
  expect((await open(first)).status).toBe(401);
  expect((await open(second)).status).toBe(200);
  const kept = await world.as('biller', (unit) => findAnswer(unit, { userId: unit.userId, key: 'twice' }));
  expect(JSON.stringify(kept)).toContain(made.number);
  expect(JSON.stringify(kept)).not.toMatch(/bill#|token|link/);
});

const { patientId } = await aVisit(world, { covered: false });
const bill = await makeBill(patientId, 'once');
const opened = await open(bill.token);
const patientCookie = cookieOf(opened);

test('opening a bill sets a cookie that no script can read', () => {
  expect(opened.status).toBe(200);
  expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
});

const all = Object.entries<Route>(routes);
const sample = (path: string) => path.replace('/:kind/', '/charge/').replace(/:\w+/g, anId);
const asked = (route: Route, cookie: string) =>
  ask(route.method, sample(route.path), { cookie, ...(route.method === 'GET' ? {} : { body: {} }) });

describe('a patient', () => {
  test('reads the bill that was opened', async () => {
    const response = await ask('GET', '/api/portal/bill', { cookie: patientCookie });
    expect(await response.json()).toMatchObject({ number: bill.number, balanceCents: 15000 });
  });

  test.each(all.filter(([, route]) => route.access !== 'public' && route.access !== 'patient'))(
    'cannot reach %s, with the cookie as it is or renamed',
    async (_name, route) => {
      expect((await asked(route, patientCookie)).status).toBe(401);
      const renamed = patientCookie.replace('superbill_bill', 'superbill_session');
      expect((await asked(route, renamed)).status).toBe(401);
    },
  );

  test('has no address that names a patient', () => {
    const own = all.filter(([, route]) => route.access === 'patient');
    expect(own.length).toBeGreaterThan(0);
    for (const [, { path }] of own) expect(path).not.toContain(':');
  });
});

test.each(all.filter(([, route]) => route.access === 'patient'))(
  'a member of staff cannot reach %s',
  async (_name, route) => {
    expect((await asked(route, staffCookie)).status).toBe(401);
    const renamed = staffCookie.replace('superbill_session', 'superbill_bill');
    expect((await asked(route, renamed)).status).toBe(401);
  },
);

test.each(all.filter(([, route]) => route.access !== 'public'))(
  'nobody reaches %s without signing in',
  async (_name, route) => {
    expect((await asked(route, '')).status).toBe(401);
  },
);

test('no address carries a link or a birth date, so no log does', () => {
  for (const [, { path }] of all) expect(path).not.toMatch(/token|birth/i);
});

test('closing the bill ends the session', async () => {
  const closed = await ask('DELETE', '/api/portal/session', { cookie: patientCookie });
  expect(closed.status).toBe(200);
  expect((await ask('GET', '/api/portal/bill', { cookie: patientCookie })).status).toBe(401);
});
