import { addMilliseconds, type Instant, isoDate } from '@superbill/engines/model';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient, aVisit, type Visit } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { addDocument } from '../encounters/documents.ts';
import { registerEncounter } from '../encounters/register-encounter.ts';
import { readBoard } from './board.ts';
import { addAbsence, setCapacity, voidAbsence } from './capacity.ts';
import { endFocus, startFocus } from './focus.ts';
import { endInterruption, startInterruption } from './interruptions.ts';
import { giveWorkBack, moveWork, takeWork, undoMoves } from './move-work.ts';
import { readMyDay } from './my-day.ts';
import { readProposal } from './proposal.ts';
import { reportWork } from './spans.ts';
import { startValues } from './start.ts';
import { loadTimeModel } from './time-model.ts';

const database = await testDatabase();
let world: World;
const monday = '2027-03-15T16:00:00.000Z';

beforeEach(async () => {
  world = await aWorld(database, { start: monday });
});

const minute = 60_000;
const pass = (minutes: number) =>
  world.system.clock.set(addMilliseconds(world.system.clock.now(), minutes * minute));

/** A visit whose registration is not complete: it has no note yet. */
async function visitToComplete(): Promise<string> {
  const patientId = await aPatient(world);
  return world.as('front-desk', (unit) =>
    registerEncounter(unit, {
      patientId,
      practitionerId: world.practitionerId,
      locationId: world.locationId,
      serviceDate: isoDate('2027-03-14'),
      setting: 'outpatient',
    }),
  );
}

const addNote = (encounterId: string) =>
  world.as('physician', (unit) =>
    addDocument(unit, encounterId, { kind: 'note', title: 'Visit', text: 'Hypertension.' }),
  );

/** A visit that waits to be coded. */
async function visitToCode(): Promise<string> {
  const encounterId = await visitToComplete();
  await addNote(encounterId);
  return encounterId;
}

const report = (subjectId: string, state: 'open' | 'idle' | 'away' | 'leave') =>
  world.as('coder', (unit) => reportWork(unit, { kind: 'code-visit', subjectId, state }));
const spans = () =>
  world.as('coder', ({ db, organizationId }) =>
    db
      .selectFrom('work_span')
      .select(['active_seconds', 'interruptions', 'ended_how'])
      .where('organization_id', '=', organizationId)
      .orderBy('started_at')
      .execute(),
  );
const coderId = () => world.staff.coder.userId;
const myDay = () => world.as('coder', (unit) => readMyDay(unit));
const board = () => world.as('supervisor', (unit) => readBoard(unit));
const coderOnBoard = async () => (await board()).people.find(({ userId }) => userId === coderId());

describe('what is measured', () => {
  test('minutes of work by the server’s clock, without pauses, with switches counted', async () => {
    const visit = await visitToCode();
    await report(visit, 'open');
    pass(2);
    await report(visit, 'open');
    pass(1);
    await report(visit, 'away');
    pass(3);
    await report(visit, 'open');
    pass(1);
    await report(visit, 'leave');
    expect(await spans()).toEqual([{ active_seconds: 240, interruptions: 1, ended_how: 'left' }]);
  });

  test('a screen that is never heard of again counts four minutes at most', async () => {
    const [first, second] = [await visitToCode(), await visitToCode()];
    await report(first, 'open');
    pass(600);
    await report(second, 'open');
    expect((await spans())[0]).toEqual({ active_seconds: 240, interruptions: 0, ended_how: 'lost' });
  });

  test('a call stops the time of the open item and is counted', async () => {
    const visit = await visitToCode();
    await report(visit, 'open');
    pass(2);
    await world.as('coder', (unit) => startInterruption(unit, 'phone-call'));
    pass(3);
    await report(visit, 'open');
    await world.as('coder', endInterruption);
    pass(1);
    await report(visit, 'leave');
    expect(await spans()).toEqual([{ active_seconds: 180, interruptions: 1, ended_how: 'left' }]);
    expect((await myDay()).interruptions).toEqual({ count: 1, minutes: 3 });
  });

  test('a visit that stands at another desk is looked at, not worked on; one of nowhere is refused', async () => {
    const { encounterId } = await aVisit(world);
    await report(encounterId, 'open');
    expect(await spans()).toEqual([]);
    await expect(report('01900000-0000-7000-8000-000000000000', 'open')).rejects.toMatchObject({
      code: 'work.not-found',
    });
  });
});

describe('what the front desk takes for a registration is learnt', () => {
  const atTheDesk = (subjectId: string, state: 'open' | 'leave') =>
    world.as('front-desk', (unit) => reportWork(unit, { kind: 'registration', subjectId, state }));
  /** Registrations that were worked on for so many minutes and then got their note. */
  async function complete(count: number, minutes: number) {
    for (let n = 0; n < count; n += 1) {
      const visit = await visitToComplete();
      await atTheDesk(visit, 'open');
      for (let passed = 0; passed < minutes; passed += 1) {
        pass(1);
        await atTheDesk(visit, 'open');
      }
      await addNote(visit);
      await atTheDesk(visit, 'leave');
    }
  }
  async function expected() {
    pass(61);
    const visit = await visitToComplete();
    await atTheDesk(visit, 'open');
    await atTheDesk(visit, 'leave');
    const { seen, usual } = (await world.as('supervisor', loadTimeModel)).registration;
    return { seen, usual: usual.outpatient };
  }

  test('from the start value towards what is usual, and a registration still open is not counted', async () => {
    const start = startValues().kinds.registration.minutes;
    const before = await expected();
    expect(before).toEqual({ seen: 0, usual: start });
    await complete(2, 12);
    const early = await expected();
    expect(early.seen).toBe(2);
    expect(early.usual).toBeGreaterThan(start);
    expect(early.usual).toBeLessThan(start + (12 - start) / 2);
    await complete(14, 12);
    const later = await expected();
    expect(later.seen).toBe(16);
    expect(later.usual).toBeGreaterThan(start + (12 - start) / 2);
    expect(later.usual).toBeLessThan(12);
  });

  test('by nobody else: at another desk the visit is looked at', async () => {
    await report(await visitToComplete(), 'open');
    expect(await spans()).toEqual([]);
  });
});

describe('whose an item is', () => {
  test('taken from the pool, given back, and not taken from a colleague', async () => {
    const visit = await visitToCode();
    const other = await aWorld(database);
    await world.as('coder', (unit) => takeWork(unit, 'code-visit', visit));
    expect((await myDay()).later.map(({ subjectId }) => subjectId)).toEqual([visit]);
    await expect(world.as('biller', (unit) => takeWork(unit, 'code-visit', visit))).rejects.toMatchObject({
      code: 'work.wrong-role',
    });
    await expect(other.as('coder', (unit) => takeWork(unit, 'code-visit', visit))).rejects.toMatchObject({
      code: 'work.not-found',
    });
    await world.as('coder', (unit) => giveWorkBack(unit, 'code-visit', visit));
    const day = await myDay();
    expect([day.later.length, day.pool.length]).toEqual([0, 1]);
  });

  test('moved by the supervisor with an undo; what is open stays', async () => {
    const [first, second] = [await visitToCode(), await visitToCode()];
    const give = (subjectId: string) =>
      ({ kind: 'code-visit', subjectId, fromId: null, toId: coderId() }) as const;
    const moved = await world.as('supervisor', (unit) => moveWork(unit, [give(first), give(second)]));
    expect(moved).toMatchObject({ moved: 2, left: 0 });
    await report(first, 'open');
    expect(await world.as('supervisor', (unit) => undoMoves(unit, moved.id))).toMatchObject({
      moved: 1,
      left: 1,
    });
    expect((await myDay()).later.map(({ subjectId }) => subjectId)).toEqual([first]);
    await expect(
      world.as('supervisor', (unit) =>
        moveWork(unit, [{ ...give(second), toId: world.staff.biller.userId }]),
      ),
    ).rejects.toMatchObject({ code: 'work.wrong-role' });
  });

  test('every desk’s work is an item with a reason for its minutes', async () => {
    await visitToCode();
    const billed: Visit = await aVisit(world);
    const { desks } = await board();
    const kinds = desks.flatMap((desk) => desk.kinds.map(({ kind, items }) => [kind, items]));
    expect(kinds).toEqual([
      ['code-visit', 1],
      ['bill-visit', 1],
    ]);
    expect(billed.chargeIds).toHaveLength(1);
  });
});

describe('pressure made visible', () => {
  test('overload of a person is said before it happens, and a proposal without anybody else moves nothing', async () => {
    for (let count = 0; count < 3; count += 1) {
      const visit = await visitToCode();
      await world.as('coder', (unit) => takeWork(unit, 'code-visit', visit));
    }
    expect((await coderOnBoard())?.notices).toEqual([]);
    await world.as('supervisor', (unit) =>
      setCapacity(unit, coderId(), { minutes: [10, 0, 0, 0, 0, 0, 0], unplannedPercent: 20 }),
    );
    const person = await coderOnBoard();
    expect(person?.notices[0]?.kind).toBe('person-overload');
    expect((await myDay()).notices[0]?.message).toMatch(/^You have .* more due/);
    expect((await world.as('supervisor', (unit) => readProposal(unit))).moves).toEqual([]);
  });

  test('an absence takes the time away, and gives it back when it is taken back', async () => {
    const away = { userId: coderId(), from: isoDate('2027-03-15'), to: isoDate('2027-03-16') };
    const absenceId = await world.as('supervisor', (unit) => addAbsence(unit, away));
    const person = await coderOnBoard();
    expect(person?.isAway).toBe(true);
    expect(person?.days.slice(0, 3).map(({ available }) => available)).toEqual([0, 0, 360]);
    await world.as('supervisor', (unit) => voidAbsence(unit, absenceId));
    expect((await coderOnBoard())?.days[0]).toMatchObject({ available: 360 });
    await expect(
      world.as('supervisor', (unit) => addAbsence(unit, { ...away, to: isoDate('2027-03-01') })),
    ).rejects.toMatchObject({ code: 'request.invalid', at: 'to' });
  });

  test('the supervisor sees until when somebody is in focus, and nobody else’s pace', async () => {
    const { until } = await world.as('coder', (unit) => startFocus(unit, 30));
    expect(until).toBe('2027-03-15T16:30:00.000Z' as Instant);
    const person = await coderOnBoard();
    expect(person?.focusUntil).toBe(until);
    expect(JSON.stringify(person)).not.toContain('pace');
    await world.as('coder', endFocus);
    expect((await coderOnBoard())?.focusUntil).toBeNull();
  });
});
