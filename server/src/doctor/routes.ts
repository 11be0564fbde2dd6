import { routes } from '@superbill/contract';
import about from '../../package.json' with { type: 'json' };
import { connect } from '../db/connect.ts';
import { checkDatabase } from '../db/health.ts';
import { readDisk } from '../disk.ts';
import { AppError } from '../errors.ts';
import { type Handler, handleInSteps } from '../http/handle.ts';
import { readProof } from '../system/proof.ts';
import { work } from '../work.ts';
import { examine } from './examine.ts';

export const doctorHandlers: Handler[] = [
  handleInSteps(routes.readHealthDetails, async ({ system }, actor) => {
    const { upkeep } = system;
    if (!upkeep) throw new AppError('backup.not-here');
    const { pool, close } = await connect(upkeep.url, { connections: 1 });
    try {
      const findings = await examine({
        data: upkeep.data,
        env: process.env,
        now: system.clock.now(),
        today: system.clock.today(),
        codeSets: system.codeSets,
        open: async () => ({ db: system.db, pool, close: async () => {} }),
        knownPassword: upkeep.knownPassword,
        organizationId: actor.organizationId,
      });
      const { version, roundTripMs, size } = await checkDatabase(pool);
      const proof = await work(system, actor, async (unit) => {
        unit.audit('health.read', { kind: 'organization' });
        return readProof(unit);
      });
      return {
        version: about.version,
        node: process.versions.node,
        database: { version, roundTripMs, bytes: size },
        disk: readDisk(upkeep.data),
        findings,
        proof,
      };
    } finally {
      await close();
    }
  }),
];
