import { type Permission, type Role, type Route, roleCatalog, roles, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { beforeAll, describe, expect, test } from 'vitest';
import { aProgram, callerWithHats, formerProxy } from '../../../test/callers.ts';
import { testDatabase } from '../../../test/database.ts';
import { fingerprint as fingerprints } from '../../../test/fingerprint.ts';
import {
  type Caller,
  countCells,
  isOpen,
  mayBy,
  operations,
  type Sample,
  senderTo,
  silence,
} from '../../../test/permission-cells.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { type Subjects, someSubjects } from '../../../test/subjects.ts';
import { aWorld } from '../../../test/world.ts';
import { denyPermission, liftDenial } from '../access/deny-permission.ts';
import { handlers } from '../handlers.ts';
import { changeServiceAccount, revokeApiKey } from '../service-accounts/change-accounts.ts';
import { createApp } from './app.ts';

/**
 * Beside the matrix of whole roles: each route by programs with each scope alone, with a scope denied and with a key
 * that ended, by people who hold a second role and do not wear it, and by who may no longer act for the patient.
 */
const database = await testDatabase();
const home = await aWorld(database);
const send = senderTo(createApp(home.system, handlers));
const Cells = countCells();
const scopes = roleCatalog['service-account'].permissions;

let mine: Subjects;
let former: Caller;
const byScope = new Map<Permission, Caller>();
const ended = new Map<string, Caller>();
/** Who wears the first hat and holds the second. */
const hats: { worn: Role; other: Role; userId: string; caller: Caller }[] = [];

beforeAll(async () => {
  mine = await someSubjects(home);
  former = await formerProxy(home, await someSubjects(home));
  for (const scope of scopes) byScope.set(scope, (await aProgram(home, [scope])).caller);
  for (const worn of roles)
    for (const other of roles)
      if (worn !== other) hats.push({ worn, other, ...(await callerWithHats(home, worn, other)) });
  // Whoever closes a record stays among its readers, so that it can be opened again.
  mine.staffIds = hats.map(({ userId }) => userId);

  const whole = [...scopes];
  const [revoked, disabled, expired] = [
    await aProgram(home, whole),
    await aProgram(home, whole),
    await aProgram(home, whole),
  ];
  await home.as('administrator', async (unit) => {
    await revokeApiKey(unit, revoked);
    const off = { name: 'Link', permissions: whole, disabled: true, rowVersion: 1 };
    await changeServiceAccount(unit, disabled.accountId, off);
    await unit.db
      .updateTable('api_key')
      .set({ expires_at: addMilliseconds(unit.now, -1) })
      .where('key_id', '=', expired.keyId)
      .execute();
  });
  for (const [why, { caller }] of Object.entries({ revoked, disabled, expired })) ended.set(why, caller);
});

/** What a route says of a colleague's question, request or chart: the door was open. */
const ofAnother = ['query.not-found', 'approval.not-own', 'review.not-found'];

const fingerprint = async () => JSON.stringify(await fingerprints(home));

/** The scope under which programs reach a route, if they do. */
function scopeOf({ access }: Route): Permission | undefined {
  if (typeof access !== 'object' || access.stepUp) return undefined;
  return scopes.includes(access.staff) ? access.staff : undefined;
}

describe.each(operations.map(({ operationId }) => operationId))('%s', (name) => {
  const route: Route = routes[name];
  const scope = scopeOf(route);
  const sample = () => samplesOf(mine)[name] as Sample;

  test('answers a program with the scope it wants, and with no other', async () => {
    if (route.access === 'public') return;
    const cells = new Cells();
    const before = await fingerprint();
    for (const [held, caller] of byScope) {
      if (held === scope) continue;
      const answer = await send(name, caller, sample());
      cells.check('other scope', held, answer.code === 'permission.missing', answer);
    }
    cells.check('nothing changed', 'other scope', before === (await fingerprint()), silence);
    const caller = scope && byScope.get(scope);
    if (caller) {
      const answer = await send(name, caller, sample());
      cells.check('own scope', scope, mayBy(name, 'service-account') && isOpen(answer), answer);
    }
    expect(cells.wrong).toEqual([]);
  });

  test('answers no key that ended, and none whose scope was taken from all programs', async () => {
    if (!scope) return;
    const cells = new Cells();
    const before = await fingerprint();
    for (const [why, caller] of ended) {
      const answer = await send(name, caller, sample());
      cells.check('ended key', why, answer.code === 'session.needed', answer);
    }
    cells.check('nothing changed', 'ended key', before === (await fingerprint()), silence);
    const denial = { from: { role: 'service-account' }, permission: scope } as const;
    const id = await home.as('administrator', (unit) => denyPermission(unit, denial));
    const denied = await fingerprint();
    const answer = await send(name, byScope.get(scope) as Caller, sample());
    cells.check('denied scope', scope, answer.code === 'permission.missing', answer);
    cells.check('nothing changed', 'denied scope', denied === (await fingerprint()), silence);
    await home.as('administrator', (unit) => liftDenial(unit, id));
    expect(cells.wrong).toEqual([]);
  });

  test('asks what the hat that is worn may, not what the other one could', async () => {
    if (typeof route.access !== 'object') return;
    const cells = new Cells();
    const before = await fingerprint();
    for (const { worn, other, caller } of hats) {
      if (mayBy(name, worn) || !mayBy(name, other)) continue;
      const answer = await send(name, caller, sample());
      cells.check('second hat', `${worn}, also ${other}`, answer.code === 'permission.missing', answer);
    }
    cells.check('nothing changed', 'second hat', before === (await fingerprint()), silence);
    const fitting = hats.find(({ worn, other }) => mayBy(name, worn) && !mayBy(name, other));
    if (fitting) {
      const answer = await send(name, fitting.caller, sample());
      const right = isOpen(answer) || ofAnother.includes(answer.code ?? '');
      cells.check('fitting hat', `${fitting.worn}, also ${fitting.other}`, right, answer);
    }
    expect(cells.wrong).toEqual([]);
  });

  test('answers nobody whose authority to act for the patient has ended', async () => {
    if (route.access !== 'patient') return;
    const cells = new Cells();
    const answer = await send(name, former, sample());
    cells.check('former proxy', name, answer.code === 'session.needed', answer);
    expect(cells.wrong).toEqual([]);
  });
});
