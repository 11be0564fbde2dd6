import type { ClaimLineView, ClaimView } from '@superbill/contract';
import { explain } from '@superbill/engines/ledger';
import {
  type Adjustment,
  type Cents,
  type Claim,
  cents,
  type Finding,
  type Instant,
  sum,
} from '@superbill/engines/model';
import { AppError } from '../errors.ts';
import { openRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';
import { adjustmentMeaning } from './adjustment-meaning.ts';
import { loadClaimSummary } from './store.ts';
import { openVersion } from './version.ts';

/** One claim whole: what it says, what the edits found, what the payer answered. */
export async function readClaim(unit: Work, claimId: string): Promise<ClaimView> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('claim as c')
    .innerJoin('claim_version as v', (join) =>
      join
        .onRef('v.organization_id', '=', 'c.organization_id')
        .onRef('v.claim_id', '=', 'c.claim_id')
        .onRef('v.version', '=', 'c.version'),
    )
    .innerJoin('coverage as o', (join) =>
      join.onRef('o.organization_id', '=', 'c.organization_id').onRef('o.coverage_id', '=', 'c.coverage_id'),
    )
    .select([
      'c.coverage_id',
      'c.encounter_id',
      'c.version',
      'c.row_version',
      'c.findings',
      'c.payer_control_number',
    ])
    .select(['v.content', 'v.sealed as version_sealed', 'v.created_at as made_at', 'o.payer_id'])
    .select(['o.member_id', 'o.group_number', 'o.subscriber', 'o.sealed'])
    .where('c.organization_id', '=', organizationId)
    .where('c.claim_id', '=', claimId)
    .executeTakeFirst();
  if (!row) throw new AppError('claim.not-found', { claimId });
  const { version, content, version_sealed: sealed } = row;
  const claim = await openVersion(unit, { claim_id: claimId, version, content, sealed });
  const { member_id } = await openRow(unit, 'coverage', row.coverage_id, row);
  const titles = await db
    .selectFrom('code_assignment')
    .select(['code', 'title'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', row.encounter_id)
    .execute();
  const events = await db
    .selectFrom('claim_event as e')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'e.organization_id').onRef('u.user_id', '=', 'e.user_id'),
    )
    .select(['e.kind', 'e.message', 'e.at', 'e.inbound_file_id', 'u.name'])
    .where('e.organization_id', '=', organizationId)
    .where('e.claim_id', '=', claimId)
    .orderBy('e.ordinal')
    .execute();
  return {
    ...(await loadClaimSummary(unit, claimId)),
    coverageId: row.coverage_id,
    payerId: row.payer_id,
    memberId: member_id as string,
    version: row.version,
    rowVersion: row.row_version,
    diagnoses: claim.diagnoses.map((code) => ({
      code,
      title: titles.find((t) => t.code === code)?.title ?? '',
    })),
    authorizationNumber: claim.authorizationNumber ?? null,
    payerControlNumber: row.payer_control_number,
    findings: row.findings as unknown as Finding[],
    lines: await loadLines(unit, claimId, row, claim),
    events: events.map(({ kind, message, at, name, inbound_file_id }) => ({
      kind,
      message,
      at,
      by: name,
      inboundFileId: inbound_file_id,
    })),
  };
}

async function loadLines(
  { db, organizationId }: Work,
  claimId: string,
  { version, encounter_id, made_at }: { version: number; encounter_id: string; made_at: Instant },
  claim: Claim,
): Promise<ClaimLineView[]> {
  const charges = await db
    .selectFrom('charge')
    .select(['charge_id', 'wording', 'entered_at', 'voided_at'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounter_id)
    .orderBy('entered_at')
    .orderBy('charge_id')
    .execute();
  const then = chargesAt(charges, made_at, claim.lines.length);
  const sent = await db
    .selectFrom('claim_line')
    .select(['claim_line_id', 'line_number', 'charge_id'])
    .where('organization_id', '=', organizationId)
    .where('claim_id', '=', claimId)
    .where('version', '=', version)
    .execute();
  const answers =
    sent.length === 0
      ? []
      : await db
          .selectFrom('remit_line')
          .select(['claim_line_id', 'paid_cents', 'allowed_cents', 'adjustments', 'remarks'])
          .where('organization_id', '=', organizationId)
          .where(
            'claim_line_id',
            'in',
            sent.map((line) => line.claim_line_id),
          )
          .execute();
  return claim.lines.map((line, index) => {
    const own = sent.find((row) => row.line_number === index + 1);
    const charge = own ? charges.find((row) => row.charge_id === own.charge_id) : then[index];
    const said = answers.filter((answer) => own !== undefined && answer.claim_line_id === own.claim_line_id);
    const adjustments = said.flatMap((answer) => answer.adjustments as unknown as StoredAdjustment[]);
    const patient = adjustments.filter(
      (a) => explain({ group: a.group, reason: a.reason }).effect === 'patient',
    );
    return {
      id: own?.claim_line_id ?? null,
      lineNumber: index + 1,
      controlNumber: line.controlNumber,
      chargeId: charge?.charge_id ?? '',
      procedure: line.procedure ?? '',
      wording: charge?.wording ?? '',
      modifiers: line.modifiers,
      units: line.units,
      diagnosisPointers: line.diagnosisPointers,
      chargeCents: line.charge,
      allowedCents: allowed(said),
      paidCents: sum(said.map((answer) => answer.paid_cents)),
      patientCents: cents(patient.reduce((total, a) => total + a.amountCents, 0)),
      adjustments: adjustments.map((a) => ({ ...a, meaning: adjustmentMeaning(a) })),
      remarks: [...new Set(said.flatMap((answer) => answer.remarks))],
    };
  });
}

interface ChargeRow {
  charge_id: string;
  wording: string;
  entered_at: Instant;
  voided_at: Instant | null;
}

/**
 * The charges a version was made of, in its order; one of them may be voided by now. Where voiding and making
 * carry the same instant, the number of lines tells which came first.
 */
function chargesAt(charges: readonly ChargeRow[], madeAt: Instant, lines: number): ChargeRow[] {
  const entered = charges.filter(({ entered_at }) => entered_at <= madeAt);
  const voidedAfter = entered.filter(({ voided_at }) => voided_at === null || voided_at > madeAt);
  if (voidedAfter.length >= lines) return voidedAfter;
  return entered.filter(({ voided_at }) => voided_at === null || voided_at >= madeAt);
}

/** An adjustment as a remittance line keeps it. */
export interface StoredAdjustment {
  group: Adjustment['group'];
  reason: string;
  amountCents: Cents;
}

function allowed(said: { allowed_cents: Cents | null }[]): Cents | null {
  const given = said.flatMap((answer) => answer.allowed_cents ?? []);
  return given.length === 0 ? null : sum(given);
}
