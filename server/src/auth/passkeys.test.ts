import { routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { apiOf } from '../../../test/api-client.ts';
import { testDatabase } from '../../../test/database.ts';
import { aPasskey } from '../../../test/passkey.ts';
import { aWorld, password } from '../../../test/world.ts';

const database = await testDatabase();
const origin = 'http://localhost';

/** A coder with a passkey. */
async function aUser() {
  const world = await aWorld(database);
  const newClient = apiOf(world.system);
  const client = newClient();
  const signIn = (of = client) => of.call(routes.signIn, { body: { login: world.login('coder'), password } });
  await signIn();
  const key = aPasskey({ origin });
  const { question } = await client.call(routes.startPasskey);
  const { id, recoveryCodes } = await client.call(routes.addPasskey, {
    body: { name: 'Key', passkey: key.make(question) },
  });
  expect(recoveryCodes).toHaveLength(10);
  const half = async () => {
    const other = newClient();
    expect(await signIn(other)).toMatchObject({
      step: 'second-factor',
      factors: ['passkey', 'recovery-code'],
    });
    return other;
  };
  return { world, newClient, client, key, id, half };
}

test('a passkey is the second step', async () => {
  const { key, half } = await aUser();
  const other = await half();
  const { question } = await other.call(routes.askForPasskey);
  expect(
    await other.call(routes.passSecondFactor, { body: { passkey: key.answer(question) } }),
  ).toMatchObject({
    step: 'signed-in',
  });
});

test.each([
  { what: 'of another site', change: { origin: 'https://elsewhere.example' } },
  { what: 'to a question of nobody', change: { challenge: 'AAAA' } },
])('an answer $what is refused', async ({ change }) => {
  const { key, half } = await aUser();
  const other = await half();
  const { question } = await other.call(routes.askForPasskey);
  const { json } = await other.send(routes.passSecondFactor, {
    body: { passkey: key.answer(question, change) },
  });
  expect(json).toMatchObject({ code: 'factor.refused' });
});

test('an answer is taken once, for its own session, in time, and never from a copy of the key', async () => {
  const { world, key, half } = await aUser();
  const one = await half();
  const { question } = await one.call(routes.askForPasskey);
  const answer = key.answer(question);
  const two = await half();
  const refused = async (client: typeof one, passkey = answer) =>
    expect((await client.send(routes.passSecondFactor, { body: { passkey } })).json).toMatchObject({
      code: 'factor.refused',
    });
  await refused(two);
  await one.call(routes.passSecondFactor, { body: { passkey: answer } });
  await refused(two);

  const { question: old } = await two.call(routes.askForPasskey);
  world.system.clock.set(addMilliseconds(world.system.clock.now(), 5 * 60_000));
  await refused(two, key.answer(old));

  const { question: fresh } = await two.call(routes.askForPasskey);
  key.setBack();
  await refused(two, key.answer(fresh));
});

test('a passkey that did not know its owner is no proof, one that did is', async () => {
  const { key, client } = await aUser();
  const { question } = await client.call(routes.askForProof);
  const { json } = await client.send(routes.prove, {
    body: { passkey: key.answer(question, { verified: false }) },
  });
  expect(json).toMatchObject({ code: 'factor.refused' });
  const { question: again } = await client.call(routes.askForProof);
  await client.call(routes.prove, { body: { passkey: key.answer(again) } });
});

test('a passkey that was taken away opens nothing', async () => {
  const { key, id, client, half } = await aUser();
  const other = await half();
  const { question } = await other.call(routes.askForPasskey);
  await client.call(routes.changePassword, {
    body: { current: password, next: 'a lantern for the winding stairs' },
  });
  await client.call(routes.removePasskey, { params: { passkeyId: id } });
  const { status } = await other.send(routes.passSecondFactor, { body: { passkey: key.answer(question) } });
  expect(status).toBe(401);
});

test('a passkey is renamed by its owner alone', async () => {
  const { client, newClient, world, id } = await aUser();
  const biller = newClient();
  await biller.call(routes.signIn, { body: { login: world.login('biller'), password } });
  const rename = { params: { passkeyId: id }, body: { name: 'Office laptop' } };
  expect((await biller.send(routes.renamePasskey, rename)).json).toMatchObject({ code: 'factor.not-found' });
  await client.call(routes.renamePasskey, rename);
  expect(await client.call(routes.readOwnAccount)).toMatchObject({
    passkeys: [{ id, name: 'Office laptop' }],
  });
});

test('a passkey is made for one question and one user', async () => {
  const { client, newClient, world } = await aUser();
  const biller = newClient();
  await biller.call(routes.signIn, { body: { login: world.login('biller'), password } });
  const { question } = await client.call(routes.startPasskey);
  const passkey = aPasskey({ origin }).make(question);
  expect((await biller.send(routes.addPasskey, { body: { name: 'Key', passkey } })).json).toMatchObject({
    code: 'passkey.refused',
  });
  await client.call(routes.addPasskey, { body: { name: 'Second', passkey } });
  expect((await client.send(routes.addPasskey, { body: { name: 'Third', passkey } })).json).toMatchObject({
    code: 'passkey.refused',
  });
});

test('a passkey signs in alone, when it knew its owner, also while the login rests', async () => {
  const { world, newClient, key } = await aUser();
  const guesser = newClient();
  for (let i = 0; i < 5; i += 1)
    await guesser.send(routes.signIn, { body: { login: world.login('coder'), password: 'wrong' } });
  const client = newClient();
  const { question } = await client.call(routes.askForSignInPasskey);
  const unproven = key.answer(question, { verified: false });
  expect((await client.send(routes.signInWithPasskey, { body: { passkey: unproven } })).json).toMatchObject({
    code: 'passkey.unknown',
  });
  const passkey = key.answer(question);
  expect(await client.call(routes.signInWithPasskey, { body: { passkey } })).toMatchObject({
    step: 'signed-in',
    session: { user: { login: world.login('coder') } },
  });
  expect((await newClient().send(routes.signInWithPasskey, { body: { passkey } })).json).toMatchObject({
    code: 'passkey.unknown',
  });
  const stranger = aPasskey({ origin });
  expect(
    (await newClient().send(routes.signInWithPasskey, { body: { passkey: stranger.answer(question) } })).json,
  ).toMatchObject({ code: 'passkey.unknown' });
});
