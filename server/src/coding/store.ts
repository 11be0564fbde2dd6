import type { AssignedCode } from '@superbill/contract';
import type { CodeSystem, Evidence } from '@superbill/engines/model';
import type { Work } from '../work.ts';

/** A visit's codes in their order, each with the words it stands on. */
export async function loadCodes({ db, organizationId }: Work, encounterId: string): Promise<AssignedCode[]> {
  const rows = await db
    .selectFrom('code_assignment as c')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'c.organization_id').onRef('u.user_id', '=', 'c.decided_by'),
    )
    .selectAll('c')
    .select('u.name as decided_by_name')
    .where('c.organization_id', '=', organizationId)
    .where('c.encounter_id', '=', encounterId)
    .where('c.removed_at', 'is', null)
    .orderBy('c.position')
    .orderBy('c.decided_at')
    .execute();
  if (rows.length === 0) return [];
  const spans = await db
    .selectFrom('code_evidence')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(
      'code_id',
      'in',
      rows.map((row) => row.code_id),
    )
    .orderBy('code_id')
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.code_id,
    system: row.system as CodeSystem,
    code: row.code,
    title: row.title,
    edition: row.edition,
    position: row.position,
    origin: row.origin as AssignedCode['origin'],
    path: row.path as unknown as string[],
    evidence: spans.filter((span) => span.code_id === row.code_id).map(toEvidence),
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at,
  }));
}

export function toEvidence(row: {
  document_id: string;
  document_version: number;
  span_start: number;
  span_end: number;
  quote: string;
}): Evidence {
  return {
    documentId: row.document_id,
    version: row.document_version,
    start: row.span_start,
    end: row.span_end,
    quote: row.quote,
  };
}

/** Codes a coder has turned down on this visit. */
export async function loadRejections({ db, organizationId }: Work, encounterId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('suggestion_rejection')
    .select('code')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('undone_at', 'is', null)
    .execute();
  return rows.map((row) => row.code);
}
