import type { RouteName } from '@superbill/contract';
import { roles } from '@superbill/contract';
import {
  anyValue,
  type Call,
  isId,
  objectsOf,
  type Place,
  placesOf,
  routeNames,
  routeOf,
  withValue,
} from '../../test/security/places.ts';
import { type Sender, type Side, senderFor, type Target } from '../../test/security/target.ts';
import type { Dice } from '../dice.ts';
import {
  hostileBodies,
  hostileCookies,
  hostileHeaders,
  hostileTexts,
  hostileValue,
} from './hostile-values.ts';
import type { Memory } from './memory.ts';

/** One request of a run, with everything that is needed to send it again. */
export interface FuzzRequest {
  name: RouteName;
  sender: Sender;
  side: Side;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** A cookie that is no session; else the sender's own goes along. */
  cookie?: string;
  body?: string;
}

/** Signing in hashes a password, which is slow by intent: these come once in so many times. */
const rare: Partial<Record<RouteName, number>> = { signIn: 40, verify: 10 };

/** Makes the next request: a declared route, mostly by somebody who may call it, mostly with something wrong. */
export function nextRequest(dice: Dice, target: Target, memory: Memory): FuzzRequest {
  const name = dice.pick(routeNames);
  if (!dice.oneIn(rare[name] ?? 1)) return nextRequest(dice, target, memory);
  const side: Side = dice.oneIn(6) ? 'elsewhere' : 'home';
  const sender = dice.oneIn(5) ? dice.pick([...roles, 'patient', 'nobody'] as const) : senderFor(name);
  const call = spoil(dice, name, likely(dice, name, side, target, memory));
  const { method } = routeOf(name);
  const request: FuzzRequest = { name, sender, side, method, url: address(dice, name, call), headers: {} };
  if (dice.oneIn(25)) request.cookie = dice.pick(hostileCookies);
  if (method === 'POST' || method === 'PUT') {
    request.headers['content-type'] = 'application/json';
    request.body = dice.oneIn(25) ? dice.pick(hostileBodies) : JSON.stringify(call.body ?? {});
  }
  if (method === 'POST' && dice.oneIn(8)) request.headers['idempotency-key'] = `key-${dice.below(40)}`;
  if (dice.oneIn(15)) Object.assign(request.headers, dice.pick(hostileHeaders));
  if (dice.oneIn(60))
    request.method = dice.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']);
  if (request.method === 'GET' || request.method === 'HEAD') delete request.body;
  return request;
}

/** The sample of a route, about things that are there: new ones made on the way as well as the first. */
function likely(dice: Dice, name: RouteName, side: Side, target: Target, memory: Memory): Call {
  let call = structuredClone(target.sides[side].samples[name]) as Call;
  if (dice.oneIn(3)) return call;
  const idsFrom: Side = dice.oneIn(8) ? (side === 'home' ? 'elsewhere' : 'home') : side;
  let version: number | undefined;
  for (const place of placesOf(name)) {
    const known = isId(place) && !dice.oneIn(3) ? memory.pick(dice, idsFrom, lastName(place)) : undefined;
    const isThere = place.part === 'params' || dice.oneIn(2);
    if (known !== undefined && isThere) call = withValue(name, call, place, known);
    if (place.part === 'params') version = memory.versionOf(known) ?? version;
    if (/^(rowVersion|afterVersion)$/.test(lastName(place)) && version !== undefined)
      call = withValue(name, call, place, version);
    if (!isId(place) && place.part !== 'params' && dice.oneIn(10))
      call = withValue(name, call, place, anyValue(place.schema));
  }
  return call;
}

function spoil(dice: Dice, name: RouteName, call: Call): Call {
  const places = placesOf(name);
  let spoiled = call;
  if (places.length > 0 && !dice.oneIn(3)) {
    for (let times = dice.oneIn(3) ? 2 : 1; times > 0; times -= 1) {
      const place = dice.pick(places);
      spoiled = withValue(name, spoiled, place, hostileValue(dice, place.schema));
    }
  }
  const objects = objectsOf(name);
  if (objects.length > 0 && dice.oneIn(12)) {
    const { path } = dice.pick(objects);
    const key = dice.pick(['id', 'organizationId', '__proto__', 'constructor', 'toJSON', '$where', '']);
    spoiled = withValue(
      name,
      spoiled,
      { part: 'body', path: [...path, key], schema: {} },
      dice.pick(hostileTexts),
    );
  }
  return spoiled;
}

/** The address, at times in one of the ways in which two readers of an address differ. */
function address(dice: Dice, name: RouteName, { params = {}, query = {} }: Call): string {
  const given = params as Record<string, unknown>;
  const escaped = (value: unknown) =>
    encodeURIComponent(
      (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Cs}/gu, '\ufffd'),
    );
  let path = routeOf(name).path.replace(/:(\w+)/g, (_, field: string) => escaped(given[field]));
  if (dice.oneIn(40))
    path = dice.pick([
      path.toUpperCase(),
      `${path}/`,
      path.replace('/api/', '/api//'),
      path.replace('/api/', '/api/%2e%2e/api/'),
      `${path}%00`,
      `${path};a=b`,
      `${path}/..%2f..%2fetc%2fpasswd`,
      path.replace('/api/', '/api/%zz/'),
      `${path}.json`,
    ]);
  const pairs = Object.entries(query as Record<string, unknown>).map(
    ([key, value]) => `${escaped(key)}=${escaped(value)}`,
  );
  if (dice.oneIn(30))
    pairs.push(
      dice.pick([
        'limit=1&limit=2',
        'limit[]=1',
        'skip_timeout_reset=1',
        '%ff=%ff',
        '__proto__=1',
        'sort=1;--',
        '&&&',
      ]),
    );
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** The name of a place's field: of `body.codeIds.0` it is `codeIds`. */
const lastName = ({ path }: Place) => path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
