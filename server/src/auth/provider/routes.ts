import { routes } from '@superbill/contract';
import { AppError } from '../../errors.ts';
import { type Handler, handleInSteps, handlePublic } from '../../http/handle.ts';
import { listOrganizations } from '../../practice/create-practice.ts';
import { work } from '../../work.ts';
import { signInWithPasskey } from '../passkey-sign-in.ts';
import { askPasskey, passkeySignIn } from '../passkeys.ts';
import { enter } from '../routes.ts';
import { findIdentity } from './identities.ts';
import { startJourney } from './journey.ts';
import { finishProviderProof, startProviderProof } from './own-journey.ts';
import { finishProviderSignIn } from './sign-in.ts';
import { changeProvider, loadProvider, readProvider } from './store.ts';
import { tryProvider } from './try-provider.ts';

export const signInHandlers: Handler[] = [
  handlePublic(routes.readSignInOptions, async ({ system }, { query: { practice } }) => {
    const practices = practice === undefined ? await listOrganizations(system) : [practice];
    const [organizationId] = practices;
    // Which practices there are is nobody's business before sign-in: only the single one is offered unasked.
    if (organizationId === undefined || practices.length > 1) return { identityProvider: null };
    const actor = { organizationId, userId: null, hat: 'system' } as const;
    const provider = await work(system, actor, (unit) => loadProvider(unit));
    return { identityProvider: provider ? { organizationId, label: provider.label } : null };
  }),

  handlePublic(routes.askForSignInPasskey, async ({ system, origin }) => ({
    question: await askPasskey(system, { origin, purpose: passkeySignIn }),
  })),

  handlePublic(routes.signInWithPasskey, async (exchange, { body }) =>
    enter(exchange, await signInWithPasskey(exchange.system, body.passkey, exchange)),
  ),

  handlePublic(routes.startProviderSignIn, async (exchange, { body }) => {
    const { organizationId, userId } = body;
    const errand = userId === undefined ? { for: 'sign-in' as const } : { for: 'again' as const, userId };
    const { url, kept, seconds } = await startJourney(exchange, organizationId, errand);
    exchange.setSessionCookie('journey', kept, seconds);
    return { url };
  }),

  handlePublic(routes.finishProviderSignIn, async (exchange, { body }) => {
    exchange.setSessionCookie('journey', null, 0);
    return enter(exchange, await finishProviderSignIn(exchange, exchange.journey, body.query));
  }),

  handleInSteps(routes.readProofWays, ({ system }, actor) =>
    work(system, actor, async (unit) => {
      const user = await unit.db
        .selectFrom('app_user')
        .select('password_hash')
        .where('organization_id', '=', actor.organizationId)
        .where('user_id', '=', actor.userId)
        .executeTakeFirstOrThrow();
      const provider = await loadProvider(unit);
      const isLinked = provider && (await findIdentity(unit, actor.userId, provider.issuer));
      return {
        password: user.password_hash !== null,
        identityProvider: isLinked ? { label: provider.label } : null,
      };
    }),
  ),

  handleInSteps(routes.startProviderProof, async (exchange, actor, { body }) => {
    const { url, kept, seconds } = await startProviderProof(exchange, actor, body.purpose);
    exchange.setSessionCookie('journey', kept, seconds);
    return { url };
  }),

  handleInSteps(routes.finishProviderProof, async (exchange, actor, { body }) => {
    exchange.setSessionCookie('journey', null, 0);
    return { purpose: await finishProviderProof(exchange, actor, exchange.journey, body.query) };
  }),

  handleInSteps(routes.readIdentityProvider, ({ system, origin }, actor) =>
    work(system, actor, async (unit) => ({ identityProvider: await readProvider(unit, origin) })),
  ),

  handleInSteps(routes.changeIdentityProvider, ({ system, origin }, actor, { body }) =>
    work(system, actor, async (unit) => {
      if (new URL(body.issuer).protocol !== 'https:' && !process.env.SUPERBILL_OIDC_IN_HOUSE)
        throw new AppError('request.invalid', {}, 'issuer', 'The issuer is an address of https.');
      await changeProvider(unit, body);
      return { identityProvider: await readProvider(unit, origin) };
    }),
  ),

  handleInSteps(routes.tryIdentityProvider, async ({ system, origin }, actor) => {
    const provider = await work(system, actor, (unit) => {
      unit.audit('identity-provider.try', { kind: 'organization', id: actor.organizationId });
      return loadProvider(unit, { alsoOff: true });
    });
    if (!provider) throw new AppError('provider.not-offered');
    return { outcome: await tryProvider(system, provider, origin) };
  }),
];
