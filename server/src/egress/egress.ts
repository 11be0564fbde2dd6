import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { reachOf } from './addresses.ts';
import { EgressError } from './egress-error.ts';
import { send } from './send.ts';

/** Somebody outside that the product may speak to. */
export interface Destination {
  /** Any address of it; only its origin (scheme, host and port) counts. */
  at: string | URL;
  /** The operator named it, so it may stand on this machine or in a private network. */
  inHouse?: boolean;
}

export interface EgressOptions {
  /** The largest answer, in bytes. */
  largest?: number;
  /** For the whole exchange with its last byte, in milliseconds. */
  timeLimit?: number;
  /** Where a name leads; asked once for each request. */
  resolve?: (host: string) => Promise<LookupAddress[]>;
}

const usualLargest = 1024 ** 2;
const usualTimeLimit = 10_000;
const mostRedirects = 3;

/**
 * The only way out of the product: a `fetch` that speaks to these destinations and to nobody else.
 *
 * An address is allowed by its parsed origin, compared whole. Its name is resolved once, every address it leads to
 * is judged, and the connection goes to exactly those, so that a second answer of the name server changes nothing.
 * A redirect is followed for GET within the same origin, unless `redirect` says `manual` or `error`; so whatever a
 * caller sends along (a key, a token) reaches one origin only. Answers are neither decompressed nor cached.
 *
 * Rejects with {@link EgressError} before a connection is made, or when the answer breaks a limit; with a
 * `TimeoutError` when time is up; with the network's own error otherwise. Source: OWASP, Server-Side Request
 * Forgery Prevention Cheat Sheet.
 */
export function egressTo(
  destinations: readonly Destination[],
  { largest = usualLargest, timeLimit = usualTimeLimit, resolve = lookUp }: EgressOptions = {},
): typeof fetch {
  const allowed = new Map(destinations.map((one) => [new URL(one.at).origin, one]));

  return async (input, init) => {
    const first = addressOf(input instanceof Request ? input.url : input);
    const request = new Request(input, init);
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeLimit)]);
    const { method, redirect } = request;
    const headers = Object.fromEntries(request.headers);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const ask = async (url: URL): Promise<Response> => {
      const destination = allowed.get(url.origin);
      if (!destination)
        throw new EgressError('not-allowed', `${url.origin} is not on the list of destinations`);
      const addresses = await addressesOf(url, destination, resolve, signal);
      return send(url, { method, headers, body, addresses, largest, signal });
    };
    const follow = async (url: URL, left: number): Promise<Response> => {
      const response = await ask(url);
      const location = response.headers.get('location');
      if (redirect === 'manual' || response.status < 300 || response.status > 399 || location === null)
        return response;
      await response.body?.cancel();
      return follow(nextAddress(url, location, { left, method, redirect }), left - 1);
    };
    return follow(first, mostRedirects);
  };
}

function addressOf(input: string | URL): URL {
  const url = URL.canParse(String(input)) ? new URL(input) : undefined;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new EgressError('no-address', 'this is not an address of http or https');
  if (url.username !== '' || url.password !== '')
    throw new EgressError('no-address', `the address at ${url.host} has a log-in in it`);
  return url;
}

function nextAddress(
  from: URL,
  location: string,
  { left, method, redirect }: { left: number; method: string; redirect: string },
): URL {
  const to = URL.canParse(location, from) ? addressOf(new URL(location, from)) : undefined;
  if (to?.origin !== from.origin) {
    const where = to?.host === from.host ? `origin (${to.origin})` : `host (${to?.host ?? 'none'})`;
    throw new EgressError('redirect', `it leads to another ${where}, which is not followed`);
  }
  if (redirect === 'error' || method !== 'GET')
    throw new EgressError('redirect', `${from.origin} answers with another address`);
  if (left === 0) throw new EgressError('redirect', 'it leads from one address to the next without end');
  return to;
}

/** Where a request goes: every address its host has, or a refusal when one of them is not for us. */
async function addressesOf(
  url: URL,
  { inHouse = false }: Destination,
  resolve: (host: string) => Promise<LookupAddress[]>,
  signal: AbortSignal,
): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await until(signal, resolve(host));
  if (addresses.length === 0) throw new EgressError('forbidden-address', `${host} has no address`);
  for (const { address } of addresses) {
    const reach = reachOf(address);
    if (reach === 'never' || (reach === 'in-house' && !inHouse))
      throw new EgressError('forbidden-address', `${host} leads to ${address}, where nothing is sent`);
  }
  return addresses;
}

function lookUp(host: string): Promise<LookupAddress[]> {
  return dns.lookup(host, { all: true });
}

function until<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
