import { z } from 'zod';
import { define } from './define.ts';
import { amountCents, isoDate } from './shapes.ts';

/** Something to look at, from a detector: why, how heavy it weighs, and what it stands on. */
export const alert = z.strictObject({
  detector: z.string(),
  title: z.string(),
  sentence: z.string(),
  score: z.number(),
  source: z.string(),
  evidence: z.array(z.string()),
  /** The one place where this is looked into. */
  look: z.enum(['approvals', 'deposits', 'audit', 'none']),
});
export type ControlAlert = z.output<typeof alert>;

const figure = z.strictObject({ title: z.string(), thisWeek: amountCents, usual: amountCents.nullable() });

export const ownerSummary = z.strictObject({
  week: isoDate,
  until: isoDate,
  money: z.array(figure),
  /** Recorded cash and checks of days whose deposit nobody confirmed. */
  unconfirmedDays: z.array(isoDate),
  reviews: z.array(
    z.strictObject({
      name: z.string(),
      reviewed: z.number().int(),
      agreement: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
  ),
  /** How each person's week was, in a sentence. */
  people: z.array(z.strictObject({ name: z.string(), sentence: z.string() })),
  openApprovals: z.number().int(),
  /** The sum of what was found, and from which sum on it is called an alert. */
  score: z.number(),
  alertFrom: z.number(),
  alerts: z.array(alert),
});
export type OwnerSummary = z.output<typeof ownerSummary>;

export const summaryRoutes = {
  readOwnerSummary: define({
    method: 'GET',
    path: '/api/controls/summary',
    access: { staff: 'summary.read' },
    summary: "The owner's week on one page.",
    // The weeks before and after it are counted too, and have to be weeks of our calendar.
    query: z.strictObject({
      week: isoDate.refine((day) => day > '1900' && day < '9999', 'not a week of this practice').optional(),
    }),
    response: ownerSummary,
  }),
};
