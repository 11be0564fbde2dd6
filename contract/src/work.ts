import { workKinds } from '@superbill/engines/workload';
import { z } from 'zod';
import { define } from './define.ts';
import { patientSummary } from './patients.ts';
import { id, instant, isoDate, nothing } from './shapes.ts';

export const workKind = z.enum(workKinds);

/** Which item: a kind of work and what it is about (a visit, a question, a file, a message). */
const itemName = { kind: workKind, subjectId: id };

const minutesPart = z.strictObject({ minutes: z.number().int(), because: z.string() });

export const workItem = z.strictObject({
  ...itemName,
  /** The visit, where there is one. */
  encounterId: id.nullable(),
  /** Whose it is; null for a file. */
  patient: patientSummary.nullable(),
  serviceDate: isoDate.nullable(),
  ownerId: id.nullable(),
  since: instant,
  dueOn: isoDate,
  dueBecause: z.enum(['practice', 'returned', 'filing-limit']),
  minutes: z.number().int(),
  /** Eight of ten such items take between these. */
  low: z.number().int(),
  high: z.number().int(),
  parts: z.array(minutesPart),
  isOpen: z.boolean(),
});
export type WorkItem = z.output<typeof workItem>;

export const workNotice = z.strictObject({
  kind: z.enum(['desk-overload', 'past-due', 'person-overload', 'long-day', 'no-break']),
  day: isoDate,
  /** One sentence: what comes, when, by how much, and what helps. */
  message: z.string(),
});
export type WorkNotice = z.output<typeof workNotice>;

export const myDay = z.strictObject({
  day: isoDate,
  /** Minutes of today for planned work; what was worked; what of the own items has to be done today. */
  availableMinutes: z.number().int(),
  workedMinutes: z.number().int(),
  dueMinutes: z.number().int(),
  plannedMinutes: z.number().int(),
  finishedItems: z.number().int(),
  interruptions: z.strictObject({ count: z.number().int(), minutes: z.number().int() }),
  /** Since when a call or visit at the desk is going on. */
  interruptedSince: instant.nullable(),
  focusUntil: instant.nullable(),
  /** What has to be done by today, then what can wait; both in the order to do them. */
  today: z.array(workItem),
  later: z.array(workItem),
  /** Nobody's yet, for the hat that is on: what is due first. */
  pool: z.array(workItem),
  poolItems: z.number().int(),
  /** Own minutes against what the team was expected to take, over 30 days. Shown to this person and nobody else. */
  pace: z.number().nullable(),
  notices: z.array(workNotice),
});
export type MyDay = z.output<typeof myDay>;

export const workRoutes = {
  readMyDay: define({
    method: 'GET',
    path: '/api/work/my-day',
    access: { staff: 'work.own' },
    background: true,
    summary: "The person's own day: minutes against hours, what is next, what can wait.",
    response: myDay,
  }),
  reportWork: define({
    method: 'POST',
    path: '/api/work/spans',
    access: { staff: 'work.own' },
    summary: 'A screen says that an item is open, still worked on, paused, switched away from, or left.',
    body: z.strictObject({ ...itemName, state: z.enum(['open', 'idle', 'away', 'leave']) }),
    response: nothing,
  }),
  startInterruption: define({
    method: 'POST',
    path: '/api/work/interruptions',
    access: { staff: 'work.own' },
    summary: 'A call, or somebody at the desk: time stops counting for the item that is open.',
    body: z.strictObject({ kind: z.enum(['phone-call', 'in-person']) }),
    response: nothing,
  }),
  endInterruption: define({
    method: 'POST',
    path: '/api/work/interruptions/end',
    access: { staff: 'work.own' },
    summary: 'The interruption is over.',
    response: nothing,
  }),
  startFocus: define({
    method: 'POST',
    path: '/api/work/focus',
    access: { staff: 'work.own' },
    summary: 'Quiet for some minutes: the supervisor sees until when, and nothing else changes.',
    body: z.strictObject({ minutes: z.number().int().min(5).max(240).default(60) }),
    response: z.strictObject({ until: instant }),
  }),
  endFocus: define({
    method: 'DELETE',
    path: '/api/work/focus',
    access: { staff: 'work.own' },
    summary: 'Ends the quiet time before its end.',
    response: nothing,
  }),
  takeWork: define({
    method: 'POST',
    path: '/api/work/items/take',
    access: { staff: 'work.own' },
    summary: 'Takes an item that is nobody’s.',
    body: z.strictObject(itemName),
    response: nothing,
  }),
  giveWorkBack: define({
    method: 'POST',
    path: '/api/work/items/give-back',
    access: { staff: 'work.own' },
    summary: 'Puts an own item back where everybody of the desk finds it.',
    body: z.strictObject(itemName),
    response: nothing,
  }),
};
