import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Role, routes } from '@superbill/contract';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { loadStarter } from '@superbill/server/codesets/starter';
import { createLog } from '@superbill/server/log';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ApiClient, apiOf, type Heard } from '../api-client.ts';
import { testDatabase } from '../database.ts';
import { payerBox } from '../payer-box.ts';
import { aWorld, password } from '../world.ts';

/** Words that stand nowhere else: wherever one turns up, something of a patient has leaked. */
const canaries = {
  firstName: 'Quorrabelle',
  lastName: 'Zanthropov',
  birthDate: '1961-07-23',
  street: '9 Xylocarp Terrace',
  phone: '503-555-0173',
  memberId: 'EM739184652',
  noteWord: 'flibbertigibbet',
  question: 'kumquatology',
  payment: 'ZQ-CHECK-5581',
};
/** How each may be written: as typed, in capitals, as X12 writes a date. */
const traces = Object.values(canaries).flatMap((word) => [
  word,
  word.toUpperCase(),
  word.replaceAll('-', ''),
]);
const tracesIn = (text: string) => traces.filter((word) => text.includes(word));

const database = await testDatabase();
const world = await aWorld(database);
const logFile = join(mkdtempSync(join(tmpdir(), 'superbill-canary-')), 'server.log');
world.system.codeSets = openEditionStore('/nonexistent', loadStarter());
world.system.log = createLog({ file: logFile });
const payer = payerBox(world);

const heard: Heard[] = [];
const newClient = apiOf(world.system, (call) => heard.push(call));
const clients = new Map<Role, ApiClient>();

async function as(role: Role): Promise<ApiClient> {
  const client = clients.get(role) ?? newClient();
  if (!clients.has(role)) {
    await client.call(routes.signIn, { body: { login: world.login(role), password } });
    clients.set(role, client);
  }
  return client;
}

const note = `61 y/o, says it is all ${canaries.noteWord}. A/P: 1. Hypertension, not controlled. 2. Type 2 diabetes.`;
const patient = {
  firstName: canaries.firstName,
  lastName: canaries.lastName,
  birthDate: canaries.birthDate,
  sex: 'F',
  phone: canaries.phone,
  address: { line1: canaries.street, city: 'Exampleton', state: 'OR', zip: '97001' },
} as const;
const coverage = {
  payerId: world.payerId,
  benefitOrder: 1,
  memberId: canaries.memberId,
  relationship: 'self',
  effectiveFrom: '2026-01-01',
} as const;

/** A visit from registration to the patient's question, with every mistake on the way that people make. */
async function liveThrough(): Promise<void> {
  const desk = await as('front-desk');
  const { id: patientId } = await desk.call(routes.registerPatient, {
    body: { patient, coverages: [coverage] },
  });
  await desk.send(routes.registerPatient, { body: { patient } });
  await desk.send(routes.registerPatient, {
    body: { patient: { ...patient, birthDate: canaries.firstName } },
  });
  await desk.send(routes.registerPatient, { body: { patient: { ...patient, sex: canaries.lastName } } });
  await desk.send(routes.registerPatient, { body: { patient: { ...patient, [canaries.lastName]: 1 } } });
  await desk.send(routes.addCoverage, { params: { patientId }, body: coverage });
  const { id: encounterId } = await desk.call(routes.registerEncounter, {
    body: {
      patientId,
      practitionerId: world.practitionerId,
      locationId: world.locationId,
      serviceDate: '2027-03-15',
    },
  });

  const physician = await as('physician');
  const { id: documentId } = await physician.call(routes.addDocument, {
    params: { encounterId },
    body: { kind: 'note', title: `About ${canaries.lastName}`, text: note },
  });
  await physician.send(routes.addDocumentVersion, {
    params: { documentId },
    body: { text: note, reason: canaries.noteWord, afterVersion: 7 },
  });

  const coder = await as('coder');
  const { suggestions } = await coder.call(routes.suggestCodes, { params: { encounterId } });
  for (const { code, evidence } of suggestions) {
    await coder.call(routes.assignCode, {
      params: { encounterId },
      body: { code, origin: 'suggestion', evidence },
    });
  }
  const evidence = [{ documentId, version: 1, start: 0, end: 9, quote: canaries.noteWord }];
  await coder.send(routes.assignCode, {
    params: { encounterId },
    body: { code: 'J45.909', origin: 'search', evidence },
  });
  await coder.send(routes.assignCode, {
    params: { encounterId },
    body: { code: canaries.noteWord.slice(0, 10), origin: 'search', evidence },
  });
  const { id: queryId } = await coder.call(routes.askQuery, {
    params: { encounterId },
    body: { question: `Why ${canaries.noteWord}?`, options: [canaries.noteWord, 'No'] },
  });
  await physician.send(routes.answerQuery, { params: { queryId }, body: { option: canaries.question } });
  await physician.call(routes.answerQuery, { params: { queryId }, body: { option: canaries.noteWord } });
  await physician.send(routes.answerQuery, { params: { queryId }, body: { option: canaries.noteWord } });
  const { rowVersion, codes } = await coder.call(routes.readEncounter, { params: { encounterId } });
  await coder.call(routes.handOver, { params: { encounterId }, body: { rowVersion } });

  const biller = await as('biller');
  await biller.call(routes.addCharge, {
    params: { encounterId },
    body: { procedure: '99213', diagnoses: codes.slice(0, 4).map(({ id }) => id) },
  });
  const { id: claimId } = await biller.call(routes.createClaim, { params: { encounterId }, body: {} });
  const claim = await biller.call(routes.readClaim, { params: { claimId } });
  await biller.call(routes.submitClaim, {
    params: { claimId },
    body: { rowVersion: claim.rowVersion },
  });
  await biller.call(routes.transmitClaims, { body: {} });
  await payer.answer();
  const [payment] = await payer.pay();
  await spoiledFiles(biller, payment?.text ?? '');

  await biller.send(routes.recordPayment, {
    params: { patientId },
    body: { amountCents: 99_999_99, method: 'check', reference: canaries.payment },
  });
  const { link } = await biller.call(routes.createStatement, { params: { patientId } });
  const token = link.slice(link.indexOf('#') + 1);
  const visitor = newClient();
  await visitor.send(routes.openBill, { body: { token, birthDate: '1961-07-24' } });
  await visitor.send(routes.openBill, { body: { token, birthDate: `${canaries.birthDate}x` } });
  await visitor.call(routes.openBill, { body: { token, birthDate: canaries.birthDate } });
  await visitor.call(routes.askAboutBill, { body: { body: canaries.question } });
  const { messages } = await biller.call(routes.listMessages, { query: {} });
  await biller.call(routes.replyToMessage, {
    params: { messageId: messages[0]?.id ?? '' },
    body: { body: `Dear ${canaries.firstName}` },
  });
  await biller.call(routes.recordPayment, {
    params: { patientId },
    body: { amountCents: 100, method: 'check', reference: canaries.payment },
  });
  await visitor.send(routes.openBill, { body: { token, birthDate: canaries.birthDate } });
  await visitor.send(routes.readPatient, { params: { patientId } });
  await (await as('administrator')).send(routes.readPatient, { params: { patientId } });
}

/** The payer's file about our patient, damaged in ways that name a place. */
async function spoiledFiles(biller: ApiClient, text: string): Promise<void> {
  const spoiled = [
    text.slice(0, text.length / 2),
    text.replace(/TRN\*1\*[^*]+/, 'TRN*1*A').replace(/BPR\*I\*\d+/, 'BPR*I*7'),
    text.replace(/TRN\*1\*[^*]+/, 'TRN*1*B').replace(/CLP\*C\d+/, 'CLP*X999'),
    text.replace(/TRN\*1\*[^*]+/, 'TRN*1*C').replace(/(NM1\*QC\*1\*)/, '$1*'),
    text.replace('SE*', `ZZ*${canaries.lastName}~SE*`),
    canaries.lastName,
  ];
  for (const [index, content] of spoiled.entries())
    await biller.send(routes.receiveFile, { body: { fileName: `spoiled-${index}.835`, content } });
}

/** Fails in the middle of a use case with an error that quotes the record, as a careless library would. */
async function failInside(): Promise<void> {
  const system = {
    ...world.system,
    codeSets: {
      ...world.system.codeSets,
      editionFor: () => {
        throw new Error(`cannot parse "${note}"`);
      },
    },
  };
  const client = apiOf(system, (call) => heard.push(call))();
  await client.call(routes.signIn, { body: { login: world.login('coder'), password } });
  const { encounters } = await client.call(routes.listEncounters, { body: {} });
  const encounterId = encounters[0]?.id ?? '';
  const { status } = await client.send(routes.suggestCodes, { params: { encounterId } });
  expect(status).toBe(500);
}

describe('after a visit was lived through, with its mistakes', () => {
  beforeAll(async () => {
    await liveThrough();
    await failInside();
  });

  test('the canaries are where they belong: in what staff and patient read', () => {
    const answers = heard.filter(({ status }) => status === 200).map(({ answer }) => answer);
    for (const word of [canaries.lastName, canaries.noteWord, canaries.birthDate, canaries.question])
      expect(answers.some((answer) => answer.includes(word))).toBe(true);
  });

  test('the log names routes, and no patient', () => {
    const log = readFileSync(logFile, 'utf8');
    expect(log).toContain('/api/encounters/:encounterId/suggestions');
    expect(log).toContain('"failure"');
    expect(tracesIn(log)).toEqual([]);
    expect(log).not.toContain(password);
  });

  test('no refusal repeats what it refuses', () => {
    const refusals = heard.filter(({ status }) => status >= 400);
    expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([400, 401, 403, 409, 500]));
    expect(refusals.length).toBeGreaterThan(12);
    for (const { method, url, answer } of refusals)
      expect(tracesIn(answer), `${method} ${url}: ${answer}`).toEqual([]);
  });

  test('what is wrong with a file is said without its patient', async () => {
    const { files } = await (await as('biller')).call(routes.listInboundFiles, { query: {} });
    const problems = files.flatMap(({ problem }) => problem ?? []);
    expect(problems.length).toBeGreaterThanOrEqual(4);
    for (const problem of problems) expect(tracesIn(JSON.stringify(problem)), problem.code).toEqual([]);
  });

  test('no address of a record names its patient, and no link does', () => {
    for (const { url } of heard) expect(tracesIn(decodeURIComponent(url))).toEqual([]);
    const links = heard.flatMap(({ answer }) => answer.match(/"link":"([^"]+)"/)?.[1] ?? []);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(tracesIn(link)).toEqual([]);
  });

  test('the audit trail and the history of claims hold ids and codes alone', async () => {
    const kept = await world.as('supervisor', async ({ db }) => [
      ...(await db.selectFrom('audit_event').selectAll().execute()),
      ...(await db.selectFrom('claim_event').selectAll().execute()),
      ...(await db.selectFrom('interchange').select(['file_name', 'answer']).execute()),
    ]);
    expect(kept.length).toBeGreaterThan(30);
    expect(tracesIn(JSON.stringify(kept))).toEqual([]);
  });
});
