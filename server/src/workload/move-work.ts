import type { BodyOf, routes } from '@superbill/contract';
import { deskOf, type WorkKind } from '@superbill/engines/workload';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { loadPeople, type Person } from './people.ts';
import { isKnownSubject } from './subjects.ts';
import { loadTimeModel } from './time-model.ts';
import { loadOpenItems, type OpenItem } from './work-items.ts';

export interface Moved {
  id: string;
  moved: number;
  /** Items that stayed where they are: opened, taken or done in the meantime. */
  left: number;
}

type ItemMove = BodyOf<typeof routes.moveWork>['moves'][number];

/** Gives items to other people. Each is looked at again: who opened or took one in the meantime keeps it. */
export async function moveWork(unit: Work, moves: readonly ItemMove[]): Promise<Moved> {
  const people = new Map((await loadPeople(unit)).map((person) => [person.userId, person]));
  for (const { kind, toId } of moves) if (toId !== null) mustBeOfDesk(people.get(toId), kind);
  return carryOut(unit, moves);
}

function mustBeOfDesk(person: Person | undefined, kind: WorkKind): void {
  if (!person) throw new AppError('work.person-not-found');
  if (!person.desks.includes(deskOf(kind))) throw new AppError('work.wrong-role', { userId: person.userId });
}

/** Takes moves back, as far as nobody opened or passed on the items since. */
export async function undoMoves(unit: Work, batchId: string): Promise<Moved> {
  const rows = await unit.db
    .selectFrom('work_move')
    .select(['kind', 'subject_id', 'from_id', 'to_id'])
    .where('organization_id', '=', unit.organizationId)
    .where('batch_id', '=', batchId)
    .orderBy('ordinal')
    .execute();
  if (rows.length === 0) throw new AppError('work.moves-not-found', { batchId });
  return carryOut(
    unit,
    rows.map((row) => ({
      kind: row.kind as WorkKind,
      subjectId: row.subject_id,
      fromId: row.to_id,
      toId: row.from_id,
    })),
  );
}

/** Takes an item that is nobody's; refuses what a colleague has. */
export async function takeWork(unit: Work, kind: WorkKind, subjectId: string): Promise<void> {
  const userId = staffId(unit);
  const me = (await loadPeople(unit)).find((person) => person.userId === userId);
  if (!me?.desks.includes(deskOf(kind))) throw new AppError('work.wrong-role', { userId });
  const item = await findItem(unit, kind, subjectId);
  if (item.ownerId === userId) return;
  if (item.ownerId !== null) throw new AppError('work.taken', { subjectId });
  const { moved } = await carryOut(unit, [{ kind, subjectId, fromId: null, toId: userId }]);
  if (moved === 0) throw new AppError('work.taken', { subjectId });
}

/** Puts an own item back into the pool. */
export async function giveWorkBack(unit: Work, kind: WorkKind, subjectId: string): Promise<void> {
  const userId = staffId(unit);
  const item = await findItem(unit, kind, subjectId);
  if (item.ownerId !== userId) throw new AppError('work.not-yours', { subjectId });
  await carryOut(unit, [{ kind, subjectId, fromId: userId, toId: null }]);
}

async function findItem(unit: Work, kind: WorkKind, subjectId: string): Promise<OpenItem> {
  const items = await loadOpenItems(unit, await loadTimeModel(unit), { subjectId });
  const item = items.find((one) => one.kind === kind);
  if (!item) throw new AppError('work.not-found', { subjectId });
  return item;
}

async function carryOut(unit: Work, moves: readonly ItemMove[]): Promise<Moved> {
  const batchId = newId();
  const open = new Map(
    (await loadOpenItems(unit, await loadTimeModel(unit))).map((item) => [
      `${item.kind} ${item.subjectId}`,
      item,
    ]),
  );
  let moved = 0;
  for (const move of moves) {
    if (!(await isKnownSubject(unit, move.subjectId)))
      throw new AppError('work.not-found', { subjectId: move.subjectId });
    const item = open.get(`${move.kind} ${move.subjectId}`);
    // The person who has it open may take it, of course; nobody else may take it away.
    const isFree =
      item &&
      item.ownerId === move.fromId &&
      (!item.isOpen || move.toId === unit.userId || move.fromId === unit.userId);
    if (!isFree || !(await setOwner(unit, move))) continue;
    await unit.db
      .insertInto('work_move')
      .values({
        organization_id: unit.organizationId,
        batch_id: batchId,
        ordinal: moved,
        kind: move.kind,
        subject_id: move.subjectId,
        from_id: move.fromId,
        to_id: move.toId,
        moved_by: staffId(unit),
        moved_at: unit.now,
      })
      .execute();
    moved += 1;
  }
  unit.audit('work.move', { kind: 'work', id: batchId, detail: { moved } });
  return { id: batchId, moved, left: moves.length - moved };
}

/** Changes the owner if it still is who the move says; questions stay with the physician they were asked. */
async function setOwner(
  { db, organizationId }: Work,
  { kind, subjectId, fromId, toId }: ItemMove,
): Promise<boolean> {
  if (kind === 'answer-query') return false;
  const [table, key] =
    kind === 'waiting-file'
      ? (['inbound_file', 'inbound_file_id'] as const)
      : kind === 'answer-message'
        ? (['message', 'message_id'] as const)
        : (['encounter', 'encounter_id'] as const);
  const { numUpdatedRows } = await db
    .updateTable(table)
    .set({ owner_id: toId })
    .where('organization_id', '=', organizationId)
    .where(key as never, '=', subjectId as never)
    .where((is) => (fromId === null ? is('owner_id', 'is', null) : is('owner_id', '=', fromId)))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
