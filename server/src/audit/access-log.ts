import type { AccessLog, EveryRole, LookKind } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { sql } from 'kysely';
import type { Work } from '../work.ts';

/** What an action of the trail means to the patient. Sessions and looks by the patient are left out. */
const kindOf: Record<string, LookKind> = {
  patient: 'registration',
  coverage: 'registration',
  proxy: 'registration',
  restriction: 'registration',
  encounter: 'visit',
  document: 'visit',
  record: 'visit',
  code: 'coding',
  coding: 'coding',
  suggestion: 'coding',
  query: 'question',
  charge: 'claim',
  claim: 'claim',
  authorization: 'claim',
  trace: 'claim',
  remit: 'payment',
  payment: 'payment',
  account: 'payment',
  posting: 'payment',
  statement: 'bill',
  bill: 'bill',
  message: 'message',
  'break-glass': 'review',
  audit: 'review',
};

/** Actions that only look. */
const looks = new Set(['read', 'list', 'suggest', 'break-glass']);

const most = 500;

/**
 * Who looked at or changed a patient's record, by day, role and kind, newest first. Roles, not names: staff are known
 * to the patient by what they do. The days are the practice's.
 */
export async function readAccessLog({ db, organizationId }: Work, patientId: string): Promise<AccessLog> {
  const { rows } = await sql<{
    on: IsoDate;
    hat: string;
    action: string;
    times: number;
  }>`select at::date as "on", coalesce(hat, 'system') as hat, action, count(*)::integer as times
    from audit_event
    where organization_id = ${organizationId} and patient_id = ${patientId}
      and outcome is distinct from 'refused' and hat not in ('patient', 'proxy')
    group by 1, 2, 3 order by 1 desc, 2, 3 limit ${most + 1}`.execute(db);
  const entries = new Map<string, AccessLog['entries'][number]>();
  for (const { on, hat, action, times } of rows.slice(0, most)) {
    const [noun = '', verb = ''] = action.split('.');
    const what = kindOf[noun] ?? 'other';
    const key = `${on} ${hat} ${what}`;
    const entry = entries.get(key) ?? {
      on,
      role: hat as EveryRole | 'system',
      what,
      times: 0,
      changed: false,
      brokeGlass: false,
    };
    entry.times += times;
    entry.changed ||= !looks.has(verb);
    entry.brokeGlass ||= action === 'record.break-glass';
    entries.set(key, entry);
  }
  return { entries: [...entries.values()], more: rows.length > most };
}
