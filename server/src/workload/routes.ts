import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { readBoard } from './board.ts';
import { addAbsence, readCapacity, setCapacity, voidAbsence } from './capacity.ts';
import { endFocus, startFocus } from './focus.ts';
import { endInterruption, startInterruption } from './interruptions.ts';
import { giveWorkBack, moveWork, takeWork, undoMoves } from './move-work.ts';
import { readMyDay } from './my-day.ts';
import { readProposal } from './proposal.ts';
import { reportWork } from './spans.ts';
import { loadTimeModel } from './time-model.ts';
import { loadOpenItems, toView } from './work-items.ts';

const mostItems = 300;

export const workloadHandlers: Handler[] = [
  handle(routes.readMyDay, async (unit) => {
    const day = await readMyDay(unit);
    const count = day.today.length + day.later.length + day.pool.length;
    unit.audit('work.list', { kind: 'work', detail: { count } });
    return day;
  }),

  handle(routes.reportWork, async (unit, { body }) => {
    await reportWork(unit, body);
    return {};
  }),

  handle(routes.startInterruption, async (unit, { body: { kind } }) => {
    await startInterruption(unit, kind);
    return {};
  }),

  handle(routes.endInterruption, async (unit) => {
    await endInterruption(unit);
    return {};
  }),

  handle(routes.startFocus, (unit, { body: { minutes } }) => startFocus(unit, minutes)),

  handle(routes.endFocus, async (unit) => {
    await endFocus(unit);
    return {};
  }),

  handle(routes.takeWork, async (unit, { body: { kind, subjectId } }) => {
    await takeWork(unit, kind, subjectId);
    return {};
  }),

  handle(routes.giveWorkBack, async (unit, { body: { kind, subjectId } }) => {
    await giveWorkBack(unit, kind, subjectId);
    return {};
  }),

  handle(routes.readBoard, async (unit) => {
    const board = await readBoard(unit);
    unit.audit('workload.read', { kind: 'work', detail: { count: board.people.length } });
    return board;
  }),

  handle(routes.listWorkItems, async (unit, { query: { ownerId, desk } }) => {
    const filter = ownerId ? { ownerId } : { pool: true };
    const found = (await loadOpenItems(unit, await loadTimeModel(unit), filter)).filter(
      (item) => desk === undefined || item.desk === desk,
    );
    const items = found.slice(0, mostItems).map(toView);
    unit.audit('work.list', { kind: 'work', detail: { count: items.length } });
    return { items, more: found.length > items.length };
  }),

  handle(routes.proposeMoves, async (unit) => {
    const proposal = await readProposal(unit);
    unit.audit('work.list', { kind: 'work', detail: { count: proposal.moves.length } });
    return proposal;
  }),

  handle(routes.moveWork, (unit, { body: { moves } }) => moveWork(unit, moves)),

  handle(routes.undoMoves, (unit, { params: { batchId } }) => undoMoves(unit, batchId)),

  handle(routes.readCapacity, (unit) => readCapacity(unit)),

  handle(routes.setCapacity, async (unit, { params: { userId }, body }) => {
    await setCapacity(unit, userId, body);
    return {};
  }),

  handle(routes.addAbsence, async (unit, { body }) => ({ id: await addAbsence(unit, body) })),

  handle(routes.voidAbsence, async (unit, { params: { absenceId } }) => {
    await voidAbsence(unit, absenceId);
    return {};
  }),
];
