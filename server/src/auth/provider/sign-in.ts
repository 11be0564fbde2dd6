import { randomBytes } from 'node:crypto';
import { addMilliseconds, type Instant } from '@superbill/engines/model';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { AppError } from '../../errors.ts';
import type { Exchange } from '../../http/handle.ts';
import { SealError } from '../../keys/keyring.ts';
import { describeFailure } from '../../log.ts';
import { type System, work } from '../../work.ts';
import { beginSession } from '../begin-session.ts';
import { spendChallenge } from '../challenges.ts';
import type { Entry } from '../sign-in.ts';
import { clientOf } from './client.ts';
import { findOrLinkUser } from './link-user.ts';
import { loadProvider, type Provider, returnUrl } from './store.ts';

/** How long the way to the provider and back may take. */
const journeyMilliseconds = 10 * 60_000;

/** What the browser keeps, sealed, while it is away: it ties the answer to this browser and this question. */
interface Journey {
  organizationId: string;
  issuer: string;
  state: string;
  nonce: string;
  verifier: string;
  expires: Instant;
}

const context = 'cookie/identity provider';

/** Where the browser goes (code flow with PKCE, state and nonce), and what it keeps until it is back. */
export async function startProviderSignIn(
  { system, origin }: Pick<Exchange, 'system' | 'origin'>,
  organizationId: string,
): Promise<{ url: string; kept: string; seconds: number }> {
  const provider = await providerOf(system, organizationId);
  const config = await reach(system, () => clientOf(provider));
  const journey: Journey = {
    organizationId,
    issuer: provider.issuer,
    state: randomBytes(32).toString('base64url'),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    expires: addMilliseconds(system.clock.now(), journeyMilliseconds),
  };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnUrl(origin),
    scope: 'openid email profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  });
  const kept = system.keyring.seal(JSON.stringify(journey), context).toString('base64url');
  return { url: url.href, kept, seconds: journeyMilliseconds / 1000 };
}

/**
 * Takes what the browser came back with, once: from the provider that was asked, for this browser, with the state and
 * nonce of the question. Signs in the invited user it names; nobody is ever added.
 */
export async function finishProviderSignIn(
  { system, origin, device }: Pick<Exchange, 'system' | 'origin' | 'device'>,
  kept: string | undefined,
  query: string,
): Promise<Entry> {
  const journey = openJourney(system, kept);
  const { organizationId } = journey;
  const provider = await providerOf(system, organizationId);
  if (provider.issuer !== journey.issuer) throw new AppError('provider.refused');
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  if (!(await work(system, actor, (unit) => spendChallenge(unit, journey.state))))
    throw new AppError('provider.refused');

  const claims = await reach(system, async () => {
    const config = await clientOf(provider);
    const tokens = await authorizationCodeGrant(config, new URL(`${returnUrl(origin)}?${query}`), {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || claims.email !== undefined) return claims;
    // Most providers tell the address only when asked for it (OpenID Connect Core 1.0, 5.3).
    return { ...claims, ...(await fetchUserInfo(config, tokens.access_token, claims.sub)) };
  });
  if (!claims) throw new AppError('provider.refused');
  return work(system, actor, async (unit) => {
    const userId = await findOrLinkUser(unit, provider.issuer, {
      subject: claims.sub,
      email: claims.email_verified === true && typeof claims.email === 'string' ? claims.email : undefined,
    });
    const begun = await beginSession(unit, userId, { method: 'oidc', device });
    if (!begun) throw new AppError('provider.no-user');
    return begun;
  });
}

async function providerOf(system: System, organizationId: string): Promise<Provider> {
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  const provider = await work(system, actor, (unit) => loadProvider(unit));
  if (!provider) throw new AppError('provider.not-offered');
  return provider;
}

function openJourney(system: System, kept: string | undefined): Journey {
  try {
    const journey = JSON.parse(
      system.keyring.open(Buffer.from(kept ?? '', 'base64url'), context).toString(),
    ) as Journey;
    if (journey.expires > system.clock.now()) return journey;
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
  }
  throw new AppError('provider.refused');
}

/** What goes wrong with the provider is told by its class in the log; its words may quote what was sent. */
async function reach<T>(system: System, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    system.log.error('identity provider', { failure: describeFailure(error) });
    throw new AppError('provider.refused');
  }
}
