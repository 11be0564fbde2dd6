import { type Role, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aPasskey } from '../../../test/passkey.ts';
import { aWorld, password } from '../../../test/world.ts';
import { sendLetters } from '../mail/letters.ts';
import { findOrLinkUser } from './provider/link-user.ts';

const database = await testDatabase();
const chosen = 'a lantern for the winding stairs';
const address = 'coder@example.org';

/** A coder with an address, and the letters that went to whom since the last look. */
async function aCoder() {
  const world = await aWorld(database);
  const { mailer } = world.system;
  const newClient = apiOf(world.system);
  const as = async (role: Role) => {
    const client = newClient();
    await client.call(routes.signIn, { body: { login: world.login(role), password } });
    return client;
  };
  const { userId } = world.staff.coder;
  await world.as('administrator', ({ db }) =>
    db.updateTable('app_user').set({ email: address }).where('user_id', '=', userId).execute(),
  );
  const told = async () => {
    await sendLetters(world.system, world.organizationId);
    return mailer.letters.splice(0).map(({ to, text }) => ({ to, text }));
  };
  return { world, newClient, as, userId, told };
}

const of = (change: string) => [
  { to: address, text: expect.stringContaining(`on March 20, 2027 at 10:00 AM PDT: ${change}.\n`) },
];

test('a change of one’s own factors is told to their owner, once each and without a secret', async () => {
  const { world, as, told } = await aCoder();
  const client = await as('coder');
  expect(await told()).toEqual([]);

  const { id, secret } = await client.call(routes.startTotp);
  const code = new TOTP({ secret }).generate({ timestamp: Date.parse(world.system.clock.now()) });
  const { recoveryCodes } = await client.call(routes.confirmTotp, {
    params: { factorId: id },
    body: { code },
  });
  const first = await told();
  expect(first).toEqual(of('an authenticator app was set up'));
  for (const word of [secret, code, ...(recoveryCodes ?? [])]) expect(first[0]?.text).not.toContain(word);

  const { question } = await client.call(routes.startPasskey);
  const passkey = aPasskey({ origin: 'http://localhost' }).make(question);
  const key = await client.call(routes.addPasskey, { body: { name: 'Key', passkey } });
  expect(await told()).toEqual(of('a passkey was added'));
  await client.call(routes.removePasskey, { params: { passkeyId: key.id } });
  expect(await told()).toEqual(of('a passkey was taken away'));
  await client.call(routes.renewRecoveryCodes);
  expect(await told()).toEqual(of('new recovery codes were made, and the earlier ones stopped working'));
  await client.call(routes.changePassword, { body: { current: password, next: chosen } });
  const [changed] = await told();
  expect(changed?.text).toContain('the password was changed');
  expect(changed?.text).not.toContain(chosen);
  await client.call(routes.removeTotp, { params: { factorId: id } });
  expect(await told()).toEqual(of('the authenticator app was taken away'));
});

test('a change that is refused is told to nobody', async () => {
  const { as, told } = await aCoder();
  const client = await as('coder');
  await client.send(routes.changePassword, { body: { current: 'wrong', next: chosen } });
  await client.send(routes.renewRecoveryCodes);
  expect(await told()).toEqual([]);
});

test('a new address is told to the former one too, and another change of the user to nobody', async () => {
  const { as, told, userId } = await aCoder();
  const administrator = await as('administrator');
  const change = (email: string | null, rowVersion: number) =>
    administrator.call(routes.changeUser, {
      params: { userId },
      body: { name: 'Example coder', email, roles: ['coder'], practitionerId: null, rowVersion },
    });
  await change('moved@example.org', 1);
  const letters = await told();
  expect(letters.map(({ to }) => to).sort()).toEqual([address, 'moved@example.org']);
  for (const { text } of letters) {
    expect(text).toContain('the e-mail address was changed');
    expect(text).not.toContain('@');
  }
  await change('moved@example.org', 2);
  expect(await told()).toEqual([]);
  await change(null, 3);
  expect((await told()).map(({ to }) => to)).toEqual(['moved@example.org']);
});

test('a reset tells of the factors it takes, and then of the password that was chosen', async () => {
  const { as, told, newClient, userId } = await aCoder();
  const administrator = await as('administrator');
  const params = { userId };
  await administrator.call(routes.resetUser, { params, body: { secondFactors: true } });
  const letters = await told();
  const link = letters.find(({ text }) => text.includes('#'))?.text ?? '';
  expect(letters.filter(({ text }) => !text.includes('#'))).toEqual(
    of('the authenticator app, the passkeys and the recovery codes were taken away'),
  );
  const token = /#(\S+)/.exec(link)?.[1] ?? '';
  await newClient().call(routes.acceptInvitation, { body: { token, password: chosen } });
  expect(await told()).toEqual(of('the password was changed'));
});

test('an account at the identity provider that is linked is told once', async () => {
  const { world, told } = await aCoder();
  const link = () =>
    world.as('coder', (unit) =>
      findOrLinkUser(unit, 'https://id.example.org', { subject: 'one', email: address }),
    );
  await link();
  expect(await told()).toEqual(
    of('an account at the identity provider was linked, which signs in from now on'),
  );
  await link();
  expect(await told()).toEqual([]);
});

test('a letter that the mail server does not take changes nothing and is tried again', async () => {
  const { world, as, told } = await aCoder();
  const client = await as('coder');
  const working = world.system.mailer.send;
  world.system.mailer.send = async () => {
    throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
  };
  await client.call(routes.changePassword, { body: { current: password, next: chosen } });
  expect(await told()).toEqual([]);
  const administrator = await as('administrator');
  expect((await administrator.call(routes.listLetters)).letters).toMatchObject([
    { kind: 'notice', state: 'waiting', lastProblem: 'ECONNREFUSED' },
  ]);
  world.system.mailer.send = working;
  world.system.clock.set(addMilliseconds(world.system.clock.now(), 60_000));
  expect(await told()).toEqual(of('the password was changed'));
});
