import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@superbill/engines/model';
import { afterAll, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../test/database.ts';
import { aVisit, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { createClaim, submitClaim } from '../claims/create-claim.ts';
import { transmitClaims } from '../claims/transmit.ts';
import { sendInterchange, sendPrepared } from '../files/send-interchange.ts';
import { readSending, resumeSending, settleInterchange } from '../files/sending.ts';
import { keyringOf, newKey } from '../keys/keyring.ts';
import { verifyOrganization } from '../system/verify.ts';
import { work } from '../work.ts';
import { restoreDatabase } from './restore-database.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'superbill-epoch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const keyring = keyringOf([newKey()]);

/** Restores one after another; a run before a release does twenty. */
const rounds = Number(process.env.SUPERBILL_TEST_RESTORES ?? 6);

/** Numbers of the interchange and of the claims in a file that was sent. */
const numbersIn = (content: string) => ({
  interchange: content.split('~')[0]?.split('*')[13] ?? '',
  claims: [...content.matchAll(/~\s*CLM\*([^*]+)\*/g)].map(([, number = '']) => number),
});

test('restores at any point of the work send nothing again and give out no number twice', async () => {
  let database = await testDatabase();
  let world = await aWorld(database);
  const payer: string[] = []; // what payers got, whatever we remember of it
  const gone: string[] = [];
  const start = Date.parse('2027-03-20T08:00:00.000Z');

  for (let restores = 0; restores < rounds; restores += 1) {
    const at = (minutes: number) =>
      new Date(start + (restores * 60 + minutes) * 60_000).toISOString() as Instant;
    world.system.clock.set(at(0));
    const ready = await aVisit(world);
    const claimId = await world.as('biller', async (unit) => {
      const { id } = await createClaim(unit, ready.encounterId);
      const row = await unit.db
        .selectFrom('claim')
        .select('row_version')
        .where('claim_id', '=', id)
        .executeTakeFirstOrThrow();
      await submitClaim(unit, id, row.row_version);
      return id;
    });
    // The backup falls before the claim is sent, between preparing and sending, or after.
    const point = restores % 3;
    const file = join(folder, `${restores}.backup`);
    const backUp = () =>
      writeBackup({ url: database.url, data: folder + '/none', file, keyring, takenAt: at(1) });
    if (point === 0) await backUp();
    if (point === 1) {
      const { send } = world.system.exchange;
      world.system.exchange.send = () => Promise.reject(new Error('the line is down'));
      await expect(transmitClaims(world.system, world.staff.biller, [claimId])).rejects.toThrow();
      world.system.exchange.send = send;
      await backUp();
      await sendPrepared(world.system, world.organizationId);
    } else await transmitClaims(world.system, world.staff.biller, [claimId]);
    if (point === 2) await backUp();
    await sendClaim(world, await aVisit(world)); // work that the backup does not know
    payer.push(...world.system.exchange.sent.map(({ content }) => content));
    gone.push(claimId);

    const target = await emptyDatabase();
    await restoreDatabase(target.url, file, {
      opener: { keyring },
      now: at(30),
      file: async () => {},
      onProgress: () => {},
    });
    const { organizationId, staff } = world;
    const exchange = { ...world.system.exchange, sent: [] as { fileName: string; content: string }[] };
    exchange.send = async (_organization, fileName, content) => {
      exchange.sent.push({ fileName, content: Buffer.from(content).toString('latin1') });
    };
    const system = { ...world.system, db: target.db, exchange };
    world = { ...world, system, as: (role, run) => work(system, staff[role], (unit) => run(unit as never)) };
    database = target;
    system.clock.set(at(31));

    expect(await world.as('biller', readSending)).toMatchObject({ paused: true, epoch: restores + 1 });
    await sendPrepared(system, organizationId);
    await expect(transmitClaims(system, staff.biller)).rejects.toMatchObject({ code: 'sending.paused' });
    expect(exchange.sent).toEqual([]);

    const open = await world.as('biller', ({ db }) =>
      db.selectFrom('interchange').select('interchange_id').where('state', '=', 'unknown').execute(),
    );
    expect(open).toHaveLength(point === 1 ? 1 : 0);
    if (open.length > 0)
      await expect(world.as('biller', (unit) => resumeSending(unit, unit.userId))).rejects.toMatchObject({
        code: 'sending.unsettled',
      });
    for (const { interchange_id: id } of open) {
      await expect(sendInterchange(system, staff.biller, id)).resolves.toBeUndefined(); // not prepared: not sent
      await world.as('biller', (unit) => settleInterchange(unit, id, true));
    }
    expect(await world.as('biller', (unit) => resumeSending(unit, unit.userId))).toMatchObject({
      paused: false,
    });
    await expect(transmitClaims(system, staff.biller)).rejects.toMatchObject({ code: 'claim.none-ready' });
    expect(exchange.sent).toEqual([]);
    expect(await verifyOrganization(target.db, organizationId)).toMatchObject({ ok: true });
  }
  const numbers = payer.map(numbersIn);
  expect(numbers).toHaveLength(2 * rounds);
  expect(new Set(numbers.map(({ interchange }) => interchange)).size).toBe(2 * rounds);
  const claims = numbers.flatMap((each) => each.claims);
  expect(claims).toHaveLength(2 * rounds);
  expect(new Set(claims).size).toBe(2 * rounds);
}, 600_000);
