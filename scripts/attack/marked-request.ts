import type { RouteName } from '@superbill/contract';
import { type Call, type Place, placeName, routeOf, valueAt, withValue } from '../../test/security/places.ts';

/** Says in a request which route it is of, so that the front can count it and send it as somebody who may. */
export const routeHeader = 'x-attacked-route';

/** What sqlmap attacks: the text of a request in which each value to be changed ends in `*`. */
export interface MarkedRequest {
  name: RouteName;
  /** Places or headers that are marked. */
  where: string[];
  text: string;
}

const token = (number: number) => `mark${number}z`;

/**
 * The request of a call with marks in some places, each of which has a value. A text is marked within its quotes, so
 * that a payload stays a text; a number or truth value is marked bare, and sqlmap puts quotes around its payloads.
 */
export function markedRequest(
  name: RouteName,
  call: Call,
  places: readonly Place[],
  host: string,
): MarkedRequest {
  let marked = call;
  for (const [number, place] of places.entries()) marked = withValue(name, marked, place, token(number));
  const { method, path } = routeOf(name);
  const params = (marked.params ?? {}) as Record<string, unknown>;
  const query = Object.entries((marked.query ?? {}) as Record<string, unknown>);
  const address = [
    path.replace(/:(\w+)/g, (_, field: string) => encoded(params[field])),
    query.map(([key, value]) => `${key}=${encoded(value)}`).join('&'),
  ];
  const takesBody = method === 'POST' || method === 'PUT';
  const body = takesBody ? JSON.stringify(marked.body ?? {}) : '';
  const bare = [
    `${method} ${address.filter(Boolean).join('?')} HTTP/1.1`,
    `Host: ${host}`,
    ...(method === 'GET' ? [] : [`Origin: http://${host}`]),
    ...(takesBody ? ['Content-Type: application/json'] : []),
    `${routeHeader}: ${name}`,
    '',
    body,
  ].join('\r\n');
  if (bare.includes('*')) throw new Error(`a value of ${name} holds a mark already`);
  const text = places.reduce((text, place, number) => {
    const value = valueAt(call, place);
    const json = JSON.stringify(value);
    const inBody = typeof value === 'string' ? `${json.slice(0, -1)}*"` : `${json}*`;
    return place.part === 'body'
      ? text.replace(`"${token(number)}"`, () => inBody)
      : text.replace(token(number), () => `${encoded(value)}*`);
  }, bare);
  return { name, where: places.map(placeName), text };
}

const encoded = (value: unknown) => encodeURIComponent(String(value));
