import { isoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient, aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { assignCode } from '../coding/assign-code.ts';
import { loadCodes } from '../coding/store.ts';
import {
  addDocument,
  addDocumentVersion,
  loadDocument,
  loadDocuments,
  loadObservations,
} from './documents.ts';
import { handOver, returnToCoding } from './hand-over.ts';
import { listEncounters } from './list-encounters.ts';
import { loadEncounter } from './load-encounter.ts';
import { lockEncounter } from './queue.ts';
import { registerEncounter } from './register-encounter.ts';

const world = await aWorld(await testDatabase());
let patientId = '';
beforeAll(async () => {
  patientId = await aPatient(world);
});

const anEncounter = (part: Partial<Parameters<typeof registerEncounter>[1]> = {}) =>
  world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId: world.practitionerId,
      locationId: world.locationId,
      serviceDate: isoDate('2027-03-15'),
      setting: 'outpatient',
      ...part,
    }),
  );

type DocumentInput = Parameters<typeof addDocument>[2];
const aDocument = (encounterId: string, part: Partial<DocumentInput> = {}) =>
  world.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text: 'Hypertension, stable.', ...part }),
  );

const correct = (documentId: string, text: string, afterVersion = 1) =>
  world.as('physician', (unit) =>
    addDocumentVersion(unit, documentId, { text, reason: 'Dictation', afterVersion }),
  );

const standing = (encounterId: string) => world.as('coder', (unit) => lockEncounter(unit, encounterId));

describe('a visit', () => {
  test.each([
    { part: { serviceDate: isoDate('2027-03-20') }, refused: undefined },
    { part: { serviceDate: isoDate('2027-03-21') }, refused: { code: 'request.invalid', at: 'serviceDate' } },
    {
      part: { patientId: '01900000-0000-7000-8000-000000000000' },
      refused: { code: 'patient.not-found', at: 'patientId' },
    },
    {
      part: { practitionerId: '01900000-0000-7000-8000-000000000000' },
      refused: { code: 'practice.not-found', at: 'practitionerId' },
    },
    {
      part: { locationId: '01900000-0000-7000-8000-000000000000' },
      refused: { code: 'practice.not-found', at: 'locationId' },
    },
  ])('registered with $part: $refused', async ({ part, refused }) => {
    if (refused) await expect(anEncounter(part)).rejects.toMatchObject(refused);
    else expect(await anEncounter(part)).toEqual(expect.any(String));
  });

  test.each([
    { kind: 'note', queue: 'coding' },
    { kind: 'report', queue: 'coding' },
    { kind: 'result', queue: 'documentation' },
    { kind: 'problem-list', queue: 'documentation' },
  ] as const)('that waits for its note stands in $queue after a $kind', async ({ kind, queue }) => {
    const encounterId = await anEncounter();
    await aDocument(encounterId, { kind });
    expect((await standing(encounterId)).queue).toBe(queue);
  });

  test('is in exactly one queue, and the worklist counts each once', async () => {
    const { encounters, counts } = await world.as('coder', (unit) =>
      listEncounters(unit, { search: '', limit: 500 }),
    );
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(encounters.length);
    expect(new Set(encounters.map(({ id }) => id)).size).toBe(encounters.length);
  });

  test('shows the coverages in force on its day only', async () => {
    const before = await anEncounter({ serviceDate: isoDate('2025-12-31') });
    const first = await anEncounter({ serviceDate: isoDate('2026-01-01') });
    const coverages = async (id: string) =>
      (await world.as('coder', (unit) => loadEncounter(unit, id))).coverages.length;
    expect([await coverages(before), await coverages(first)]).toEqual([0, 1]);
  });
});

describe('handing over', () => {
  test('needs a code, and nobody who changed the visit meanwhile', async () => {
    const encounterId = await anEncounter();
    await aDocument(encounterId);
    const { row_version } = await standing(encounterId);
    const hand = (version: number) => world.as('coder', (unit) => handOver(unit, encounterId, version));
    await expect(hand(row_version)).rejects.toMatchObject({ code: 'encounter.no-codes' });
    await expect(hand(row_version - 1)).rejects.toMatchObject({ code: 'row.changed' });
  });

  test('back and forth keeps the reason where it is read', async () => {
    const { encounterId } = await aVisit(world);
    const { row_version } = await standing(encounterId);
    await world.as('biller', (unit) => returnToCoding(unit, encounterId, 'Which side?', row_version));
    const back = await standing(encounterId);
    expect(back).toMatchObject({ queue: 'coding', return_reason: 'Which side?' });
    await world.as('coder', (unit) => handOver(unit, encounterId, back.row_version));
    expect(await standing(encounterId)).toMatchObject({ queue: 'billing', return_reason: null });
    const again = world.as('coder', (unit) => handOver(unit, encounterId, back.row_version + 1));
    await expect(again).rejects.toMatchObject({ code: 'encounter.wrong-queue' });
  });
});

describe('a document', () => {
  test('is corrected by a new version; the old one stays word for word', async () => {
    const documentId = await aDocument(await anEncounter());
    expect(await correct(documentId, 'Hypertension, not stable.')).toBe(2);
    const version = (number?: number) => world.as('coder', (unit) => loadDocument(unit, documentId, number));
    expect(await version(1)).toMatchObject({ version: 1, versions: 2, text: 'Hypertension, stable.' });
    expect(await version()).toMatchObject({ version: 2, text: 'Hypertension, not stable.' });
    await expect(version(3)).rejects.toMatchObject({ code: 'document.not-found' });
  });

  test.each(['update document_version set text = $$x$$', 'delete from document_version'])(
    'cannot be changed behind our back: %s',
    async (statement) => {
      const attempt = world.as('physician', ({ db }) => sql.raw(statement).execute(db));
      await expect(attempt).rejects.toThrow(/permission denied/);
    },
  );

  test('corrected by several at once gets one new version; the others look again', async () => {
    const documentId = await aDocument(await anEncounter());
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((text) => correct(documentId, text)));
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
    expect(refused).toMatchObject([{ code: 'row.changed' }, { code: 'row.changed' }]);
    expect(await world.as('coder', (unit) => loadDocument(unit, documentId))).toMatchObject({ versions: 2 });
  });

  test('keeps the evidence of a code where it was, after a correction', async () => {
    const encounterId = await anEncounter();
    const documentId = await aDocument(encounterId);
    const evidence = { documentId, version: 1, start: 0, end: 12, quote: 'Hypertension' };
    await world.as('coder', (unit) =>
      assignCode(unit, encounterId, {
        system: 'icd10cm',
        code: 'I10',
        origin: 'search',
        path: [],
        evidence: [evidence],
      }),
    );
    await correct(documentId, 'Seen today. No high pressure.');
    const [code] = await world.as('coder', (unit) => loadCodes(unit, encounterId));
    expect(code?.evidence).toEqual([evidence]);
    const pointed = await world.as('coder', (unit) => loadDocument(unit, documentId, 1));
    expect(pointed.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });

  test('is signed by the physician who wrote it, and by nobody else', async () => {
    const encounterId = await anEncounter();
    await aDocument(encounterId);
    await world.as('front-desk', (unit) =>
      addDocument(unit, encounterId, { kind: 'report', title: 'By fax', text: 'Arrived.' }),
    );
    const documents = await world.as('coder', (unit) => loadDocuments(unit, encounterId));
    expect(documents.map(({ author, signedAt }) => [author, signedAt !== null])).toEqual([
      ['Example physician', true],
      ['Example front-desk', false],
    ]);
  });

  test('amends only a document of its own visit', async () => {
    const amendsId = await aDocument(await anEncounter());
    const other = await anEncounter();
    await expect(aDocument(other, { kind: 'addendum', amendsId })).rejects.toMatchObject({
      code: 'document.not-found',
      at: 'amendsId',
    });
  });
});

describe('a result', () => {
  const text = 'Potassium 5.9 mmol/L (3.5-5.1)\nHemoglobin A1c: 8.2 % (4.0-5.6)';

  test('is read into measured values, each at its place in the text', async () => {
    const encounterId = await anEncounter();
    await aDocument(encounterId, { kind: 'result', text });
    const values = await world.as('coder', (unit) => loadObservations(unit, encounterId));
    expect(values).toMatchObject([
      { value: 5.9, unit: 'mmol/L', low: 3.5, high: 5.1, documentVersion: 1 },
      { value: 8.2, unit: '%', low: 4, high: 5.6 },
    ]);
    for (const { start, end, value } of values) expect(text.slice(start, end)).toContain(String(value));
  });

  test('that is corrected shows the values of its latest version', async () => {
    const encounterId = await anEncounter();
    const documentId = await aDocument(encounterId, { kind: 'result', text });
    await correct(documentId, 'Potassium 4.9 mmol/L (3.5-5.1)');
    const values = await world.as('coder', (unit) => loadObservations(unit, encounterId));
    expect(values).toMatchObject([{ value: 4.9, documentVersion: 2 }]);
  });
});
