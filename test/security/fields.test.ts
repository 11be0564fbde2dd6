import { type Problem, routes } from '@superbill/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { fingerprint } from '../fingerprint.ts';
import {
  type Call,
  objectsOf,
  type Place,
  placeName,
  placesOf,
  routeNames,
  routeOf,
  withValue,
} from './places.ts';
import { aTarget, senderFor, type Target } from './target.ts';

// Classes 5, 6, 11, 14 and 29: fields that nobody declared, a create that updates, deletes, signatures and amounts that
// the client chooses (CVE-2025-67645, CVE-2026-25744, CVE-2026-34053, CVE-2026-24890, #7351).

const database = await testDatabase();
let target: Target;
beforeAll(async () => {
  target = await aTarget(database);
});

/** Columns and claims that a careless handler would copy from a body into a row. */
const strangers = (of: Target) => ({
  id: of.sides.home.subjects.encounterId,
  organizationId: of.sides.elsewhere.world.organizationId,
  organization_id: of.sides.elsewhere.world.organizationId,
  patient_id: of.sides.home.subjects.patientId,
  userId: of.sides.home.world.staff.physician.userId,
  authorId: of.sides.home.world.staff.physician.userId,
  signedBy: of.sides.home.world.staff.physician.userId,
  signedAt: '2027-03-15T00:00:00.000Z',
  role: 'administrator',
  roles: ['administrator'],
  hat: 'administrator',
  isAdmin: true,
  state: 'paid',
  priceCents: 1,
  balanceCents: 0,
  created_at: '2027-03-15',
});

const wholeBody: Place = { part: 'body', path: [], schema: {} };

describe.each(routeNames)('%s', (name) => {
  const objects = objectsOf(name);
  const takesBody = routeOf(name).method === 'POST' || routeOf(name).method === 'PUT';

  test.runIf(takesBody)('refuses every field that is not declared, in each object of its body', async () => {
    const before = await fingerprint(target.sides.home.world);
    const cookie = await target.cookieOf(senderFor(name));
    const sample = target.sides.home.samples[name] as Call;
    for (const object of objects.length > 0 ? objects : [wholeBody]) {
      // Where a field may be one of several shapes, a key of any of them is declared.
      const shapes = objects.filter(({ path }) => path.join() === object.path.join());
      for (const [key, value] of Object.entries(strangers(target))) {
        if (shapes.some(({ schema }) => schema.properties && key in schema.properties)) continue;
        const place = { ...object, path: [...object.path, key] };
        const { status, json, text } = await target.send(name, withValue(name, sample, place, value), cookie);
        expect([status, (json as Problem).code], `${placeName(place)}: ${text}`).toEqual([
          400,
          'request.invalid',
        ]);
      }
    }
    expect(await fingerprint(target.sides.home.world)).toEqual(before);
  });

  test('refuses every parameter of the address that is not declared', async () => {
    const declared = placesOf(name)
      .filter(({ part }) => part === 'query')
      .map(({ path }) => path[0]);
    const sample = target.sides.home.samples[name] as Call;
    const cookie = await target.cookieOf(senderFor(name));
    for (const key of [
      'pid',
      'set_pid',
      'skip_timeout_reset',
      'sort',
      '_sort',
      'fields',
      'debug',
      'site',
      'token',
    ]) {
      if (declared.includes(key)) continue;
      const call = { ...sample, query: { ...(sample.query ?? {}), [key]: '1' } };
      const { status } = await target.send(name, call, cookie);
      expect(status, key).toBe(400);
    }
  });
});

test('the application may delete nothing but the pointers of an open charge and old answers to an Idempotency-Key', async () => {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.role_table_grants
    where grantee = 'superbill_app' and privilege_type in ('DELETE', 'TRUNCATE') order by 1`.execute(
    database.db,
  );
  expect(rows.map(({ table }) => table)).toEqual(['charge_diagnosis', 'idempotency_key']);
});

test.each(routeNames.filter((name) => routeOf(name).method === 'DELETE'))(
  '%s leaves every row where it was',
  async (name) => {
    const count = async () =>
      Object.fromEntries(
        Object.entries(await fingerprint(target.sides.home.world)).map(([table, print]) => [
          table,
          Number.parseInt(print, 10),
        ]),
      );
    const before = await count();
    await target.send(name, target.sides.home.samples[name] as Call, await target.cookieOf(senderFor(name)));
    for (const [table, rows] of Object.entries(await count()))
      if (table !== 'charge_diagnosis') expect(rows, table).toBeGreaterThanOrEqual(before[table] ?? 0);
  },
);

describe('a signature is of whoever holds the session', () => {
  test.each([
    { sender: 'physician', signed: true },
    { sender: 'coder', signed: false },
    { sender: 'front-desk', signed: false },
  ] as const)('a document by the $sender is signed: $signed', async ({ sender, signed }) => {
    const { encounterId } = target.sides.home.subjects;
    const call = {
      params: { encounterId },
      body: { kind: 'note', title: 'Later', text: 'Signed: Ada Example, MD.' },
    };
    const added = await target.send('addDocument', call, await target.cookieOf(sender));
    expect(added.status).toBe(200);
    const { documents } = routes.readEncounter.response.parse(
      (await target.send('readEncounter', { params: { encounterId } }, await target.cookieOf('physician')))
        .json,
    ) as { documents: { id: string; author: string; signedAt: string | null }[] };
    const document = documents.find(({ id }) => id === (added.json as { id: string }).id);
    expect(document).toMatchObject({ author: `Example ${sender}` });
    expect(document?.signedAt !== null).toBe(signed);
  });
});

describe('money is what the server counts', () => {
  const pay = async (body: object) =>
    target.send(
      'recordPayment',
      { params: { patientId: target.sides.home.subjects.patientId }, body },
      await target.cookieOf('biller'),
    );

  test.each([
    { what: 'more than is owed', body: { amountCents: 9_999_999_99, method: 'cash' } },
    { what: 'nothing', body: { amountCents: 0, method: 'cash' } },
    { what: 'less than nothing', body: { amountCents: -100, method: 'cash' } },
    { what: 'a part of a cent', body: { amountCents: 0.5, method: 'cash' } },
    { what: 'a text', body: { amountCents: '100', method: 'cash' } },
    { what: 'an amount past whole numbers', body: { amountCents: 1e300, method: 'cash' } },
    { what: 'a price of its own', body: { amountCents: 100, method: 'cash', balanceCents: 0 } },
  ])('a payment of $what is refused', async ({ body }) => {
    const before = await fingerprint(target.sides.home.world);
    expect((await pay(body)).status).toBe(400);
    expect(await fingerprint(target.sides.home.world)).toEqual(before);
  });

  test('a charge has the price of the fee schedule, whatever the request says', () => {
    // Whoever sets prices, takes money in or writes it off names an amount; a charge, a claim and the portal do not.
    const priced = routeNames.filter(
      (name) => /charge|claim|bill|statement/i.test(name) && name !== 'writeOffCharge',
    );
    const amounts = priced.flatMap((name) => placesOf(name).map((place) => `${name} ${placeName(place)}`));
    expect(amounts.length).toBeGreaterThan(20);
    expect(amounts.filter((place) => /cents|price|amount|balance/i.test(place))).toEqual([]);
  });
});
