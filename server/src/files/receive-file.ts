import { createHash } from 'node:crypto';
import type { InboundFileView } from '@superbill/contract';
import { sql } from 'kysely';
import { takeTurn } from '../db/turn.ts';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { openRow, sealRow } from '../keys/sealed.ts';
import { describeFailure } from '../log.ts';
import type { IntakeOptions } from '../remits/post-remit.ts';
import { type Actor, type System, type Work, work } from '../work.ts';
import { FileProblem } from './file-problem.ts';
import { readFile } from './read-file.ts';
import { loadInboundFile } from './store.ts';

/**
 * Takes in a file: its bytes are stored before anything is read. Then it is read and applied in one
 * transaction, or put to wait with the reason. The same bytes a second time change nothing.
 */
export async function receiveFile(
  system: System,
  actor: Actor,
  fileName: string,
  content: Uint8Array,
): Promise<InboundFileView> {
  const { id, duplicate } = await work(system, actor, (unit) => store(unit, fileName, Buffer.from(content)));
  if (!duplicate) await processFile(system, actor, id, { unknownClaims: 'wait' });
  return work(system, actor, (unit) => loadInboundFile(unit, id));
}

async function store(
  unit: Work,
  fileName: string,
  content: Buffer,
): Promise<{ id: string; duplicate: boolean }> {
  const { db, organizationId } = unit;
  const sha256 = createHash('sha256').update(content).digest('hex');
  await takeTurn(db, organizationId, [`file ${sha256}`]);
  const earlier = await db
    .selectFrom('inbound_file')
    .select('inbound_file_id')
    .where('organization_id', '=', organizationId)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['received', 'processed', 'waiting'])
    .executeTakeFirst();
  const id = newId();
  await db
    .insertInto('inbound_file')
    .values({
      organization_id: organizationId,
      inbound_file_id: id,
      file_name: fileName,
      content: null,
      sealed: await sealRow(unit, 'inbound_file', id, { content }),
      sha256,
      received_at: unit.now,
      state: earlier ? 'duplicate' : 'received',
    })
    .execute();
  unit.audit('file.receive', { kind: 'inbound-file', id });
  return { id, duplicate: earlier !== undefined };
}

/** Reads a stored file and applies it whole, or notes why it has to wait. */
export async function processFile(
  system: System,
  actor: Actor,
  id: string,
  options: IntakeOptions,
): Promise<void> {
  let kind: InboundFileView['kind'] = null;
  try {
    kind = await work(system, actor, async (unit) => {
      const row = await lockFile(unit, id);
      if (row.state !== 'received' && row.state !== 'waiting') return null;
      const { content } = await openRow(unit, 'inbound_file', id, row);
      const read = await readFile(unit, id, content as Buffer, options);
      const state = read.alreadyPosted ? 'duplicate' : 'processed';
      await setState(unit, id, { state, kind: read.kind, problem: null });
      unit.audit('file.process', { kind: 'inbound-file', id });
      return read.alreadyPosted ? null : read.kind;
    });
  } catch (error) {
    if (!(error instanceof FileProblem)) {
      system.log.error('file', { id, failure: describeFailure(error) });
      // The file stays `received` and is tried again at the next start; a fault of ours must not lose it.
      throw error;
    }
    const { problem } = error;
    await work(system, actor, async (unit) => {
      await setState(unit, id, { state: 'waiting', problem: JSON.stringify(problem) });
      unit.audit('file.wait', { kind: 'inbound-file', id, detail: { code: problem.code } });
    });
  }
  if (kind === '835' || kind === 'mixed') await retryAnsweredTwice(system, actor);
}

/**
 * Reads again what waits because its claims were answered before: the file that just came in may have taken
 * those answers back.
 */
async function retryAnsweredTwice(system: System, actor: Actor): Promise<void> {
  const rows = await work(system, actor, ({ db, organizationId }) =>
    db
      .selectFrom('inbound_file')
      .select('inbound_file_id')
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'waiting')
      .where(sql`problem->>'code'`, '=', 'remit.answered-twice')
      .orderBy('received_at')
      .execute(),
  );
  for (const row of rows) await processFile(system, actor, row.inbound_file_id, { unknownClaims: 'wait' });
}

/** Takes a file that cannot be used out of the queue; its bytes and the reason stay. */
export async function setAside(unit: Work, id: string, reason: string, rowVersion: number): Promise<void> {
  const row = await lockFile(unit, id);
  if (row.state !== 'waiting') throw new AppError('file.not-waiting', { id });
  if (row.row_version !== rowVersion) throw new AppError('row.changed', { id });
  const problem = { ...(row.problem as object), nextStep: `Set aside: ${reason}` };
  await setState(unit, id, { state: 'set-aside', problem: JSON.stringify(problem) });
  unit.audit('file.set-aside', { kind: 'inbound-file', id });
}

/** Checks that a file waits and was not touched since the caller looked. */
export async function mustWait(unit: Work, id: string, rowVersion: number): Promise<void> {
  const row = await lockFile(unit, id);
  if (row.state !== 'waiting') throw new AppError('file.not-waiting', { id });
  if (row.row_version !== rowVersion) throw new AppError('row.changed', { id });
}

/** Applies what an earlier run stored but did not get to read; one that fails again does not stop the others. */
export async function processReceived(system: System, organizationId: string): Promise<number> {
  const actor = { organizationId, userId: null, hat: 'system' } as const;
  const rows = await work(system, actor, ({ db }) =>
    db
      .selectFrom('inbound_file')
      .select('inbound_file_id')
      .where('organization_id', '=', organizationId)
      .where('state', '=', 'received')
      .orderBy('received_at')
      .execute(),
  );
  for (const { inbound_file_id: id } of rows) {
    // The failure was logged where it happened; the file stays for the next start.
    await processFile(system, actor, id, { unknownClaims: 'wait' }).catch(() => {});
  }
  return rows.length;
}

async function lockFile({ db, organizationId }: Work, id: string) {
  const row = await db
    .selectFrom('inbound_file')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('inbound_file_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('file.not-found', { id });
  return row;
}

async function setState(
  { db, organizationId }: Work,
  id: string,
  values: { state: InboundFileView['state']; kind?: InboundFileView['kind']; problem: string | null },
): Promise<void> {
  await db
    .updateTable('inbound_file')
    .set((column) => ({ ...values, row_version: column('row_version', '+', 1) }))
    .where('organization_id', '=', organizationId)
    .where('inbound_file_id', '=', id)
    .execute();
}
