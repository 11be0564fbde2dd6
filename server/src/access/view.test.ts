import { type EveryRole, type Route, roles, routes } from '@superbill/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { aProgram, callerOf } from '../../../test/callers.ts';
import { testDatabase } from '../../../test/database.ts';
import { type Caller, mayBy, type Sample, senderTo } from '../../../test/permission-cells.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { type Subjects, someSubjects } from '../../../test/subjects.ts';
import { aWorld } from '../../../test/world.ts';
import { handlers } from '../handlers.ts';
import { createApp } from '../http/app.ts';
import { viewOf } from './view.ts';

const database = await testDatabase();
const world = await aWorld(database);
const send = senderTo(createApp(world.system, handlers));
let subjects: Subjects;
beforeAll(async () => {
  subjects = await someSubjects(world);
});

type Name = 'readPatient' | 'readEncounter' | 'listEncounters';

async function seenBy(caller: Caller, name: Name) {
  const { status, text } = await send(name, caller, samplesOf(subjects)[name] as Sample);
  expect(status).toBe(200);
  return JSON.parse(text);
}

/** Who sees each part, and nobody else: read by people, as who-may.txt is. */
const seers: Record<string, { name: Name; by: EveryRole[]; seen(answer: never): boolean }> = {
  'coverages of a patient': {
    name: 'readPatient',
    by: ['biller', 'front-desk', 'supervisor', 'auditor'],
    seen: ({ coverages }: { coverages: unknown[] }) => coverages.length > 0,
  },
  'where a patient lives': {
    name: 'readPatient',
    by: ['biller', 'front-desk', 'supervisor', 'auditor'],
    seen: (patient: object) => 'address' in patient,
  },
  'a member id': {
    name: 'readEncounter',
    by: ['biller', 'supervisor', 'auditor'],
    seen: ({ coverages }: { coverages: { memberId: string }[] }) => coverages[0]?.memberId !== '',
  },
  'the notes': {
    name: 'readEncounter',
    by: ['coder', 'biller', 'physician', 'supervisor', 'auditor'],
    seen: ({ documents }: { documents: unknown[] }) => documents.length > 0,
  },
  'amounts in a worklist': {
    name: 'listEncounters',
    by: ['biller', 'supervisor', 'auditor'],
    seen: ({ encounters }: { encounters: { chargeCents: number }[] }) =>
      encounters.some(({ chargeCents }) => chargeCents > 0),
  },
};

describe.each(Object.entries(seers))('%s', (_part, { name, by, seen }) => {
  test.each(roles.filter((role) => mayBy(name, role)))('as the %s should', async (role) => {
    const answer = await seenBy(await callerOf(world, role, subjects), name);
    expect(seen(answer as never)).toBe(by.includes(role));
  });
});

test('a visit to bill shows its charges to who bills, and to no coder or physician', async () => {
  const sample = { params: { encounterId: subjects.billEncounterId } };
  for (const role of ['coder', 'physician', 'biller'] as const) {
    const { text } = await send('readEncounter', await callerOf(world, role, subjects), sample);
    const { charges, claims } = JSON.parse(text) as { charges: unknown[]; claims: unknown[] };
    expect([role, charges.length > 0, claims.length > 0]).toEqual([
      role,
      role === 'biller',
      role === 'biller',
    ]);
  }
});

test('a program sees what its own scopes give, not what programs could be given', async () => {
  const { caller: finder } = await aProgram(world, ['patient.read']);
  const { caller: registrar } = await aProgram(world, ['patient.read', 'registration.read']);
  expect((await seenBy(finder, 'readPatient')).coverages).toEqual([]);
  expect((await seenBy(registrar, 'readPatient')).coverages).not.toEqual([]);
});

const declared = Object.entries<Route>(routes).filter(([, { onlyWith }]) => onlyWith);

test.each(declared)('%s names parts that its answer has, and what is left fits the shape', (_name, route) => {
  const answer = example(route.response);
  for (const path of Object.keys(route.onlyWith ?? {})) {
    const narrow = { ...route, onlyWith: { [path]: 'role.write' } } as Route;
    const seen = viewOf(narrow, answer, []);
    expect(seen, path).not.toEqual(answer);
    expect(viewOf(narrow, answer, ['role.write'])).toEqual(answer);
  }
});

/** A value of this shape in which nothing is empty. */
function example(shape: z.ZodType): unknown {
  const def = shape._zod.def as unknown as {
    type: string;
    shape?: Record<string, z.ZodType>;
    element?: z.ZodType;
    innerType?: z.ZodType;
    in?: z.ZodType;
  };
  const inner = def.innerType ?? def.in;
  if (inner) return example(inner);
  if (def.element) return [example(def.element)];
  if (def.shape)
    return Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, example(part)]));
  return def.type === 'number' ? 7 : 'words';
}
