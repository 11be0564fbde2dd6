import {
  allowInsecureRequests,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
} from 'openid-client';
import { type Destination, egressTo } from '../../egress/egress.ts';
import type { Provider } from './store.ts';

/** Origins on this machine or in a private network that the operator allows (`SUPERBILL_OIDC_IN_HOUSE`). */
function isInHouse(origin: string): boolean {
  const named = process.env.SUPERBILL_OIDC_IN_HOUSE ?? '';
  return named.split(',').some((one) => URL.canParse(one.trim()) && new URL(one.trim()).origin === origin);
}

function destination(address: string): Destination {
  return { at: address, inHouse: isInHouse(new URL(address).origin) };
}

/**
 * A client of the practice's provider. It speaks to the issuer's origin for what the issuer publishes about itself, and
 * then to the addresses named there (tokens, keys, who somebody is); plain http only where the operator allowed it in house.
 */
export async function clientOf({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const { origin } = new URL(issuer);
  const config = await discovery(new URL(issuer), clientId, {}, ClientSecretPost(clientSecret), {
    [customFetch]: egressTo([destination(issuer)]) as never,
    ...(isInHouse(origin) ? { execute: [allowInsecureRequests] } : {}),
    timeout: 10,
  });
  const { token_endpoint, jwks_uri, userinfo_endpoint } = config.serverMetadata();
  const named = [issuer, token_endpoint, jwks_uri, userinfo_endpoint].filter((one) => one !== undefined);
  config[customFetch] = egressTo(named.map(destination)) as never;
  return config;
}
