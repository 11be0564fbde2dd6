import { routes } from '@superbill/contract';
import { type Instant, isoDate } from '@superbill/engines/model';
import { beforeEach, expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { createStatement } from '../statements/create-statement.ts';
import { issueLink } from '../statements/links.ts';
import { addProxy, endProxy } from './change-proxy.ts';

const database = await testDatabase();
const world = await aWorld(database);
const client = apiOf(world.system);
const born = isoDate('1955-06-07');
const authority = {
  firstName: 'Pat',
  lastName: 'Guardian',
  birthDate: born,
  kind: 'guardian',
  document: 'Court order 17',
  effectiveFrom: isoDate('2027-01-01'),
} as const;

beforeEach(() => world.system.clock.set('2027-03-20T17:00:00.000Z' as Instant));

async function aBillForProxy(part: Partial<{ effectiveTo: ReturnType<typeof isoDate> }> = {}) {
  const { patientId } = await aVisit(world, { covered: false });
  const { id: statementId } = await world.as('biller', (unit) => createStatement(unit, patientId));
  const proxyId = await world.as('front-desk', (unit) =>
    addProxy(unit, patientId, { ...authority, ...part }),
  );
  const link = await world.as('biller', (unit) => issueLink(unit, statementId, proxyId));
  return { patientId, statementId, proxyId, token: link.slice('/bill#'.length) };
}

const open = async (token: string, birthDate = born) => {
  const api = client();
  return { api, ...(await api.send(routes.openBill, { body: { token, birthDate } })) };
};

test('a proxy opens the bill with the own birth date and is named on it', async () => {
  const { token, proxyId, patientId } = await aBillForProxy();
  expect(await open(token, isoDate('1980-05-17'))).toMatchObject({ json: { code: 'link.refused' } });
  const { api, status } = await open(token);
  expect(status).toBe(200);
  expect(await api.call(routes.readBill)).toMatchObject({ readBy: 'Pat Guardian' });
  await api.call(routes.askAboutBill, { body: { body: 'Why this?' } });
  const acts = await world.as('auditor', ({ db }) =>
    db
      .selectFrom('audit_event')
      .select(['action', 'hat', 'user_id', 'detail'])
      .where('patient_id', '=', patientId)
      .where('hat', '=', 'proxy')
      .orderBy('sequence')
      .execute(),
  );
  expect(acts).toEqual([
    { action: 'bill.read', hat: 'proxy', user_id: null, detail: { proxy: proxyId } },
    { action: 'bill.ask', hat: 'proxy', user_id: null, detail: { proxy: proxyId } },
  ]);
});

test('a session ends in the middle when the authority is taken back', async () => {
  const { token, proxyId, patientId } = await aBillForProxy();
  const { api } = await open(token);
  await api.call(routes.readBill);
  await world.as('front-desk', (unit) => endProxy(unit, patientId, proxyId));
  expect(await api.send(routes.readBill)).toMatchObject({ status: 401 });
});

test('a session ends when the last day of the authority is over', async () => {
  const { token } = await aBillForProxy({ effectiveTo: isoDate('2027-03-20') });
  // Half an hour before midnight in Oregon, and after it.
  world.system.clock.set('2027-03-21T06:30:00.000Z' as Instant);
  const { api, status } = await open(token);
  expect(status).toBe(200);
  world.system.clock.set('2027-03-21T07:00:00.000Z' as Instant);
  expect(await api.send(routes.readBill)).toMatchObject({ status: 401 });
});

test('no link is made for whose authority has not begun, ended, or is over another patient', async () => {
  const mine = await aBillForProxy();
  const theirs = await aBillForProxy();
  const make = (statementId: string, proxyId: string) =>
    world.as('biller', (unit) => issueLink(unit, statementId, proxyId));
  await expect(make(mine.statementId, theirs.proxyId)).rejects.toMatchObject({ code: 'proxy.not-found' });
  const later = await world.as('front-desk', (unit) =>
    addProxy(unit, mine.patientId, { ...authority, effectiveFrom: isoDate('2027-06-01') }),
  );
  await expect(make(mine.statementId, later)).rejects.toMatchObject({ code: 'proxy.not-in-force' });
  await world.as('front-desk', (unit) => endProxy(unit, mine.patientId, mine.proxyId));
  await expect(make(mine.statementId, mine.proxyId)).rejects.toMatchObject({ code: 'proxy.not-in-force' });
  expect(await open(mine.token)).toMatchObject({ json: { code: 'link.refused' } });
});

test("the patient's own link lives on beside a proxy's", async () => {
  const { statementId, token } = await aBillForProxy();
  const own = await world.as('biller', (unit) => issueLink(unit, statementId));
  expect((await open(own.slice('/bill#'.length), isoDate('1980-05-17'))).status).toBe(200);
  expect((await open(token)).status).toBe(200);
});

test('the patient reads who looked at the record, by role and day', async () => {
  const { token, patientId } = await aBillForProxy();
  await world.as('coder', async (unit) => unit.audit('encounter.read', { kind: 'encounter', patientId }));
  const { api } = await open(token);
  const { entries } = await api.call(routes.readAccessLog);
  expect(entries).toContainEqual({
    on: '2027-03-20',
    role: 'coder',
    what: 'visit',
    times: expect.any(Number),
    changed: expect.any(Boolean),
    brokeGlass: false,
  });
  const text = JSON.stringify(entries);
  expect(text).not.toContain('Example coder');
  expect(text).not.toContain(world.staff.coder.userId);
});
