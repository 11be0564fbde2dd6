import { routes } from '@superbill/contract';
import { type Handler, handle } from '@superbill/server/http/handle';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import {
  type Call,
  isText,
  type Place,
  placeName,
  placesOf,
  routeNames,
  routeOf,
  withValue,
} from './places.ts';
import { listenToSql } from './sql-listener.ts';
import { aTarget, senderFor, type Target } from './target.ts';
import { toldBy } from './tells.ts';

// Classes 1 and 2: SQL injection by a sort, a filter, a search or any other value (CVE-2026-24908, CVE-2026-23627,
// CVE-2026-33909). Every place of every route that takes a value gets payloads with a marker in them.

/** Each route its own: what one stores, another must not find. */
const markerOf = (name: (typeof routeNames)[number]) => `zq${routeNames.indexOf(name)}`;
/** Two at a time: had they been read as SQL, the first would be true and the second false. */
const pairsWith = (marker: string): readonly (readonly [string, string])[] => [
  [`${marker}' or 'a' like 'a`, `${marker}' or 'a' like 'b`],
  [`${marker}" or 1=1 --`, `${marker}" or 1=2 --`],
  [`1) or (1=1 ${marker}`, `1) or (1=2 ${marker}`],
  [`${marker}';select 1/1--`, `${marker}';select 1/0--`],
  [`(case when 1=1 then 1 else ${marker} end)`, `(case when 1=2 then 1 else ${marker} end)`],
];

const database = await testDatabase();
let target: Target;
beforeAll(async () => {
  target = await aTarget(database);
});

/** What a scan finds wrong in one place of a route. */
async function scan(of: Target, name: (typeof routeNames)[number], place: Place): Promise<string[]> {
  const found: string[] = [];
  const sample = of.sides.home.samples[name] as Call;
  const cookie = await of.cookieOf(senderFor(name));
  const marker = markerOf(name);
  for (const pair of pairsWith(marker)) {
    const answers = [];
    for (const payload of pair) {
      const listener = listenToSql(of.pool);
      const answer = await of.send(name, withValue(name, sample, place, payload), cookie);
      listener.stop();
      if (listener.texts.some((text) => text.includes(marker)))
        found.push(`stands in a statement: ${payload}`);
      if (answer.status >= 500) found.push(`${answer.status}: ${payload}`);
      if (answer.status >= 400) found.push(...toldBy(answer.text));
      answers.push(`${answer.status} ${comparable(answer.text, payload)}`);
    }
    if (answers[0] !== answers[1]) found.push(`true and false differ: ${pair[0]}`);
  }
  return found;
}

/** An answer without what differs each time: ids, durations, counters, and the payload itself. */
function comparable(text: string, payload: string): string {
  return text
    .replaceAll(JSON.stringify(payload).slice(1, -1), '')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
    .replace(/"(ms|rowVersion|version|sequence)":[\d.]+/g, '')
    .replace(/#[^"]+/g, '');
}

/**
 * What is done already answers otherwise the second time, and a search of codes ranks in memory by the very words: of
 * these only statements and failures count.
 */
const answersAlike = (name: (typeof routeNames)[number]) =>
  name !== 'searchCodes' && (routeOf(name).method === 'GET' || routeOf(name).path.endsWith('/search'));

describe.each(routeNames.filter((name) => placesOf(name).length > 0))('%s', (name) => {
  const places = placesOf(name).filter(
    (place) => isText(place) || place.part !== 'body' || place.schema.enum,
  );
  test.skipIf(places.length === 0)('reads no value as SQL', async () => {
    for (const place of places) {
      const found = await scan(target, name, place);
      const counted = answersAlike(name)
        ? found
        : found.filter((fault) => !fault.startsWith('true and false'));
      expect(counted, placeName(place)).toEqual([]);
    }
  });
});

/** The handler as it would be written without knowing better. */
const careless = (handler: Handler): Handler =>
  handler.route === routes.listFees
    ? handle(routes.listFees, async ({ db }, { query }) => {
        const statement = `select count(*)::int as n from fee where procedure like '${query.search}%'`;
        const { rows } = await sql.raw<{ n: number }>(statement).execute(db);
        return { fees: rows.filter(({ n }) => n > 0).map(() => aFee) };
      })
    : handler;
const aFee = { procedure: '99213', wording: 'Visit', priceCents: 100, effectiveFrom: '2027-01-01' } as never;

test('a planted search that puts its SQL together is found, by its text and by its answers', async () => {
  const [search] = placesOf('listFees').filter(({ path }) => path[0] === 'search');
  const found = await scan(target.planted(careless), 'listFees', search as Place);
  expect(found.join('\n')).toMatch(/stands in a statement/);
  expect(found.join('\n')).toMatch(/true and false differ/);
});
