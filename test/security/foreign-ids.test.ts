import type { RouteName } from '@superbill/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { fingerprint } from '../fingerprint.ts';
import { samplesOf } from '../route-samples.ts';
import { type Subjects, someSubjects } from '../subjects.ts';
import {
  type Call,
  isId,
  type Place,
  placeName,
  placesOf,
  routeNames,
  routeOf,
  withValue,
} from './places.ts';
import { aTarget, senderFor, type Target } from './target.ts';

// Classes 3, 4, 8 and 12: an id of somebody else, in one place at a time, while everything else in the request is
// the caller's own (CVE-2026-25147, CVE-2026-33931, CVE-2026-25930, CVE-2026-32120). Routes that print or export are
// declared like all others, so they are among these.

const database = await testDatabase();
let target: Target;
let neighbour: Subjects;
beforeAll(async () => {
  target = await aTarget(database);
  neighbour = await someSubjects(target.sides.home.world);
});

/** What stands in a place of a call. */
const valueIn = (call: Call, { part, path }: Place) =>
  path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], call[part]);

/** The field of {@link Subjects} that a place takes: `codeIds.0` takes a `codeId`. */
function subjectIn(sample: Call, place: Place, of: Subjects): keyof Subjects | undefined {
  const value = valueIn(sample, place);
  const known = Object.entries(of).find(([, id]) => id === value && typeof id === 'string');
  if (known) return known[0] as keyof Subjects;
  const field = (place.path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '').replace(/Ids$/, 'Id');
  return field in of ? (field as keyof Subjects) : undefined;
}

/** Ids of what belongs to one patient; payers, places and people of the practice are everybody's. */
const ofPatient =
  /^(patient|coverage|encounter|billEncounter|document|code|billCode|query|charge|claim|statement|statementLine|message)Id$/;

interface Swap {
  name: RouteName;
  place: Place;
  subject: keyof Subjects;
}
// Which subject goes where is known before there are any: the samples are asked with names in place of ids.
const fields = Object.fromEntries(
  [
    'patientId coverageId payerId practitionerId locationId encounterId documentId codeId queryId billEncounterId',
    'billCodeId chargeId claimId interchangeId inboundFileId statementId statementLineId messageId userId',
  ].flatMap((line) => line.split(' ').map((field) => [field, `the ${field}`])),
) as unknown as Subjects;

const swaps: Swap[] = routeNames.flatMap((name) =>
  placesOf(name).flatMap((place) => {
    const subject =
      isId(place) || place.path[0] === 'id'
        ? subjectIn(samplesOf(fields)[name] as Call, place, fields)
        : undefined;
    return subject ? [{ name, place, subject }] : [];
  }),
);

async function sendSwapped({ name, place, subject }: Swap, from: Subjects) {
  const call = withValue(name, target.sides.home.samples[name] as Call, place, from[subject]);
  return target.send(name, call, await target.cookieOf(senderFor(name)));
}

test('many routes take an id', () => {
  expect(new Set(swaps.map(({ name }) => name)).size).toBeGreaterThan(60);
});

describe('an id of another practice', () => {
  test.each(swaps.map((swap) => ({ ...swap, where: placeName(swap.place) })))(
    'in $where of $name finds nothing and changes nothing',
    async (swap) => {
      const before = [
        await fingerprint(target.sides.home.world),
        await fingerprint(target.sides.elsewhere.world),
      ];
      const foreign = target.sides.elsewhere.subjects;
      const { status, text } = await sendSwapped(swap, foreign);
      // A filter may simply find nothing.
      const isFilter = routeOf(swap.name).method === 'GET' && swap.place.part === 'query';
      expect([400, 404, 409, ...(isFilter ? [200] : [])], text).toContain(status);
      // What was filtered for stands in one's own audit trail.
      const asked = isFilter ? foreign[swap.subject] : undefined;
      for (const id of Object.values(foreign))
        if (typeof id === 'string' && id !== asked) expect(text).not.toContain(id);
      expect([
        await fingerprint(target.sides.home.world),
        await fingerprint(target.sides.elsewhere.world),
      ]).toEqual(before);
    },
  );
});

/** Where the request or the session names the patient already, another patient's id must not fit. */
const mixed = swaps.filter(({ name, place, subject }) => {
  if (!ofPatient.test(subject)) return false;
  const beside = swaps.filter(
    (swap) => swap.name === name && swap.place !== place && ofPatient.test(swap.subject),
  );
  const sample = samplesOf(fields)[name] as Call;
  return (
    beside.some((swap) => valueIn(sample, swap.place) !== undefined) || routeOf(name).access === 'patient'
  );
});

describe("another patient's id beside one's own", () => {
  test('is tried where there are two, and in the portal', () => {
    expect(mixed.length).toBeGreaterThan(15);
    expect(mixed.map(({ name }) => name)).toContain('askAboutBill');
  });

  test.each(mixed.map((swap) => ({ ...swap, where: placeName(swap.place) })))(
    'in $where of $name is refused and changes nothing',
    async (swap) => {
      const before = await fingerprint(target.sides.home.world);
      const { status, text } = await sendSwapped(swap, neighbour);
      expect([400, 404, 409], text).toContain(status);
      expect(await fingerprint(target.sides.home.world)).toEqual(before);
    },
  );
});

test('no route of the portal takes a patient: the session alone says whose bill it is', () => {
  for (const name of routeNames.filter((one) => routeOf(one).access === 'patient'))
    for (const { path } of placesOf(name))
      expect(path.join('.')).not.toMatch(/patient|account|balance|amount/i);
});
