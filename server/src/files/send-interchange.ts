import { openRow } from '../keys/sealed.ts';
import type { Actor, System } from '../work.ts';
import { work } from '../work.ts';
import { mustSend, readSending } from './sending.ts';

/**
 * Puts a prepared file on its way and notes that it left. Safe to repeat: the file keeps its name, its bytes
 * and its control number, so a receiver that got it already sees the same interchange again.
 */
export async function sendInterchange(system: System, actor: Actor, interchangeId: string): Promise<void> {
  await work(system, actor, async (unit) => {
    const row = await unit.db
      .selectFrom('interchange')
      .select(['file_name', 'content', 'sealed', 'state'])
      .where('organization_id', '=', unit.organizationId)
      .where('interchange_id', '=', interchangeId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.state !== 'prepared') return;
    await mustSend(unit);
    const { content } = await openRow(unit, 'interchange', interchangeId, row);
    await system.exchange.send(unit.organizationId, row.file_name, content as Buffer);
    await unit.db
      .updateTable('interchange')
      .set({ state: 'sent', sent_at: unit.now })
      .where('organization_id', '=', unit.organizationId)
      .where('interchange_id', '=', interchangeId)
      .execute();
    unit.audit('interchange.send', { kind: 'interchange', id: interchangeId });
  });
}

/** Sends what an earlier run prepared but did not get to send, unless sending rests since a restore. */
export async function sendPrepared(system: System, organizationId: string): Promise<number> {
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  const rows = await work(system, actor, async (unit) => {
    if ((await readSending(unit)).paused) return [];
    return unit.db
      .selectFrom('interchange')
      .select('interchange_id')
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'prepared')
      .orderBy('control_number')
      .execute();
  });
  for (const row of rows) await sendInterchange(system, actor, row.interchange_id);
  return rows.length;
}
