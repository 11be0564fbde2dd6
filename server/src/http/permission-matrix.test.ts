import { type EveryRole, everyRole, type Route, type RouteName, roles, routes } from '@superbill/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { callerOf, restingCaller, restingCodes } from '../../../test/callers.ts';
import { testDatabase } from '../../../test/database.ts';
import { fingerprint as fingerprints } from '../../../test/fingerprint.ts';
import {
  type Answer,
  type Caller,
  countCells,
  isOpen,
  mayBy,
  type Operation,
  operations,
  reviewed,
  type Sample,
  senderTo,
  silence,
} from '../../../test/permission-cells.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { type Subjects, someSubjects } from '../../../test/subjects.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { recordIdsOf } from '../access/record-ids.ts';
import { handlers } from '../handlers.ts';
import { createApp } from './app.ts';

/**
 * Roles × routes × practices × ownership, generated from the OpenAPI document. Who may what is not asked of the
 * declarations: it stands in `who-may.txt`, which people read line by line, and both must agree with what answers.
 */
const database = await testDatabase();
const home = await aWorld(database);
const elsewhere = await aWorld(database);
const send = senderTo(createApp(home.system, handlers));
const Cells = countCells();
/** Mine and a neighbour's at home, and those of another practice. */
let mine: Subjects;
let neighbours: Subjects;
let foreign: Subjects;

beforeAll(async () => {
  mine = await someSubjects(home);
  neighbours = await someSubjects(home);
  foreign = await someSubjects(elsewhere);
});

const lineOf = ({ operationId, 'x-access': who }: Operation) =>
  `${operationId}: ${typeof who === 'string' ? { public: 'anybody', 'signing-in': 'halfway' }[who] : who.join(' ')}`;

/** Everything stored of a practice, as one text. */
const fingerprint = async (world: World) => JSON.stringify(await fingerprints(world));

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
    const nobodies = [
      { cookie: '' },
      { cookie: 'superbill_session=x; superbill_bill=y' },
      { authorization: 'Bearer superbill_x' },
    ];
    for (const nobody of nobodies) {
      const answer = await send(name, nobody, sample);
      const what = JSON.stringify(nobody);
      cells.check('no session', what, isPublic || answer.code === 'session.needed', answer);
    }
    const isPortal = mayBy(name, 'patient');
    const isHalfway = reviewed.get(name) === 'halfway';
    const callers = new Map<EveryRole, Caller>();
    for (const role of isPublic ? [] : everyRole) callers.set(role, await callerOf(home, role, mine));
    const before = await fingerprint(home);
    for (const [role, caller] of callers) {
      if (mayBy(name, role)) continue;
      const answer = await send(name, caller, sample);
      const isVisitor = role === 'patient' || role === 'proxy';
      const isProgram = role === 'service-account';
      const isShut =
        isPortal !== isVisitor && !isProgram
          ? answer.status === 401
          : answer.code === (isHalfway && !isProgram ? 'session.no-factor-asked' : 'permission.missing');
      cells.check('own practice', role, isShut, answer);
    }
    cells.check('nothing changed', 'who may not', before === (await fingerprint(home)), silence);
    for (const [role, caller] of callers) {
      if (!mayBy(name, role)) continue;
      const answer = await send(name, caller, sample);
      cells.check('own practice', role, isOpen(answer), answer);
    }
    if (route.method === 'GET')
      cells.check('nothing changed', 'who may', before === (await fingerprint(home)), silence);
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
      const answer = await send(name, await restingCaller(home, role, stage), sample);
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
    for (const role of everyRole.filter((one) => mayBy(name, one))) {
      const answer = await send(name, await callerOf(elsewhere, role, foreign), sample);
      const right = isAbout
        ? [400, 404, 409].includes(answer.status)
        : answer.status === 403 || isOpen(answer);
      cells.check('other practice', role, right && !tellsOf(mine, name, answer), answer);
    }
    cells.check('nothing changed', 'other practice', before === (await fingerprint(home)), silence);
    expect(cells.wrong).toEqual([]);
  });

  test('refuses each single id of another practice, and of another patient beside one of mine', async () => {
    const sample = samplesOf(mine)[name] as Sample;
    const ids = idsIn(sample);
    const role = everyRole.find((one) => mayBy(name, one));
    if (isPublic || role === undefined || ids.length === 0) return;
    const cells = new Cells();
    const caller = await callerOf(home, role, mine);
    const before = await fingerprint(home);
    for (const { field, sample: other } of swapped(sample, foreign)) {
      const answer = await send(name, caller, other);
      cells.check('one id of another practice', field, [400, 401, 404, 409].includes(answer.status), answer);
    }
    const named = new Set(recordIdsOf(route, { params: {}, ...sample }).map(({ id }) => id));
    const ofRecord = ids.filter((field) => named.has(String(mine[field as keyof Subjects])));
    const isPortal = role === 'patient';
    for (const { field, sample: other } of ofRecord.length > 1 || isPortal
      ? swapped(sample, neighbours)
      : []) {
      if (!ofRecord.includes(field)) continue;
      const answer = await send(name, caller, other);
      cells.check('another patient beside mine', field, [400, 401, 404, 409].includes(answer.status), answer);
    }
    cells.check('nothing changed', 'ids of others', before === (await fingerprint(home)), silence);
    expect(cells.wrong).toEqual([]);
  });
});

test('no role holds every permission', () => {
  for (const role of roles)
    expect(operations.some(({ operationId }) => !mayBy(operationId, role))).toBe(true);
});
