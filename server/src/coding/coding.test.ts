import { isoDate } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient, aVisit } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { openEditionStore } from '../codesets/edition-store.ts';
import { loadStarter } from '../codesets/starter.ts';
import { addDocument, addDocumentVersion } from '../encounters/documents.ts';
import { returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { registerEncounter } from '../encounters/register-encounter.ts';
import { assignCode, orderCodes, removeCode } from './assign-code.ts';
import { rejectSuggestion, undoRejection } from './reject-suggestion.ts';
import { loadCodes } from './store.ts';
import { suggestCodes } from './suggest-codes.ts';

const database = await testDatabase();
const world = await aWorld(database);
const text = 'A/P: 1. Hypertension, stable. 2. Type 2 diabetes, stable. Strep throat was ruled out.';

/** A visit with a note, at the coder's desk. */
async function aNote(of: World = world) {
  const patientId = await aPatient(of);
  const encounterId = await of.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId: of.practitionerId,
      locationId: of.locationId,
      serviceDate: isoDate('2027-03-15'),
      setting: 'outpatient',
    }),
  );
  const documentId = await of.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text }),
  );
  return { encounterId, documentId };
}

const spanOf = (documentId: string, quote = 'Hypertension') => {
  const start = text.indexOf(quote);
  return { documentId, version: 1, start, end: start + quote.length, quote };
};

type CodeInput = Parameters<typeof assignCode>[2];
const assign = (encounterId: string, documentId: string, part: Partial<CodeInput> = {}) =>
  world.as('coder', (unit) =>
    assignCode(unit, encounterId, {
      system: 'icd10cm',
      code: 'I10',
      origin: 'suggestion',
      path: [],
      evidence: [spanOf(documentId)],
      ...part,
    }),
  );
const codesOf = async (encounterId: string) =>
  (await world.as('coder', (unit) => loadCodes(unit, encounterId))).map(({ code }) => code);

describe('a code', () => {
  test('is stored with who decided, when, by which edition and on which words', async () => {
    const { encounterId, documentId } = await aNote();
    await assign(encounterId, documentId, { path: ['Index: Hypertension'], confidence: 0.9 });
    const [code] = await world.as('coder', (unit) => loadCodes(unit, encounterId));
    expect(code).toMatchObject({
      code: 'I10',
      title: 'Essential (primary) hypertension',
      edition: 'test-2027',
      position: 1,
      origin: 'suggestion',
      path: ['Index: Hypertension'],
      decidedBy: 'Example coder',
      decidedAt: '2027-03-20T17:00:00.000Z',
      evidence: [spanOf(documentId)],
    });
  });

  test.each([
    { code: 'i10', refused: undefined },
    { code: 'E119', refused: undefined },
    { code: 'E11', refused: { code: 'code.not-billable', at: 'code' } },
    { code: 'I10.9', refused: { code: 'code.unknown', at: 'code' } },
    { code: 'Z99', refused: { code: 'code.unknown', at: 'code' } },
    { code: "I10' --", refused: { code: 'code.unknown', at: 'code' } },
  ])('$code: $refused', async ({ code, refused }) => {
    const { encounterId, documentId } = await aNote();
    if (refused) await expect(assign(encounterId, documentId, { code })).rejects.toMatchObject(refused);
    else expect(await assign(encounterId, documentId, { code })).toEqual(expect.any(String));
  });

  test('of a system that is not loaded says how to load it', async () => {
    const { encounterId, documentId } = await aNote();
    const attempt = assign(encounterId, documentId, { system: 'icd10pcs', code: '0DTJ4ZZ' });
    await expect(attempt).rejects.toMatchObject({
      code: 'code-set.missing',
      nextStep: expect.stringContaining('superbill codes import'),
    });
  });

  test('is on a visit once, however it is written and however often at once', async () => {
    const { encounterId, documentId } = await aNote();
    const outcomes = await Promise.allSettled(
      ['I10', 'i10', 'I10', ' I10'].map((code) => assign(encounterId, documentId, { code: code.trim() })),
    );
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason.code] : []));
    expect(refused).toEqual(Array(3).fill('code.already-assigned'));
    expect(await codesOf(encounterId)).toEqual(['I10']);
  });

  test('cannot be assigned once the visit is with the biller', async () => {
    const { encounterId, documentId } = await aVisit(world);
    const evidence = [{ documentId, version: 1, start: 0, end: 5, quote: 'Blood' }];
    await expect(assign(encounterId, documentId, { code: 'E11.9', evidence })).rejects.toMatchObject({
      code: 'encounter.wrong-queue',
    });
  });
});

describe('evidence', () => {
  test.each([
    { what: 'other words', change: { quote: 'Hypotension!' } },
    { what: 'the words one place off', change: { start: text.indexOf('ypert') } },
    { what: 'a span of nothing', change: { start: 5, end: 5, quote: '' } },
    { what: 'a span beyond the end', change: { start: text.length, end: text.length + 3, quote: '' } },
    { what: 'a span that runs backwards', change: { start: 12, end: 0, quote: '' } },
  ])('of $what is refused, and nothing is stored', async ({ change }) => {
    const { encounterId, documentId } = await aNote();
    const evidence = [spanOf(documentId), { ...spanOf(documentId), ...change }];
    await expect(assign(encounterId, documentId, { evidence })).rejects.toMatchObject({
      code: 'evidence.not-in-document',
      at: 'evidence.1',
    });
    expect(await codesOf(encounterId)).toEqual([]);
  });

  test('must be of a version that there is, and of this visit', async () => {
    const { encounterId, documentId } = await aNote();
    const other = await aNote();
    const attempt = (span: object) =>
      assign(encounterId, documentId, { evidence: [{ ...spanOf(documentId), ...span }] });
    await expect(attempt({ version: 2 })).rejects.toMatchObject({ code: 'document.not-found' });
    await expect(attempt({ documentId: other.documentId })).rejects.toMatchObject({
      code: 'evidence.not-in-document',
    });
  });

  test('may stand in a version that was corrected since', async () => {
    const { encounterId, documentId } = await aNote();
    await world.as('physician', (unit) =>
      addDocumentVersion(unit, documentId, { text: 'Nothing.', reason: 'Wrong patient', afterVersion: 1 }),
    );
    expect(await assign(encounterId, documentId)).toEqual(expect.any(String));
  });

  test('counts in UTF-16 units, as screens do', async () => {
    const { encounterId } = await aNote();
    const note = '👩‍⚕️ said: Hypertension';
    const documentId = await world.as('physician', (unit) =>
      addDocument(unit, encounterId, { kind: 'note', title: 'Emoji', text: note }),
    );
    const start = note.indexOf('Hyper');
    const evidence = [{ documentId, version: 1, start, end: start + 12, quote: 'Hypertension' }];
    expect(await assign(encounterId, documentId, { evidence })).toEqual(expect.any(String));
  });
});

describe('taking a code off', () => {
  const remove = (encounterId: string, codeId: string) =>
    world.as('coder', (unit) => removeCode(unit, encounterId, codeId));

  test('keeps the row, with who took it off; it can be assigned again', async () => {
    const { encounterId, documentId } = await aNote();
    const codeId = await assign(encounterId, documentId);
    await remove(encounterId, codeId);
    expect(await codesOf(encounterId)).toEqual([]);
    const row = await world.as('coder', ({ db }) =>
      db.selectFrom('code_assignment').selectAll().where('code_id', '=', codeId).executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ removed_by: world.staff.coder.userId, removed_at: world.system.clock.now() });
    await expect(remove(encounterId, codeId)).rejects.toMatchObject({ code: 'code.not-found' });
    expect(await assign(encounterId, documentId)).not.toBe(codeId);
  });

  test('is refused while a charge points at it', async () => {
    const { encounterId, codeIds } = await aVisit(world);
    const { row_version } = await world.as('biller', (unit) => lockEncounter(unit, encounterId));
    await world.as('biller', (unit) => returnToCoding(unit, encounterId, 'Check', row_version));
    await expect(remove(encounterId, codeIds[0] ?? '')).rejects.toMatchObject({ code: 'code.in-use' });
  });
});

describe('the order of codes', () => {
  async function threeCodes() {
    const { encounterId, documentId } = await aNote();
    const ids: string[] = [];
    for (const code of ['I10', 'E11.9', 'J02.0']) ids.push(await assign(encounterId, documentId, { code }));
    const order = (codeIds: string[]) => world.as('coder', (unit) => orderCodes(unit, encounterId, codeIds));
    return { encounterId, ids: ids as [string, string, string], order };
  }

  test('is as the coder puts it; the first is first-listed', async () => {
    const { encounterId, ids, order } = await threeCodes();
    await order([ids[2], ids[0], ids[1]]);
    expect(await codesOf(encounterId)).toEqual(['J02.0', 'I10', 'E11.9']);
  });

  test.each([
    { what: 'leaves one out', pick: ([a, b]: string[]) => [a, b] },
    { what: 'names one twice', pick: ([a, b]: string[]) => [a, b, b] },
    { what: 'names a stranger', pick: ([a, b]: string[]) => [a, b, world.payerId] },
  ])('that $what is refused', async ({ pick }) => {
    const { encounterId, ids, order } = await threeCodes();
    await expect(order(pick(ids) as string[])).rejects.toMatchObject({ code: 'row.changed' });
    expect(await codesOf(encounterId)).toEqual(['I10', 'E11.9', 'J02.0']);
  });
});

describe('suggestions', () => {
  // Suggested from what ships: the starter set.
  beforeAll(() => {
    world.system.codeSets = openEditionStore('/nonexistent', loadStarter());
  });
  const suggest = (encounterId: string) => world.as('coder', (unit) => suggestCodes(unit, encounterId));

  test('say where the coder stands with each', async () => {
    const { encounterId, documentId } = await aNote();
    await assign(encounterId, documentId);
    await world.as('coder', (unit) => rejectSuggestion(unit, encounterId, 'icd10cm', 'E11.9'));
    const { suggestions } = await suggest(encounterId);
    expect(suggestions.map(({ code, decision }) => [code, decision])).toEqual([
      ['I10', 'accepted'],
      ['E11.9', 'rejected'],
    ]);
    await world.as('coder', (unit) => undoRejection(unit, encounterId, 'E11.9'));
    expect((await suggest(encounterId)).suggestions[1]?.decision).toBe('open');
  });

  test('never become codes by themselves', async () => {
    const { encounterId } = await aNote();
    await suggest(encounterId);
    expect(await codesOf(encounterId)).toEqual([]);
  });

  test('stand on words that are there', async () => {
    const { encounterId } = await aNote();
    const { suggestions } = await suggest(encounterId);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const { evidence } of suggestions)
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  });

  test('say where they were read, and what the note rules out is told as not coded', async () => {
    const { encounterId } = await aNote();
    const call = { kind: 'note' as const, title: 'Call', text: 'A: Pneumonia was ruled out.' };
    await world.as('physician', (unit) => addDocument(unit, encounterId, call));
    const { suggestions, notCoded, firings } = await suggest(encounterId);
    for (const { section, sections, evidence } of suggestions) {
      expect(section).toEqual({ kind: 'assessment', heading: 'A/P' });
      expect(sections).toHaveLength(evidence.length);
    }
    expect(notCoded.map(({ code, assertion }) => [code, assertion])).toEqual([['J18.9', 'negated']]);
    expect(firings).toEqual([]);
  });

  test('propose the level of the visit, of a patient who was seen before as established', async () => {
    const { encounterId } = await aNote();
    const { evaluation } = await suggest(encounterId);
    expect(evaluation).toMatchObject({ code: '99212', by: 'mdm', place: 'office', patient: 'established' });
    expect(evaluation.open.join()).toContain('whether the patient is new');
    for (const { evidence } of evaluation.elements)
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);

    const patientId = await aPatient(world);
    const visitOn = (date: string) =>
      world.as('front-desk', (unit) =>
        registerEncounter(unit, {
          patientId,
          practitionerId: world.practitionerId,
          locationId: world.locationId,
          serviceDate: isoDate(date),
          setting: 'outpatient',
        }),
      );
    const [before, leapDay, later] = [
      await visitOn('2022-02-28'),
      await visitOn('2024-02-29'),
      await visitOn('2027-03-01'),
    ];
    const told = async (visit: string) => (await suggest(visit)).evaluation.open.join().includes('is new');
    expect([await told(before), await told(leapDay), await told(later)]).toEqual([true, false, true]);
  });
});
