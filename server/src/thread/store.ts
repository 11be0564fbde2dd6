import type { Work } from '../work.ts';

/**
 * The links of the thread as they are stored, one query for each kind whatever the number of charges. An
 * empty list of ids asks nothing.
 */

export async function loadPointers({ db, organizationId }: Work, chargeIds: readonly string[]) {
  if (chargeIds.length === 0) return [];
  return db
    .selectFrom('charge_diagnosis')
    .select(['charge_id', 'code_id', 'ordinal'])
    .where('organization_id', '=', organizationId)
    .where('charge_id', 'in', chargeIds)
    .orderBy('charge_id')
    .orderBy('ordinal')
    .execute();
}

export async function loadTracedCodes({ db, organizationId }: Work, codeIds: readonly string[]) {
  if (codeIds.length === 0) return [];
  return db
    .selectFrom('code_assignment as a')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'a.organization_id')
        .onRef('e.encounter_id', '=', 'a.encounter_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'a.organization_id').onRef('u.user_id', '=', 'a.decided_by'),
    )
    .select(['a.code_id', 'a.code', 'a.title', 'a.edition', 'a.origin', 'a.path', 'a.decided_at'])
    .select(['a.removed_at', 'a.encounter_id', 'e.patient_id', 'e.service_date', 'u.name as decided_by'])
    .where('a.organization_id', '=', organizationId)
    .where('a.code_id', 'in', codeIds)
    .orderBy('a.position')
    .execute();
}

export async function loadTracedEvidence({ db, organizationId }: Work, codeIds: readonly string[]) {
  if (codeIds.length === 0) return [];
  return db
    .selectFrom('code_evidence as v')
    .innerJoin('document as d', (join) =>
      join.onRef('d.organization_id', '=', 'v.organization_id').onRef('d.document_id', '=', 'v.document_id'),
    )
    .innerJoin('document_version as n', (join) =>
      join
        .onRef('n.organization_id', '=', 'v.organization_id')
        .onRef('n.document_id', '=', 'v.document_id')
        .onRef('n.version', '=', 'v.document_version'),
    )
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'd.organization_id')
        .onRef('e.encounter_id', '=', 'd.encounter_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'n.organization_id').onRef('u.user_id', '=', 'n.author_id'),
    )
    .select(['v.code_id', 'v.ordinal', 'v.document_id', 'v.document_version', 'v.span_start', 'v.span_end'])
    .select(['v.quote', 'd.title', 'd.encounter_id', 'e.patient_id', 'e.service_date', 'n.created_at'])
    .select('u.name as author')
    .where('v.organization_id', '=', organizationId)
    .where('v.code_id', 'in', codeIds)
    .orderBy('v.code_id')
    .orderBy('v.ordinal')
    .execute();
}

export async function loadTracedCharges({ db, organizationId }: Work, chargeIds: readonly string[]) {
  if (chargeIds.length === 0) return [];
  return db
    .selectFrom('charge as c')
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'c.organization_id')
        .onRef('e.encounter_id', '=', 'c.encounter_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'c.organization_id').onRef('u.user_id', '=', 'c.entered_by'),
    )
    .select(['c.charge_id', 'c.procedure', 'c.wording', 'c.modifiers', 'c.units', 'c.charge_cents'])
    .select(['c.service_date', 'c.entered_at', 'c.voided_at', 'c.encounter_id', 'e.patient_id'])
    .select('u.name as entered_by')
    .where('c.organization_id', '=', organizationId)
    .where('c.charge_id', 'in', chargeIds)
    .orderBy('c.service_date')
    .orderBy('c.entered_at')
    .execute();
}

export async function loadTracedClaimLines({ db, organizationId }: Work, chargeIds: readonly string[]) {
  if (chargeIds.length === 0) return [];
  return db
    .selectFrom('claim_line as l')
    .innerJoin('claim as c', (join) =>
      join.onRef('c.organization_id', '=', 'l.organization_id').onRef('c.claim_id', '=', 'l.claim_id'),
    )
    .innerJoin('claim_version as n', (join) =>
      join
        .onRef('n.organization_id', '=', 'l.organization_id')
        .onRef('n.claim_id', '=', 'l.claim_id')
        .onRef('n.version', '=', 'l.version'),
    )
    .leftJoin('interchange as i', (join) =>
      join
        .onRef('i.organization_id', '=', 'n.organization_id')
        .onRef('i.interchange_id', '=', 'n.interchange_id'),
    )
    .innerJoin('coverage as v', (join) =>
      join.onRef('v.organization_id', '=', 'c.organization_id').onRef('v.coverage_id', '=', 'c.coverage_id'),
    )
    .innerJoin('payer as y', (join) =>
      join.onRef('y.organization_id', '=', 'v.organization_id').onRef('y.payer_id', '=', 'v.payer_id'),
    )
    .select(['l.claim_line_id', 'l.claim_id', 'l.version', 'l.charge_id', 'l.line_number', 'l.charge_cents'])
    .select(['l.control_number', 'c.control_number as claim_number', 'c.version as claim_version'])
    .select(['c.findings', 'c.encounter_id', 'v.patient_id', 'y.name as payer_name'])
    .select(['i.control_number as interchange_number', 'i.prepared_at', 'i.sent_at'])
    .where('l.organization_id', '=', organizationId)
    .where('l.charge_id', 'in', chargeIds)
    .orderBy('c.created_at')
    .orderBy('l.version')
    .orderBy('l.line_number')
    .execute();
}

export async function loadTracedRemitLines(
  { db, organizationId }: Work,
  claimLineIds: readonly string[],
  remitLineIds: readonly string[],
) {
  if (claimLineIds.length + remitLineIds.length === 0) return [];
  return db
    .selectFrom('remit_line as l')
    .innerJoin('remit_claim as c', (join) =>
      join
        .onRef('c.organization_id', '=', 'l.organization_id')
        .onRef('c.remit_claim_id', '=', 'l.remit_claim_id'),
    )
    .innerJoin('remit as r', (join) =>
      join.onRef('r.organization_id', '=', 'c.organization_id').onRef('r.remit_id', '=', 'c.remit_id'),
    )
    .select(['l.remit_line_id', 'l.remit_claim_id', 'l.claim_line_id', 'l.paid_cents', 'l.allowed_cents'])
    .select(['l.adjustments', 'l.remarks', 'c.adjustments as claim_adjustments', 'c.claim_id', 'c.status'])
    .select(['r.payer_name', 'r.trace_number', 'r.payment_date', 'r.posted_at'])
    .where('l.organization_id', '=', organizationId)
    .where((is) =>
      is.or([
        ...(claimLineIds.length > 0 ? [is('l.claim_line_id', 'in', claimLineIds)] : []),
        ...(remitLineIds.length > 0 ? [is('l.remit_line_id', 'in', remitLineIds)] : []),
      ]),
    )
    .orderBy('r.posted_at')
    .orderBy('l.remit_claim_id')
    .orderBy('l.ordinal')
    .execute();
}

/** The entries of these charges, and of these postings those that belong to no charge. */
export async function loadTracedEntries(
  { db, organizationId }: Work,
  chargeIds: readonly string[],
  postingIds: readonly string[],
) {
  if (chargeIds.length + postingIds.length === 0) return [];
  return db
    .selectFrom('ledger_entry as e')
    .innerJoin('posting as p', (join) =>
      join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.posting_id', '=', 'e.posting_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'p.organization_id').onRef('u.user_id', '=', 'p.posted_by'),
    )
    .select(['e.posting_id', 'e.account', 'e.amount_cents', 'e.patient_id', 'e.charge_id', 'e.claim_id'])
    .select(['e.claim_line_id', 'e.remit_claim_id', 'e.remit_line_id', 'e.adjustment'])
    .select(['p.memo', 'p.posted_on', 'p.posted_at', 'u.name as posted_by'])
    .where('e.organization_id', '=', organizationId)
    .where((is) =>
      is.or([
        ...(chargeIds.length > 0 ? [is('e.charge_id', 'in', chargeIds)] : []),
        ...(postingIds.length > 0
          ? [is.and([is('e.posting_id', 'in', postingIds), is('e.charge_id', 'is', null)])]
          : []),
      ]),
    )
    .orderBy('p.posted_at')
    .orderBy('e.posting_id')
    .orderBy('e.ordinal')
    .execute();
}

export async function loadTracedStatementLines({ db, organizationId }: Work, chargeIds: readonly string[]) {
  if (chargeIds.length === 0) return [];
  return db
    .selectFrom('statement_line as l')
    .innerJoin('statement as s', (join) =>
      join
        .onRef('s.organization_id', '=', 'l.organization_id')
        .onRef('s.statement_id', '=', 'l.statement_id'),
    )
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 's.organization_id').onRef('u.user_id', '=', 's.created_by'),
    )
    .select([
      'l.statement_line_id',
      'l.statement_id',
      'l.charge_id',
      'l.wording',
      'l.owed_cents',
      'l.reasons',
    ])
    .select(['l.insurance_pending_cents', 's.number', 's.issued_on', 's.created_at', 's.patient_id'])
    .select('u.name as created_by')
    .where('l.organization_id', '=', organizationId)
    .where('l.charge_id', 'in', chargeIds)
    .orderBy('s.created_at')
    .orderBy('s.number')
    .orderBy('l.ordinal')
    .execute();
}
