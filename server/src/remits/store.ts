import type { RemitView } from '@superbill/contract';
import { type ClaimFacts, findLine } from '@superbill/engines/ledger';
import type { Adjustment, Remit } from '@superbill/engines/model';
import type { Work } from '../work.ts';

/** The ids under which a payment, its claims and their lines are stored, in order. */
export interface StoredIds {
  remitId: string;
  claims: { remitClaimId: string; remitLineIds: string[] }[];
}

/** Stores a payment as the payer sent it, its claims and lines tied to ours where they are known. */
export async function storeRemit(
  { db, organizationId, now }: Work,
  {
    remit,
    inboundFileId,
    contentHash,
    ids,
    claimIds,
    facts,
  }: {
    remit: Remit;
    inboundFileId: string;
    contentHash: string;
    ids: StoredIds;
    claimIds: (string | null)[];
    facts: (ClaimFacts | undefined)[];
  },
): Promise<void> {
  const payer = await db
    .selectFrom('payer')
    .select('payer_id')
    .where('organization_id', '=', organizationId)
    .where((is) => is.or([is('electronic_id', '=', remit.payer.id ?? ''), is('name', '=', remit.payer.name)]))
    .executeTakeFirst();
  await db
    .insertInto('remit')
    .values({
      organization_id: organizationId,
      remit_id: ids.remitId,
      inbound_file_id: inboundFileId,
      payer_id: payer?.payer_id ?? null,
      payer_name: remit.payer.name,
      payer_identifier: payerIdentifier(remit),
      trace_number: remit.traceNumber,
      payment_date: remit.paymentDate,
      paid_cents: remit.paid,
      method: remit.method,
      content_hash: contentHash,
      posted_at: now,
    })
    .execute();
  for (const [index, claim] of remit.claims.entries()) {
    const own = ids.claims[index];
    if (!own) continue;
    const claimId = claimIds[index] ?? null;
    await db
      .insertInto('remit_claim')
      .values({
        organization_id: organizationId,
        remit_claim_id: own.remitClaimId,
        remit_id: ids.remitId,
        ordinal: index + 1,
        claim_id: claimId,
        control_number: claim.controlNumber,
        status: claim.status,
        charge_cents: claim.charge,
        paid_cents: claim.paid,
        patient_responsibility_cents: claim.patientResponsibility,
        payer_control_number: claim.payerControlNumber ?? null,
        adjustments: adjustmentsJson(claim.adjustments),
      })
      .execute();
    if (claim.lines.length === 0) continue;
    await db
      .insertInto('remit_line')
      .values(
        claim.lines.map((line, lineIndex) => ({
          organization_id: organizationId,
          remit_line_id: own.remitLineIds[lineIndex] ?? '',
          remit_claim_id: own.remitClaimId,
          ordinal: lineIndex + 1,
          claim_line_id: claimId ? (findLine(line, facts[index]?.lines ?? [])?.claimLineId ?? null) : null,
          procedure: line.procedure,
          charge_cents: line.charge,
          paid_cents: line.paid,
          allowed_cents: line.allowed ?? null,
          adjustments: adjustmentsJson(line.adjustments),
          remarks: line.remarks,
        })),
      )
      .execute();
  }
}

function adjustmentsJson(adjustments: readonly Adjustment[]): string {
  return JSON.stringify(
    adjustments.map(({ group, reason, amount }) => ({ group, reason, amountCents: amount })),
  );
}

/** Posted payments, newest first. */
export async function loadRemits({ db, organizationId }: Work, limit: number): Promise<RemitView[]> {
  const rows = await db
    .selectFrom('remit as r')
    .select([
      'r.remit_id',
      'r.payer_name',
      'r.trace_number',
      'r.payment_date',
      'r.paid_cents',
      'r.method',
      'r.posted_at',
    ])
    .select((is) =>
      is
        .selectFrom('remit_claim as c')
        .select((count) => count.fn.countAll<number>().as('claims'))
        .whereRef('c.organization_id', '=', 'r.organization_id')
        .whereRef('c.remit_id', '=', 'r.remit_id')
        .as('claims'),
    )
    .where('r.organization_id', '=', organizationId)
    .orderBy('r.posted_at', 'desc')
    .orderBy('r.remit_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.remit_id,
    payerName: row.payer_name,
    traceNumber: row.trace_number,
    paymentDate: row.payment_date,
    paidCents: row.paid_cents,
    method: row.method,
    claims: Number(row.claims ?? 0),
    postedAt: row.posted_at,
  }));
}

/** Who paid, as the payment names it (TRN03, else the payer's id or name). */
export function payerIdentifier(remit: Remit): string {
  return remit.traceOrigin ?? remit.payer.id ?? remit.payer.name;
}
