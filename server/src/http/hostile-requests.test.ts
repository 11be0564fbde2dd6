import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Route, routes } from '@superbill/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld, password } from '../../../test/world.ts';
import { openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from './app.ts';
import { parseJson } from './json.ts';
import { serve } from './serve.ts';

const database = await testDatabase();
const world = await aWorld(database);
const app = createApp(world.system, handlers);
let cookie = '';
beforeAll(async () => {
  const token = await world.as('biller', (unit) => openStaffSession(unit, unit.userId, 'biller'));
  cookie = `superbill_session=${token}`;
});

describe('a body', () => {
  const change = (body: string, contentType?: string) =>
    app.request('/api/session/hat', {
      method: 'PUT',
      headers: { cookie, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
      body: new TextEncoder().encode(body),
    });

  test.each([
    ['application/json', 200],
    ['Application/JSON; charset=UTF-8', 200],
    ['application/json;charset="utf-8"', 200],
    [undefined, 415],
    ['', 415],
    ['text/plain', 415],
    ['text/plain; application/json', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['text/json', 415],
    ['application/json, text/plain', 415],
    ['application/json; charset=utf-16', 415],
    ['application/jsonp', 415],
  ])('declared as %s is answered %i', async (contentType, status) => {
    expect((await change('{"hat":"biller"}', contentType)).status).toBe(status);
  });

  test.each([
    ['a key twice', '{"hat":"biller","hat":"coder"}'],
    ['a key twice, once in other letters', '{"hat":"biller","\\u0068at":"coder"}'],
    ['the prototype', '{"hat":"biller","__proto__":{"admin":true}}'],
    ['the prototype in disguise', '{"hat":"biller","__pr\\u006fto__":{}}'],
    ['the constructor', '{"hat":"biller","constructor":{"prototype":{}}}'],
    ['no end of lists', `{"hat":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['no end of objects', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['bytes that are no UTF-8', '{"hat":"\u00ff'],
    ['nothing but a number', '1e999'],
    ['a comment', '{"hat":"biller"/**/}'],
    ['a trailing comma', '{"hat":"biller",}'],
  ])('with %s is refused', async (_what, body) => {
    const response = await change(body, 'application/json');
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'request.invalid' }]);
  });

  test('that is not UTF-8 is refused', async () => {
    const response = await app.request('/api/session/hat', {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]),
    });
    expect(response.status).toBe(400);
  });

  test('of a megabyte with a hundred thousand keys is read in moments', () => {
    const entries = Array.from({ length: 100_000 }, (_, n) => [`k${n}`, '"\\'] as const);
    const many = JSON.stringify(Object.fromEntries(entries));
    const started = performance.now();
    expect(Object.keys(parseJson(many) as object).length).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  const declared = Object.entries(routes as Record<string, Route>).filter(
    ([, { method }]) => method === 'POST' || method === 'PUT',
  );
  test.each(declared)('of %s is refused when it is too large, said or not', async (_name, route) => {
    const largest = route.largestBody ?? 256 * 1024;
    const ask = (headers: Record<string, string>, body: BodyInit) =>
      createApp(world.system, handlers).request(route.path.replace(/:\w+/g, crypto.randomUUID()), {
        method: route.method,
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body,
        ...({ duplex: 'half' } as object),
      });
    const said = await ask({ 'content-length': String(largest + 1) }, '{}');
    // Who may not call the route hears that before anything is read.
    expect([401, 403, 409, 413]).toContain(said.status);
    if (route.largestBody !== undefined) return;
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    expect([401, 403, 409, 413]).toContain((await ask({}, endless)).status);
    expect(sent).toBeLessThanOrEqual(largest + 256 * 1024);
  });
});

describe('behind TLS', () => {
  const secure = createApp(world.system, handlers, {
    secureCookies: true,
    hosts: ['superbill.example', 'superbill.example:8443'],
  });
  const signIn = (host: string) =>
    secure.request('/api/session', {
      method: 'POST',
      headers: { host, 'content-type': 'application/json' },
      body: JSON.stringify({ login: world.login('biller'), password }),
    });

  test('cookies bear a name that no other host can set, and the browser is told to stay with TLS', async () => {
    const response = await signIn('superbill.example');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    const [set = ''] = response.headers.getSetCookie().filter((one) => one.includes('superbill_session'));
    expect(set).toMatch(/^__Host-superbill_session=\w/);
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/Secure/);
    expect(set).toMatch(/SameSite=Strict/);
    expect(set).not.toMatch(/Domain/i);
    const value = /=([^;]+)/.exec(set)?.[1];
    const read = (name: string) =>
      secure.request('/api/session', { headers: { host: 'superbill.example', cookie: `${name}=${value}` } });
    expect((await read('__Host-superbill_session')).status).toBe(200);
    expect((await read('superbill_session')).status).toBe(401);
  });

  test.each([
    ['superbill.example', 200],
    ['SUPERBILL.example:8443', 200],
    ['elsewhere.example', 421],
    ['superbill.example.elsewhere.example', 421],
    ['superbill.example:80', 421],
    ['127.0.0.1', 421],
  ])('the name %s is answered %i', async (host, status) => {
    expect((await signIn(host)).status).toBe(status);
  });
});

describe('on the wire', () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'superbill-web-'));
  const secretFile = join(webFolder, '..', `secret-${process.pid}.txt`);
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    writeFileSync(join(webFolder, 'index.html'), '<meta name="style-nonce" nonce="STYLE-NONCE">the page');
    writeFileSync(secretFile, 'kept outside');
    server = await serve(createApp(world.system, handlers), {
      port: 0,
      host: '127.0.0.1',
      webFolder,
      patienceMs: 3_000,
    });
  });
  afterAll(() => server.stop());

  const opened: Socket[] = [];
  afterAll(() => opened.forEach((socket) => void socket.destroy()));
  const open = () => {
    const socket = connect(server.port, '127.0.0.1');
    opened.push(socket);
    return socket;
  };
  /** Sends these bytes and gives what comes back until the other side closes. */
  const say = (bytes: string) =>
    new Promise<string>((resolve) => {
      let heard = '';
      const socket = open();
      socket.on('data', (piece) => {
        heard += piece.toString('latin1');
      });
      socket.once('close', () => resolve(heard));
      socket.once('error', () => resolve(heard));
      socket.write(bytes, 'latin1');
    });
  const raw = (line: string, headers = '') =>
    say(`${line} HTTP/1.1\r\nHost: superbill.example\r\nConnection: close\r\n${headers}\r\n`);

  test('the page has a nonce of its own each time, and it is the one its policy names', async () => {
    const nonceOf = async () => {
      const response = await fetch(`http://127.0.0.1:${server.port}/worklist`);
      const page = await response.text();
      const nonce = /nonce="([^"]+)"/.exec(page)?.[1] ?? '';
      expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}';`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      return nonce;
    };
    const [first, second] = [await nonceOf(), await nonceOf()];
    expect(first).toMatch(/^[\w+/=]{22,}$/);
    expect(second).not.toBe(first);
  });

  const up = [
    '..',
    '%2e%2e',
    '%2e.',
    '.%2e',
    '..%00',
    '%252e%252e',
    '%c0%ae%c0%ae',
    '%u002e%u002e',
    '....',
    '..;',
    '..%5c..',
    '．．',
  ];
  const slash = ['/', '//', '%2f', '%5c', '\\', '%252f', '%c0%af', '/./', '∕'];
  const start = ['/', '/assets/', '/assets', '//', '/%00/', '/api/../', '/assets/.'];
  const ends = [`secret-${process.pid}.txt`, 'etc/passwd'];
  const paths = start.flatMap((first) =>
    up.flatMap((step) =>
      slash.flatMap((between) =>
        ends.map((end) => `${first}${`${step}${between}`.repeat(end === 'etc/passwd' ? 8 : 1)}${end}`),
      ),
    ),
  );
  test('no path leads out of the folder of the screens: more than 500 forms', async () => {
    expect(paths.length).toBeGreaterThan(500);
    for (let from = 0; from < paths.length; from += 50) {
      const answers = await Promise.all(
        paths.slice(from, from + 50).map((path) => raw(`GET ${Buffer.from(path).toString('latin1')}`)),
      );
      for (const [index, answer] of answers.entries())
        expect(answer, paths[from + index]).not.toMatch(/kept outside|root:/);
    }
    expect(await raw('GET /')).toContain('the page');
  });

  test.each([
    ['a method nobody knows', 'BREW /api/practice'],
    ['TRACE', 'TRACE /api/practice'],
    ['CONNECT', 'CONNECT superbill.example:443'],
    ['PATCH', 'PATCH /api/practice'],
    ['OPTIONS', 'OPTIONS /api/practice'],
    ['a POST to a page', 'POST /worklist'],
    ['an address of 20 kB', `GET /${'a'.repeat(20_000)}`],
    ['an address that is none', 'GET http://[broken/'],
  ])('%s gets no data, no echo, and does not harm', async (_what, line) => {
    const answer = await raw(line);
    expect(answer).toMatch(/^(?:HTTP\/1\.1 (?:400|404|405|431|501) |$)/);
    expect(answer).not.toMatch(/x-powered-by|BREW|broken|aaaa|access-control-allow/i);
    expect(answer).not.toMatch(/ at .*\.ts/);
    expect(await raw('GET /api/health')).toContain('"ok":true');
  });

  test.each([
    ['headers of 20 kB', `X-Long: ${'a'.repeat(20_000)}\r\n`],
    ['a thousand headers', 'X-A: b\r\n'.repeat(3_000)],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
    ['length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'],
    ['a header with a bare line end', 'X-A: b\nc: d\r\n'],
  ])('%s are refused', async (_what, headers) => {
    expect(await raw('POST /api/session', headers)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('a thousand callers who send their headers drop by drop hold nobody up, and are cut off', async () => {
    const slow = Array.from({ length: 1_000 }, () => {
      const socket = open();
      socket.on('error', () => {});
      socket.resume();
      socket.write('GET /api/health HTTP/1.1\r\nHost: superbill.example\r\nX-Slow: a');
      return socket;
    });
    const closed = Promise.all(slow.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    await Promise.all(
      slow.map((socket) => socket.connecting && new Promise((resolve) => socket.once('connect', resolve))),
    );
    const times: number[] = [];
    for (let turn = 0; turn < 51; turn += 1) {
      const started = performance.now();
      expect(await raw('GET /api/health')).toContain('"ok":true');
      times.push(performance.now() - started);
    }
    expect(times.sort((a, b) => a - b)[25]).toBeLessThan(1_000);
    await closed;
  }, 60_000);
});
