import { routes, type TimeZone } from '@superbill/contract';
import { type Instant, isoDate } from '@superbill/engines/model';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import { changeOrganization, readOrganization } from '../practice/organization.ts';
import { readAccessLog } from './access-log.ts';
import { exportLines } from './export.ts';
import { searchAudit } from './search.ts';

const database = await testDatabase();

/** A practice in a time zone, with one look at a patient at each of these moments, named by it. */
async function looksAt(timeZone: TimeZone, moments: readonly string[]) {
  const world = await aWorld(database, { start: '2027-01-05T17:00:00.000Z' });
  const { system, organizationId } = world;
  await world.as('administrator', async (unit) => {
    const { id: _, rowVersion, ...organization } = await readOrganization(unit);
    await changeOrganization(unit, { organization: { ...organization, timeZone }, rowVersion });
  });
  const patientId = await aPatient(world);
  for (const moment of moments) {
    system.clock.set(moment as Instant);
    await world.as('biller', async (unit) =>
      unit.audit('record.read', { kind: 'patient', id: moment, patientId }),
    );
  }
  const day = { action: 'record.read', patientId };
  return {
    world,
    searched: async (from: string, to: string) => {
      const wanted = { ...day, from: isoDate(from), to: isoDate(to), limit: 100 };
      const { events } = await world.as('supervisor', (unit) => searchAudit(unit, wanted));
      return events.map(({ subjectId }) => subjectId).reverse();
    },
    exported: async (from: string, to: string) => {
      const wanted = { ...day, from: isoDate(from), to: isoDate(to), format: 'jsonl' as const };
      let text = '';
      for await (const lines of exportLines(system, organizationId, wanted, 1000)) text += lines;
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).subjectId);
    },
    log: async () => {
      const { entries } = await world.as('biller', (unit) => readAccessLog(unit, patientId));
      return entries
        .filter(({ what, changed }) => what === 'visit' && !changed)
        .map(({ on, times }) => ({ on, times }));
    },
  };
}

describe.each<{ zone: TimeZone; day: string; next: string; begins: string; ends: string; what: string }>([
  {
    what: 'of 24 hours',
    zone: 'America/New_York',
    day: '2027-01-15',
    next: '2027-01-16',
    begins: '2027-01-15T05:00:00.000Z',
    ends: '2027-01-16T05:00:00.000Z',
  },
  {
    what: 'of 23 hours, when the clocks go forward',
    zone: 'America/New_York',
    day: '2027-03-14',
    next: '2027-03-15',
    begins: '2027-03-14T05:00:00.000Z',
    ends: '2027-03-15T04:00:00.000Z',
  },
  {
    what: 'of 25 hours, when the clocks go back',
    zone: 'America/New_York',
    day: '2027-11-07',
    next: '2027-11-08',
    begins: '2027-11-07T04:00:00.000Z',
    ends: '2027-11-08T05:00:00.000Z',
  },
  {
    what: 'ahead of UTC',
    zone: 'Pacific/Guam',
    day: '2027-03-15',
    next: '2027-03-16',
    begins: '2027-03-14T14:00:00.000Z',
    ends: '2027-03-15T14:00:00.000Z',
  },
])('a day $what', ({ zone, day, next, begins, ends }) => {
  const before = (moment: string) => new Date(Date.parse(moment) - 1).toISOString();

  test('is cut at both ends where the practice is: in the search, in the file and for the patient', async () => {
    const moments = [before(begins), begins, before(ends), ends];
    const { searched, exported, log } = await looksAt(zone, moments);
    for (const found of [searched, exported]) {
      expect(await found(day, day)).toEqual(moments.slice(1, 3));
      expect(await found(day, next)).toEqual(moments.slice(1));
    }
    const days = await log();
    expect(days).toContainEqual({ on: day, times: 2 });
    expect(days).toContainEqual({ on: next, times: 1 });
  });
});

test('a file is named by the day at the practice', async () => {
  const { world } = await looksAt('Pacific/Guam', ['2027-03-14T14:00:00.000Z']);
  const token = await world.as('auditor', (unit) => openStaffSession(unit, unit.userId, 'auditor'));
  const app = createApp(world.system, handlers);
  const { headers } = await app.request(routes.exportAudit.path, {
    headers: { cookie: `superbill_session=${token}` },
  });
  expect(headers.get('content-disposition')).toBe('attachment; filename="audit-2027-03-15.csv"');
});
