import { type Route, type RouteName, routes } from '@superbill/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/database.ts';
import { samplesOf } from '../../../test/route-samples.ts';
import { someSubjects } from '../../../test/subjects.ts';
import { aWorld } from '../../../test/world.ts';
import { notOfAPatient, ownerOf, patientsOf, recordIdsOf } from './record-ids.ts';

const database = await testDatabase();
const world = await aWorld(database);
const elsewhere = await aWorld(database);
let subjects: Awaited<ReturnType<typeof someSubjects>>;
beforeAll(async () => {
  subjects = await someSubjects(world);
});

/** The names under which a route takes ids, however deep. */
function idFields(shape: z.ZodType): string[] {
  const found: string[] = [];
  const walk = (name: string, node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ((node as { format?: string }).format === 'uuid') found.push(name);
    const { properties, items, anyOf, oneOf } = node as Record<string, Record<string, unknown> | unknown[]>;
    for (const [inner, part] of Object.entries(properties ?? {}))
      walk(inner === 'id' ? `${name}.id` : inner, part);
    walk(name, items);
    for (const part of [...((anyOf as unknown[]) ?? []), ...((oneOf as unknown[]) ?? [])]) walk(name, part);
  };
  walk('', z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }));
  return found;
}

describe.each(Object.entries<Route>(routes))('%s', (_name, route) => {
  test('takes no id of which nobody said whose record it is of', () => {
    const fields = [route.params, route.query, route.body].flatMap(idFields);
    const unknown = fields.filter((field) => !(field in ownerOf) && !(field in notOfAPatient));
    expect(unknown, 'say it in ownerOf or notOfAPatient').toEqual([]);
  });
});

test('every id of a record leads to its patient, by the same statement for all of them', async () => {
  const samples = samplesOf(subjects);
  const leads = async (name: RouteName) =>
    world.as('coder', (unit) => patientsOf(unit, recordIdsOf(routes[name], samples[name])));
  for (const name of ['readPatient', 'readClaim', 'readDocumentVersion', 'assignCode', 'readTrace'] as const)
    expect(await leads(name), name).toEqual([subjects.patientId]);
  expect(await leads('listClaims')).toEqual([]);
});

test.each([
  'patientId',
  'coverageId',
  'encounterId',
  'documentId',
  'codeId',
  'queryId',
  'chargeId',
  'claimId',
  'statementId',
  'statementLineId',
  'messageId',
  'interchangeId',
  'proxyId',
] as const)('a %s leads to the patient at home and to nobody from elsewhere', async (field) => {
  const asked = [{ field, id: subjects[field] }];
  // The interchange is of a claim that is ready and of one that was sent: both are this patient's.
  expect(await world.as('coder', (unit) => patientsOf(unit, asked))).toEqual([subjects.patientId]);
  expect(await elsewhere.as('coder', (unit) => patientsOf(unit, asked))).toEqual([]);
});

test('ids are found in lists and deep inside', () => {
  const found = recordIdsOf(routes.assignCode, {
    params: { encounterId: subjects.encounterId },
    body: { evidence: [{ documentId: subjects.documentId, quote: subjects.patientId }] },
  });
  expect(found).toEqual([
    { field: 'encounterId', id: subjects.encounterId },
    { field: 'documentId', id: subjects.documentId },
  ]);
});
