import type { Work } from '../work.ts';

/** Whether this practice has such a visit, question, file or message at all. */
export async function isKnownSubject({ db, organizationId }: Work, subjectId: string): Promise<boolean> {
  for (const [table, column] of [
    ['encounter', 'encounter_id'],
    ['query', 'query_id'],
    ['inbound_file', 'inbound_file_id'],
    ['message', 'message_id'],
  ] as const) {
    const row = await db
      .selectFrom(table)
      .select('organization_id')
      .where('organization_id', '=', organizationId)
      .where(column as never, '=', subjectId as never)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
