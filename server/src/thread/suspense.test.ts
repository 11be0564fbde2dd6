import { cents, isoDate } from '@superbill/engines/model';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { aWorld } from '../../../test/world.ts';
import { newId } from '../ids.ts';
import { storePosting } from '../ledger/store.ts';
import { readTrace } from './read-trace.ts';

const world = await aWorld(await testDatabase());

/** A payment of $80.00 for a claim that is not ours, put into suspense. */
const suspended = await world.as('biller', async (unit) => {
  const [remitId, remitClaimId, remitLineId, inboundFileId] = [newId(), newId(), newId(), newId()];
  const own = { organization_id: unit.organizationId };
  await unit.db
    .insertInto('inbound_file')
    .values({
      ...own,
      inbound_file_id: inboundFileId,
      file_name: 'a.835',
      content: Buffer.from('ISA'),
      sha256: 'a',
      received_at: unit.now,
      state: 'processed',
    })
    .execute();
  await unit.db
    .insertInto('remit')
    .values({
      ...own,
      remit_id: remitId,
      inbound_file_id: inboundFileId,
      payer_name: 'Example Mutual',
      payer_identifier: '1',
      trace_number: 'T1',
      payment_date: unit.today,
      paid_cents: cents(8000),
      method: 'CHK',
      content_hash: 'a',
      posted_at: unit.now,
    })
    .execute();
  await unit.db
    .insertInto('remit_claim')
    .values({
      ...own,
      remit_claim_id: remitClaimId,
      remit_id: remitId,
      ordinal: 1,
      control_number: 'X1',
      status: '1',
      charge_cents: cents(8000),
      paid_cents: cents(8000),
      patient_responsibility_cents: cents(0),
    })
    .execute();
  await unit.db
    .insertInto('remit_line')
    .values({
      ...own,
      remit_line_id: remitLineId,
      remit_claim_id: remitClaimId,
      ordinal: 1,
      procedure: '99213',
      charge_cents: cents(8000),
      paid_cents: cents(8000),
    })
    .execute();
  const cause = { remitClaimId };
  const postingId = await storePosting(
    unit,
    {
      kind: 'remit-suspense',
      date: isoDate('2027-03-20'),
      entries: [
        { account: 'cash-payer', amount: cents(8000), cause },
        { account: 'suspense', amount: cents(-8000), cause },
      ],
    },
    'Payment T1, claim X1',
    { remitId },
  );
  return { remitLineId, postingId: postingId ?? '' };
});

test.each([
  { kind: 'remit-line', id: suspended.remitLineId },
  { kind: 'posting', id: suspended.postingId },
] as const)(
  'from a $kind in suspense the walk joins the payment and where its money waits',
  async ({ kind, id }) => {
    const { nodes, links } = await world.as('biller', (unit) => readTrace(unit, kind, id));
    expect(nodes.map((node) => node.kind)).toEqual(['remit-line', 'posting']);
    expect(nodes[1]?.because).toContain('Money received that could not be placed: -$80.00');
    expect(links).toEqual([
      { from: `remit-line/${suspended.remitLineId}`, to: `posting/${suspended.postingId}` },
    ]);
  },
);
