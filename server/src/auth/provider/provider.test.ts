import { routes } from '@superbill/contract';
import { addMilliseconds } from '@superbill/engines/model';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ApiClient, apiOf } from '../../../../test/api-client.ts';
import { testDatabase } from '../../../../test/database.ts';
import { anIdentityProvider, type IdentityProvider } from '../../../../test/identity-provider.ts';
import { aWorld, password } from '../../../../test/world.ts';

const database = await testDatabase();
const world = await aWorld(database);
const newClient = apiOf(world.system);
const { organizationId } = world;

let provider: IdentityProvider;
let issuer = '';

beforeAll(async () => {
  provider = await anIdentityProvider('http://localhost/sign-in/return');
  ({ issuer } = provider);
  vi.stubEnv('SUPERBILL_OIDC_IN_HOUSE', issuer);
  const administrator = newClient();
  await administrator.call(routes.signIn, { body: { login: world.login('administrator'), password } });
  const identityProvider = {
    label: 'Example ID',
    issuer,
    clientId: 'superbill',
    enabled: true,
    rowVersion: 0,
  };
  expect(
    (await administrator.send(routes.changeIdentityProvider, { body: identityProvider })).json,
  ).toMatchObject({
    at: 'clientSecret',
  });
  await administrator.call(routes.changeIdentityProvider, {
    body: { ...identityProvider, clientSecret: 'a secret of the client' },
  });
  const kept = await world.as('administrator', ({ db }) =>
    db.selectFrom('identity_provider').selectAll().execute(),
  );
  expect(kept[0]?.client_secret.includes('a secret of the client')).toBe(false);
  await giveAddress('coder', 'Coder@example.org');
});

afterAll(() => {
  vi.unstubAllEnvs();
  provider.stop();
});

const giveAddress = (role: 'coder' | 'biller' | 'auditor', email: string | null) =>
  world.as(role, ({ db, userId }) =>
    db.updateTable('app_user').set({ email }).where('user_id', '=', userId).execute(),
  );

const goThrough = (url: string) => provider.goThrough(url);

const start = async (client: ApiClient) =>
  (await client.call(routes.startProviderSignIn, { body: { organizationId } })).url;
const finish = (client: ApiClient, query: string) =>
  client.send(routes.finishProviderSignIn, { body: { query } });

async function signIn(client = newClient(), change: (url: URL) => void = () => {}) {
  const url = new URL(await start(client));
  change(url);
  return finish(client, await goThrough(url.href));
}

test('the practice that stands alone offers its provider, and no secret of it', async () => {
  const { identityProvider } = await newClient().call(routes.readSignInOptions, {
    query: { practice: organizationId },
  });
  expect(identityProvider).toEqual({ organizationId, label: 'Example ID' });
});

describe('somebody who was invited', () => {
  test('is found by a verified address, and from then on by the subject', async () => {
    expect((await signIn()).json).toMatchObject({
      step: 'signed-in',
      session: { user: { login: world.login('coder') } },
    });
    await giveAddress('coder', 'moved@example.org');
    expect((await signIn()).json).toMatchObject({
      step: 'signed-in',
      session: { user: { login: world.login('coder') } },
    });
  });

  test.each([
    {
      what: 'an address that is not verified',
      as: { sub: 'subject-2', email: 'biller@example.org', email_verified: false },
    },
    {
      what: 'an address of nobody',
      as: { sub: 'subject-3', email: 'nobody@example.org', email_verified: true },
    },
    {
      what: 'an address of somebody who is linked already',
      as: { sub: 'subject-4', email: 'moved@example.org', email_verified: true },
    },
  ])('is not found by $what, and nobody is added', async ({ as }) => {
    await giveAddress('biller', 'biller@example.org');
    const before = await world.as('administrator', ({ db }) =>
      db.selectFrom('app_user').select('user_id').execute(),
    );
    provider.person = as;
    expect((await signIn()).json).toMatchObject({ code: 'provider.no-user' });
    const after = await world.as('administrator', ({ db }) =>
      db.selectFrom('app_user').select('user_id').execute(),
    );
    expect(after).toEqual(before);
    provider.person = { sub: 'subject-1', email: 'coder@example.org', email_verified: true };
  });

  test('is not found by an address that two have', async () => {
    await giveAddress('biller', 'two@example.org');
    await giveAddress('auditor', 'two@example.org');
    provider.person = { sub: 'subject-5', email: 'two@example.org', email_verified: true };
    expect((await signIn()).json).toMatchObject({ code: 'provider.no-user' });
    provider.person = { sub: 'subject-1', email: 'coder@example.org', email_verified: true };
  });
});

describe('what came back is refused', () => {
  const refused = { code: 'provider.refused' };

  test('with another state or nonce than was asked with', async () => {
    expect((await signIn(newClient(), (url) => url.searchParams.set('state', 'another'))).json).toMatchObject(
      refused,
    );
    expect((await signIn(newClient(), (url) => url.searchParams.set('nonce', 'another'))).json).toMatchObject(
      refused,
    );
  });

  test('a second time', async () => {
    const client = newClient();
    const url = await start(client);
    const query = await goThrough(url);
    expect((await finish(client, query)).status).toBe(200);
    expect((await finish(client, query)).json).toMatchObject(refused);
  });

  test('in another browser', async () => {
    const url = await start(newClient());
    const query = await goThrough(url);
    expect((await finish(newClient(), query)).json).toMatchObject(refused);
    const other = newClient();
    await start(other);
    expect((await finish(other, query)).json).toMatchObject(refused);
  });

  test('with a code of another journey', async () => {
    const stolen = new URLSearchParams(await goThrough(await start(newClient())));
    const client = newClient();
    const own = new URLSearchParams(await goThrough(await start(client)));
    own.set('code', stolen.get('code') ?? '');
    expect((await finish(client, own.toString())).json).toMatchObject(refused);
  });

  test('from another issuer (mix-up), or as an error', async () => {
    const client = newClient();
    const query = new URLSearchParams(await goThrough(await start(client)));
    query.set('iss', 'https://elsewhere.example');
    expect((await finish(client, query.toString())).json).toMatchObject(refused);
    const other = newClient();
    const { searchParams } = new URL(await start(other));
    const denied = new URLSearchParams({ error: 'access_denied', state: searchParams.get('state') ?? '' });
    expect((await finish(other, denied.toString())).json).toMatchObject(refused);
  });

  test('after ten minutes', async () => {
    const client = newClient();
    const query = await goThrough(await start(client));
    world.system.clock.set(addMilliseconds(world.system.clock.now(), 10 * 60_000));
    expect((await finish(client, query)).json).toMatchObject(refused);
  });
});

test('a practice without a provider, or that is not there, offers none', async () => {
  const other = await aWorld(database);
  for (const id of [other.organizationId, '00000000-0000-4000-8000-000000000000']) {
    const { json } = await newClient().send(routes.startProviderSignIn, { body: { organizationId: id } });
    expect(json).toMatchObject({ code: 'provider.not-offered' });
  }
});

describe('the administrator tries the connection', () => {
  const change = async (
    set: { issuer?: string; clientSecret?: string },
    enabled = true,
  ): Promise<ApiClient> => {
    const administrator = newClient();
    await administrator.call(routes.signIn, { body: { login: world.login('administrator'), password } });
    const { identityProvider: before } = await administrator.call(routes.readIdentityProvider);
    const body = { label: 'Example ID', issuer, clientId: 'superbill', ...set, enabled };
    await administrator.call(routes.changeIdentityProvider, {
      body: { clientSecret: provider.clientSecret, ...body, rowVersion: before?.rowVersion ?? 0 },
    });
    return administrator;
  };

  test.each([
    { set: {}, outcome: 'works' },
    { set: { clientSecret: 'another secret' }, outcome: 'client-refused' },
    { set: { issuer: 'http://127.0.0.1:9' }, outcome: 'no-answer' },
  ])('with $set: $outcome, also while it is off', async ({ set, outcome }) => {
    const administrator = await change(set, false);
    expect(await administrator.call(routes.tryIdentityProvider)).toEqual({ outcome });
  });
});
