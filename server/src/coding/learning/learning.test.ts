import { type Instant, isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/database.ts';
import { aPatient } from '../../../../test/visit.ts';
import { aWorld, type World } from '../../../../test/world.ts';
import { addDocument } from '../../encounters/documents.ts';
import { registerEncounter } from '../../encounters/register-encounter.ts';
import { assignCode, removeCode } from '../assign-code.ts';
import { rejectSuggestion, undoRejection } from '../reject-suggestion.ts';
import { suggestCodes } from '../suggest-codes.ts';
import { forgetAll, forgetPhrase, setLearning } from './change-learning.ts';
import { learnNow } from './learn-now.ts';
import { readLearning } from './read-learning.ts';

const database = await testDatabase();

const said = 'Pharyngitis hypertension';
const text = `A/P:\n1. Type 2 diabetes, stable.\n2. ${said}, stable.`;

async function aNote(world: World, note = text, patient?: string) {
  const patientId = patient ?? (await aPatient(world));
  const encounterId = await world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId: world.practitionerId,
      locationId: world.locationId,
      serviceDate: isoDate('2027-03-15'),
      setting: 'outpatient',
    }),
  );
  const documentId = await world.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text: note }),
  );
  return { encounterId, documentId, note, patientId };
}

type Note = Awaited<ReturnType<typeof aNote>>;

const tie = (world: World, { encounterId, documentId, note }: Note, code: string, quote = said) =>
  world.as('coder', (unit) => {
    const start = note.indexOf(quote);
    return assignCode(unit, encounterId, {
      system: 'icd10cm',
      code,
      origin: 'search',
      path: [],
      evidence: [{ documentId, version: 1, start, end: start + quote.length, quote }],
    });
  });
const reject = (world: World, { encounterId }: Note, code: string) =>
  world.as('coder', (unit) => rejectSuggestion(unit, encounterId, 'icd10cm', code));
const turn = (world: World, on: boolean) =>
  world.as('supervisor', (unit) => setLearning(unit, { on, languageModel: false }));
const learn = (world: World) => learnNow(world.system, world.staff.supervisor);
const read = (world: World) => world.as('supervisor', (unit) => readLearning(unit));
const suggest = async (world: World, { encounterId }: Note) =>
  world.as('coder', (unit) => suggestCodes(unit, encounterId));
const later = (world: World, minute: number) =>
  world.system.clock.set(`2027-03-20T18:${String(minute).padStart(2, '0')}:00.000Z` as Instant);

/** A practice where three coders' visits tied the same words to a check-up, which no index does. */
async function taught(): Promise<World> {
  const world = await aWorld(database);
  for (let visit = 0; visit < 3; visit++) await tie(world, await aNote(world), 'Z00.00');
  await turn(world, true);
  return world;
}

describe('while it is off', () => {
  test('nothing is learnt and nothing applied, whatever was decided', async () => {
    const world = await taught();
    await learn(world);
    const note = await aNote(world);
    const on = await suggest(world, note);
    await turn(world, false);
    const off = await suggest(world, note);
    expect(on.advice.learnt).toBe(1);
    expect(off.advice.learnt).toBeNull();
    expect(off.suggestions.map(({ code }) => code)).not.toContain('Z00.00');
    await expect(learn(world)).rejects.toMatchObject({ code: 'learning.off' });

    const other = await aWorld(database);
    const plain = await suggest(other, await aNote(other));
    const structure = ({ suggestions }: typeof plain) =>
      suggestions.map(({ code, confidence, path, primary }) => ({ code, confidence, path, primary }));
    expect(structure(off)).toEqual(structure(plain));
  });
});

describe('what coders decide', () => {
  test('brings the code where the words are said again, with the visits behind it', async () => {
    const world = await taught();
    expect(await read(world)).toMatchObject({ on: true, model: null, newDecisions: 3 });
    expect(await learn(world)).toBe(1);
    expect(await read(world)).toMatchObject({
      model: {
        version: 1,
        learntBy: 'Example supervisor',
        visits: 3,
        accepted: 3,
        rejected: 0,
        phrases: [{ phrase: said.toLowerCase(), code: 'Z00.00', accepted: 3, rejected: 0, offered: true }],
        weights: [],
      },
      newDecisions: 0,
    });
    const note = await aNote(world);
    const found = (await suggest(world, note)).suggestions.find(({ code }) => code === 'Z00.00');
    expect(found).toMatchObject({ evidence: [{ quote: said }], decision: 'open' });
    expect(found?.path.join(' ')).toContain('accepted 3 of 3 times');
  });

  test('counts against a phrase when what it brought is rejected', async () => {
    const world = await taught();
    await learn(world);
    for (let visit = 0; visit < 2; visit++) await reject(world, await aNote(world), 'Z00.00');
    await learn(world);
    expect((await read(world)).model?.phrases).toMatchObject([{ accepted: 3, rejected: 2, offered: false }]);
    const { suggestions } = await suggest(world, await aNote(world));
    expect(suggestions.map(({ code }) => code)).not.toContain('Z00.00');
  });

  test('counts no more once it is taken back', async () => {
    const world = await aWorld(database);
    await turn(world, true);
    const notes = [await aNote(world), await aNote(world)] as const;
    const codeIds = [await tie(world, notes[0], 'Z00.00'), await tie(world, notes[1], 'Z00.00')];
    await reject(world, notes[0], 'I10');
    await world.as('coder', (unit) => undoRejection(unit, notes[0].encounterId, 'I10'));
    await world.as('coder', (unit) => removeCode(unit, notes[0].encounterId, codeIds[0] ?? ''));
    await learn(world);
    expect((await read(world)).model).toMatchObject({ accepted: 1, rejected: 0, phrases: [] });
  });

  test('teaches nothing from one patient alone', async () => {
    const world = await aWorld(database);
    await turn(world, true);
    const first = await aNote(world);
    await tie(world, first, 'Z00.00');
    await tie(world, await aNote(world, text, first.patientId), 'Z00.00');
    await learn(world);
    expect((await read(world)).model?.phrases).toEqual([]);
  });

  test('teaches no words with a name that the practice knows', async () => {
    const world = await aWorld(database);
    await turn(world, true);
    for (let visit = 0; visit < 2; visit++) {
      const note = await aNote(world);
      await world.as('front-desk', ({ db }) =>
        db
          .updateTable('patient')
          .set({ last_name: 'Pharyngitis' })
          .where('patient_id', '=', note.patientId)
          .execute(),
      );
      await tie(world, note, 'Z00.00');
    }
    await learn(world);
    expect((await read(world)).model).toMatchObject({ accepted: 2, phrases: [] });
  });

  test('stores no other word of a record', async () => {
    const world = await aWorld(database);
    await turn(world, true);
    const secret = 'Quackenbush seen 3/14/2027 for hypertension';
    for (let visit = 0; visit < 3; visit++)
      await tie(world, await aNote(world, `A/P:\n1. ${secret}.`), 'I10', secret);
    await learn(world);
    const stored = await world.as('supervisor', ({ db }) =>
      db.selectFrom('learnt_model').select('content').executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(stored)).not.toMatch(/quackenbush|2027|seen/i);
  });

  test('can be learnt again and gives the same', async () => {
    const world = await taught();
    await learn(world);
    const before = (await read(world)).model;
    expect(await learn(world)).toBe(2);
    expect((await read(world)).model).toEqual({ ...before, version: 2 });
  });

  test('stays with its practice', async () => {
    const world = await taught();
    await learn(world);
    const other = await aWorld(database);
    await turn(other, true);
    expect(await read(other)).toMatchObject({ model: null, newDecisions: 0 });
    expect((await suggest(other, await aNote(other))).advice.learnt).toBeNull();
  });
});

describe('forgetting', () => {
  const phrase = { phrase: said.toLowerCase(), code: 'Z00.00' };

  test('one phrase takes it away at once, and from what is learnt of the same decisions', async () => {
    const world = await taught();
    await learn(world);
    later(world, 1);
    await world.as('supervisor', (unit) => forgetPhrase(unit, phrase));
    expect((await read(world)).model?.phrases).toEqual([]);
    await learn(world);
    expect((await read(world)).model).toMatchObject({ accepted: 3, phrases: [] });
    later(world, 2);
    for (let visit = 0; visit < 2; visit++) await tie(world, await aNote(world), 'Z00.00');
    await learn(world);
    expect((await read(world)).model?.phrases).toMatchObject([{ accepted: 2 }]);
  });

  test('everything leaves nothing, and later decisions teach anew', async () => {
    const world = await taught();
    await learn(world);
    later(world, 1);
    await world.as('supervisor', (unit) => forgetAll(unit));
    expect(await read(world)).toMatchObject({ on: true, model: null, newDecisions: 0 });
    await learn(world);
    expect((await read(world)).model).toMatchObject({ accepted: 0, phrases: [], weights: [] });
    const stored = await world.as('supervisor', ({ db }) =>
      db.selectFrom('learnt_model').select('content').executeTakeFirstOrThrow(),
    );
    expect(JSON.stringify(stored)).not.toContain('pharyngitis');
  });
});

test('every change is audited, without the words', async () => {
  const world = await taught();
  await learn(world);
  await world.as('supervisor', (unit) => forgetPhrase(unit, { phrase: 'strep throat', code: 'J02.0' }));
  await world.as('administrator', (unit) => forgetAll(unit));
  const acts = await world.as('supervisor', ({ db }) =>
    db
      .selectFrom('audit_event')
      .select(['action', 'hat', 'detail'])
      .where('action', 'like', 'learning.%')
      .orderBy('sequence')
      .execute(),
  );
  expect(acts).toEqual([
    { action: 'learning.set', hat: 'supervisor', detail: { learning: true, languageModel: false } },
    {
      action: 'learning.learn',
      hat: 'supervisor',
      detail: { version: 1, visits: 3, accepted: 3, rejected: 0, phrases: 1, weights: 0 },
    },
    { action: 'learning.forget-phrase', hat: 'supervisor', detail: { code: 'J02.0' } },
    { action: 'learning.forget-all', hat: 'administrator', detail: {} },
  ]);
});
