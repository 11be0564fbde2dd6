import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { voidCharge } from '../charges/change-charge.ts';
import { createClaim } from './create-claim.ts';
import { readClaim } from './read-claim.ts';

const world = await aWorld(await testDatabase());

test('a claim keeps its lines and their charges when one of them is voided after it was made', async () => {
  const { encounterId, chargeIds } = await aVisit(world, { procedures: ['99213', '87880'] });
  const [first = ''] = chargeIds;
  const { id } = await world.as('biller', (unit) => createClaim(unit, encounterId));
  await world.as('biller', (unit) => voidCharge(unit, encounterId, first));

  const { lines } = await world.as('biller', (unit) => readClaim(unit, id));
  expect(lines.map(({ chargeId }) => chargeId)).toEqual(chargeIds);
});
