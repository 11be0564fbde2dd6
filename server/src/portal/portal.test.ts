import { type Instant, isoDate } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit, type VisitPart } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import type { PatientActor } from '../auth/actors.ts';
import { findPatientSession } from '../auth/sessions.ts';
import { issueToken } from '../auth/tokens.ts';
import { replyToMessage } from '../messages/reply-to-message.ts';
import { loadMessages } from '../messages/store.ts';
import { createStatement } from '../statements/create-statement.ts';
import { issueLink } from '../statements/links.ts';
import { type Work, work } from '../work.ts';
import { askAboutBill } from './ask-about-bill.ts';
import { openBill } from './open-bill.ts';
import { readBill } from './read-bill.ts';

const database = await testDatabase();
const world = await aWorld(database);
const born = isoDate('1980-05-17');
const otherDay = isoDate('1980-05-18');

/** A bill of a patient without coverage, with the token of its link. */
async function aBill(of: World = world, part: VisitPart = {}) {
  const { patientId } = await aVisit(of, { covered: false, ...part });
  const statement = await of.as('biller', (unit) => createStatement(unit, patientId));
  return { patientId, statementId: statement.id, token: await aLink(of, statement.id) };
}

async function aLink(of: World, statementId: string): Promise<string> {
  const link = await of.as('biller', (unit) => issueLink(unit, statementId));
  return link.slice('/bill#'.length);
}

async function sessionOf(token: string, of: World = world): Promise<PatientActor> {
  const actor = await findPatientSession(of.system, token);
  if (!actor) throw new Error('no session');
  return actor;
}

const asPatient = <T>(actor: PatientActor, run: (unit: Work) => Promise<T>) => work(world.system, actor, run);

const setClock = (now: string) => world.system.clock.set(now as Instant);

beforeEach(() => setClock('2027-03-20T17:00:00.000Z'));

describe('a link', () => {
  test('opens its bill once', async () => {
    const { token, statementId, patientId } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    expect(actor).toMatchObject({ statementId, patientId, hat: 'patient', userId: null });
    await expect(openBill(world.system, token, born)).rejects.toMatchObject({ code: 'link.refused' });
  });

  test('opens one session even when it is used twice at the same moment', async () => {
    const { token } = await aBill();
    const outcomes = await Promise.allSettled([
      openBill(world.system, token, born),
      openBill(world.system, token, born),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is dead after five wrong birth dates, for the right one too', async () => {
    const { token } = await aBill();
    const codes: string[] = [];
    for (let n = 0; n < 5; n += 1)
      await openBill(world.system, token, otherDay).catch(({ code }) => codes.push(code));
    expect(codes).toEqual([...Array(4).fill('link.refused'), 'link.locked']);
    await expect(openBill(world.system, token, born)).rejects.toMatchObject({ code: 'link.locked' });
  });

  test('four wrong birth dates are forgiven', async () => {
    const { token } = await aBill();
    for (let n = 0; n < 4; n += 1) await openBill(world.system, token, otherDay).catch(() => {});
    await expect(openBill(world.system, token, born)).resolves.toBeTypeOf('string');
  });

  test('ends after 60 days', async () => {
    const { token } = await aBill();
    setClock('2027-05-19T16:59:59.000Z');
    const { token: other } = await aBill(world, { serviceDate: '2027-03-15' });
    setClock('2027-05-19T17:00:00.000Z');
    await expect(openBill(world.system, token, born)).rejects.toMatchObject({ code: 'link.refused' });
    await expect(openBill(world.system, other, born)).resolves.toBeTypeOf('string');
  });

  test('ends when a new one is made', async () => {
    const { token, statementId } = await aBill();
    const renewed = await aLink(world, statementId);
    await expect(openBill(world.system, token, born)).rejects.toMatchObject({ code: 'link.refused' });
    await expect(openBill(world.system, renewed, born)).resolves.toBeTypeOf('string');
  });

  test('that does not exist gets the answer of a wrong birth date, in the same time', async () => {
    const { token } = await aBill();
    const timed = async (tried: string) => {
      const started = performance.now();
      const error = await openBill(world.system, tried, otherDay).catch((refusal) => refusal);
      return { problem: error.toProblem(), ms: performance.now() - started };
    };
    const wrong = await timed(token);
    for (const unknown of [
      issueToken(world.organizationId).token,
      issueToken('01900000-0000-7000-8000-000000000000').token,
      'not a token at all',
    ]) {
      const { problem, ms } = await timed(unknown);
      expect(problem).toEqual(wrong.problem);
      expect(ms).toBeGreaterThan(245);
    }
    expect(wrong.ms).toBeGreaterThan(245);
  });
});

describe('an opened bill', () => {
  test("speaks the patient's language unless another is asked for", async () => {
    const { token } = await aBill(world, { language: 'es' });
    const actor = await sessionOf(await openBill(world.system, token, born));
    const spanish = await asPatient(actor, (unit) => readBill(unit, actor, undefined));
    expect(spanish).toMatchObject({
      language: 'es',
      patientFirstName: 'Sally',
      balanceCents: 15000,
      lines: [
        {
          wording: 'Consulta médica',
          reasons: ['No tenemos un seguro suyo para esta consulta, así que usted debe el precio de $150.00.'],
        },
      ],
    });
    const english = await asPatient(actor, (unit) => readBill(unit, actor, 'en'));
    expect(english.lines[0]?.wording).toBe('Office visit');
  });

  test('holds no id of the patient and no date of birth', async () => {
    const { token, patientId } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    const text = JSON.stringify(await asPatient(actor, (unit) => readBill(unit, actor, undefined)));
    expect(text).not.toContain(patientId);
    expect(text).not.toContain(born);
  });

  test('ends after an hour', async () => {
    const { token } = await aBill();
    const session = await openBill(world.system, token, born);
    setClock('2027-03-20T17:59:59.000Z');
    expect(await findPatientSession(world.system, session)).not.toBeNull();
    setClock('2027-03-20T18:00:00.000Z');
    expect(await findPatientSession(world.system, session)).toBeNull();
  });

  test("of another practice is not there for this practice's session", async () => {
    const other = await aWorld(database);
    const foreign = await aBill(other);
    const { token } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    const forged = { ...actor, statementId: foreign.statementId, patientId: foreign.patientId };
    await expect(asPatient(forged, (unit) => readBill(unit, forged, undefined))).rejects.toThrow(/no result/);
    const moved = await findPatientSession(world.system, foreign.token);
    expect(moved).toBeNull();
  });
});

describe('a question about a bill', () => {
  test('lands with the billers, and the answer comes back with the bill', async () => {
    const { token, statementId, patientId } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    const [line] = (await asPatient(actor, (unit) => readBill(unit, actor, 'en'))).lines;
    const lineId = line?.id ?? '';
    const id = await asPatient(actor, (unit) =>
      askAboutBill(unit, actor, { statementLineId: lineId, body: 'Was this not covered?' }),
    );
    const open = await world.as('biller', (unit) => loadMessages(unit, { state: 'open' }));
    expect(open.filter((message) => message.patient.id === patientId)).toMatchObject([
      {
        id,
        statementId,
        lineWording: 'Office visit',
        author: 'patient',
        body: 'Was this not covered?',
        replies: [],
      },
    ]);

    await world.as('biller', (unit) => replyToMessage(unit, id, 'You had no plan on that day.'));
    const bill = await asPatient(actor, (unit) => readBill(unit, actor, 'en'));
    expect(bill.questions).toMatchObject([
      { id, statementLineId: lineId, replies: [{ body: 'You had no plan on that day.' }] },
    ]);
    const still = await world.as('biller', (unit) => loadMessages(unit, { state: 'open' }));
    expect(still.map((message) => message.id)).not.toContain(id);
  });

  test('sent twice is one question', async () => {
    const { token } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    const ask = () => asPatient(actor, (unit) => askAboutBill(unit, actor, { body: 'Why?' }));
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(first).toBe(second);
  });

  test("may not be about a line of somebody else's bill", async () => {
    const mine = await aBill();
    const theirs = await aBill();
    const actor = await sessionOf(await openBill(world.system, mine.token, born));
    const other = await sessionOf(await openBill(world.system, theirs.token, born));
    const [line] = (await asPatient(other, (unit) => readBill(unit, other, 'en'))).lines;
    const ask = asPatient(actor, (unit) =>
      askAboutBill(unit, actor, { statementLineId: line?.id ?? '', body: 'Why?' }),
    );
    await expect(ask).rejects.toMatchObject({ code: 'statement.not-found', at: 'statementLineId' });
  });

  test('of another practice cannot be answered', async () => {
    const { token } = await aBill();
    const actor = await sessionOf(await openBill(world.system, token, born));
    const id = await asPatient(actor, (unit) => askAboutBill(unit, actor, { body: 'Why?' }));
    const other = await aWorld(database);
    const reply = other.as('biller', (unit) => replyToMessage(unit, id, 'Because.'));
    await expect(reply).rejects.toMatchObject({ code: 'message.not-found' });
  });
});
