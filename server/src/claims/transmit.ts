import type { InterchangeView } from '@superbill/contract';
import { type Instant, sum } from '@superbill/engines/model';
import { write837 } from '@superbill/engines/x12';
import { moveTo } from '../encounters/queue.ts';
import { AppError } from '../errors.ts';
import { sendInterchange } from '../files/send-interchange.ts';
import { mustSend } from '../files/sending.ts';
import { loadInterchanges } from '../files/store.ts';
import { newId } from '../ids.ts';
import { sealRow } from '../keys/sealed.ts';
import { bookCharges } from '../ledger/store.ts';
import { nextNumber } from '../practice/control-number.ts';
import { readBillingProvider } from '../practice/store.ts';
import { type Actor, type System, staffId, type Work, work } from '../work.ts';
import { setState } from './store.ts';
import { openVersion } from './version.ts';

/**
 * Sends every ready claim, one file per payer. First everything is stored in one transaction: the bytes,
 * the control numbers, the frozen versions, the booked charges. Only then does a file go on its way; if we
 * stop in between, the next start sends what is still only prepared, byte for byte the same.
 */
export async function transmitClaims(
  system: System,
  actor: Actor,
  claimIds?: readonly string[],
): Promise<InterchangeView[]> {
  const prepared = await work(system, actor, (unit) => prepare(unit, claimIds));
  for (const interchangeId of prepared) await sendInterchange(system, actor, interchangeId);
  return work(system, actor, (unit) => loadInterchanges(unit, prepared.length, prepared));
}

async function prepare(unit: Work, claimIds: readonly string[] | undefined): Promise<string[]> {
  await mustSend(unit);
  const ready = await lockReady(unit, claimIds);
  if (ready.length === 0) throw new AppError('claim.none-ready');
  const byPayer = new Map<string, ReadyRow[]>();
  for (const row of ready) byPayer.set(row.electronic_id, [...(byPayer.get(row.electronic_id) ?? []), row]);
  const prepared: string[] = [];
  for (const rows of byPayer.values()) prepared.push(await prepareFile(unit, rows));
  return prepared;
}

type ReadyRow = Awaited<ReturnType<typeof lockReady>>[number];

async function lockReady(unit: Work, claimIds: readonly string[] | undefined) {
  const { db, organizationId } = unit;
  let rows = db
    .selectFrom('claim as c')
    .innerJoin('claim_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'c.organization_id')
        .onRef('v.claim_id', '=', 'c.claim_id')
        .onRef('v.version', '=', 'c.version'),
    )
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('coverage as o', (join) =>
      join.onRef('o.organization_id', '=', 'c.organization_id').onRef('o.coverage_id', '=', 'c.coverage_id'),
    )
    .innerJoin('payer as y', (join) =>
      join.onRef('y.organization_id', '=', 'o.organization_id').onRef('y.payer_id', '=', 'o.payer_id'),
    )
    .select(['c.claim_id', 'c.version', 'c.encounter_id', 'c.control_number', 'e.patient_id'])
    .select(['v.content', 'v.sealed'])
    .select(['y.electronic_id', 'y.name as payer_name'])
    .where('c.organization_id', '=', organizationId)
    .where('c.state', '=', 'ready');
  if (claimIds) rows = rows.where('c.claim_id', 'in', [...claimIds]);
  const ready = await rows.orderBy('c.created_at').orderBy('c.claim_id').forUpdate('c').execute();
  return Promise.all(ready.map(async (row) => ({ ...row, claim: await openVersion(unit, row) })));
}

/** Writes one 837P with the claims of one payer and freezes what it holds. */
async function prepareFile(unit: Work, rows: readonly ReadyRow[]): Promise<string> {
  const { db, organizationId } = unit;
  const claims = rows.map((row) => row.claim);
  const [first] = rows;
  if (!first) throw new Error('a file needs a claim');
  const { provider, submitterId } = await readBillingProvider(unit);
  const number = await nextNumber(unit, 'interchange');
  const content = Buffer.from(
    write837({
      submitter: {
        id: submitterId,
        name: provider.name,
        contacts: provider.contacts ?? [],
      },
      receiver: { id: first.electronic_id, name: first.payer_name },
      controlNumbers: { interchange: number, group: number, transaction: 1 },
      createdAt: unit.now as Instant,
      usage: 'P',
      claims,
    }),
  );
  const interchangeId = newId();
  const control = String(number).padStart(9, '0');
  await db
    .insertInto('interchange')
    .values({
      organization_id: organizationId,
      interchange_id: interchangeId,
      control_number: control,
      file_name: `${submitterId}-${control}.837p.x12`,
      content: null,
      sealed: await sealRow(unit, 'interchange', interchangeId, { content }),
      state: 'prepared',
      claims: claims.length,
      charge_cents: sum(claims.map((claim) => claim.charge)),
      prepared_by: staffId(unit),
      prepared_at: unit.now,
    })
    .execute();
  for (const row of rows) await freeze(unit, row, interchangeId, control);
  unit.audit('interchange.prepare', {
    kind: 'interchange',
    id: interchangeId,
    detail: { claims: claims.length },
  });
  return interchangeId;
}

async function freeze(unit: Work, row: ReadyRow, interchangeId: string, control: string): Promise<void> {
  const { db, organizationId } = unit;
  const { claim } = row;
  const charges = await db
    .selectFrom('charge')
    .select(['charge_id', 'charge_cents'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', row.encounter_id)
    .where('voided_at', 'is', null)
    .orderBy('entered_at')
    .orderBy('charge_id')
    .execute();
  // The claim was made from these charges; if one came or went since, it has to be checked again first.
  const same =
    charges.length === claim.lines.length &&
    charges.every((c, i) => c.charge_cents === claim.lines[i]?.charge);
  if (!same) throw new AppError('row.changed', { claimId: row.claim_id });

  await db
    .updateTable('claim_version')
    .set({ interchange_id: interchangeId })
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', row.claim_id)
    .where('version', '=', row.version)
    .execute();
  await db
    .insertInto('claim_line')
    .values(
      claim.lines.map((line, index) => ({
        organization_id: organizationId,
        claim_line_id: newId(),
        claim_id: row.claim_id,
        version: row.version,
        charge_id: charges[index]?.charge_id ?? '',
        line_number: index + 1,
        control_number: line.controlNumber,
        charge_cents: line.charge,
      })),
    )
    .execute();
  const bookable = charges.map((charge) => ({
    chargeId: charge.charge_id,
    patientId: row.patient_id,
    amount: charge.charge_cents,
  }));
  await bookCharges(unit, bookable, 'insurance');
  await setState(unit, row.claim_id, 'sent', {
    kind: 'sent',
    message: `Sent to ${row.payer_name} in file ${control}.`,
  });
  await moveTo(unit, row.encounter_id, 'payer');
}
