import type { TimeZone } from '@superbill/contract';
import { type Instant, isoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { dayIn } from '../clock.ts';
import { loadActs } from '../summary/load-acts.ts';
import { readBoard } from '../workload/board.ts';
import { readMyDay } from '../workload/my-day.ts';
import { reportWork } from '../workload/spans.ts';
import { changeOrganization, readOrganization } from './organization.ts';

const database = await testDatabase();

const moveTo = (world: World, timeZone: TimeZone | undefined, state = 'OR') =>
  world.as('administrator', async (unit) => {
    const { id: _, rowVersion, timeZone: __, ...rest } = await readOrganization(unit);
    const organization = { ...rest, address: { ...rest.address, state } };
    await changeOrganization(unit, {
      organization: timeZone ? { ...organization, timeZone } : organization,
      rowVersion,
    });
  });

const at = (world: World, now: string) => world.system.clock.set(now as Instant);

/** The day in use cases, and the day and hour that SQL makes of a moment. */
const seen = (world: World) =>
  world.as('supervisor', async ({ db, today, now }) => {
    const { rows } = await sql<{ day: string; hour: number }>`
      select ${now}::timestamptz::date as day, extract(hour from ${now}::timestamptz)::integer as hour`.execute(
      db,
    );
    return { today, ...rows[0] };
  });

test.each([
  { now: '2027-03-14T04:59:59.999Z', zone: 'America/New_York', day: '2027-03-13' },
  { now: '2027-03-14T05:00:00.000Z', zone: 'America/New_York', day: '2027-03-14' },
  { now: '2027-03-15T03:59:59.999Z', zone: 'America/New_York', day: '2027-03-14' },
  { now: '2027-03-15T04:00:00.000Z', zone: 'America/New_York', day: '2027-03-15' },
  { now: '2027-11-08T04:59:59.999Z', zone: 'America/New_York', day: '2027-11-07' },
  { now: '2027-11-08T05:00:00.000Z', zone: 'America/New_York', day: '2027-11-08' },
  { now: '2027-07-01T06:59:59.999Z', zone: 'America/Phoenix', day: '2027-06-30' },
  { now: '2027-07-01T06:59:59.999Z', zone: 'America/Denver', day: '2027-07-01' },
  { now: '2027-03-14T13:59:59.999Z', zone: 'Pacific/Guam', day: '2027-03-14' },
  { now: '2027-03-14T14:00:00.000Z', zone: 'Pacific/Guam', day: '2027-03-15' },
])('$now is on $day in $zone', ({ now, zone, day }) => {
  expect(dayIn(now as Instant, zone)).toBe(day);
});

describe('the day of a practice', () => {
  test('is that of its state until somebody says another, in use cases and in SQL alike', async () => {
    const world = await aWorld(database, { start: '2027-03-20T06:30:00.000Z' });
    expect(await seen(world)).toEqual({ today: '2027-03-19', day: '2027-03-19', hour: 23 });
    await moveTo(world, undefined, 'NY');
    expect(await seen(world)).toEqual({ today: '2027-03-20', day: '2027-03-20', hour: 2 });
    await moveTo(world, 'Pacific/Honolulu', 'NY');
    expect(await seen(world)).toEqual({ today: '2027-03-19', day: '2027-03-19', hour: 20 });
    expect((await world.as('administrator', readOrganization)).timeZone).toBe('Pacific/Honolulu');
  });

  test('is no other practice’s, on the same connections', async () => {
    const west = await aWorld(database, { start: '2027-03-20T06:30:00.000Z' });
    const east = await aWorld(database, { start: '2027-03-20T06:30:00.000Z' });
    await moveTo(east, 'America/New_York');
    const days = await Promise.all([west, east, west, east].map(async (world) => (await seen(world)).today));
    expect(days).toEqual(['2027-03-19', '2027-03-20', '2027-03-19', '2027-03-20']);
  });
});

describe('in the night the clocks go forward', () => {
  /** Saturday, 13 March, 23:50 in New York; the clocks go forward at two. */
  const saturday = '2027-03-14T04:50:00.000Z';

  test('minutes before midnight stay with Saturday, and what came on Saturday is of Saturday', async () => {
    const world = await aWorld(database, { start: saturday });
    await moveTo(world, 'America/New_York');
    const { encounterId } = await aVisit(world, { serviceDate: '2027-03-12' });
    const report = (state: 'open' | 'leave') =>
      world.as('biller', (unit) => reportWork(unit, { kind: 'bill-visit', subjectId: encounterId, state }));
    await report('open');
    at(world, '2027-03-14T04:53:00.000Z');
    await report('leave');
    expect((await world.as('biller', readMyDay)).workedMinutes).toBe(3);
    at(world, '2027-03-14T05:01:00.000Z');
    expect(await world.as('biller', readMyDay)).toMatchObject({ day: '2027-03-14', workedMinutes: 0 });

    const acts = await world.as('supervisor', (unit) =>
      loadActs(unit, isoDate('2027-03-13'), isoDate('2027-03-13')),
    );
    expect(acts.filter(({ kind }) => kind === 'coded')).toMatchObject([{ day: '2027-03-13' }]);
    expect(acts.find((act) => act.kind === 'worked' && act.by === world.staff.biller.userId)).toMatchObject({
      day: '2027-03-13',
      late: true,
    });
  });

  test('a visit is late from midnight at the practice, not an hour or five sooner', async () => {
    const world = await aWorld(database, { start: saturday });
    await moveTo(world, 'America/New_York');
    await aVisit(world, { serviceDate: '2027-03-12' });
    const desk = async () => {
      const { desks } = await world.as('supervisor', readBoard);
      return desks.find((each) => each.desk === 'biller')?.kinds[0];
    };
    const due = (await world.as('biller', readMyDay)).pool[0]?.dueOn ?? isoDate('2027-03-13');
    // Midnight after the due day: in summer time four hours behind UTC, no longer five.
    at(world, new Date(Date.parse(`${due}T23:59:00.000-04:00`)).toISOString());
    expect(await desk()).toMatchObject({ items: 1, late: 0 });
    at(world, new Date(Date.parse(`${due}T23:59:00.000-04:00`) + 60_000).toISOString());
    expect(await desk()).toMatchObject({ items: 1, late: 1 });
  });
});
