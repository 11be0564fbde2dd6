import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { assignCode } from '../coding/assign-code.ts';
import { loadDocuments } from '../encounters/documents.ts';
import { handOver, returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { newId } from '../ids.ts';
import { answerQuery } from './answer-query.ts';
import { askQuery, withdrawQuery } from './ask-query.ts';
import { loadQueriesOfEncounter, loadQueriesOfPractitioner } from './store.ts';

const world = await aWorld(await testDatabase());
const options = ['Controlled', 'Not controlled', 'Unable to determine'];

/** A visit at the coder's desk. */
async function aVisitToCode() {
  const visit = await aVisit(world, { procedures: [] });
  const { row_version } = await standing(visit.encounterId);
  await world.as('biller', (unit) => returnToCoding(unit, visit.encounterId, 'Check', row_version));
  return visit;
}

const standing = (encounterId: string) => world.as('coder', (unit) => lockEncounter(unit, encounterId));
const ask = (encounterId: string, question = 'Is it controlled?') =>
  world.as('coder', (unit) => askQuery(unit, encounterId, { question, options, evidence: [] }));
const answer = (queryId: string, option = 'Controlled', text?: string) =>
  world.as('physician', (unit) => answerQuery(unit, queryId, { option, ...(text ? { text } : {}) }));

describe('a question', () => {
  test('takes the visit to the physician, and is on the physician’s list alone', async () => {
    const { encounterId } = await aVisitToCode();
    const queryId = await ask(encounterId);
    expect((await standing(encounterId)).queue).toBe('query');
    const list = (practitionerId: string) =>
      world.as('physician', (unit) => loadQueriesOfPractitioner(unit, practitionerId, 'open'));
    expect((await list(world.practitionerId)).map(({ id }) => id)).toContain(queryId);
    expect(await list(newId())).toEqual([]);
  });

  test('holds the visit until it is answered or withdrawn', async () => {
    const { encounterId } = await aVisitToCode();
    const queryId = await ask(encounterId);
    const hand = async () => {
      const { row_version } = await standing(encounterId);
      return world.as('coder', (unit) => handOver(unit, encounterId, row_version));
    };
    await expect(hand()).rejects.toMatchObject({ code: 'encounter.query-open' });
    await world.as('coder', (unit) => withdrawQuery(unit, encounterId, queryId));
    expect((await standing(encounterId)).queue).toBe('coding');
    await hand();
    expect((await standing(encounterId)).queue).toBe('billing');
  });

  test('must stand on words of the record, when it names some', async () => {
    const { encounterId, documentId } = await aVisitToCode();
    const evidence = [{ documentId, version: 1, start: 0, end: 5, quote: 'Wrong' }];
    const asking = world.as('coder', (unit) =>
      askQuery(unit, encounterId, { question: '?', options, evidence }),
    );
    await expect(asking).rejects.toMatchObject({ code: 'evidence.not-in-document' });
  });

  test('cannot be asked while the visit is with the biller', async () => {
    const { encounterId } = await aVisit(world);
    await expect(ask(encounterId)).rejects.toMatchObject({ code: 'encounter.wrong-queue' });
  });
});

describe('an answer', () => {
  test('becomes a signed addendum that a code may stand on, and the visit returns to the coder', async () => {
    const { encounterId } = await aVisitToCode();
    const queryId = await ask(encounterId);
    await answer(queryId, 'Not controlled', 'Type 2 diabetes as well.');
    expect(await standing(encounterId)).toMatchObject({
      queue: 'coding',
      return_reason: 'Example physician answered your question.',
    });
    const addendum = (await world.as('coder', (unit) => loadDocuments(unit, encounterId))).at(-1);
    expect(addendum).toMatchObject({
      kind: 'addendum',
      author: 'Example physician',
      signedAt: world.system.clock.now(),
      text: 'Question: Is it controlled?\nAnswer: Not controlled\nType 2 diabetes as well.',
    });
    const start = addendum?.text.indexOf('Type 2 diabetes') ?? -1;
    const evidence = [
      { documentId: addendum?.id ?? '', version: 1, start, end: start + 15, quote: 'Type 2 diabetes' },
    ];
    await world.as('coder', (unit) =>
      assignCode(unit, encounterId, {
        system: 'icd10cm',
        code: 'E11.9',
        origin: 'search',
        path: [],
        evidence,
      }),
    );
    const [query] = await world.as('coder', (unit) => loadQueriesOfEncounter(unit, encounterId));
    expect(query).toMatchObject({ state: 'answered', answerOption: 'Not controlled' });
  });

  test('returns the visit only when no other question is open', async () => {
    const { encounterId } = await aVisitToCode();
    const [first, second] = [await ask(encounterId), await ask(encounterId, 'Which side?')];
    await answer(first);
    expect((await standing(encounterId)).queue).toBe('query');
    await answer(second);
    expect((await standing(encounterId)).queue).toBe('coding');
  });

  test('is given by the physician who was asked and by nobody else', async () => {
    const { encounterId } = await aVisitToCode();
    const queryId = await ask(encounterId);
    const asCoder = world.as('coder', (unit) => answerQuery(unit, queryId, { option: 'Controlled' }));
    await expect(asCoder).rejects.toMatchObject({ code: 'query.not-found' });
    const other = await anotherPhysician();
    await world.as('supervisor', async (unit) => {
      const asOther = answerQuery({ ...unit, ...other }, queryId, { option: 'Controlled' });
      await expect(asOther).rejects.toMatchObject({ code: 'query.not-found' });
    });
    expect((await standing(encounterId)).queue).toBe('query');
  });

  test.each([
    { option: 'Maybe', code: 'query.option-unknown' },
    { option: 'controlled', code: 'query.option-unknown' },
  ])('that was not offered ($option) is refused', async ({ option, code }) => {
    const { encounterId } = await aVisitToCode();
    await expect(answer(await ask(encounterId), option)).rejects.toMatchObject({ code });
  });

  test('given twice at once is one answer and one addendum', async () => {
    const { encounterId } = await aVisitToCode();
    const before = (await world.as('coder', (unit) => loadDocuments(unit, encounterId))).length;
    const queryId = await ask(encounterId);
    const outcomes = await Promise.allSettled([answer(queryId), answer(queryId), answer(queryId)]);
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason.code] : []));
    expect(refused).toEqual(['query.closed', 'query.closed']);
    expect(await world.as('coder', (unit) => loadDocuments(unit, encounterId))).toHaveLength(before + 1);
  });

  test('to a withdrawn question is refused', async () => {
    const { encounterId } = await aVisitToCode();
    const queryId = await ask(encounterId);
    await world.as('coder', (unit) => withdrawQuery(unit, encounterId, queryId));
    await expect(answer(queryId)).rejects.toMatchObject({ code: 'query.closed' });
  });
});

/** Another physician of the practice, who signs in too. */
async function anotherPhysician() {
  const [userId, practitionerId] = [newId(), newId()];
  await world.as('administrator', async ({ db, organizationId: organization_id }) => {
    const name = { first_name: 'Otto', last_name: 'Sample', npi: '1999003019' };
    await db
      .insertInto('practitioner')
      .values({ organization_id, practitioner_id: practitionerId, ...name })
      .execute();
    await db
      .insertInto('app_user')
      .values({
        organization_id,
        user_id: userId,
        login: 'otto',
        name: 'Otto Sample',
        password_hash: 'none',
        practitioner_id: practitionerId,
      })
      .execute();
  });
  return { userId, hat: 'physician' } as const;
}
