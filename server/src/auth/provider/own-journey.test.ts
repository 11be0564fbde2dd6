import { type Role, routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ApiClient, apiOf } from '../../../../test/api-client.ts';
import { testDatabase } from '../../../../test/database.ts';
import { anIdentityProvider, type IdentityProvider } from '../../../../test/identity-provider.ts';
import { aWorld, password, type World } from '../../../../test/world.ts';
import { sendLetters } from '../../mail/letters.ts';

const database = await testDatabase();
const minute = 60_000;
const nova = { sub: 'nova', email: 'nova@example.org', email_verified: true };
const another = { sub: 'another', email: 'another@example.org', email_verified: true };

let provider: IdentityProvider;
let world: World;
let newClient: () => ApiClient;

beforeAll(async () => {
  provider = await anIdentityProvider('http://localhost/sign-in/return');
  vi.stubEnv('SUPERBILL_OIDC_IN_HOUSE', provider.issuer);
});

afterAll(() => {
  vi.unstubAllEnvs();
  provider.stop();
});

/** An administrator, and a coder who has nothing but an account at the provider. */
beforeEach(async () => {
  world = await aWorld(database);
  newClient = apiOf(world.system);
  const administrator = await withPassword('administrator');
  const { issuer, clientId, clientSecret } = provider;
  await administrator.call(routes.changeIdentityProvider, {
    body: { label: 'Example ID', issuer, clientId, clientSecret, enabled: true, rowVersion: 0 },
  });
  await setUser({ email: nova.email, password_hash: null });
  provider.person = nova;
  provider.askedAgo = 0;
});

const setUser = (set: { email?: string; password_hash?: string | null }) =>
  world.as('coder', ({ db, userId }) =>
    db.updateTable('app_user').set(set).where('user_id', '=', userId).execute(),
  );

async function withPassword(role: Role): Promise<ApiClient> {
  const client = newClient();
  await client.call(routes.signIn, { body: { login: world.login(role), password } });
  return client;
}

const later = (milliseconds: number) =>
  world.system.clock.set(addMilliseconds(world.system.clock.now(), milliseconds));

/** The way there and back takes half a minute. */
async function goThrough(url: string, cookies?: Map<string, string>): Promise<string> {
  later(minute / 2);
  return provider.goThrough(url, cookies);
}

async function withProvider(client = newClient(), cookies?: Map<string, string>): Promise<ApiClient> {
  const { organizationId } = world;
  const { url } = await client.call(routes.startProviderSignIn, { body: { organizationId } });
  const query = await goThrough(url, cookies);
  await client.call(routes.finishProviderSignIn, { body: { query } });
  return client;
}

const start = async (client: ApiClient, purpose: 'prove' | 'unlock' = 'prove') =>
  (await client.call(routes.startProviderProof, { body: { purpose } })).url;
const finish = (client: ApiClient, query: string) =>
  client.send(routes.finishProviderProof, { body: { query } });
const isProven = async (client: ApiClient) => (await client.send(routes.readOwnAccount)).status === 200;

const told = async () => {
  await sendLetters(world.system, world.organizationId);
  return world.system.mailer.letters.splice(0).map(({ text }) => text);
};
const acts = () =>
  world.as('administrator', async ({ db }) =>
    (await db.selectFrom('audit_event').select('action').orderBy('sequence').execute()).map(
      ({ action }) => action,
    ),
  );

describe('who signs in only with the provider', () => {
  test('is told that it is the way, and gives a fresh proof there', async () => {
    const client = await withProvider();
    expect(await client.call(routes.readProofWays)).toEqual({
      password: false,
      identityProvider: { label: 'Example ID' },
    });
    later(11 * minute);
    expect(await isProven(client)).toBe(false);
    const url = await start(client);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    expect((await finish(client, await goThrough(url))).json).toEqual({ purpose: 'prove' });
    expect(await isProven(client)).toBe(true);
    expect(await acts()).toContain('session.prove');
  });

  test('unlocks, and a locked session cannot be proven instead', async () => {
    const client = await withProvider();
    await client.call(routes.lockSession);
    const prove = await client.send(routes.startProviderProof, { body: { purpose: 'prove' } });
    expect(prove.json).toMatchObject({ code: 'session.is-locked' });
    const query = await goThrough(await start(client, 'unlock'));
    expect((await client.send(routes.readSession)).status).toBe(401);
    expect((await finish(client, query)).json).toEqual({ purpose: 'unlock' });
    expect((await client.send(routes.readSession)).status).toBe(200);
    expect(await acts()).toContain('session.unlock');
  });

  test('comes back to a page whose session has ended, and nobody else does', async () => {
    await withProvider();
    const { organizationId } = world;
    const { userId } = world.staff.coder;
    const comeBack = async () => {
      const client = newClient();
      const { url } = await client.call(routes.startProviderSignIn, { body: { organizationId, userId } });
      return client.send(routes.finishProviderSignIn, { body: { query: await goThrough(url) } });
    };
    expect((await comeBack()).json).toMatchObject({ step: 'signed-in' });
    await world.as('biller', ({ db, userId: biller }) =>
      db.updateTable('app_user').set({ email: another.email }).where('user_id', '=', biller).execute(),
    );
    provider.person = another;
    expect((await comeBack()).json).toMatchObject({ code: 'provider.other-person' });
  });
});

describe('a proof is refused', () => {
  const refused = { code: 'provider.refused' };
  let client: ApiClient;

  beforeEach(async () => {
    client = await withProvider();
    later(11 * minute);
  });
  const isRefused = async (answer: { json: unknown }, problem: { code: string } = refused) => {
    expect(answer.json).toMatchObject(problem);
    expect(await isProven(client)).toBe(false);
  };

  test('by another account there', async () => {
    provider.person = another;
    await isRefused(await finish(client, await goThrough(await start(client))), {
      code: 'provider.other-person',
    });
    expect(await acts()).toContain('access.refuse');
  });

  test('when the provider asked before we did', async () => {
    provider.askedAgo = 45;
    await isRefused(await finish(client, await goThrough(await start(client))));
  });

  test('when the questions to the provider were taken out on the way, and it knew the person', async () => {
    const cookies = new Map<string, string>();
    provider.askedAgo = 3600;
    await withProvider(newClient(), cookies);
    const url = new URL(await start(client));
    for (const name of ['prompt', 'max_age']) url.searchParams.delete(name);
    await isRefused(await finish(client, await goThrough(url.href, cookies)));
  });

  test('a second time', async () => {
    const query = await goThrough(await start(client));
    expect((await finish(client, query)).status).toBe(200);
    later(11 * minute);
    await isRefused(await finish(client, query));
  });

  test('with the state of another question, and in another browser', async () => {
    const query = await goThrough(await start(client));
    await start(client);
    await isRefused(await finish(client, query));
    const other = await withProvider();
    await start(other);
    expect((await finish(other, query)).json).toMatchObject(refused);
  });

  test('in another session of the same person', async () => {
    const query = await goThrough(await start(client));
    const journey = client.cookies().superbill_journey;
    const other = await withProvider();
    later(11 * minute);
    const answer = await other.send(
      routes.finishProviderProof,
      { body: { query } },
      { cookie: `superbill_session=${other.cookies().superbill_session}; superbill_journey=${journey}` },
    );
    expect(answer.json).toMatchObject(refused);
  });

  test('for anything but what it was asked for', async () => {
    const signIn = await goThrough(await start(client));
    expect((await client.send(routes.finishProviderSignIn, { body: { query: signIn } })).json).toMatchObject(
      refused,
    );
    const { organizationId } = world;
    const { url } = await client.call(routes.startProviderSignIn, { body: { organizationId } });
    await isRefused(await finish(client, await goThrough(url)));
  });

  test('to who has no account there linked', async () => {
    const biller = await withPassword('biller');
    const { json } = await biller.send(routes.startProviderProof, { body: { purpose: 'prove' } });
    expect(json).toMatchObject({ code: 'identity.not-linked' });
  });
});

describe('an account at the provider is linked by hand', () => {
  const link = async (client: ApiClient) => {
    const { url } = await client.call(routes.startProviderLink);
    return client.send(routes.finishProviderLink, { body: { query: await goThrough(url) } });
  };

  test('by its owner, who then signs in with it, whatever its address, and unlinks it again', async () => {
    const biller = await withPassword('biller');
    await world.as('biller', ({ db, userId }) =>
      db.updateTable('app_user').set({ email: 'b@example.org' }).where('user_id', '=', userId).execute(),
    );
    provider.person = another;
    expect((await link(biller)).status).toBe(200);
    expect(await told()).toEqual([expect.stringContaining('was linked, which signs in from now on')]);
    const own = await biller.call(routes.readOwnAccount);
    expect(own).toMatchObject({
      identities: [{ issuer: provider.issuer }],
      identityProvider: { label: 'Example ID', issuer: provider.issuer },
    });
    const elsewhere = await withProvider();
    expect(await elsewhere.call(routes.readSession)).toMatchObject({
      user: { login: world.login('biller') },
    });
    expect((await link(biller)).json).toMatchObject({ code: 'identity.linked' });

    const identityId = own.identities[0]?.id ?? '';
    await biller.call(routes.unlinkOwnIdentity, { params: { identityId } });
    expect(await told()).toEqual([expect.stringContaining('was unlinked, and signs in no longer')]);
    expect((await elsewhere.send(routes.readSession)).status).toBe(401);
    expect((await biller.call(routes.readOwnAccount)).identities).toEqual([]);
    expect(await acts()).toEqual(expect.arrayContaining(['user.link-identity', 'user.unlink-identity']));
  });

  test('with a fresh proof, and only where it is nobody else’s', async () => {
    await withProvider();
    const biller = await withPassword('biller');
    expect((await link(biller)).json).toMatchObject({ code: 'identity.taken' });
    later(11 * minute);
    expect((await biller.send(routes.startProviderLink)).json).toMatchObject({
      code: 'session.step-up-needed',
    });
  });

  test('and is not unlinked by who has no other way in', async () => {
    const client = await withProvider();
    const { identities } = await client.call(routes.readOwnAccount);
    const params = { identityId: identities[0]?.id ?? '' };
    const { json } = await client.send(routes.unlinkOwnIdentity, { params });
    expect(json).toMatchObject({ code: 'identity.only-way-in' });
    expect((await client.call(routes.readOwnAccount)).identities).toEqual(identities);
  });

  test('an administrator unlinks it, and its address does not bring it back', async () => {
    const client = await withProvider();
    await told();
    const administrator = await withPassword('administrator');
    const { userId } = world.staff.coder;
    const readUser = () => administrator.call(routes.readUser, { params: { userId } });
    const { identities, state } = await readUser();
    expect(state, 'who signs in there is not waiting for a password').toBe('active');
    const params = { userId, identityId: identities[0]?.id ?? '' };
    const others = { ...params, userId: world.staff.biller.userId };
    const { json } = await administrator.send(routes.unlinkUserIdentity, { params: others });
    expect(json).toMatchObject({ code: 'identity.not-found' });
    await administrator.call(routes.unlinkUserIdentity, { params });
    expect((await readUser()).state).toBe('invited');
    expect(await told()).toEqual([expect.stringContaining('was unlinked')]);
    expect((await client.send(routes.readSession)).status).toBe(401);
    const { organizationId } = world;
    const again = async () => {
      const browser = newClient();
      const { url } = await browser.call(routes.startProviderSignIn, { body: { organizationId } });
      return browser.send(routes.finishProviderSignIn, { body: { query: await goThrough(url) } });
    };
    expect((await again()).json).toMatchObject({ code: 'provider.no-user' });
    // An account made anew at the provider is found by its address as the first one was.
    provider.person = { ...nova, sub: 'nova, anew' };
    expect((await again()).json).toMatchObject({ step: 'signed-in' });
  });
});
