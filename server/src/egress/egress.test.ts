import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type EgressOptions, egressTo } from './egress.ts';

/** Answers on every address of this machine, and counts who comes. */
let connections = 0;
let answer: RequestListener = (_request, response) => void response.end('here');
const asked: { url: string | undefined; authorization: string | undefined; body: string }[] = [];
const server = await listening();
const { port } = server.address() as AddressInfo;
const home = `http://127.0.0.1:${port}`;
beforeEach(() => {
  connections = 0;
  asked.length = 0;
  answer = (_request, response) => void response.end('here');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function listening(): Promise<Server> {
  const made = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { authorization } = request.headers;
    asked.push({ url: request.url, authorization, body: Buffer.concat(pieces).toString() });
    answer(request, response);
  });
  made.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => made.listen(0, '::', resolve));
  return made;
}

const leadsTo =
  (...addresses: string[]): NonNullable<EgressOptions['resolve']> =>
  async () =>
    addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));

const hereOnly = egressTo([{ at: home, inHouse: true }], { resolve: leadsTo('127.0.0.1') });
const reasonFor = (attempt: Promise<Response>) =>
  attempt.then(
    () => 'answered',
    (error: { reason?: string; name: string }) => error.reason ?? error.name,
  );

describe('nothing is sent', () => {
  test.each([
    `http://127.0.0.1.example.org:${port}/`,
    `http://127.0.0.1:${port}0/`,
    `http://127.0.0.1:${port}.example.org/`,
    `http://127.0.0.1:1${port}/`,
    'http://127.0.0.1/',
    `https://127.0.0.1:${port}/`,
    `http://127.0.0.2:${port}/`,
    `http://localhost:${port}/`,
    `http://localhost.:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[::ffff:7f00:1]:${port}/`,
    `http://[0:0:0:0:0:ffff:127.0.0.1]:${port}/`,
    `http://127.0.0.1@localhost:${port}/`,
    `http://127.0.0.1:${port}@localhost:${port}/`,
    `http://127.0.0.1:${port}%5c@localhost:${port}/`,
    `http://localhost:${port}/http://127.0.0.1:${port}/`,
    `http://localhost:${port}#@127.0.0.1:${port}/`,
    `http://localhost:${port}?@127.0.0.1:${port}/`,
    `http://localhost%2eexample.org:${port}/`,
    `http://xn--localhost-.example:${port}/`,
    `//127.0.0.1:${port}/`,
    `/internal`,
    '',
    `ftp://127.0.0.1:${port}/`,
    `file:///etc/passwd`,
    `file://127.0.0.1:${port}/etc/passwd`,
    `data:text/plain,here`,
    `javascript:fetch('${home}')`,
    `gopher://127.0.0.1:${port}/`,
    `ws://127.0.0.1:${port}/`,
    `blob:${home}/1`,
    `http:`,
    `http://`,
    `http://user:secret@127.0.0.1:${port}/`,
    `http://user@127.0.0.1:${port}/`,
  ])('to %s, which is not the origin that is allowed', async (address) => {
    expect(await reasonFor(hereOnly(address))).toMatch(/^(?:not-allowed|no-address)$/);
    expect(connections).toBe(0);
  });

  test.each([
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0x0.0x0.0x1',
    '0177.0.0.1',
    '017700000001',
    '0x7f.1',
    '127.000.000.001',
    '%31%32%37.0.0.1',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '127.255.255.254',
    '0.0.0.0',
    '0',
    '10.0.0.7',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fec0::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
  ])('to %s without leave, even where its origin is on the list', async (host) => {
    const ask = egressTo([{ at: `http://${host}:${port}/` }]);
    expect(await reasonFor(ask(`http://${host}:${port}/`))).toBe('forbidden-address');
    expect(connections).toBe(0);
  });

  test.each([
    { addresses: ['127.0.0.1'] },
    { addresses: ['::1'] },
    { addresses: ['::ffff:127.0.0.1'] },
    { addresses: ['64:ff9b::7f00:1'] },
    { addresses: ['fe80::1%lo'] },
    { addresses: ['10.1.2.3'] },
    { addresses: ['169.254.169.254'] },
    { addresses: ['93.184.216.34', '127.0.0.1'] },
    { addresses: ['2606:4700::1111', '::1'] },
    { addresses: ['not an address'] },
    { addresses: [] },
  ])('where a name of the internet leads to $addresses', async ({ addresses }) => {
    const ask = egressTo([{ at: `http://api.example.org:${port}` }], { resolve: leadsTo(...addresses) });
    expect(await reasonFor(ask(`http://api.example.org:${port}/`))).toBe('forbidden-address');
    expect(connections).toBe(0);
  });

  test.each(['169.254.169.254', '224.0.0.1', '0.0.0.0', '::', 'fe80::1', 'fd00:ec2::254'])(
    'to %s even where the operator named the destination',
    async (address) => {
      const at = `http://model.internal:${port}`;
      const ask = egressTo([{ at, inHouse: true }], { resolve: leadsTo(address) });
      expect(await reasonFor(ask(at))).toBe('forbidden-address');
      expect(connections).toBe(0);
    },
  );
});

describe('a destination that the operator named', () => {
  test('is reached at the address its name had when it was judged, whatever it has a moment later', async () => {
    const answers = ['127.0.0.1', '169.254.169.254', '10.0.0.1'];
    let lookUps = 0;
    const at = `http://model.internal:${port}`;
    const ask = egressTo([{ at, inHouse: true }], {
      resolve: async () => leadsTo(answers[lookUps++] ?? '')(''),
    });
    expect(await (await ask(at)).text()).toBe('here');
    expect([lookUps, connections]).toEqual([1, 1]);
    expect(await reasonFor(ask(at))).toBe('forbidden-address');
    expect([lookUps, connections]).toEqual([2, 1]);
  });

  test('gets method, body and key, and no other origin does', async () => {
    answer = (_request, response) => void response.writeHead(201, { 'x-seen': 'yes' }).end('{"ok":true}');
    const response = await hereOnly(`${home}/v1`, {
      method: 'POST',
      body: JSON.stringify({ a: 1 }),
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    });
    expect([response.status, response.headers.get('x-seen'), await response.json()]).toEqual([
      201,
      'yes',
      { ok: true },
    ]);
    expect(asked).toEqual([{ url: '/v1', authorization: 'Bearer secret', body: '{"a":1}' }]);
  });

  test('takes a Request as fetch does', async () => {
    const request = new Request(`${home}/form`, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    expect((await hereOnly(request)).status).toBe(200);
    expect(asked).toMatchObject([{ url: '/form', body: 'a=b' }]);
  });
});

describe('a redirect', () => {
  const leading =
    (location: string, status = 302): RequestListener =>
    (request, response) =>
      void (request.url === '/from'
        ? response.writeHead(status, { location }).end()
        : response.end(`at ${request.url}`));

  test('within the origin is followed for GET', async () => {
    answer = leading('/there');
    expect(await (await hereOnly(`${home}/from`)).text()).toBe('at /there');
  });

  test.each([
    `http://localhost:${port}/`,
    `http://127.0.0.2:${port}/`,
    `http://[::1]:${port}/`,
    `https://127.0.0.1:${port}/`,
    `//localhost:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
    `http://a:b@127.0.0.1:${port}/`,
    'http://[broken',
  ])('to %s is not followed', async (location) => {
    answer = leading(location);
    const ask = hereOnly(`${home}/from`, { headers: { authorization: 'Bearer secret' } });
    expect(await reasonFor(ask)).toMatch(/^(?:redirect|no-address)$/);
    expect(connections).toBe(1);
  });

  test('goes round only so often, never repeats a POST, and can be left to the caller', async () => {
    answer = leading('/from');
    expect(await reasonFor(hereOnly(`${home}/from`))).toBe('redirect');
    expect(connections).toBe(4);
    answer = leading('/there', 307);
    expect(await reasonFor(hereOnly(`${home}/from`, { method: 'POST', body: 'x' }))).toBe('redirect');
    expect(await reasonFor(hereOnly(`${home}/from`, { redirect: 'error' }))).toBe('redirect');
    expect((await hereOnly(`${home}/from`, { redirect: 'manual' })).status).toBe(307);
  });
});

describe('an answer', () => {
  const small = egressTo([{ at: home, inHouse: true }], { largest: 1000, timeLimit: 200 });
  const bodyOf = async (ask: Promise<Response>) => (await ask).text().then(() => 'read');
  const failureOf = (ask: Promise<Response>) =>
    bodyOf(ask).catch((error: { reason?: string; name: string }) => error.reason ?? error.name);

  test.each([
    {
      what: 'says it is too large',
      act: (r) => r.writeHead(200, { 'content-length': 1001 }).end('x'.repeat(1001)),
      ends: 'too-large',
    },
    {
      what: 'is too large without saying so',
      act: (r) => r.writeHead(200).end('x'.repeat(100_000)),
      ends: 'too-large',
    },
    { what: 'is as large as it may be', act: (r) => r.end('x'.repeat(1000)), ends: 'read' },
    { what: 'never comes', act: () => {}, ends: 'TimeoutError' },
    { what: 'never ends', act: (r) => void r.writeHead(200).write('x'), ends: 'TimeoutError' },
    { what: 'has no body', act: (r) => r.writeHead(204).end(), ends: 'read' },
    {
      what: 'breaks off',
      act: (r) => r.writeHead(200, { 'content-length': 10 }).write('x', () => r.destroy()),
      ends: 'Error',
    },
  ] satisfies { what: string; act: (r: Parameters<RequestListener>[1]) => unknown; ends: string }[])(
    'that $what',
    async ({ act, ends }) => {
      answer = (_request, response) => void act(response);
      expect(await failureOf(small(home))).toBe(ends);
    },
  );

  test('is not waited for when the caller gives up or the name server is silent', async () => {
    answer = () => {};
    expect(await reasonFor(small(home, { signal: AbortSignal.timeout(20) }))).toBe('TimeoutError');
    const silent = egressTo([{ at: 'http://slow.example' }], {
      timeLimit: 50,
      resolve: () => new Promise(() => {}),
    });
    expect(await reasonFor(silent('http://slow.example'))).toBe('TimeoutError');
  });
});
