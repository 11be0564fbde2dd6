import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Route, type RouteName, routes } from '@superbill/contract';
import { expect, test } from 'vitest';

const screens = resolve(fileURLToPath(import.meta.url), '../../web/src');

/** Routes that a screen reads again by itself: those it reads in a file that says how often. */
function polledIn(text: string): RouteName[] {
  if (!/\bevery\s*[:,}]/.test(text)) return [];
  return [...text.matchAll(/useRead\(\s*routes\.(\w+)/g)].map(([, name]) => name as RouteName);
}

const keepsAwake = (name: RouteName) => !(routes[name] as Route).background;

const files = readdirSync(screens, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file !== join('api', 'use-read.ts'))
  .map((file) => ({ file, polled: polledIn(readFileSync(join(screens, file), 'utf8')) }));

test('what a page that is only open asks again keeps no session awake', () => {
  const faults = files.flatMap(({ file, polled }) =>
    polled.filter(keepsAwake).map((name) => `${file}: ${name}`),
  );
  expect(faults).toEqual([]);
  expect(files.filter(({ polled }) => polled.length > 0).length).toBeGreaterThan(5);
});

test('a poll of a route that does is found', () => {
  const page = 'const read = useRead(routes.searchCodes, input, { every: 60_000 });';
  expect(polledIn(page).filter(keepsAwake)).toEqual(['searchCodes']);
});
