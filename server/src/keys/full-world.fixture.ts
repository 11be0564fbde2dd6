import { aPatient, aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { openVersion } from '../claims/version.ts';
import type { Db } from '../db/connect.ts';
import { receiveFile } from '../files/receive-file.ts';
import { loadContent } from '../files/store.ts';
import { addCoverage } from '../patients/change-coverage.ts';
import { changePatient } from '../patients/register-patient.ts';
import { loadPatient } from '../patients/store.ts';
import { readOrganization } from '../practice/organization.ts';
import { work } from '../work.ts';
import type { Keyring } from './keyring.ts';

/** Identifiers of one patient, each of them found nowhere else. */
export const secrets = [
  'EM739184652',
  'GRP-ZQ-88',
  '503-555-0173',
  'iris@example.org',
  '9 Xylocarp Terrace',
  'Zanthropov',
];

/** A world with one patient who has every identifier, a claim that was sent for them, and one file that came in. */
export async function aFullWorld(db: Db, options: { keyring?: Keyring } = {}) {
  const world = await aWorld({ db }, options);
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
  const claimId = await sendClaim(world, await aVisit(world, { patientId }));
  return { world, patientId, fileId: file.id, claimId };
}

/** Everything that one reads of it, as it is told to a person. */
export const readAll = (
  { world, patientId, fileId, claimId }: Awaited<ReturnType<typeof aFullWorld>>,
  system = world.system,
) =>
  work(system, world.staff.biller, async (unit) => ({
    patient: await loadPatient(unit, patientId),
    organization: await readOrganization(unit),
    file: await loadContent(unit, 'inbound_file', fileId),
    claim: await openVersion(
      unit,
      await unit.db
        .selectFrom('claim_version')
        .selectAll()
        .where('claim_id', '=', claimId)
        .executeTakeFirstOrThrow(),
    ),
  }));
