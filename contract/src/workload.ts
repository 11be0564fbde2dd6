import { desks } from '@superbill/engines/workload';
import { z } from 'zod';
import { define } from './define.ts';
import { id, instant, isoDate, nothing } from './shapes.ts';
import { workItem, workKind, workNotice } from './work.ts';

const desk = z.enum(desks);

/** Minutes of one day; see `DayLoad` of the engine. */
const dayLoad = z.strictObject({
  day: isoDate,
  available: z.number().int(),
  planned: z.number().int(),
  needed: z.number().int(),
  over: z.number().int(),
});
export type DayLoadView = z.output<typeof dayLoad>;

const quality = z.strictObject({
  /** Visits handed over, and how many of them came back to be coded again. */
  handedOver: z.number().int(),
  returned: z.number().int(),
  /** Claims the payer denied for how they were coded. */
  codingDenials: z.number().int(),
  /** How often a reviewer agreed, of 1; null while nothing was reviewed. */
  agreement: z.number().nullable(),
});

const boardPerson = z.strictObject({
  userId: id,
  name: z.string(),
  desks: z.array(desk),
  items: z.number().int(),
  days: z.array(dayLoad),
  workedToday: z.number().int(),
  interruptionsToday: z.number().int(),
  focusUntil: instant.nullable(),
  isAway: z.boolean(),
  /** Expected minutes finished in two weeks, against an equal share of the team; null without work. */
  share: z.number().nullable(),
  quality,
  notices: z.array(workNotice),
});
export type BoardPerson = z.output<typeof boardPerson>;

const boardDesk = z.strictObject({
  desk,
  kinds: z.array(
    z.strictObject({
      kind: workKind,
      items: z.number().int(),
      minutes: z.number().int(),
      late: z.number().int(),
    }),
  ),
  poolMinutes: z.number().int(),
  days: z.array(dayLoad),
  /** Items expected to come on each of the days. */
  coming: z.array(z.number()),
  empty: z.strictObject({ day: isoDate.nullable(), early: isoDate.nullable(), late: isoDate.nullable() }),
  /** The largest share of any person of the desk: 1.3 is 30 % more than the average; null without work. */
  spread: z.number().nullable(),
  notices: z.array(workNotice),
});
export type BoardDesk = z.output<typeof boardDesk>;

export const board = z.strictObject({
  day: isoDate,
  days: z.array(isoDate),
  people: z.array(boardPerson),
  desks: z.array(boardDesk),
  /** Finished items the expected minutes were learnt from; 0 while they are start values. */
  learntFrom: z.number().int(),
});
export type Board = z.output<typeof board>;

const move = z.strictObject({
  kind: workKind,
  subjectId: id,
  fromId: id.nullable(),
  toId: id.nullable(),
});

const proposal = z.strictObject({
  moves: z.array(move.extend({ item: workItem })),
  people: z.array(z.strictObject({ userId: id, name: z.string(), before: z.number(), after: z.number() })),
});
export type MoveProposal = z.output<typeof proposal>;

export const weekOf = z.array(z.number().int().min(0).max(1440)).length(7);

const capacityPerson = z.strictObject({
  userId: id,
  name: z.string(),
  desks: z.array(desk),
  /** Minutes at work, Monday first. */
  minutes: weekOf,
  unplannedPercent: z.number().int(),
  /** Whether nobody changed the usual week. */
  isUsual: z.boolean(),
  absences: z.array(z.strictObject({ id, from: isoDate, to: isoDate })),
});
export type CapacityPerson = z.output<typeof capacityPerson>;

export const workloadRoutes = {
  readBoard: define({
    method: 'GET',
    path: '/api/workload',
    access: { staff: 'workload.read' },
    background: true,
    summary: 'Load in minutes by person and desk, today and the next days, with quality beside it.',
    response: board,
  }),
  listWorkItems: define({
    method: 'GET',
    path: '/api/workload/items',
    access: { staff: 'workload.read' },
    summary: 'Open items of a person, or of a desk that are nobody’s; what is due first comes first.',
    query: z.strictObject({ ownerId: id.optional(), desk: desk.optional() }),
    response: z.strictObject({ items: z.array(workItem), more: z.boolean() }),
  }),
  proposeMoves: define({
    method: 'GET',
    path: '/api/workload/proposal',
    access: { staff: 'workload.write' },
    summary: 'Few moves that lower the fullest day of the team, with how full everybody is before and after.',
    response: proposal,
  }),
  moveWork: define({
    method: 'POST',
    path: '/api/workload/moves',
    access: { staff: 'workload.write' },
    summary: 'Gives items to other people; what somebody opened or took in the meantime stays where it is.',
    body: z.strictObject({ moves: z.array(move).min(1).max(200) }),
    response: z.strictObject({ id, moved: z.number().int(), left: z.number().int() }),
  }),
  undoMoves: define({
    method: 'POST',
    path: '/api/workload/moves/:batchId/undo',
    access: { staff: 'workload.write' },
    summary: 'Takes moves back, as far as the items are still where they were put and not open.',
    params: z.strictObject({ batchId: id }),
    response: z.strictObject({ id, moved: z.number().int(), left: z.number().int() }),
  }),
  readCapacity: define({
    method: 'GET',
    path: '/api/workload/capacity',
    access: { staff: 'workload.read' },
    summary: 'Who works when, and who is away.',
    response: z.strictObject({ people: z.array(capacityPerson) }),
  }),
  setCapacity: define({
    method: 'PUT',
    path: '/api/workload/capacity/:userId',
    access: { staff: 'workload.write' },
    summary: 'Sets a person’s week and the share kept free for what nobody planned.',
    params: z.strictObject({ userId: id }),
    body: z.strictObject({ minutes: weekOf, unplannedPercent: z.number().int().min(0).max(90) }),
    response: nothing,
  }),
  addAbsence: define({
    method: 'POST',
    path: '/api/workload/absences',
    access: { staff: 'workload.write' },
    summary: 'Notes days on which somebody is away.',
    body: z.strictObject({ userId: id, from: isoDate, to: isoDate }),
    response: z.strictObject({ id }),
  }),
  voidAbsence: define({
    method: 'DELETE',
    path: '/api/workload/absences/:absenceId',
    access: { staff: 'workload.write' },
    summary: 'Takes an absence back.',
    params: z.strictObject({ absenceId: id }),
    response: nothing,
  }),
};
