import type { RouteName } from '@superbill/contract';
import { describe, expect, test } from 'vitest';
import { type Place, placesOf } from '../../test/security/places.ts';
import { markedRequest } from './marked-request.ts';
import { plantedPlaces } from './planted.ts';
import { verdictOf } from './sqlmap.ts';

const placeAt = (name: RouteName, ...path: string[]) =>
  placesOf(name).find((place) => place.path.join('.') === path.join('.')) as Place;

describe('a marked request', () => {
  test('marks texts within their quotes and numbers bare', () => {
    const places = [placeAt('listPatients', 'search'), placeAt('listPatients', 'limit')];
    const { text } = markedRequest('listPatients', { body: { search: 'a"b', limit: 5 } }, places, 'here');
    expect(text).toContain('{"search":"a\\"b*","limit":5*}');
    expect(text).toContain('Origin: http://here');
  });

  test('marks parts of an address, escaped', () => {
    const places = [placeAt('readTrace', 'kind'), placeAt('readTrace', 'id')];
    const { text } = markedRequest('readTrace', { params: { kind: 'charge', id: 'a b' } }, places, 'here');
    expect(text).toMatch(/^GET \/api\/trace\/charge\*\/a%20b\* HTTP/);
  });
});

test('faults are planted in every part of a request, in places that are there', () => {
  expect(plantedPlaces.map(({ where }) => where.split('.')[0])).toEqual(['query', 'params', 'body']);
  for (const { name, where } of plantedPlaces)
    expect(placesOf(name).map(({ part, path }) => [part, ...path].join('.'))).toContain(where);
});

test.each([
  [
    "[INFO] (custom) POST parameter 'JSON #1*' appears to be 'PostgreSQL > 8.1 stacked queries' injectable",
    'injectable',
  ],
  ['[CRITICAL] all tested parameters do not appear to be injectable. Try', 'clean'],
  ['[CRITICAL] unable to connect to the target URL', 'not-attacked'],
])('%s is %s', (printed, kind) => {
  expect(verdictOf(printed).kind).toBe(kind);
});

test('what sqlmap takes back because its longer payloads failed stays found', () => {
  const printed = [
    "URI parameter '#1*' appears to be 'PostgreSQL > 8.1 stacked queries (comment)' injectable",
    "URI parameter '#1*' does not seem to be injectable",
    'all tested parameters do not appear to be injectable.',
  ].join('\n');
  expect(verdictOf(printed).kind).toBe('injectable');
});
