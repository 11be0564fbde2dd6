import { routes } from '@superbill/contract';
import { isoDate } from '@superbill/engines/model';
import { openEditionStore } from '@superbill/server/codesets/edition-store';
import { loadStarter } from '@superbill/server/codesets/starter';
import { verifyAll } from '@superbill/server/system/verify';
import { describe, expect, test } from 'vitest';
import { type ApiClient, apiOf, type Heard } from '../api-client.ts';
import { testDatabase } from '../database.ts';
import { leaksIn, rowsIn } from '../leaks.ts';
import { payerBox } from '../payer-box.ts';
import { aWorld, password } from '../world.ts';

const database = await testDatabase();
const world = await aWorld(database);
// Coded with what ships: the starter set.
world.system.codeSets = openEditionStore('/nonexistent', loadStarter());
const heard: Heard[] = [];
const newClient = apiOf(world.system, (call) => heard.push(call));
const payer = payerBox(world);

async function signedIn(role: Parameters<typeof world.login>[0]): Promise<ApiClient> {
  const client = newClient();
  await client.call(routes.signIn, { body: { login: world.login(role), password } });
  return client;
}

const note = [
  'HPI: 61 y/o here for follow-up of blood pressure. Denies chest pain.',
  'Strep throat was ruled out last week.',
  'A/P: 1. Hypertension, above goal at 152/94. Increase lisinopril. 2. Type 2 diabetes, stable on metformin.',
].join('\n');

/** One visit, told through the API alone. Each test is a chapter and stands on those before it. */
describe('one visit, from the note to the bill', () => {
  let patientId: string;
  let encounterId: string;
  let claimId: string;
  let link: string;
  let patientClient: ApiClient;

  test('the front desk registers the patient, the coverage and the visit', async () => {
    const desk = await signedIn('front-desk');
    ({ id: patientId } = await desk.call(routes.registerPatient, {
      body: {
        patient: {
          firstName: 'Rosa',
          lastName: 'Invented',
          birthDate: '1965-04-12',
          sex: 'F',
          address: { line1: '12 Made Up Lane', city: 'Exampleton', state: 'OR', zip: '97001' },
          language: 'es',
        },
        coverages: [
          {
            payerId: world.payerId,
            benefitOrder: 1,
            memberId: 'EM000000417',
            relationship: 'self',
            effectiveFrom: '2026-01-01',
          },
        ],
      },
    }));
    ({ id: encounterId } = await desk.call(routes.registerEncounter, {
      body: {
        patientId,
        practitionerId: world.practitionerId,
        locationId: world.locationId,
        serviceDate: '2027-03-15',
      },
    }));
    expect((await desk.send(routes.readEncounter, { params: { encounterId } })).status).toBe(403);
  });

  test('the physician writes the note, and the visit comes to the coder', async () => {
    const physician = await signedIn('physician');
    await physician.call(routes.addDocument, {
      params: { encounterId },
      body: { kind: 'note', title: 'Office visit', text: note },
    });
    const coder = await signedIn('coder');
    const { encounters } = await coder.call(routes.listEncounters, { body: { queue: 'coding' } });
    expect(encounters.map(({ id }) => id)).toEqual([encounterId]);
  });

  test('the coder accepts what the note says, asks what it does not say, and hands over', async () => {
    const coder = await signedIn('coder');
    const { suggestions } = await coder.call(routes.suggestCodes, { params: { encounterId } });
    expect(suggestions.map(({ code }) => code).sort()).toEqual(['E11.9', 'I10', 'Z79.84']);
    for (const { code, evidence, path, confidence } of suggestions) {
      for (const { start, end, quote } of evidence) expect(note.slice(start, end)).toBe(quote);
      await coder.call(routes.assignCode, {
        params: { encounterId },
        body: { code, origin: 'suggestion', evidence, path, confidence },
      });
    }
    const { id: queryId } = await coder.call(routes.askQuery, {
      params: { encounterId },
      body: {
        question: 'Is the diabetes controlled?',
        options: ['Controlled', 'Not controlled', 'Unable to determine'],
      },
    });
    const early = await coder.send(routes.handOver, { params: { encounterId }, body: { rowVersion: 1 } });
    expect(early).toMatchObject({ status: 409 });

    const physician = await signedIn('physician');
    const { queries } = await physician.call(routes.listQueries);
    expect(queries.map(({ id }) => id)).toEqual([queryId]);
    await physician.call(routes.answerQuery, { params: { queryId }, body: { option: 'Controlled' } });

    const { rowVersion, documents, queue } = await coder.call(routes.readEncounter, {
      params: { encounterId },
    });
    expect(queue).toBe('coding');
    expect(documents.at(-1)).toMatchObject({ kind: 'addendum', signedAt: expect.any(String) });
    await coder.call(routes.handOver, { params: { encounterId }, body: { rowVersion } });
  });

  test('the biller charges the visit; an edit holds the claim until the missing pointer is there', async () => {
    const biller = await signedIn('biller');
    const { codes } = await biller.call(routes.readEncounter, { params: { encounterId } });
    const diagnoses = codes.map(({ id }) => id);
    const { id: chargeId } = await biller.call(routes.addCharge, {
      params: { encounterId },
      body: { procedure: '99213', diagnoses: [] },
    });
    await biller.call(routes.addCharge, { params: { encounterId }, body: { procedure: '99396', diagnoses } });
    const held = await biller.call(routes.createClaim, { params: { encounterId }, body: {} });
    expect(held.state).toBe('held');
    claimId = held.id;
    const { findings } = await biller.call(routes.readClaim, { params: { claimId } });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'pointer-missing',
    ]);

    await biller.call(routes.changeCharge, {
      params: { encounterId, chargeId },
      body: { charge: { procedure: '99213', diagnoses }, rowVersion: 1 },
    });
    const { rowVersion } = await biller.call(routes.readClaim, { params: { claimId } });
    const submitted = await biller.call(routes.submitClaim, { params: { claimId }, body: { rowVersion } });
    expect(submitted.state).toBe('ready');
  });

  test('the claim goes out as 837P, and the payer takes it in with 999 and 277CA', async () => {
    const biller = await signedIn('biller');
    const { interchanges } = await biller.call(routes.transmitClaims, { body: {} });
    expect(interchanges).toMatchObject([{ state: 'sent', claims: 1, chargeCents: 37000 }]);
    const { content } = await biller.call(routes.readInterchange, {
      params: { interchangeId: interchanges[0]?.id ?? '' },
    });
    expect(content).toMatch(/^ISA\*.*~ST\*837\*/s);
    expect((await biller.send(routes.transmitClaims, { body: {} })).json).toMatchObject({
      code: 'claim.none-ready',
    });

    await payer.answer();
    const { state, events } = await biller.call(routes.readClaim, { params: { claimId } });
    expect(state).toBe('accepted');
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['999', '277CA']));
  });

  test('the 835 is posted once, however often it comes', async () => {
    const biller = await signedIn('biller');
    const [payment] = await payer.pay();
    const claim = await biller.call(routes.readClaim, { params: { claimId } });
    // The visit is allowed 110.00 with a copay of 25.00; the check-up is not covered by this plan.
    expect(claim.lines).toMatchObject([
      { procedure: '99213', paidCents: 8500, patientCents: 2500 },
      { procedure: '99396', paidCents: 0 },
    ]);
    const before = await biller.call(routes.readAccount, { params: { patientId } });
    const again = await biller.call(routes.receiveFile, {
      body: { fileName: 'again.835', content: payment?.text ?? '' },
    });
    expect(again.state).toBe('duplicate');
    const other = (payment?.text ?? '')
      .replace(/(\*)(\d{9})(\*0\*)/, '$1999999999$3')
      .replace(/(IEA\*1\*)\d{9}/, '$1999999999');
    const disguised = await biller.call(routes.receiveFile, {
      body: { fileName: 'other.835', content: other },
    });
    expect(disguised.state).toBe('duplicate');
    expect(await biller.call(routes.readAccount, { params: { patientId } })).toEqual(before);
  });

  test('a remittance that is damaged, unbalanced or not ours waits in a queue, and nothing of it is posted', async () => {
    const biller = await signedIn('biller');
    const before = await biller.call(routes.listRemits, { query: {} });
    const [sent] = (await biller.call(routes.listInboundFiles, { query: {} })).files.filter(
      ({ kind }) => kind === '835',
    );
    const { content } = await biller.call(routes.readInboundFile, {
      params: { inboundFileId: sent?.id ?? '' },
    });
    const cases = [
      { fileName: 'cut.835', content: content.slice(0, content.length / 2), code: 'file.damaged' },
      { fileName: 'page.835', content: '<html>maintenance</html>', code: 'file.not-x12' },
      {
        fileName: 'unbalanced.835',
        content: content.replace(/TRN\*1\*[^*]+\*/, 'TRN*1*OTHER*').replace(/BPR\*I\*85/, 'BPR*I*86'),
        code: 'remit.unbalanced',
      },
      {
        fileName: 'foreign.835',
        content: content.replace(/TRN\*1\*[^*]+\*/, 'TRN*1*FOREIGN*').replace(/CLP\*C\d+\*/, 'CLP*X999*'),
        code: 'remit.claim-unknown',
      },
    ];
    for (const { code, ...body } of cases) {
      const received = await biller.call(routes.receiveFile, { body });
      expect(received, body.fileName).toMatchObject({ state: 'waiting', problem: { code } });
      expect(received.problem?.nextStep).toBeTruthy();
    }
    expect(await biller.call(routes.listRemits, { query: {} })).toEqual(before);
    expect((await biller.call(routes.listInboundFiles, { query: {} })).waiting).toBe(cases.length);
  });

  test('the patient reads a bill that says why, in Spanish, and asks', async () => {
    const biller = await signedIn('biller');
    const statement = await biller.call(routes.createStatement, { params: { patientId } });
    link = statement.link;
    const token = link.slice(link.indexOf('#') + 1);
    patientClient = newClient();
    const wrong = await patientClient.send(routes.openBill, { body: { token, birthDate: '1965-04-13' } });
    expect(wrong).toMatchObject({ status: 401, json: { code: 'link.refused' } });
    await patientClient.call(routes.openBill, { body: { token, birthDate: '1965-04-12' } });
    const bill = await patientClient.call(routes.readBill, { query: {} });
    expect(bill.language).toBe('es');
    const [visit] = bill.lines;
    expect(visit).toMatchObject({
      priceCents: 15000,
      discountCents: 4000,
      insurancePaidCents: 8500,
      owedCents: 2500,
    });
    expect(visit?.reasons[0]).toMatch(/copago/i);
    await patientClient.call(routes.askAboutBill, {
      body: { statementLineId: visit?.id, body: '¿Por qué debo pagar esto?' },
    });
    const { messages } = await biller.call(routes.listMessages, { query: {} });
    expect(messages).toMatchObject([{ author: 'patient', body: '¿Por qué debo pagar esto?' }]);
    await biller.call(routes.replyToMessage, {
      params: { messageId: messages[0]?.id ?? '' },
      body: { body: 'Es el copago de su plan.' },
    });
    const { questions } = await patientClient.call(routes.readBill, { query: {} });
    expect(questions[0]?.replies).toMatchObject([{ body: 'Es el copago de su plan.' }]);
  });

  test('the link opens once, and a patient reaches nothing of the staff', async () => {
    const token = link.slice(link.indexOf('#') + 1);
    const second = await newClient().send(routes.openBill, { body: { token, birthDate: '1965-04-12' } });
    expect(second.json).toMatchObject({ code: 'link.refused' });
    expect((await patientClient.send(routes.readPatient, { params: { patientId } })).status).toBe(401);
  });

  test('why? walks from the line of the bill to the sentence in the note, and back', async () => {
    const biller = await signedIn('biller');
    const bill = await patientClient.call(routes.readBill, { query: {} });
    const trace = await biller.call(routes.readTrace, {
      params: { kind: 'statement-line', id: bill.lines[0]?.id ?? '' },
    });
    const sentence = trace.nodes.find(({ kind }) => kind === 'evidence');
    const { start = 0, end = 0, quote = '' } = sentence?.evidence ?? {};
    expect(note.slice(start, end)).toBe(quote);
    const kinds = new Set(trace.nodes.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['charge', 'claim-line', 'code', 'evidence', 'posting', 'remit-line', 'statement-line'].sort(),
    );
    const back = await biller.call(routes.readTrace, {
      params: { kind: 'evidence', id: sentence?.id ?? '' },
    });
    expect(back.nodes.some(({ kind, id }) => kind === 'statement-line' && id === bill.lines[0]?.id)).toBe(
      true,
    );
  });

  test('the books, the thread and the audit trail prove whole, and each look at the patient is on record', async () => {
    const { ok, checks } = await world.as('supervisor', verifyAll);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    const supervisor = await signedIn('supervisor');
    const { events } = await supervisor.call(routes.listAudit, { query: { patientId, limit: 500 } });
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['patient.register', 'code.assign', 'encounter.read', 'claim.read']),
    );
  });

  test('an unknown code, a heading and a code on words that do not stand there are refused', async () => {
    const { encounterId: other, documentId } = await aVisitToCode();
    const coder = await signedIn('coder');
    const evidence = [{ documentId, version: 1, start: 0, end: 12, quote: 'Hypertension' }];
    const send = (code: string, quote = 'Hypertension') =>
      coder.send(routes.assignCode, {
        params: { encounterId: other },
        body: { code, origin: 'search', evidence: evidence.map((span) => ({ ...span, quote })) },
      });
    expect((await send('Z99.99')).json).toMatchObject({ code: 'code.unknown', at: 'code' });
    expect((await send('E11')).json).toMatchObject({ code: 'code.not-billable' });
    expect((await send('I10', 'Hypotension!')).json).toMatchObject({ code: 'evidence.not-in-document' });
  });

  test('no address, refusal or row beside the records tells of her, and one that would is found', async () => {
    const ofRosa = ['Invented', '1965-04-12', '19650412', '12 Made Up Lane', 'EM000000417', 'lisinopril'];
    const leaks = async () => {
      const addresses = heard.map(({ url }) => ({ where: 'an address', text: url }));
      const refusals = heard.filter(({ status }) => status >= 400);
      const answers = refusals.map(({ url, answer }) => ({ where: `a refusal of ${url}`, text: answer }));
      return leaksIn([...addresses, ...answers, ...(await rowsIn(database))], ofRosa);
    };
    expect(heard.length).toBeGreaterThan(30);
    expect(await leaks()).toEqual([]);
    await world.as('biller', async (unit) =>
      unit.audit('record.read', { kind: 'patient', id: patientId, detail: { note: 'Call Ms. Invented' } }),
    );
    expect((await leaks()).join()).toContain('a row of audit_event says invented');
  });

  async function aVisitToCode() {
    const desk = await signedIn('front-desk');
    const { id } = await desk.call(routes.registerEncounter, {
      body: {
        patientId,
        practitionerId: world.practitionerId,
        locationId: world.locationId,
        serviceDate: isoDate('2027-03-16'),
      },
    });
    const { id: documentId } = await desk.call(routes.addDocument, {
      params: { encounterId: id },
      body: { kind: 'note', title: 'Visit', text: 'Hypertension.' },
    });
    return { encounterId: id, documentId };
  }
});
