import { type Route, type RouteName, roles, routes } from '@superbill/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld } from '../../../test/world.ts';
import { openPatientSession, openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import { permissionsHeld } from './held.ts';
import { notAudited } from './trail.ts';

const database = await testDatabase();
const world = await aWorld(database);
const app = createApp(world.system, handlers);
let samples: ReturnType<typeof samplesOf>;
let subjects: Awaited<ReturnType<typeof someSubjects>>;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  subjects = await someSubjects(world);
  samples = samplesOf(subjects);
});

async function cookieFor(route: Route): Promise<string> {
  if (route.access === 'patient') {
    const token = await world.as('biller', (unit) => openPatientSession(unit, subjects));
    return `superbill_bill=${token}`;
  }
  const role =
    typeof route.access === 'object'
      ? await roleThatMay(route.access.staff)
      : ('supervisor' as (typeof roles)[number]);
  cookies[role] ??= await world.as(role, (unit) => openStaffSession(unit, unit.userId, role));
  if (route === routes.signOut) delete cookies[role];
  return `superbill_session=${cookies[role] ?? (await world.as(role, (u) => openStaffSession(u, u.userId, role)))}`;
}

async function roleThatMay(permission: string) {
  for (const role of roles) {
    const held = await world.as(role, (unit) => permissionsHeld(unit, unit.userId, role));
    if (held.some((one) => one === permission)) return role;
  }
  throw new Error(`no role may ${permission}`);
}

async function call(name: RouteName, cookie: string) {
  const route: Route = routes[name];
  const { params = {}, query = {}, body } = samples[name] as Record<string, Record<string, string>>;
  const path = route.path.replace(/:(\w+)/g, (_, field: string) => String(params[field]));
  const takesBody = route.method === 'POST' || route.method === 'PUT';
  return app.request(`${path}?${new URLSearchParams(query)}`, {
    method: route.method,
    headers: { cookie },
    ...(takesBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
}

const trail = (after = 0) =>
  world.as('auditor', ({ db }) =>
    db.selectFrom('audit_event').selectAll().where('sequence', '>', after).orderBy('sequence').execute(),
  );
const end = async () => (await trail()).at(-1)?.sequence ?? 0;

const names = (Object.keys(routes) as RouteName[]).filter(
  (name) => (routes[name] as Route).access !== 'public' && !(name in notAudited),
);

describe('the trail grows by', () => {
  test.each(names)('%s, with route and request', async (name) => {
    const cookie = await cookieFor(routes[name]);
    const before = await end();
    const response = await call(name, cookie);
    await response.text();
    if (response.status >= 400 && response.status !== 403 && response.status !== 404) return;
    const added = await trail(before);
    expect(added.length, `${name} ${response.status}`).toBeGreaterThan(0);
    for (const row of added) expect(row).toMatchObject({ route: name, outcome: expect.any(String) });
    expect(added.every((row) => row.request_id === added[0]?.request_id)).toBe(true);
  });
});

test('what is not audited answers nothing of a patient and says why', () => {
  for (const [name, reason] of Object.entries(notAudited)) {
    expect(reason.length).toBeGreaterThan(10);
    expect(Object.keys(samples[name as RouteName] as object)).not.toContain('params.patientId');
  }
});

test('a refused attempt is there, with who, what and why', async () => {
  const before = await end();
  const token = await world.as('front-desk', (unit) => openStaffSession(unit, unit.userId, 'front-desk'));
  expect((await call('readClaim', `superbill_session=${token}`)).status).toBe(403);
  expect(await trail(before)).toMatchObject([
    {
      user_id: world.staff['front-desk'].userId,
      hat: 'front-desk',
      action: 'access.refuse',
      outcome: 'refused',
      route: 'readClaim',
      detail: { code: 'permission.missing' },
    },
  ]);
});

test('an id of another practice is refused as not there, and that is noted', async () => {
  const other = await aWorld(database);
  const token = await other.as('biller', (unit) => openStaffSession(unit, unit.userId, 'biller'));
  expect((await call('readClaim', `superbill_session=${token}`)).status).toBe(404);
  const rows = await other.as('auditor', ({ db }) =>
    db.selectFrom('audit_event').selectAll().where('outcome', '=', 'refused').execute(),
  );
  expect(rows).toMatchObject([
    { action: 'access.refuse', subject_kind: 'claim', subject_id: subjects.claimId, patient_id: null },
  ]);
});
