import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@superbill/contract';
import { handlers } from '@superbill/server/handlers';
import { createApp } from '@superbill/server/http/app';
import { serve } from '@superbill/server/http/serve';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { type Call, isId, isText, placeName, placesOf, routeNames, routeOf, withValue } from './places.ts';
import { carelessFile } from './planted/careless-files.ts';
import { aTarget, senderFor, type Target, timed } from './target.ts';
import { toldBy } from './tells.ts';
import { traversalForms } from './traversal-forms.ts';

// Classes 7, 9, 10, 17, 18, 19, 21, 22, 27 and 28: the same thing by another way, what answers before anybody signed
// in, and names that lead out of a folder (CVE-2026-34055, CVE-2026-25164, CVE-2026-32122, 2018 and 2023 portal chains).

const secret = 'the key of the house';
const folder = mkdtempSync(join(tmpdir(), 'superbill-paths-'));
const web = join(folder, 'data', 'screens');
const database = await testDatabase();
let target: Target;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>the screens</title>');
  writeFileSync(join(web, 'assets', 'app.js'), 'export {};');
  for (const name of ['secret.txt', 'server.log', 'superbill.keys', '.env']) {
    writeFileSync(join(folder, name), secret);
    writeFileSync(join(folder, 'data', name), secret);
  }
  mkdirSync(join(folder, 'data', 'screens-of-others'));
  writeFileSync(join(folder, 'data', 'screens-of-others', 'secret.txt'), secret);
  target = await aTarget(database);
  const app = createApp(target.sides.home.world.system, handlers);
  server = await serve(app, { port: 0, host: '127.0.0.1', webFolder: web });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the bytes of a request line as they are: a browser or fetch would tidy the address up. */
function raw(requestLine: string, headers = ''): Promise<string> {
  return new Promise((answered, failed) => {
    let text = '';
    const socket = connect(server.port, '127.0.0.1', () =>
      socket.write(`${requestLine} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`),
    );
    socket.setTimeout(5000, () => socket.destroy(new Error(`no answer to ${requestLine}`)));
    socket.on('data', (piece) => {
      text += piece.toString('latin1');
    });
    socket.on('close', () => answered(text));
    socket.on('error', failed);
  });
}

const forms = traversalForms(['secret.txt', 'server.log', '.env', 'data/superbill.keys', 'etc/passwd']);

describe('an address that leads out of the folder of the screens', () => {
  test('is tried in 500 forms', () => expect(new Set(forms).size).toBeGreaterThanOrEqual(500));

  test('never gives a file', async () => {
    for (const [index, form] of forms.entries()) {
      const address = `${index % 2 === 0 ? '/' : '/assets/'}${form}`;
      const answer = await raw(`GET ${address}`);
      expect(answer, address).not.toContain(secret);
      expect(answer, address).not.toMatch(/root:.*:0:0:/);
    }
  }, 60_000);

  test('is found where a server joins paths without looking', () => {
    const escapes = forms.filter((form) => carelessFile(web, `/${form}`) === secret);
    expect(escapes.length).toBeGreaterThan(20);
  });
});

describe('a name or path in a request', () => {
  const named = routeNames.flatMap((name) =>
    placesOf(name)
      .filter((place) => isText(place) || (isId(place) && place.part === 'params'))
      .map((place) => ({ name, place, where: placeName(place) })),
  );

  test.each(named)(
    '$where of $name opens no file',
    async ({ name, place }) => {
      const cookie = await target.cookieOf(senderFor(name));
      // Each place gets a share of the forms; all of them go to the name of a file.
      const isFile = /file/i.test(place.path.join());
      for (const form of forms.filter((_, index) => isFile || index % 60 === 0)) {
        const call = withValue(name, target.sides.home.samples[name] as Call, place, form);
        const { status, text } = await target.send(name, call, cookie);
        expect(status, form).toBeLessThan(500);
        expect(text, form).not.toContain(secret);
        expect(text, form).not.toMatch(/root:.*:0:0:/);
        if (status >= 400) expect(toldBy(text), form).toEqual([]);
      }
    },
    60_000,
  );

  test('is never a place on the server: no field is called path, directory or url', () => {
    const names = routeNames.flatMap((name) => placesOf(name).map(({ path }) => `${name} ${path.join('.')}`));
    // `path` of a code is the way through the alphabetic index.
    const suspect = names.filter((name) => /(path|dir|folder|url|uri|location)(\.0)?$/i.test(name));
    expect(suspect).toEqual(['assignCode path.0']);
  });
});

describe('before anybody signed in', () => {
  const open = routeNames.filter((name) => routeOf(name).access === 'public');

  test.each(routeNames.filter((name) => routeOf(name).access !== 'public'))(
    '%s does not answer',
    async (name) => {
      const { status } = await target.send(name, target.sides.home.samples[name] as Call, '');
      expect(status).toBe(401);
    },
  );

  test('a public route gives nothing of a practice without proof', async () => {
    for (const name of open) {
      const { text } = await target.send(name, target.sides.home.samples[name] as Call, '');
      for (const id of Object.values(target.sides.home.subjects))
        if (typeof id === 'string') expect(text).not.toContain(id);
    }
  });

  test.each([
    ...[
      '/.env',
      '/.git/config',
      '/server.log',
      '/data/server.log',
      '/superbill.keys',
      '/package.json',
      '/logs',
    ],
    ...[
      '/setup',
      '/setup.php',
      '/install',
      '/installer',
      '/admin/setup',
      '/phpinfo.php',
      '/wp-login.php',
      '/sites',
    ],
    ...[
      '/metrics',
      '/debug',
      '/status',
      '/actuator',
      '/graphql',
      '/openapi.json',
      '/swagger',
      '/server-status',
    ],
    ...[
      '/interface/logview.php',
      '/portal/register',
      '/exchange',
      '/mail',
      '/backup.sql',
      '/dump',
      '/screens.key',
    ],
  ])('GET %s is the page of the screens and nothing else', async (path) => {
    const answer = await raw(`GET ${path}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|404)/);
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toContain('the screens');
    expect(answer).not.toContain(secret);
  });

  test.each([
    '/api/setup',
    '/api/install',
    '/api/logs',
    '/api/files/1',
    '/api/debug',
    '/api/users/1',
    '/api/export',
  ])('GET %s is nothing', async (path) => {
    const { status } = await timed(() => target.app.request(path));
    expect([401, 404]).toContain(status);
  });
});

describe('between password and second factor', () => {
  const shut = routeNames.filter(
    (name) => !['public', 'signing-in', 'any-session'].includes(String(routeOf(name).access)),
  );

  test.each(shut)('%s does not answer', async (name) => {
    const sample = target.sides.home.samples[name] as Call;
    const { status } = await target.send(name, sample, await target.cookieOf('halfway'));
    expect([401, 403]).toContain(status);
  });
});

describe('a second way to what is refused', () => {
  const guarded = routeNames.filter((name) => routeOf(name).access !== 'public');
  const spellings = (path: string) => [
    `${path}/`,
    path.replace('/api/', '/api//'),
    path.replace('/api/', '//api/'),
    path.replace('/api/', '/API/'),
    path.replace('/api/', '/api/./'),
    path.replace('/api/', '/x/../api/'),
    path.replace('/api/', '/%61pi/'),
    `${path}?`,
    `${path}#`,
    `${path};jsessionid=1`,
    `${path}%20`,
    `${path}.json`,
    `${path}%2f`,
  ];

  test.each(guarded)('%s has none by the spelling of its address', async (name) => {
    const given = (target.sides.home.samples[name] as { params?: Record<string, unknown> }).params ?? {};
    const path = routeOf(name).path.replace(/:(\w+)/g, (_, field: string) => String(given[field]));
    for (const spelling of spellings(path)) {
      const answer = await raw(`${routeOf(name).method} ${spelling}`, 'Content-Length: 0\r\n');
      const isPage = answer.includes('the screens');
      expect(isPage || /^HTTP\/1\.1 4\d\d/.test(answer), `${spelling}: ${answer.slice(0, 300)}`).toBe(true);
    }
  });

  test.each(guarded)('%s has none by a header or another method', async (name) => {
    const { method } = routeOf(name);
    for (const headers of [
      { 'x-http-method-override': method },
      { 'x-original-url': routeOf(name).path },
      { 'x-rewrite-url': routeOf(name).path },
      { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
      { 'x-user-id': target.sides.home.world.staff.administrator.userId },
    ]) {
      const { status } = await target.send(
        name,
        target.sides.home.samples[name] as Call,
        '',
        headers as never,
      );
      expect(status, JSON.stringify(headers)).toBe(401);
    }
    for (const other of ['GET', 'POST', 'DELETE', 'PATCH'].filter((one) => one !== method)) {
      const given = (target.sides.home.samples[name] as { params?: Record<string, unknown> }).params ?? {};
      const path = routeOf(name).path.replace(/:(\w+)/g, (_, field: string) => String(given[field]));
      const answer = await raw(`${other} ${path}`, 'Content-Length: 0\r\n');
      expect(answer, `${other} ${path}`).toMatch(/^HTTP\/1\.1 4\d\d/);
    }
  });
});

describe('a route that does not say who may call it', () => {
  const route = routes.readAccount as { access: unknown };
  const { access } = route;

  test.each([undefined, null, {}, { staff: undefined }, { staff: 'ledger.raed' }, 'everybody'])(
    'does not start: %j',
    (wrong) => {
      try {
        route.access = wrong;
        expect(() => createApp(target.sides.home.world.system, handlers)).toThrow('who may call it');
      } finally {
        route.access = access;
      }
    },
  );
});
