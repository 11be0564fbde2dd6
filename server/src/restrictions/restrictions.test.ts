import { type Role, type Route, routes } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld, password } from '../../../test/world.ts';
import { openPatientSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import { sendLetters } from '../mail/letters.ts';
import { loadSummary } from '../patients/store.ts';
import { endRestriction, restrictRecord } from './restrict-record.ts';

const database = await testDatabase();
const world = await aWorld(database);
const of = await someSubjects(world);
const client = apiOf(world.system);
const samples = samplesOf(of);
const noon = '2027-03-20T17:00:00.000Z' as Instant;

async function signedIn(role: Role) {
  const api = client();
  await api.call(routes.signIn, { body: { login: world.login(role), password } });
  return api;
}
const [coder, biller, supervisor, auditor] = await Promise.all(
  (['coder', 'biller', 'supervisor', 'auditor'] as const).map(signedIn),
);
if (!coder || !biller || !supervisor || !auditor) throw new Error('somebody did not sign in');

const params = { patientId: of.patientId };
const why = { reason: 'coding', words: 'The visit of today' } as const;

/** Restricted anew each time, to the biller alone: nothing that was broken before counts. */
beforeEach(async () => {
  world.system.clock.set(noon);
  await world.as('supervisor', async (unit) => {
    await restrictRecord(unit, of.patientId, { kind: 'employee', readerIds: [world.staff.biller.userId] });
  });
});

describe('a restricted record', () => {
  const about: { name: keyof typeof samples; by: typeof coder }[] = [
    { name: 'readEncounter', by: coder },
    { name: 'readPatient', by: coder },
    { name: 'readDocumentVersion', by: coder },
    { name: 'suggestCodes', by: coder },
    { name: 'assignCode', by: coder },
    { name: 'readTrace', by: coder },
    { name: 'readClaim', by: supervisor },
    { name: 'readAccount', by: auditor },
    { name: 'readStatement', by: auditor },
  ];
  test.each(about)('is refused to whom it is not open: $name', async ({ name, by }) => {
    const refused = await by.send(routes[name] as Route, samples[name] as object);
    expect(refused).toMatchObject({
      status: 403,
      json: { code: 'record.restricted', at: of.patientId },
    });
  });

  test('keeps the files that it stands in closed too', async () => {
    const readerIds = [world.staff.coder.userId];
    await world.as('supervisor', (unit) => restrictRecord(unit, of.patientId, { kind: 'vip', readerIds }));
    const refused = await biller.send(routes.readInterchange, samples.readInterchange);
    expect(refused).toMatchObject({ status: 403, json: { code: 'record.restricted' } });
  });

  test('is open to whom it was opened', async () => {
    await biller.call(routes.readPatient, { params });
    await biller.call(routes.readClaim, { params: { claimId: of.claimId } });
  });

  test('is open to everybody again when the restriction ends', async () => {
    await world.as('supervisor', (unit) => endRestriction(unit, of.patientId));
    await coder.call(routes.readPatient, { params });
  });

  test('stands in lists as restricted, without content', async () => {
    const { patients } = await coder.call(routes.listPatients, { body: {} });
    const row = patients.find(({ id }) => id === of.patientId);
    expect(row).toEqual({
      id: of.patientId,
      recordNumber: '',
      firstName: '',
      lastName: '',
      birthDate: '1900-01-01',
      sex: 'U',
      restricted: true,
    });
    const { encounters } = await coder.call(routes.listEncounters, { body: {} });
    const visit = encounters.find(({ id }) => id === of.encounterId);
    expect(visit).toMatchObject({ practitionerName: '', payerName: null, chargeCents: 0 });
    expect(visit?.patient).toEqual(row);
    const { claims } = await supervisor.call(routes.listClaims, { body: {} });
    expect(claims.filter(({ patient }) => patient.id === of.patientId)).toMatchObject([
      { controlNumber: '', payerName: '', lastEvent: null, chargeCents: 0 },
      { controlNumber: '', payerName: '', lastEvent: null, chargeCents: 0 },
    ]);
    const whole = await biller.call(routes.listPatients, { body: {} });
    expect(whole.patients.find(({ id }) => id === of.patientId)?.lastName).not.toBe('');
  });

  test('hides nothing from the patient', async () => {
    const token = await world.as('biller', (unit) => openPatientSession(unit, of));
    const app = createApp(world.system, handlers);
    const bill = await app.request(routes.readBill.path, { headers: { cookie: `superbill_bill=${token}` } });
    expect(bill.status).toBe(200);
  });
});

describe('who breaks the glass', () => {
  test('reads for four hours, within the role, and is reviewed', async () => {
    const { openUntil } = await coder.call(routes.breakGlass, { params, body: why });
    expect(openUntil).toBe('2027-03-20T21:00:00.000Z');
    await coder.call(routes.readPatient, { params });
    // The role stays what it is: a coder sees no money.
    expect(await coder.send(routes.readAccount, { params })).toMatchObject({
      status: 403,
      json: { code: 'permission.missing' },
    });
    // Half an hour at a time, as sessions rest.
    world.system.clock.set('2027-03-20T21:00:00.000Z' as Instant);
    const later = await signedIn('coder');
    expect(await later.send(routes.readPatient, { params })).toMatchObject({
      json: { code: 'record.restricted' },
    });

    world.system.clock.set(noon);
    const { opened, toReview } = await supervisor.call(routes.listBrokenGlass);
    expect(toReview).toBe(opened.length);
    const mine = opened.find(({ patientId }) => patientId === of.patientId);
    expect(mine).toMatchObject({ user: { name: 'Example coder' }, hat: 'coder', ...why, review: null });
    expect(mine?.acts).toBeGreaterThan(0);
    const review = { params: { glassId: mine?.id ?? '' }, body: { outcome: 'appropriate' as const } };
    await supervisor.call(routes.reviewBrokenGlass, review);
    expect(await supervisor.send(routes.reviewBrokenGlass, review)).toMatchObject({ status: 409 });
  });

  test('is told by letter to the others who may review it, without a name', async () => {
    const { mailer } = world.system;
    const addresses = [
      ['supervisor', 'supervisor@example.org'],
      ['auditor', 'auditor@example.org'],
      ['coder', 'coder@example.org'],
    ] as const;
    for (const [role, email] of addresses)
      await world.as('administrator', ({ db }) =>
        db.updateTable('app_user').set({ email }).where('user_id', '=', world.staff[role].userId).execute(),
      );
    const told = async (by: typeof coder) => {
      await by.call(routes.breakGlass, { params, body: why });
      await sendLetters(world.system, world.organizationId);
      return mailer.letters.splice(0);
    };
    const letters = await told(coder);
    expect(letters.map(({ to }) => to).sort()).toEqual(['auditor@example.org', 'supervisor@example.org']);
    const person = await world.as('supervisor', (unit) => loadSummary(unit, of.patientId));
    for (const { subject, text } of letters) {
      expect(text).toContain('/break-glass');
      for (const word of [person.lastName, person.recordNumber, of.patientId, why.words, 'Example coder'])
        expect(subject + text).not.toContain(word);
    }
    expect((await told(supervisor)).map(({ to }) => to)).toEqual(['auditor@example.org']);
  });

  test('does not review it', async () => {
    await supervisor.call(routes.breakGlass, { params, body: { ...why, reason: 'audit' } });
    const { opened } = await supervisor.call(routes.listBrokenGlass);
    const own = opened.find(({ hat }) => hat === 'supervisor');
    const body = { outcome: 'appropriate' as const };
    expect(
      await supervisor.send(routes.reviewBrokenGlass, { params: { glassId: own?.id ?? '' }, body }),
    ).toMatchObject({ status: 403, json: { code: 'break-glass.own' } });
    await auditor.call(routes.reviewBrokenGlass, { params: { glassId: own?.id ?? '' }, body });
  });

  test('says why in at least ten characters, and only of a record that is restricted', async () => {
    const short = await coder.send(routes.breakGlass, { params, body: { ...why, words: 'because' } });
    expect(short).toMatchObject({ status: 400, json: { at: 'words' } });
    await world.as('supervisor', (unit) => endRestriction(unit, of.patientId));
    expect(await coder.send(routes.breakGlass, { params, body: why })).toMatchObject({
      status: 409,
      json: { code: 'restriction.none' },
    });
  });
});

test('only colleagues may be readers', async () => {
  const other = await aWorld(database);
  const set = world.as('supervisor', (unit) =>
    restrictRecord(unit, of.patientId, { kind: 'vip', readerIds: [other.staff.coder.userId] }),
  );
  await expect(set).rejects.toMatchObject({ code: 'user.unknown', at: 'readerIds' });
});
