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
import { spendChallenge } from '../challenges.ts';
import { clientOf } from './client.ts';
import { isAfter } from './fresh.ts';
import { loadProvider, type Provider, returnUrl } from './store.ts';

/** How long the way to the provider and back may take. */
const journeyMilliseconds = 10 * 60_000;

/** What somebody goes to the provider for. It begins the `state`, by which the page they come back to knows. */
export type Errand =
  | { for: 'sign-in' }
  /** To come back to a page that this user left; nobody else may. */
  | { for: 'again'; userId: string }
  | { for: 'prove' | 'unlock' | 'link'; userId: string; sessionId: string };

/** What the browser keeps, sealed, while it is away: it ties the answer to this browser and this question. */
interface Journey {
  organizationId: string;
  issuer: string;
  errand: Errand;
  state: string;
  nonce: string;
  verifier: string;
  asked: Instant;
}

/** Whom the provider named in answer to a journey. */
export interface Arrival<E extends Errand = Errand> {
  organizationId: string;
  issuer: string;
  errand: E;
  subject: string;
  /** Only one that the provider has verified. */
  email: string | undefined;
}

const context = 'cookie/identity provider';

/**
 * Where the browser goes (code flow with PKCE, state and nonce), and what it keeps until it is back. Who only wants to
 * sign in may be known there already; every other errand asks the provider to ask who is there (OpenID Connect Core 1.0,
 * 3.1.2.1: `prompt=login`, `max_age=0`).
 */
export async function startJourney(
  { system, origin }: Pick<Exchange, 'system' | 'origin'>,
  organizationId: string,
  errand: Errand,
): Promise<{ url: string; kept: string; seconds: number }> {
  const provider = await providerOf(system, organizationId);
  const config = await reach(system, () => clientOf(provider));
  const journey: Journey = {
    organizationId,
    issuer: provider.issuer,
    errand,
    state: `${errand.for}.${randomBytes(32).toString('base64url')}`,
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    asked: system.clock.now(),
  };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnUrl(origin),
    scope: 'openid email profile',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
    ...(errand.for === 'sign-in' ? {} : { prompt: 'login', max_age: '0' }),
  });
  const kept = system.keyring.seal(JSON.stringify(journey), context).toString('base64url');
  return { url: url.href, kept, seconds: journeyMilliseconds / 1000 };
}

/**
 * Takes what the browser came back with, once: from the provider that was asked, for this browser and an errand that is
 * `wanted`, with the state and nonce of the question. Throws `provider.refused`.
 */
export async function finishJourney<E extends Errand>(
  { system, origin }: Pick<Exchange, 'system' | 'origin'>,
  kept: string | undefined,
  query: string,
  wanted: (errand: Errand) => errand is E,
): Promise<Arrival<E>> {
  const { organizationId, errand, ...journey } = openJourney(system, kept);
  const provider = await providerOf(system, organizationId);
  if (provider.issuer !== journey.issuer || !wanted(errand)) throw new AppError('provider.refused');
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  if (!(await work(system, actor, (unit) => spendChallenge(unit, journey.nonce))))
    throw new AppError('provider.refused');

  const elapsed = (Date.parse(system.clock.now()) - Date.parse(journey.asked)) / 1000;
  const claims = await reach(system, async () => {
    const config = await clientOf(provider);
    const tokens = await authorizationCodeGrant(config, new URL(`${returnUrl(origin)}?${query}`), {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
      ...(errand.for === 'sign-in' ? {} : { maxAge: Math.ceil(elapsed) }),
    });
    const claims = tokens.claims();
    if (!claims || claims.email !== undefined) return claims;
    // Most providers tell the address only when asked for it (OpenID Connect Core 1.0, 5.3).
    return { ...(await fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
  });
  if (!claims || (errand.for !== 'sign-in' && !isAfter(claims, elapsed)))
    throw new AppError('provider.refused');
  const { sub: subject, email } = claims;
  const verified = claims.email_verified === true && typeof email === 'string';
  return { organizationId, issuer: provider.issuer, errand, subject, email: verified ? email : undefined };
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
    if (addMilliseconds(journey.asked, journeyMilliseconds) > system.clock.now()) return journey;
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
