import { signIn } from '@superbill/server/auth/sign-in';
import { acceptInvitation } from '@superbill/server/users/invitations';
import { afterEach, expect, test, vi } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { aWorld, password, testKey } from '../../test/world.ts';
import { userCommand } from './user.ts';

const database = await testDatabase();
const world = await aWorld(database);
const chosen = 'a lantern for the winding stairs';

/** Runs the command; answers what it printed and its exit status. */
async function run(...args: string[]) {
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('SUPERBILL_KEYS', testKey.secret.toString('base64'));
  vi.stubEnv('SUPERBILL_URL', 'https://superbill.example/');
  const out: string[] = [];
  const err: string[] = [];
  let status = 0;
  const command = userCommand({
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    input: (async function* () {})(),
    exit: (worst) => {
      status = Math.max(status, worst);
    },
  });
  await command.parseAsync(args, { from: 'user' });
  return { out, err, status };
}

afterEach(() => vi.unstubAllEnvs());

const tokenIn = (link = '') => /^https:\/\/superbill\.example\/invitation#(\S+)$/.exec(link)?.[1] ?? '';

test('who may sign in is listed', async () => {
  const { out } = await run('list');
  expect(out.join('\n')).toMatch(new RegExp(`${world.login('biller')} +active +biller`));
});

test('a user is invited by a link that is printed and works once', async () => {
  const { out } = await run('invite', 'Morgan', '--name', 'Morgan Example', '--role', 'coder', 'biller');
  const accepted = await acceptInvitation(
    { ...world.system, clock: (await import('@superbill/server/clock')).machineClock },
    { token: tokenIn(out[0]), password: chosen },
    null,
  );
  expect(accepted.answer).toMatchObject({ step: 'signed-in', session: { roles: ['coder', 'biller'] } });
  const again = await run('invite', 'morgan', '--name', 'Morgan Example');
  expect(again).toMatchObject({ status: 2, out: [], err: [expect.stringContaining('taken')] });
});

test('a reset takes the password away, and is in the audit trail as of the system', async () => {
  const login = world.login('administrator');
  const { out } = await run('reset', login);
  expect(tokenIn(out[0])).toHaveLength(80);
  await expect(signIn(world.system, { login, password })).rejects.toMatchObject({ code: 'session.refused' });
  const [act] = await world.as('administrator', ({ db }) =>
    db.selectFrom('audit_event').select(['hat', 'user_id']).where('action', '=', 'user.reset').execute(),
  );
  expect(act).toEqual({ hat: 'system', user_id: null });
  expect(await run('reset', 'nobody')).toMatchObject({ status: 2, out: [] });
});
