import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { type Call, placeName, placesOf, routeNames, withValue } from './places.ts';
import { aTarget, senderFor, type Target } from './target.ts';

// A number may fit its column and still be too large for what is counted from it: the version after the last one.

const database = await testDatabase();
let target: Target;
beforeAll(async () => {
  target = await aTarget(database);
});

const counted = routeNames.flatMap((name) =>
  placesOf(name)
    .filter(({ schema }) => schema.type === 'integer')
    .map((place) => ({ name, place, where: placeName(place) })),
);

test.each(counted)('$where of $name is answered at both ends of what it may be', async ({ name, place }) => {
  const sample = target.sides.home.samples[name] as Call;
  const { minimum, exclusiveMinimum, maximum } = place.schema;
  for (const end of [minimum ?? (exclusiveMinimum ?? 0) + 1, maximum]) {
    const cookie = await target.cookieOf(senderFor(name));
    const { status } = await target.send(name, withValue(name, sample, place, end), cookie);
    expect(status, String(end)).toBeLessThan(500);
  }
});

test('integers are in queries and bodies, and each says where it ends', () => {
  expect(counted.length).toBeGreaterThan(40);
  for (const { where, place } of counted) expect(place.schema.maximum, where).toBeTypeOf('number');
});
