import { cents, isoDate } from '@superbill/engines/model';
import type { Updateable } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aVisit, rejectClaim, sendClaim } from '../../../test/visit.ts';
import { aWorld } from '../../../test/world.ts';
import { createClaim, submitClaim } from '../claims/create-claim.ts';
import { readClaim } from '../claims/read-claim.ts';
import { transmitClaims } from '../claims/transmit.ts';
import type { DB } from '../db/tables.ts';
import { returnToCoding } from '../encounters/hand-over.ts';
import { lockEncounter } from '../encounters/queue.ts';
import { newId } from '../ids.ts';
import { loadEntries } from '../ledger/store.ts';
import { addCharge, changeCharge, voidCharge } from './change-charge.ts';
import { loadCharges } from './store.ts';

const database = await testDatabase();
const world = await aWorld(database);

type ChargeInput = Parameters<typeof addCharge>[2];
const aCharge = (part: Partial<ChargeInput> = {}): ChargeInput => ({
  procedure: '99213',
  modifiers: [],
  units: 1,
  diagnoses: [],
  ...part,
});
const add = (encounterId: string, part: Partial<ChargeInput> = {}) =>
  world.as('biller', (unit) => addCharge(unit, encounterId, aCharge(part)));
const change = (encounterId: string, chargeId: string, part: Partial<ChargeInput> = {}, rowVersion = 1) =>
  world.as('biller', (unit) =>
    changeCharge(unit, encounterId, chargeId, { charge: aCharge(part), rowVersion }),
  );
const take = (encounterId: string, chargeId: string) =>
  world.as('biller', (unit) => voidCharge(unit, encounterId, chargeId));
const chargesOf = (encounterId: string) => world.as('biller', (unit) => loadCharges(unit, encounterId));

await world.as('administrator', async ({ db, organizationId: organization_id }) => {
  const own = { organization_id, procedure: '81002', wording: 'Urine test' };
  await db
    .insertInto('fee')
    .values([
      {
        ...own,
        fee_id: newId(),
        price_cents: cents(900),
        effective_from: isoDate('2026-01-01'),
        effective_to: isoDate('2027-02-28'),
      },
      { ...own, fee_id: newId(), price_cents: cents(1100), effective_from: isoDate('2027-03-01') },
    ])
    .execute();
});

describe('a charge', () => {
  test.each([
    { serviceDate: '2025-12-31', procedure: '81002', price: undefined },
    { serviceDate: '2026-01-01', procedure: '81002', price: 900 },
    { serviceDate: '2027-02-28', procedure: '81002', price: 900 },
    { serviceDate: '2027-03-01', procedure: '81002', price: 1100 },
    { serviceDate: '2027-03-01', procedure: '99999', price: undefined },
  ])(
    'of $procedure on $serviceDate costs what the fee schedule says on that day: $price',
    async ({ serviceDate, procedure, price }) => {
      const { encounterId } = await aVisit(world, { serviceDate, procedures: [] });
      const adding = add(encounterId, { procedure });
      if (price === undefined) {
        await expect(adding).rejects.toMatchObject({ code: 'charge.no-price', at: 'procedure' });
        return;
      }
      await adding;
      expect(await chargesOf(encounterId)).toMatchObject([{ chargeCents: price, serviceDate }]);
    },
  );

  test('of several units is the price times the units', async () => {
    const { encounterId } = await aVisit(world, { procedures: [] });
    await add(encounterId, { units: 3 });
    expect(await chargesOf(encounterId)).toMatchObject([{ units: 3, chargeCents: 45000 }]);
  });

  test('points only to live diagnoses of its own visit, each once', async () => {
    const { encounterId, codeIds } = await aVisit(world, { procedures: [] });
    const [code = ''] = codeIds;
    const other = await aVisit(world, { procedures: [] });
    await expect(add(encounterId, { diagnoses: other.codeIds })).rejects.toMatchObject({
      code: 'code.not-found',
      at: 'diagnoses',
    });
    await expect(add(encounterId, { diagnoses: [code, code] })).rejects.toMatchObject({
      code: 'request.invalid',
      at: 'diagnoses',
    });
    expect(await chargesOf(encounterId)).toEqual([]);
  });

  test('changed by two at once keeps the first change', async () => {
    const { encounterId, chargeIds } = await aVisit(world);
    const [chargeId = ''] = chargeIds;
    const outcomes = await Promise.allSettled(
      [2, 3].map((units) => change(encounterId, chargeId, { units })),
    );
    const refused = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason.code] : []));
    expect(refused).toEqual(['row.changed']);
  });

  test('that is voided stays stored, with who voided it, and is billed no more', async () => {
    const { encounterId, chargeIds } = await aVisit(world);
    const [chargeId = ''] = chargeIds;
    await take(encounterId, chargeId);
    expect(await chargesOf(encounterId)).toEqual([]);
    const row = await world.as('biller', ({ db }) =>
      db.selectFrom('charge').selectAll().where('charge_id', '=', chargeId).executeTakeFirstOrThrow(),
    );
    expect(row.voided_by).toBe(world.staff.biller.userId);
    await expect(take(encounterId, chargeId)).rejects.toMatchObject({ code: 'charge.not-found' });
  });

  test('cannot be entered at the coder’s desk', async () => {
    const { encounterId } = await aVisit(world);
    const { row_version } = await world.as('biller', (unit) => lockEncounter(unit, encounterId));
    await world.as('biller', (unit) => returnToCoding(unit, encounterId, 'Check', row_version));
    await expect(add(encounterId)).rejects.toMatchObject({ code: 'encounter.wrong-queue' });
  });
});

/** A claim that is ready for the next transmission. */
async function aReadyClaim() {
  const visit = await aVisit(world);
  const claimId = await world.as('biller', async (unit) => {
    const { id } = await createClaim(unit, visit.encounterId);
    const { rowVersion } = await readClaim(unit, id);
    await submitClaim(unit, id, rowVersion);
    return id;
  });
  return { ...visit, claimId };
}
const claimOf = (claimId: string) => world.as('biller', (unit) => readClaim(unit, claimId));

describe('a claim that is ready', () => {
  test.each([
    { what: 'a charge is added', act: (v: Ready) => add(v.encounterId) },
    {
      what: 'a charge changes to another of the same price',
      act: (v: Ready) => change(v.encounterId, v.chargeIds[0] ?? '', { modifiers: ['25'] }),
    },
    { what: 'a charge is voided', act: (v: Ready) => take(v.encounterId, v.chargeIds[0] ?? '') },
    {
      what: 'the visit goes back to the coder',
      act: async (v: Ready) => {
        const { row_version } = await world.as('biller', (unit) => lockEncounter(unit, v.encounterId));
        return world.as('biller', (unit) => returnToCoding(unit, v.encounterId, 'Check', row_version));
      },
    },
  ])('is a draft again when $what, and is not sent', async ({ act }) => {
    const visit = await aReadyClaim();
    await act(visit);
    const { state, events } = await claimOf(visit.claimId);
    expect([state, events.at(-1)?.message]).toEqual([
      'draft',
      expect.stringContaining('Check the claim again.'),
    ]);
    const sending = transmitClaims(world.system, world.staff.biller, [visit.claimId]);
    await expect(sending).rejects.toMatchObject({ code: 'claim.none-ready' });
  });
});
type Ready = Awaited<ReturnType<typeof aReadyClaim>>;

describe('a charge on a sent claim', () => {
  test('can neither be changed nor voided', async () => {
    const { encounterId, chargeIds } = await aVisit(world);
    const [chargeId = ''] = chargeIds;
    await sendClaim(world, { encounterId });
    await expect(change(encounterId, chargeId)).rejects.toMatchObject({ code: 'charge.on-claim' });
    await expect(take(encounterId, chargeId)).rejects.toMatchObject({ code: 'charge.on-claim' });
  });

  test('is corrected after a rejection, sent again as a new version; the sent one stays as it was', async () => {
    const visit = await aVisit(world);
    const { encounterId, codeIds } = visit;
    const [chargeId = ''] = visit.chargeIds;
    const claimId = await sendClaim(world, { encounterId });
    await rejectClaim(world, claimId);
    const first = await versionOf(claimId, 1);

    await change(encounterId, chargeId, { procedure: '99214', diagnoses: codeIds });
    expect(await receivable(chargeId), 'taken back until it is sent again').toBe(0);
    await sendClaim(world, { encounterId });
    const { state, version, lines } = await claimOf(claimId);
    expect([state, version]).toEqual(['sent', 2]);
    expect(lines).toMatchObject([{ procedure: '99214', chargeCents: 21000 }]);
    expect(lines[0]?.controlNumber).toMatch(/V2L1$/);
    expect(await receivable(chargeId)).toBe(21000);
    expect(await versionOf(claimId, 1)).toEqual(first);
  });

  test('stays in its sent version whatever is tried: the database refuses', async () => {
    const { encounterId } = await aVisit(world);
    const claimId = await sendClaim(world, { encounterId });
    const { version, sealed } = await versionOf(claimId, 1);
    const others: Updateable<DB['claim_version']>[] = [
      { content: '{}' },
      { content: '{}', sealed: null, content_sha256: null },
      { content_sha256: Buffer.alloc(32) },
      { sealed, content_sha256: Buffer.alloc(32) },
      { interchange_id: null },
      { version: version + 1 },
    ];
    for (const set of others) {
      const tamper = world.as('biller', ({ db }) =>
        db.updateTable('claim_version').set(set).where('claim_id', '=', claimId).execute(),
      );
      await expect(tamper, Object.keys(set).join()).rejects.toThrow('frozen');
    }
  });
});

async function receivable(chargeId: string): Promise<number> {
  const entries = await world.as('biller', (unit) => loadEntries(unit, { chargeId }));
  return entries
    .filter(({ account }) => account === 'insurance-receivable')
    .reduce((sum, { amount }) => sum + amount, 0);
}

function versionOf(claimId: string, version: number) {
  return world.as('biller', ({ db }) =>
    db
      .selectFrom('claim_version')
      .selectAll()
      .where('claim_id', '=', claimId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  );
}
