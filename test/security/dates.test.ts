import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { type Call, placeName, placesOf, routeNames, withValue } from './places.ts';
import { aTarget, senderFor, type Target } from './target.ts';

// A date may be real and still too far for what is counted from it: the week of the last day there is ends in no year
// of four digits, and PostgreSQL knows no year 0.

const database = await testDatabase();
let target: Target;
beforeAll(async () => {
  target = await aTarget(database);
});

const dated = routeNames.flatMap((name) =>
  placesOf(name)
    .filter(({ schema }) => schema.format === 'date')
    .map((place) => ({ name, place, where: placeName(place) })),
);

test.each(dated)('$where of $name is answered, however far it is', async ({ name, place }) => {
  const sample = target.sides.home.samples[name] as Call;
  for (const day of ['0000-01-01', '0001-01-01', '9999-12-31']) {
    const cookie = await target.cookieOf(senderFor(name));
    const { status } = await target.send(name, withValue(name, sample, place, day), cookie);
    expect(status, day).toBeLessThan(500);
  }
});

test('dates are in paths, queries and bodies', () => {
  expect(dated.length).toBeGreaterThan(25);
});
