import type { ProxyView } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { Work } from '../work.ts';

interface Authority {
  effective_from: IsoDate;
  effective_to: IsoDate | null;
  ended_at: unknown;
}

/** Whether somebody may act for a patient on a day. */
export function isInForce({ effective_from, effective_to, ended_at }: Authority, day: IsoDate): boolean {
  return ended_at === null && effective_from <= day && (effective_to === null || day <= effective_to);
}

/** Who may or might act for a patient, those of the past too. */
export async function listProxies(
  { db, organizationId, today }: Work,
  patientId: string,
): Promise<ProxyView[]> {
  const rows = await db
    .selectFrom('patient_proxy as p')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'p.organization_id').onRef('u.user_id', '=', 'p.added_by'),
    )
    .selectAll('p')
    .select('u.name as added_by_name')
    .where('p.organization_id', '=', organizationId)
    .where('p.patient_id', '=', patientId)
    .orderBy('p.effective_from')
    .orderBy('p.proxy_id')
    .execute();
  return rows.map((row) => ({
    id: row.proxy_id,
    firstName: row.first_name,
    lastName: row.last_name,
    kind: row.kind as ProxyView['kind'],
    document: row.document,
    effectiveFrom: row.effective_from,
    ...(row.effective_to ? { effectiveTo: row.effective_to } : {}),
    addedBy: row.added_by_name,
    inForce: isInForce(row, today),
  }));
}

/** The proxy's authority over this very patient; undefined when there is none of that id. */
export function findProxy({ db, organizationId }: Work, patientId: string, proxyId: string) {
  return db
    .selectFrom('patient_proxy')
    .select(['first_name', 'last_name', 'birth_date', 'effective_from', 'effective_to', 'ended_at'])
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', patientId)
    .where('proxy_id', '=', proxyId)
    .executeTakeFirst();
}
