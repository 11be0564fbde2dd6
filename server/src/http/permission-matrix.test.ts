import {
  isOpenTo,
  type Role,
  type Route,
  type RouteName,
  rolePermissions,
  roles,
  routes,
} from '@superbill/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { type Subjects, samplesOf, someSubjects } from '../../../test/route-samples.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { openPatientSession, openStaffSession } from '../auth/sessions.ts';
import { handlers } from '../handlers.ts';
import { createApp } from './app.ts';

const database = await testDatabase();
const home = await aWorld(database);
const elsewhere = await aWorld(database);
const app = createApp(home.system, handlers);
let subjects: Subjects;
let others: Subjects;
let samples: ReturnType<typeof samplesOf>;

beforeAll(async () => {
  subjects = await someSubjects(home);
  others = await someSubjects(elsewhere);
  samples = samplesOf(subjects);
});

interface Answer {
  status: number;
  code: string | undefined;
  text: string;
}

/** Calls a route with its sample, which is always about the subjects at home. */
async function call(name: RouteName, cookie: string): Promise<Answer> {
  const route: Route = routes[name];
  const {
    params = {},
    query = {},
    body,
  } = samples[name] as {
    params?: Record<string, unknown>;
    query?: Record<string, string>;
    body?: unknown;
  };
  const path = route.path.replace(/:(\w+)/g, (_, field: string) => String(params[field]));
  const search = new URLSearchParams(query).toString();
  const takesBody = route.method === 'POST' || route.method === 'PUT';
  const response = await app.request(search ? `${path}?${search}` : path, {
    method: route.method,
    headers: { cookie },
    ...(takesBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  const { code } = (isJson ? JSON.parse(text) : {}) as { code?: string };
  return { status: response.status, code, text };
}

const staffCookie = (world: World, role: Role) =>
  world.as(role, async (unit) => `superbill_session=${await openStaffSession(unit, unit.userId, role)}`);

const patientCookie = (world: World, of: Pick<Subjects, 'patientId' | 'statementId'>) =>
  world.as('biller', async (unit) => `superbill_bill=${await openPatientSession(unit, of)}`);

const tables = (await database.db.introspection.getTables()).flatMap(({ name }) =>
  // Sessions and the audit trail grow with each look.
  /^(session|portal_session|audit_|schema_migration|idempotency|sign_in_directory)/.test(name) ? [] : [name],
);

/** Everything stored of a practice, as one hash for each table. */
async function fingerprint({ as }: World): Promise<Record<string, string>> {
  const prints = tables.map(
    (
      name,
    ) => sql`select ${sql.lit(name)} as name, md5(string_agg(t::text, '' order by t::text collate "C")) as print
      from ${sql.table(name)} t`,
  );
  return as('administrator', async ({ db }) => {
    const { rows } = await sql<{
      name: string;
      print: string | null;
    }>`${sql.join(prints, sql` union all `)}`.execute(db);
    return Object.fromEntries(rows.map(({ name, print }) => [name, print ?? '']));
  });
}

const names = Object.keys(routes) as RouteName[];
const isOpen = (name: RouteName, role: Role) =>
  isOpenTo((routes[name] as Route).access, rolePermissions[role]);

/** What a route says to somebody who came in but whose own account does not fit: the door was open. */
const ownMatters = [
  'session.hat-not-held',
  'session.not-found',
  'factor.not-found',
  'factor.none',
  'passkey.refused',
  'service-account.not-found',
  'api-key.not-found',
];

test('before signing in only these routes answer', () => {
  const open = names.filter((name) => (routes[name] as Route).access === 'public');
  expect(open).toEqual([
    'signIn',
    'readInvitation',
    'acceptInvitation',
    'openApprovalLink',
    'decideByLink',
    'openBill',
    'readHealth',
  ]);
});

test('each permission is held by a role and asked by a route, and no role holds all', () => {
  const asked = names.flatMap((name) => {
    const { access } = routes[name] as Route;
    return typeof access === 'object' ? [access.staff] : [];
  });
  const held = roles.flatMap((role) => rolePermissions[role]);
  expect(new Set(asked)).toEqual(new Set(held));
  for (const role of roles) expect(new Set(asked).size).toBeGreaterThan(rolePermissions[role].length);
});

describe.each(names.filter((name) => (routes[name] as Route).access !== 'public'))('%s', (name) => {
  const route: Route = routes[name];
  const aboutSomebody = () => {
    const { params, body } = samples[name] as { params?: unknown; body?: unknown };
    const ids = Object.values(subjects).filter((value) => typeof value === 'string');
    return ids.some((id) => JSON.stringify([params, body]).includes(id));
  };

  test('does not answer without a session', async () => {
    expect(await call(name, '')).toMatchObject({ status: 401, code: 'session.needed' });
  });

  if (route.access === 'patient') {
    test.each(roles)('does not answer a %s', async (role) => {
      expect(await call(name, await staffCookie(home, role))).toMatchObject({ status: 401 });
    });

    test('tells a patient of another practice nothing of ours', async () => {
      const before = await fingerprint(home);
      const { status, text } = await call(name, await patientCookie(elsewhere, others));
      expect(status).toBe(aboutSomebody() ? 404 : 200);
      expectNothingOf(subjects, text);
      expect(await fingerprint(home)).toEqual(before);
    });

    test('answers the patient', async () => {
      expect(await call(name, await patientCookie(home, subjects))).toMatchObject({ status: 200 });
    });
    return;
  }

  test("does not answer a patient's session", async () => {
    expect(await call(name, await patientCookie(home, subjects))).toMatchObject({ status: 401 });
  });

  test.each(roles.filter((role) => !isOpen(name, role)))('refuses a %s', async (role) => {
    const refusal =
      route.access === 'signing-in'
        ? { status: 409, code: 'session.no-factor-asked' }
        : { status: 403, code: 'permission.missing' };
    expect(await call(name, await staffCookie(home, role))).toMatchObject(refusal);
  });

  test.each(roles.filter((role) => isOpen(name, role)))(
    'tells a %s of another practice nothing of ours, and changes nothing',
    async (role) => {
      const before = await fingerprint(home);
      const { status, code = '', text } = await call(name, await staffCookie(elsewhere, role));
      if (aboutSomebody()) expect([404, 409], text).toContain(status);
      else expect([200, 403].includes(status) || ownMatters.includes(code), text).toBe(true);
      // A practice's own trail tells which ids its people tried.
      if (!name.includes('Audit')) expectNothingOf(subjects, text);
      expect(await fingerprint(home)).toEqual(before);
    },
  );

  test.each(roles.filter((role) => isOpen(name, role)))('is open to a %s', async (role) => {
    const before = route.method === 'GET' ? await fingerprint(home) : undefined;
    const { status, code, text } = await call(name, await staffCookie(home, role));
    // A second role finds the work done already: the door was open.
    const wasOpen = status === 200 || status === 409 || ownMatters.includes(code ?? '');
    expect(wasOpen, `${status} ${text}`).toBe(true);
    if (before) expect(await fingerprint(home), 'a GET changed something').toEqual(before);
  });
});

/** No id of ours may come back, not even one that the request named. */
function expectNothingOf(of: Subjects, text: string): void {
  for (const id of Object.values(of)) if (typeof id === 'string') expect(text).not.toContain(id);
}
