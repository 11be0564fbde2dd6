import type { Instant } from '@superbill/engines/model';
import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { sentClaim } from '../../../test/remit-file.ts';
import { adjust, answerClaim, aVisit, rejectClaim, sendClaim } from '../../../test/visit.ts';
import type { World } from '../../../test/world.ts';
import { changeCharge, voidCharge } from '../charges/change-charge.ts';
import { createClaim, submitClaim } from '../claims/create-claim.ts';
import { lockClaim } from '../claims/store.ts';
import { transmitClaims } from '../claims/transmit.ts';
import { removeCode } from '../coding/assign-code.ts';
import { returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { listApprovals } from './approval-view.ts';
import { requestCodeChange } from './code-change.ts';
import { actsIn, aSmallPractice, refused, start } from './small-practice.test-data.ts';

const database = await testDatabase();
let world: World;
const { countersign, faults } = actsIn(() => world);
const shared = await aSmallPractice(database);

beforeEach(() => {
  world = shared;
  world.system.clock.set(start as Instant);
});

/** The payer decides that nothing is due (CLP02 4). */
async function denyClaim(of: World, claimId: string): Promise<void> {
  await answerClaim(of, claimId, [[adjust('CO', '50', 15000)]], '4');
}

test.each([
  { refusal: 'rejection', refuse: rejectClaim, frequency: '1', why: 'The payer refused it.' },
  { refusal: 'denial', refuse: denyClaim, frequency: '7', why: 'The payer denied it.' },
])(
  'codes changed after a $refusal hold the claim until exactly this change is countersigned',
  async ({ refuse, frequency, why }) => {
    const visit = await aVisit(world, {
      note: 'Hypertension, not controlled. Diabetes.',
      codes: [
        { code: 'I10', quote: 'Hypertension' },
        { code: 'E11.9', quote: 'Diabetes' },
      ],
    });
    const claimId = await sendClaim(world, visit);
    await refuse(world, claimId);
    const remade = () => world.as('biller', (unit) => createClaim(unit, visit.encounterId));
    expect((await remade()).findings.map(({ rule }) => rule)).not.toContain('waits-for-countersign');

    await world.as('biller', async (unit) => {
      const { row_version } = await lockEncounter(unit, visit.encounterId);
      await returnToCoding(unit, visit.encounterId, 'Look again', row_version);
      await unit.db
        .deleteFrom('charge_diagnosis')
        .where('code_id', '=', visit.codeIds[1] ?? '')
        .execute();
      await removeCode(unit, visit.encounterId, visit.codeIds[1] ?? '');
      await unit.db
        .updateTable('encounter')
        .set({ queue: 'billing' })
        .where('encounter_id', '=', visit.encounterId)
        .execute();
    });
    const held = await remade();
    expect(held.state).toBe('held');
    expect(held.findings.map(({ rule }) => rule)).toContain('waits-for-countersign');

    const id = await world.as('biller', (unit) => requestCodeChange(unit, claimId, 'Not treated that day'));
    await countersign(id);
    const free = await remade();
    expect(free.findings.map(({ rule }) => rule)).not.toContain('waits-for-countersign');

    const { row_version: version } = await world.as('biller', (unit) => lockClaim(unit, claimId));
    expect((await world.as('biller', (unit) => submitClaim(unit, claimId, version))).state).toBe('ready');
    await transmitClaims(world.system, world.staff.biller, [claimId]);
    const sent = await sentClaim(world, claimId);
    expect(sent).toMatchObject({ frequency, diagnoses: ['I10'] });
    expect(sent.payerControlNumber !== undefined).toBe(frequency === '7');
    const { approvals } = await world.as('supervisor', async (unit) => ({
      approvals: await listApprovals(unit, 'closed'),
    }));
    expect(approvals.find((each) => each.id === id)).toMatchObject({ state: 'approved', why });
  },
);

test('what a payer decided on keeps its price and stays on the claim that is made again', async () => {
  const visit = await aVisit(world);
  await denyClaim(world, await sendClaim(world, visit));
  await world.as('biller', (unit) => createClaim(unit, visit.encounterId));
  const [chargeId = ''] = visit.chargeIds;
  const charge = { procedure: '99213', modifiers: ['25'], units: 1, diagnoses: visit.codeIds };
  const change = (part: object, rowVersion: number) =>
    world.as('biller', (unit) =>
      changeCharge(unit, visit.encounterId, chargeId, { charge: { ...charge, ...part }, rowVersion }),
    );
  await expect(change({ units: 2 }, 1)).rejects.toEqual(refused('charge.answered'));
  await expect(world.as('biller', (unit) => voidCharge(unit, visit.encounterId, chargeId))).rejects.toEqual(
    refused('charge.answered'),
  );
  await change({}, 1);
  expect(await faults()).toEqual([]);
});
