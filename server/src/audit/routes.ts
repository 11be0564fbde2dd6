import { routes } from '@superbill/contract';
import { type Handler, handle, handleFile, handlePatient } from '../http/handle.ts';
import { work } from '../work.ts';
import { readAccessLog } from './access-log.ts';
import { exportLines } from './export.ts';
import { listActors, searchAudit } from './search.ts';

export const auditHandlers: Handler[] = [
  handle(routes.listAudit, async (unit, { query }) => {
    const list = await searchAudit(unit, query);
    unit.audit('audit.list', {
      kind: 'audit',
      ...(query.patientId ? { patientId: query.patientId } : {}),
      detail: { count: list.events.length, ...asDetail(query) },
    });
    return list;
  }),

  handleFile(routes.exportAudit, async ({ system }, actor, { query }) => {
    // The export is in the trail before its first line leaves, and is not among its own rows.
    const { upTo, today } = await work(system, actor, async (unit) => {
      const head = await unit.db.selectFrom('audit_head').select('sequence').executeTakeFirstOrThrow();
      unit.audit('audit.export', {
        kind: 'audit',
        ...(query.patientId ? { patientId: query.patientId } : {}),
        detail: { format: query.format, upTo: head.sequence, ...asDetail(query) },
      });
      return { upTo: head.sequence, today: unit.today };
    });
    return {
      fileName: `audit-${today}.${query.format}`,
      type: query.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl',
      lines: exportLines(system, actor.organizationId, query, upTo),
    };
  }),

  handle(routes.listAuditActors, async (unit) => {
    unit.audit('audit.list-people', { kind: 'audit' });
    return listActors(unit);
  }),

  handlePatient(routes.readAccessLog, async (unit, { patientId }) => {
    const log = await readAccessLog(unit, patientId);
    unit.audit('access-log.read', { kind: 'patient', id: patientId, patientId });
    return log;
  }),
];

/** By what was searched: ids, codes and days. */
function asDetail(query: {
  userId?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}) {
  const { userId, action, from, to } = query;
  return Object.fromEntries(
    Object.entries({ userId, action, from, to }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
