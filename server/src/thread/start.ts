import type { TraceNode } from '@superbill/contract';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Where a walk begins: the charges it is about, and what hangs on no charge. */
export interface Start {
  chargeIds: string[];
  /** The codes to show; all codes of the charges when the walk began anywhere else than at a code. */
  codeIds: string[] | 'of-charges';
  /** Lines and postings of money that could not be placed on a charge. */
  remitLineIds: string[];
  postingIds: string[];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds the charge or code that a link of the thread belongs to. Refuses what is not there for this organization. */
export async function findStart(unit: Work, kind: TraceNode['kind'], id: string): Promise<Start> {
  const [rowId = '', ordinal] = id.split(':');
  const wellFormed =
    uuid.test(rowId) && (kind === 'evidence' ? /^\d{1,4}$/.test(ordinal ?? '') : rowId === id);
  const start = wellFormed ? await find(unit, kind, rowId, Number(ordinal)) : undefined;
  if (!start) throw new AppError('trace.not-found', { kind });
  return start;
}

async function find(
  unit: Work,
  kind: TraceNode['kind'],
  id: string,
  ordinal: number,
): Promise<Start | undefined> {
  switch (kind) {
    case 'evidence':
      return startAtEvidence(unit, id, ordinal);
    case 'code':
      return startAtCode(unit, id);
    case 'charge':
      return startAtCharge(unit, id);
    case 'claim-line':
      return startAtClaimLine(unit, id);
    case 'statement-line':
      return startAtStatementLine(unit, id);
    case 'remit-line':
      return startAtRemitLine(unit, id);
    case 'posting':
      return startAtPosting(unit, id);
  }
}

function startAt(chargeIds: string[]): Start | undefined {
  if (chargeIds.length === 0) return undefined;
  return { chargeIds, codeIds: 'of-charges', remitLineIds: [], postingIds: [] };
}

async function startAtCharge({ db, organizationId }: Work, id: string): Promise<Start | undefined> {
  const rows = await db
    .selectFrom('charge')
    .select('charge_id')
    .where('organization_id', '=', organizationId)
    .where('charge_id', '=', id)
    .execute();
  return startAt(rows.map((row) => row.charge_id));
}

async function startAtClaimLine({ db, organizationId }: Work, id: string): Promise<Start | undefined> {
  const rows = await db
    .selectFrom('claim_line')
    .select('charge_id')
    .where('organization_id', '=', organizationId)
    .where('claim_line_id', '=', id)
    .execute();
  return startAt(rows.map((row) => row.charge_id));
}

async function startAtStatementLine({ db, organizationId }: Work, id: string): Promise<Start | undefined> {
  const rows = await db
    .selectFrom('statement_line')
    .select('charge_id')
    .where('organization_id', '=', organizationId)
    .where('statement_line_id', '=', id)
    .execute();
  return startAt(rows.map((row) => row.charge_id));
}

async function startAtEvidence(unit: Work, codeId: string, ordinal: number): Promise<Start | undefined> {
  const { db, organizationId } = unit;
  const row = await db
    .selectFrom('code_evidence')
    .select('code_id')
    .where('organization_id', '=', organizationId)
    .where('code_id', '=', codeId)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row && startAtCode(unit, row.code_id);
}

async function startAtCode({ db, organizationId }: Work, codeId: string): Promise<Start | undefined> {
  const rows = await db
    .selectFrom('code_assignment as a')
    .leftJoin('charge_diagnosis as d', (join) =>
      join.onRef('d.organization_id', '=', 'a.organization_id').onRef('d.code_id', '=', 'a.code_id'),
    )
    .leftJoin('charge as c', (join) =>
      join
        .onRef('c.organization_id', '=', 'd.organization_id')
        .onRef('c.charge_id', '=', 'd.charge_id')
        .on('c.voided_at', 'is', null),
    )
    .select('c.charge_id')
    .where('a.organization_id', '=', organizationId)
    .where('a.code_id', '=', codeId)
    .execute();
  if (rows.length === 0) return undefined;
  const chargeIds = rows.flatMap((row) => row.charge_id ?? []);
  return { chargeIds, codeIds: [codeId], remitLineIds: [], postingIds: [] };
}

async function startAtRemitLine({ db, organizationId }: Work, id: string): Promise<Start | undefined> {
  const row = await db
    .selectFrom('remit_line as r')
    .leftJoin('claim_line as l', (join) =>
      join
        .onRef('l.organization_id', '=', 'r.organization_id')
        .onRef('l.claim_line_id', '=', 'r.claim_line_id'),
    )
    .select(['l.charge_id', 'r.remit_claim_id'])
    .where('r.organization_id', '=', organizationId)
    .where('r.remit_line_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.charge_id !== null) return startAt([row.charge_id]);
  const postings = await db
    .selectFrom('ledger_entry')
    .select('posting_id')
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('remit_claim_id', '=', row.remit_claim_id)
    .where('charge_id', 'is', null)
    .execute();
  const postingIds = postings.map((posting) => posting.posting_id);
  return { chargeIds: [], codeIds: [], remitLineIds: [id], postingIds };
}

async function startAtPosting({ db, organizationId }: Work, id: string): Promise<Start | undefined> {
  const entries = await db
    .selectFrom('ledger_entry')
    .select(['charge_id', 'remit_claim_id'])
    .distinct()
    .where('organization_id', '=', organizationId)
    .where('posting_id', '=', id)
    .execute();
  if (entries.length === 0) return undefined;
  const chargeIds = [...new Set(entries.flatMap((entry) => entry.charge_id ?? []))];
  if (chargeIds.length > 0) return startAt(chargeIds);
  const remitClaims = entries.flatMap((entry) => entry.remit_claim_id ?? []);
  const lines =
    remitClaims.length === 0
      ? []
      : await db
          .selectFrom('remit_line')
          .select('remit_line_id')
          .where('organization_id', '=', organizationId)
          .where('remit_claim_id', 'in', remitClaims)
          .execute();
  return {
    chargeIds: [],
    codeIds: [],
    remitLineIds: lines.map((line) => line.remit_line_id),
    postingIds: [id],
  };
}
