import { type ClaimState, type ClaimSummary, claimState } from '@superbill/contract';
import { type Cents, cents, type Finding } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { summaryColumns, toSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';

function selectSummaries({ db, organizationId }: Work) {
  return db
    .selectFrom('claim as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('patient as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.patient_id', '=', 'e.patient_id'),
    )
    .innerJoin('coverage as v', (join) =>
      join.onRef('v.organization_id', '=', 'c.organization_id').onRef('v.coverage_id', '=', 'c.coverage_id'),
    )
    .innerJoin('payer as y', (join) =>
      join.onRef('y.organization_id', '=', 'v.organization_id').onRef('y.payer_id', '=', 'v.payer_id'),
    )
    .select(summaryColumns)
    .select(['c.claim_id', 'c.encounter_id', 'c.control_number', 'c.state', 'c.charge_cents', 'c.created_at'])
    .select(['e.service_date', 'y.name as payer_name'])
    .select(
      sql<Cents>`(select coalesce(sum(r.paid_cents), 0) from remit_claim r
        where (r.organization_id, r.claim_id) = (c.organization_id, c.claim_id))::bigint`.as('paid_cents'),
    )
    .select(
      sql<string | null>`(select v.message from claim_event v
        where (v.organization_id, v.claim_id) = (c.organization_id, c.claim_id)
        order by v.ordinal desc limit 1)`.as('last_event'),
    )
    .where('c.organization_id', '=', organizationId);
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number];

export function toClaimSummary(row: SummaryRow): ClaimSummary {
  return {
    id: row.claim_id,
    encounterId: row.encounter_id,
    controlNumber: row.control_number,
    state: row.state as ClaimState,
    patient: toSummary(row),
    payerName: row.payer_name,
    serviceDate: row.service_date,
    chargeCents: row.charge_cents,
    paidCents: cents(row.paid_cents),
    createdAt: row.created_at,
    lastEvent: row.last_event,
  };
}

export async function loadClaimsOfEncounter(unit: Work, encounterId: string): Promise<ClaimSummary[]> {
  const rows = await selectSummaries(unit)
    .where('c.encounter_id', '=', encounterId)
    .orderBy('c.created_at')
    .execute();
  return rows.map(toClaimSummary);
}

export async function loadClaimSummary(unit: Work, claimId: string): Promise<ClaimSummary> {
  const row = await selectSummaries(unit).where('c.claim_id', '=', claimId).executeTakeFirst();
  if (!row) throw new AppError('claim.not-found', { claimId });
  return toClaimSummary(row);
}

/** Claims of one state, oldest first, or of all, newest first, with how many stand in each. */
export async function listClaims(
  unit: Work,
  { state, search, limit }: { state?: ClaimState | undefined; search: string; limit: number },
): Promise<{ claims: ClaimSummary[]; more: boolean; counts: Record<ClaimState, number> }> {
  let rows = selectSummaries(unit);
  if (state) rows = rows.where('c.state', '=', state);
  for (const word of search.toLowerCase().split(/\s+/).filter(Boolean)) {
    const start = `${word.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((is) =>
      is.or([
        is(sql`lower(p.last_name)`, 'like', start),
        is(sql`lower(p.first_name)`, 'like', start),
        is(sql`lower(c.control_number)`, 'like', start),
        is(sql`lower(y.name)`, 'like', start),
      ]),
    );
  }
  // A worklist is worked from its oldest end; among all claims the newest are looked for.
  const order = state ? 'asc' : 'desc';
  const found = await rows
    .orderBy('c.created_at', order)
    .orderBy('c.claim_id', order)
    .limit(limit + 1)
    .execute();
  const counted = await unit.db
    .selectFrom('claim')
    .select(['state', (is) => is.fn.countAll<number>().as('count')])
    .where('organization_id', '=', unit.organizationId)
    .groupBy('state')
    .execute();
  const counts = new Map(counted.map((row) => [row.state, Number(row.count)]));
  return {
    claims: found.slice(0, limit).map(toClaimSummary),
    more: found.length > limit,
    counts: Object.fromEntries(claimState.options.map((name) => [name, counts.get(name) ?? 0])) as Record<
      ClaimState,
      number
    >,
  };
}

/** Takes the claim's row for this transaction. */
export async function lockClaim({ db, organizationId }: Work, claimId: string) {
  const row = await db
    .selectFrom('claim')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', claimId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('claim.not-found', { claimId });
  return { ...row, state: row.state as ClaimState };
}

/** Whether a payer ever decided on the claim; one that was only rejected at the door it does not know. */
export async function wasAnswered({ db, organizationId }: Work, claimId: string): Promise<boolean> {
  const answer = await db
    .selectFrom('remit_claim')
    .select('remit_claim_id')
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return answer !== undefined;
}

/** Moves a claim on and notes what happened, in one sentence for a biller. */
export async function setState(
  unit: Work,
  claimId: string,
  state: ClaimState,
  event: { kind: string; message: string; detail?: Record<string, unknown>; inboundFileId?: string },
  changes: { findings?: Finding[]; payerControlNumber?: string } = {},
): Promise<void> {
  await unit.db
    .updateTable('claim')
    .set((column) => ({
      state,
      row_version: column('row_version', '+', 1),
      ...(changes.findings ? { findings: JSON.stringify(changes.findings) } : {}),
      ...(changes.payerControlNumber ? { payer_control_number: changes.payerControlNumber } : {}),
    }))
    .where('organization_id', '=', unit.organizationId)
    .where('claim_id', '=', claimId)
    .execute();
  await unit.db
    .insertInto('claim_event')
    .values({
      organization_id: unit.organizationId,
      claim_id: claimId,
      ordinal: sql`(select coalesce(max(ordinal), 0) + 1 from claim_event
        where organization_id = ${unit.organizationId} and claim_id = ${claimId})`,
      kind: event.kind,
      message: event.message,
      detail: JSON.stringify(event.detail ?? {}),
      inbound_file_id: event.inboundFileId ?? null,
      user_id: unit.userId,
      at: unit.now,
    })
    .execute();
}
