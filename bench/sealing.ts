import { readClaim } from '@superbill/server/claims/read-claim';
import { loadEncounter } from '@superbill/server/encounters/load-encounter';
import { keyringOf, newKey } from '@superbill/server/keys/keyring';
import { openRow } from '@superbill/server/keys/sealed';
import { loadPatient, searchPatients } from '@superbill/server/patients/store';
import type { Work } from '@superbill/server/work';
import { aVisit, sendClaim } from '../test/visit.ts';
import { aWorld } from '../test/world.ts';
import { type Figure, figureOf, type Measured, timeEach } from './figure.ts';
import { withDatabase } from './throw-away.ts';

const reads = 200;
const patients = 60;
const place = '01a220c1-cec1-70a7-b277-49cf1152a9f7/patient/sealed/01a220c1-cec1-70a7-b277-49cf1152a9f8';

/** What sealing costs: by itself, in reading a chart (patient, visit and claim) and in searching for a patient. */
export function measureSealing(): Promise<Measured> {
  return withDatabase(async ({ db }) => {
    const world = await aWorld({ db });
    const visits: (Awaited<ReturnType<typeof aVisit>> & { claimId: string })[] = [];
    for (let turn = 0; turn < patients; turn += 1) {
      const visit = await aVisit(world);
      visits.push({ ...visit, claimId: await sendClaim(world, visit) });
    }
    const each = (run: (unit: Work, visit: (typeof visits)[number]) => Promise<unknown>) =>
      Array.from({ length: reads }, (_, turn) => {
        const visit = visits[turn % patients];
        if (!visit) throw new Error('there is no visit');
        return () => world.as('biller', (unit) => run(unit, visit));
      });
    const sealed = await world.as('biller', async ({ db: tx }) => ({
      patient: await tx.selectFrom('patient').selectAll().executeTakeFirstOrThrow(),
      coverage: await tx.selectFrom('coverage').selectAll().executeTakeFirstOrThrow(),
      version: await tx.selectFrom('claim_version').selectAll().executeTakeFirstOrThrow(),
    }));
    const { patient, coverage, version } = sealed;
    const measured = async (what: string, run: Parameters<typeof each>[0]) => {
      await timeEach(each(run).slice(0, 20));
      return figureOf(what, await timeEach(each(run)));
    };
    const empty = await measured('an empty unit of work', async () => undefined);
    const opening = await measured('the same, opening what a chart has sealed', async (unit) => {
      await openRow(unit, 'patient', patient.patient_id, patient);
      // The patient's coverages are opened with the patient, and the claim's again with the claim.
      for (let turn = 0; turn < 2; turn += 1) await openRow(unit, 'coverage', coverage.coverage_id, coverage);
      await openRow(unit, 'claim_version', `${version.claim_id}/${version.version}`, version);
    });
    const chart = await measured('a chart: patient, visit and claim', async (unit, visit) => {
      await loadPatient(unit, visit.patientId);
      await loadEncounter(unit, visit.encounterId);
      await readClaim(unit, visit.claimId);
    });
    const search = await measured('a search of patients, which opens nothing', (unit) =>
      searchPatients(unit, 'sam', 20),
    );
    const share = (opening.p50 - empty.p50) / chart.p50;
    return {
      on: `${speeds()}; sealing is ${(share * 100).toFixed(0)} % of reading a chart, and nothing of a search`,
      figures: [empty, opening, chart, search] satisfies Figure[],
    };
  });
}

function speeds(): string {
  const ring = keyringOf([newKey()]);
  return [200, 20_000]
    .map((size) => {
      const plain = Buffer.alloc(size, 7);
      const value = ring.seal(plain, place);
      const sealed = perSecond(() => ring.seal(plain, place));
      const opened = perSecond(() => ring.open(value, place));
      return `values of ${size} bytes: ${sealed} sealed and ${opened} opened a second`;
    })
    .join('; ');
}

function perSecond(act: () => unknown): string {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < 1000) {
    for (let turn = 0; turn < 100; turn += 1) act();
    done += 100;
  }
  return Math.round((done / (performance.now() - started)) * 1000).toLocaleString('en-US');
}
