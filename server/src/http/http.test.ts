import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, routes } from '@superbill/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createLog } from '../log.ts';
import { createApp } from './app.ts';
import { handlePublic } from './handle.ts';

const database = await testDatabase();
const world = await aWorld(database);
const app = createApp(world.system, handlers);
let cookie = '';
let patientId = '';
beforeAll(async () => {
  const token = await world.as('biller', (unit) => openStaffSession(unit, unit.userId, 'biller'));
  cookie = `superbill_session=${token}`;
  patientId = await aPatient(world);
});

interface Asked {
  method?: string;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

const ask = ({ method = 'GET', path, body, headers = {} }: Asked, of = app) =>
  of.request(path, {
    method,
    headers: { host: 'superbill.example', cookie, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });

const aCoverage = () => ({
  payerId: world.payerId,
  benefitOrder: 2,
  memberId: 'M1',
  relationship: 'self',
  effectiveFrom: '2026-01-01',
});
const register = (lastName: string) => ({
  patient: { firstName: 'Iris', lastName, birthDate: '1990-02-03', sex: 'F' },
});
const howMany = (lastName: string) =>
  world.as('biller', async ({ db }) => {
    const rows = await db
      .selectFrom('patient')
      .select('patient_id')
      .where('last_name', '=', lastName)
      .execute();
    return rows.length;
  });

describe('a request from another site', () => {
  const changes = [
    { method: 'POST', path: '/api/patients' },
    { method: 'PUT', path: '/api/session/hat' },
    { method: 'DELETE', path: '/api/session' },
    { method: 'POST', path: '/api/session' },
    { method: 'POST', path: '/api/portal/session' },
  ];
  const foreign: Record<string, string>[] = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://superbill.example.elsewhere.example' },
    { origin: 'http://superbill.example:8080' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  const cells = changes.flatMap((change) => foreign.map((headers) => ({ ...change, headers })));

  test.each(cells)('may not $method $path with $headers', async ({ method, path, headers }) => {
    const response = await ask({ method, path, body: {}, headers });
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'request.foreign-origin' }]);
  });

  test.each([
    { headers: { origin: 'http://superbill.example' } },
    { headers: { 'sec-fetch-site': 'same-origin' } },
    { headers: {} },
  ])('is not one with $headers', async ({ headers }) => {
    const response = await ask({ method: 'PUT', path: '/api/session/hat', body: { hat: 'biller' }, headers });
    expect(response.status).toBe(200);
  });
});

describe('a body', () => {
  const path = () => `/api/patients/${patientId}/coverages`;

  test.each([
    { what: 'an unknown field', change: { id: 'x' }, at: 'request' },
    { what: 'a key field', change: { organizationId: 'x' }, at: 'request' },
    { what: 'a field within', change: { subscriber: { admin: true } }, at: 'subscriber.firstName' },
    { what: 'a missing field', change: { memberId: undefined }, at: 'memberId' },
    { what: 'a wrong date', change: { effectiveFrom: '2026-02-30' }, at: 'effectiveFrom' },
    { what: 'a wrong type', change: { benefitOrder: '2' }, at: 'benefitOrder' },
    { what: 'a control character', change: { memberId: 'M\u00001' }, at: 'memberId' },
  ])('with $what is refused at $at', async ({ change, at }) => {
    const response = await ask({ method: 'POST', path: path(), body: { ...aCoverage(), ...change } });
    const refused = problem.parse(await response.json());
    expect([response.status, refused.code, refused.at]).toEqual([400, 'request.invalid', at]);
  });

  test('that is no JSON is refused', async () => {
    const response = await ask({ method: 'POST', path: path(), body: '{"memberId":' });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'request.invalid', at: 'body' },
    ]);
  });

  test('is not quoted in its refusal', async () => {
    const secret = 'Zanzibar-1971';
    const wrong = { ...aCoverage(), effectiveFrom: secret, sex: secret, [secret]: 1 };
    const response = await ask({ method: 'POST', path: path(), body: wrong });
    expect(await response.text()).not.toContain(secret);
  });

  test('of more than 25 MB is refused unread', async () => {
    const tooLarge = JSON.stringify({ fileName: 'a.835', content: 'x'.repeat(26 * 1024 * 1024) });
    const response = await ask({ method: 'POST', path: '/api/inbound-files', body: tooLarge });
    expect([response.status, await response.json()]).toMatchObject([413, { code: 'request.too-large' }]);
  });

  test('a query and an address are checked like a body', async () => {
    const query = await ask({ path: '/api/remits?limit=0' });
    expect([query.status, await query.json()]).toMatchObject([400, { at: 'limit' }]);
    const unknown = await ask({ path: '/api/remits?sort=last_name;drop' });
    expect(unknown.status).toBe(400);
    const address = await ask({ path: '/api/patients/1%20or%201=1' });
    expect([address.status, await address.json()]).toMatchObject([400, { at: 'patientId' }]);
  });
});

describe('an Idempotency-Key', () => {
  const post = (key: string, body: object, path = '/api/patients') =>
    ask({ method: 'POST', path, body, headers: { 'idempotency-key': key } });

  test('with the same body gives the same answer, and the act is done once', async () => {
    const first = await post('once', register('Twicer'));
    const again = await post('once', register('Twicer'));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(await howMany('Twicer')).toBe(1);
  });

  test('with another body, or for another address, is refused', async () => {
    await post('other', register('Firster'));
    const body = await post('other', register('Seconder'));
    expect([body.status, await body.json()]).toMatchObject([422, { code: 'request.key-reused' }]);
    const path = await post('other', aCoverage(), `/api/patients/${patientId}/coverages`);
    expect(path.status).toBe(422);
    expect(await howMany('Seconder')).toBe(0);
  });

  test('sent eight times at once is done once, and all get the answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const response = await post('at once', register('Parallel'));
        return { status: response.status, text: await response.text() };
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await howMany('Parallel')).toBe(1);
  });

  test('of a refusal is free again: nothing was done', async () => {
    const alike = { ...register('Parallel'), patient: { ...register('Parallel').patient, firstName: 'Ira' } };
    expect((await post('refused', alike)).status).toBe(409);
    expect((await post('refused', { ...alike, evenIfAlike: true })).status).toBe(200);
  });

  test('is of its user: another may use the same', async () => {
    const token = await world.as('front-desk', (unit) => openStaffSession(unit, unit.userId, 'front-desk'));
    const response = await ask({
      method: 'POST',
      path: '/api/patients',
      body: register('Another'),
      headers: { 'idempotency-key': 'once', cookie: `superbill_session=${token}` },
    });
    expect(response.status).toBe(200);
  });
});

describe('every answer', () => {
  test.each([
    { what: 'of a page of data', asked: { path: '/api/remits' }, status: 200 },
    { what: 'that is a refusal', asked: { path: '/api/remits', headers: { cookie: '' } }, status: 401 },
    { what: 'for an unknown address', asked: { path: '/api/nothing' }, status: 404 },
    {
      what: 'for an unknown method',
      asked: { path: '/api/practice', method: 'DELETE' },
      status: 404,
    },
  ])('$what has the security headers and is not stored', async ({ asked, status }) => {
    const response = await ask(asked);
    expect(response.status).toBe(status);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toContain('unsafe-');
  });

  test('that refuses is a problem with a code, a message and a next step', async () => {
    const response = await ask({ path: '/api/nothing' });
    expect(problem.parse(await response.json())).toEqual({
      code: 'route.not-found',
      message: 'There is nothing at this address.',
      nextStep: 'Check the address.',
    });
  });
});

describe('a failure of our own', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'superbill-log-')), 'server.log');
  const secret = 'Zanzibar 1971-01-01';
  const failing = (error: () => Promise<never> | never) =>
    createApp(
      { ...world.system, log: createLog({ file }) },
      handlers.map((handler) =>
        handler.route === routes.readHealth ? handlePublic(routes.readHealth, async () => error()) : handler,
      ),
    );

  test.each([
    {
      what: 'an exception',
      error: () => {
        throw new Error(secret);
      },
      status: 500,
      code: 'server.failed',
    },
    {
      what: 'an error of the database',
      error: async () => {
        await sql`select ${secret}::integer`.execute(world.system.db);
        throw new Error('not reached');
      },
      status: 500,
      code: 'server.failed',
    },
    {
      what: 'a database that is away',
      error: () => {
        throw Object.assign(new Error(secret), { code: 'ECONNREFUSED' });
      },
      status: 503,
      code: 'server.busy',
    },
    {
      what: 'a database whose disk is full',
      error: () => {
        throw Object.assign(new Error(secret), { code: '53100' });
      },
      status: 507,
      code: 'disk.full',
    },
  ])(
    '$what says nothing of its cause, and the log only where it happened',
    async ({ error, status, code }) => {
      const response = await ask({ path: '/api/health' }, failing(error));
      const text = await response.text();
      expect([response.status, JSON.parse(text)]).toMatchObject([status, { code }]);
      expect(text).not.toMatch(/Zanzibar|1971|integer|stack|at /);
      const log = readFileSync(file, 'utf8');
      expect(log).toContain('http.test.ts');
      expect(log).not.toMatch(/Zanzibar|1971/);
    },
  );

  test('an answer with more than is declared does not leave', async () => {
    const talkative = failing(async () => ({ ok: true, version: '1', password: secret }) as never);
    const response = await ask({ path: '/api/health' }, talkative);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Zanzibar');
  });
});

describe('the application does not start', () => {
  test('without a handler of a declared route', () => {
    expect(() => createApp(world.system, handlers.slice(1))).toThrow(
      'declared but not handled: POST /api/session',
    );
  });

  test('with a route handled twice', () => {
    const [first] = handlers;
    expect(() => createApp(world.system, first ? [...handlers, first] : [])).toThrow('handled twice');
  });

  test('with a route that is not declared', () => {
    const stray = handlePublic({ ...routes.readHealth, path: '/api/stray' }, async () => ({
      ok: true,
      version: '',
    }));
    expect(() => createApp(world.system, [...handlers, stray])).toThrow('not declared: GET /api/stray');
  });
});
