import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aPatient } from '../../../test/visit.ts';
import { aWorld, type World } from '../../../test/world.ts';
import { receiveFile } from '../files/receive-file.ts';
import { loadContent } from '../files/store.ts';
import { addCoverage } from '../patients/change-coverage.ts';
import { changePatient } from '../patients/register-patient.ts';
import { loadPatient } from '../patients/store.ts';
import { readOrganization } from '../practice/organization.ts';
import { dataKeys } from './data-keys.ts';
import { keyringOf, newKey, SealError } from './keyring.ts';
import { rotateRows, sealClearRows } from './seal-rows.ts';
import { openWith } from './sealed.ts';

const database = await testDatabase();

const secrets = [
  'EM739184652',
  'GRP-ZQ-88',
  '503-555-0173',
  'iris@example.org',
  '9 Xylocarp Terrace',
  'Zanthropov',
];

/** A world with one patient who has every identifier, and one file. */
async function aFullWorld() {
  const world = await aWorld(database);
  const patientId = await aPatient(world);
  await world.as('front-desk', async (unit) => {
    const {
      rowVersion,
      id: _,
      recordNumber: __,
      coverages: ___,
      encounters: ____,
      ...patient
    } = await loadPatient(unit, patientId);
    await changePatient(unit, patientId, {
      patient: {
        ...patient,
        phone: '503-555-0173',
        email: 'iris@example.org',
        address: { line1: '9 Xylocarp Terrace', city: 'Exampleton', state: 'OR', zip: '97001' },
      },
      rowVersion,
    });
    await addCoverage(unit, patientId, {
      payerId: world.payerId,
      benefitOrder: 3,
      memberId: 'EM739184652',
      groupNumber: 'GRP-ZQ-88',
      relationship: 'spouse',
      subscriber: { firstName: 'Max', lastName: 'Zanthropov', birthDate: '1961-07-23', sex: 'M' },
      effectiveFrom: '2026-01-01',
    } as Parameters<typeof addCoverage>[2]);
  });
  const file = await receiveFile(
    world.system,
    world.staff.biller,
    'odd.txt',
    Buffer.from(secrets.join('\n')),
  );
  return { world, patientId, fileId: file.id };
}

/** Everything that one reads of it, as it is told to a person. */
const readAll = (
  { world, patientId, fileId }: Awaited<ReturnType<typeof aFullWorld>>,
  system = world.system,
) =>
  import('../work.ts').then(({ work }) =>
    work(system, world.staff.biller, async (unit) => ({
      patient: await loadPatient(unit, patientId),
      organization: await readOrganization(unit),
      file: await loadContent(unit, 'inbound_file', fileId),
    })),
  );

const inTables = (world: World) =>
  world.as('administrator', async ({ db }) => {
    const { rows } = await sql<{ text: string }>`
      select string_agg(t::text, ' ') || ' ' || string_agg(convert_from(coalesce(f.content, ''), 'LATIN1'), ' ') as text
      from coverage c, patient p, organization o, inbound_file f, lateral (select c::text || p::text || o::text || f::text) t(t)`.execute(
      db,
    );
    return rows[0]?.text ?? '';
  });

describe('what is stored of a patient', () => {
  test('holds no identifier in clear, and tells them all to who may read', async () => {
    const full = await aFullWorld();
    const text = await inTables(full.world);
    expect(text).not.toBe('');
    for (const secret of [...secrets, '000000417']) expect(text, secret).not.toContain(secret);
    const { patient, organization, file } = await readAll(full);
    const told = JSON.stringify([patient, organization, file]);
    for (const secret of [...secrets, '000000417']) expect(told).toContain(secret);
  });

  test('opens in its own row only', async () => {
    const { world } = await aFullWorld();
    await world.as('biller', async (unit) => {
      const rows = await unit.db.selectFrom('coverage').select(['coverage_id', 'sealed']).execute();
      const ring = await dataKeys(unit);
      for (const { sealed } of rows)
        for (const { coverage_id, sealed: own } of rows) {
          const open = () =>
            openWith(ring, unit.organizationId, 'coverage', coverage_id, sealed ?? Buffer.alloc(0));
          if (sealed === own) expect(open()).toHaveProperty('member_id');
          else expect(open).toThrow(SealError);
        }
    });
  });

  test('of a version that sealed nothing is sealed at the next start, unchanged', async () => {
    const full = await aFullWorld();
    const { world } = full;
    const before = await readAll(full);
    await world.as('administrator', async ({ db }) => {
      await sql`update coverage set sealed = null, member_id = 'EM1', group_number = 'G1', subscriber = null where relationship = 'self'`.execute(
        db,
      );
      await sql`update coverage set sealed = null, member_id = 'EM2', subscriber = '{"firstName": "Max"}' where relationship <> 'self'`.execute(
        db,
      );
      await sql`update organization set sealed = null, tax_id = '000000417'`.execute(db);
      await sql`update inbound_file set sealed = null, content = ${Buffer.from([0x49, 0x00, 0xff])}`.execute(
        db,
      );
    });
    const inClear = await readAll(full);
    expect(inClear.organization).toEqual(before.organization);
    const count = await sealClearRows(world.system, world.organizationId);
    expect(count).toBeGreaterThanOrEqual(4);
    expect(await readAll(full)).toEqual(inClear);
    expect(await inTables(world)).not.toMatch(/EM1|EM2|G1|Max|000000417/);
    expect(await sealClearRows(world.system, world.organizationId)).toBe(0);
  });
});

describe('another key', () => {
  test('takes over, killed at any row and run again; then the old one opens nothing and is not needed', async () => {
    const full = await aFullWorld();
    const { world } = full;
    const before = await readAll(full);
    const older = newKey();
    const newer = newKey();
    const first = { ...world.system, keyring: keyringOf([older]) };
    // The world's own key stands for the one before; the first rotation brings it under `older`.
    const own = world.system.keyring;
    const both = (next: typeof older, before: typeof own) => {
      const ring = keyringOf([next]);
      return {
        ...ring,
        open: (sealed: Uint8Array, place: string) => {
          try {
            return ring.open(sealed, place);
          } catch {
            return before.open(sealed, place);
          }
        },
      };
    };
    await rotateRows({ ...first, keyring: both(older, own) }, world.organizationId);
    expect(await readAll(full, first)).toEqual(before);

    let left = 0;
    const killing = {
      ...world.system,
      keyring: keyringOf([older, newer]),
      clock: {
        ...world.system.clock,
        now: () => {
          if (left-- === 0) throw new Error('killed');
          return world.system.clock.now();
        },
      },
    };
    for (let at = 0; at < 6; at += 1) {
      left = at;
      await rotateRows(killing, world.organizationId).catch((error: Error) =>
        expect(error.message).toBe('killed'),
      );
      expect(await readAll(full, { ...world.system, keyring: keyringOf([older, newer]) })).toEqual(before);
    }
    const both2 = { ...world.system, keyring: keyringOf([older, newer]) };
    await rotateRows(both2, world.organizationId);
    expect(await rotateRows(both2, world.organizationId)).toEqual({ rewrapped: 0, resealed: 0 });
    expect(await readAll(full, { ...world.system, keyring: keyringOf([newer]) })).toEqual(before);
    await expect(readAll(full, first)).rejects.toThrow(`The key ${newer.id}`);
  });
});
