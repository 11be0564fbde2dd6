import { readFileSync } from 'node:fs';
import {
  type EveryRole,
  everyRole,
  type Role,
  type Route,
  type RouteName,
  roles,
  routes,
} from '@superbill/contract';
import { openApi } from '@superbill/contract/openapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { fingerprint as fingerprints } from '../../../test/fingerprint.ts';
import { type Subjects, samplesOf, someSubjects } from '../../../test/route-samples.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { recordIdsOf } from '../access/record-ids.ts';
import { openPatientSession, openStaffSession } from '../auth/sessions.ts';
import { hashToken } from '../auth/tokens.ts';
import { handlers } from '../handlers.ts';
import { createApp } from './app.ts';

/**
 * Roles × routes × practices × ownership, generated from the OpenAPI document. Who may what is not asked of the
 * declarations: it stands in `who-may.txt`, which people read line by line, and both must agree with what answers.
 */
const database = await testDatabase();
const home = await aWorld(database);
const elsewhere = await aWorld(database);
const app = createApp(home.system, handlers);
/** Mine and a neighbour's at home, and those of another practice. */
let mine: Subjects;
let neighbours: Subjects;
let foreign: Subjects;

beforeAll(async () => {
  mine = await someSubjects(home);
  neighbours = await someSubjects(home);
  foreign = await someSubjects(elsewhere);
});

type Operation = { operationId: RouteName; 'x-access': readonly EveryRole[] | 'public' | 'signing-in' };
const names = Object.keys(routes);
const operations = Object.values((openApi() as { paths: Record<string, Record<string, Operation>> }).paths)
  .flatMap((path) => Object.values(path))
  .sort((a, b) => names.indexOf(a.operationId) - names.indexOf(b.operationId));

/** `readPatient: coder biller …`; `anybody` before signing in, `halfway` between password and second factor. */
const reviewed = new Map(
  readFileSync(new URL('who-may.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(': ') as [string, string]),
);
const lineOf = ({ operationId, 'x-access': who }: Operation) =>
  `${operationId}: ${typeof who === 'string' ? { public: 'anybody', 'signing-in': 'halfway' }[who] : who.join(' ')}`;
const mayBy = (name: RouteName, role: EveryRole) => reviewed.get(name)?.split(' ').includes(role) ?? false;

interface Answer {
  status: number;
  code: string | undefined;
  text: string;
}
const silence: Answer = { status: 0, code: undefined, text: '' };
type Sample = { params?: Record<string, unknown>; query?: Record<string, string>; body?: unknown };

async function send(
  name: RouteName,
  cookie: string,
  { params = {}, query = {}, body }: Sample,
): Promise<Answer> {
  const route: Route = routes[name];
  const path = route.path.replace(/:(\w+)/g, (_, field: string) => String(params[field]));
  const search = new URLSearchParams(query).toString();
  const takesBody = route.method === 'POST' || route.method === 'PUT';
  const response = await app.request(search ? `${path}?${search}` : path, {
    method: route.method,
    headers: { cookie, ...(takesBody ? { 'content-type': 'application/json' } : {}) },
    ...(takesBody ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json';
  const { code } = (isJson ? JSON.parse(text) : {}) as { code?: string };
  return { status: response.status, code, text };
}

const staffCookie = (world: World, role: Role) =>
  world.as(role, async (unit) => `superbill_session=${await openStaffSession(unit, unit.userId, role)}`);

const portalCookie = (world: World, role: 'patient' | 'proxy', of: Subjects) =>
  world.as('biller', async (unit) => {
    const { patientId, statementId, proxyId } = of;
    const subject = { patientId, statementId, proxyId: role === 'proxy' ? proxyId : undefined };
    return `superbill_bill=${await openPatientSession(unit, subject)}`;
  });

const restingCodes = {
  'second-factor': 'session.second-factor-needed',
  enrol: 'session.enrolment-needed',
  locked: 'session.is-locked',
} as const;

/** A session that does not carry the rights of its hat yet, or not any more. */
const restingCookie = (role: Role, stage: keyof typeof restingCodes) =>
  home.as(role, async (unit) => {
    const token = await openStaffSession(unit, unit.userId, role, stage === 'locked' ? {} : { stage });
    if (stage === 'locked')
      await unit.db
        .updateTable('session')
        .set({ locked_at: unit.now })
        .where('token_hash', '=', hashToken(token))
        .execute();
    return `superbill_session=${token}`;
  });

/** A program has no session of its own: what it may is a matter of its keys (server/src/auth). */
const cookieOf = (world: World, role: Exclude<EveryRole, 'service-account'>, of: Subjects) =>
  role === 'patient' || role === 'proxy' ? portalCookie(world, role, of) : staffCookie(world, role);
const sessionRoles = everyRole.filter((role) => role !== 'service-account');

/** Everything stored of a practice, as one text. */
const fingerprint = async (world: World) => JSON.stringify(await fingerprints(world));

/** Cells by kind; `wrong` names each that answered otherwise than it should. */
const counted: Record<string, number> = {};
class Cells {
  readonly wrong: string[] = [];
  check(kind: string, what: string, right: boolean, { status, code }: Answer): void {
    counted[kind] = (counted[kind] ?? 0) + 1;
    if (!right) this.wrong.push(`${kind}: ${what} → ${status} ${code ?? ''}`);
  }
}
afterAll(() => {
  const all = Object.values(counted).reduce((a, b) => a + b, 0);
  console.log(`permission matrix: ${all} cells`, counted);
});

/** What a route says to somebody who came in but whose own account does not fit: the door was open. */
const ownMatters = [
  'session.hat-not-held',
  'session.not-found',
  'factor.not-found',
  'factor.none',
  'passkey.refused',
  'break-glass.own',
];

/** Each id in a sample, with the sample in which that one id is another's. */
function* swapped(sample: Sample, another: Subjects): Generator<{ field: string; sample: Sample }> {
  const places = Object.entries(mine).filter(
    (entry): entry is [keyof Subjects & string, string] => typeof entry[1] === 'string',
  );
  const text = JSON.stringify(sample);
  for (const [field, id] of places) {
    if (!text.includes(id)) continue;
    yield { field, sample: JSON.parse(text.replaceAll(id, String(another[field]))) };
  }
}

/** Ids of a practice may stand in its own trail, when its people tried them: refused, and noted. */
const tellsOf = (of: Subjects, name: RouteName, { text }: Answer) =>
  !name.includes('Audit') && Object.values(of).some((id) => typeof id === 'string' && text.includes(id));

test('each operation is declared as it was reviewed (else: read the line, and put it into who-may.txt)', () => {
  expect(operations.map(lineOf).sort()).toEqual([...reviewed].map((parts) => parts.join(': ')).sort());
});

test('a route of the portal takes no id of a patient or bill: the session says whose it is', () => {
  for (const { operationId, 'x-access': who } of operations) {
    if (!who.includes('patient')) continue;
    const { path, params, query, body } = routes[operationId] as Route;
    const shape = JSON.stringify(
      [path, params, query, body].map((part) =>
        typeof part === 'string' ? part : Object.keys((part as { shape?: object }).shape ?? {}),
      ),
    );
    expect(shape).not.toMatch(/patientId|statementId|:\w/);
  }
});

describe.each(operations)('$operationId', ({ operationId: name }) => {
  const route: Route = routes[name];
  const isPublic = reviewed.get(name) === 'anybody';
  const idsIn = (sample: Sample) => [...swapped(sample, mine)].map(({ field }) => field);

  test('answers those who may, and nobody else', async () => {
    const cells = new Cells();
    const sample = samplesOf(mine)[name] as Sample;
    for (const cookie of ['', 'superbill_session=x; superbill_bill=y']) {
      const answer = await send(name, cookie, sample);
      cells.check('no session', cookie, isPublic || answer.code === 'session.needed', answer);
    }
    const isPortal = mayBy(name, 'patient');
    const isHalfway = reviewed.get(name) === 'halfway';
    for (const role of isPublic ? [] : sessionRoles) {
      const cookie = await cookieOf(home, role, mine);
      const may = mayBy(name, role);
      const before = may && route.method !== 'GET' ? '' : await fingerprint(home);
      const answer = await send(name, cookie, sample);
      // A second role finds the work done already, and hats are only given to who holds them: the door was open.
      const isOpen = [200, 409].includes(answer.status) || ownMatters.includes(answer.code ?? '');
      const portalRole = role === 'patient' || role === 'proxy';
      const isShut =
        isPortal !== portalRole
          ? answer.status === 401
          : answer.code === (isHalfway ? 'session.no-factor-asked' : 'permission.missing');
      cells.check('own practice', role, may ? isOpen : isShut, answer);
      if (before !== '') cells.check('nothing changed', role, before === (await fingerprint(home)), answer);
    }
    expect(cells.wrong).toEqual([]);
  });

  test('answers no session that is halfway or locked', async () => {
    const { access } = route;
    const role = roles.find((one) => mayBy(name, one));
    if (role === undefined || access === 'any-session') return;
    const cells = new Cells();
    const sample = samplesOf(mine)[name] as Sample;
    const before = await fingerprint(home);
    for (const stage of ['second-factor', 'enrol', 'locked'] as const) {
      if (stage === 'enrol' && access === 'enrolling') continue;
      const answer = await send(name, await restingCookie(role, stage), sample);
      cells.check('halfway or locked', stage, answer.code === restingCodes[stage], answer);
    }
    cells.check('nothing changed', 'halfway or locked', before === (await fingerprint(home)), silence);
    expect(cells.wrong).toEqual([]);
  });

  test('tells another practice nothing, and changes nothing', async () => {
    if (isPublic) return;
    const cells = new Cells();
    const sample = samplesOf(mine)[name] as Sample;
    const isAbout = idsIn(sample).length > 0;
    const before = await fingerprint(home);
    for (const role of sessionRoles.filter((one) => mayBy(name, one))) {
      const answer = await send(name, await cookieOf(elsewhere, role, foreign), sample);
      const right = isAbout
        ? [400, 404, 409].includes(answer.status)
        : [200, 403, 409].includes(answer.status) || ownMatters.includes(answer.code ?? '');
      cells.check('other practice', role, right && !tellsOf(mine, name, answer), answer);
    }
    cells.check('nothing changed', 'other practice', before === (await fingerprint(home)), {
      status: 0,
      code: '',
      text: '',
    });
    expect(cells.wrong).toEqual([]);
  });

  test('refuses each single id of another practice, and of another patient beside one of mine', async () => {
    const sample = samplesOf(mine)[name] as Sample;
    const ids = idsIn(sample);
    const role = sessionRoles.find((one) => mayBy(name, one));
    if (isPublic || role === undefined || ids.length === 0) return;
    const cells = new Cells();
    const cookie = await cookieOf(home, role, mine);
    const before = await fingerprint(home);
    for (const { field, sample: other } of swapped(sample, foreign)) {
      const answer = await send(name, cookie, other);
      cells.check('one id of another practice', field, [400, 401, 404, 409].includes(answer.status), answer);
    }
    const named = new Set(recordIdsOf(route, { params: {}, ...sample }).map(({ id }) => id));
    const ofRecord = ids.filter((field) => named.has(String(mine[field as keyof Subjects])));
    const isPortal = role === 'patient';
    for (const { field, sample: other } of ofRecord.length > 1 || isPortal
      ? swapped(sample, neighbours)
      : []) {
      if (!ofRecord.includes(field)) continue;
      const answer = await send(name, cookie, other);
      cells.check('another patient beside mine', field, [400, 401, 404, 409].includes(answer.status), answer);
    }
    cells.check('nothing changed', 'ids of others', before === (await fingerprint(home)), {
      status: 0,
      code: '',
      text: '',
    });
    expect(cells.wrong).toEqual([]);
  });
});

test('no role holds every permission', () => {
  for (const role of roles)
    expect(operations.some(({ operationId }) => !mayBy(operationId, role))).toBe(true);
});
