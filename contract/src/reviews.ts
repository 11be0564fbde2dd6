import { z } from 'zod';
import { define } from './define.ts';
import { codeSystem, documentView } from './encounter-parts.ts';
import { amountCents, id, instant, isoDate, nothing } from './shapes.ts';

const reviewedCode = z.strictObject({ system: codeSystem, code: z.string().min(3).max(10) });
const reviewId = z.strictObject({ reviewId: id });

/** A chart that waits for a second look; nothing tells who coded it first, how, or why it was drawn. */
export const chartToReview = z.strictObject({
  id,
  recordNumber: z.string(),
  serviceDate: isoDate,
  practitioner: z.string(),
  dueFrom: instant,
});
export type ChartToReview = z.output<typeof chartToReview>;

export const reviewComparison = z.strictObject({
  agreed: z.array(z.string()),
  /** Coded first, not found by the second look. */
  onlyFirst: z.array(z.string()),
  onlySecond: z.array(z.string()),
  sameFirstListed: z.boolean(),
  /** Charges that stand on a code the second look did not confirm. */
  differenceCents: amountCents,
  /** The coded visit was opened in the meantime: the look is kept and not counted. */
  lookedUp: z.boolean(),
  encounterId: id,
  /** Whether the visit can be given back for a correction from here. */
  mayCorrect: z.boolean(),
});
export type ReviewComparison = z.output<typeof reviewComparison>;

export const reviewRoutes = {
  listReviews: define({
    method: 'GET',
    path: '/api/reviews',
    access: { staff: 'review.write' },
    summary: 'Charts that wait for a second look by the one who asks, and those that rest still.',
    response: z.strictObject({ due: z.array(chartToReview), resting: z.number().int() }),
  }),
  readReview: define({
    method: 'GET',
    path: '/api/reviews/:reviewId',
    access: { staff: 'review.write' },
    onlyWith: { documents: 'document.read' },
    summary: 'The record of a chart without its codes; refused before the night between has passed.',
    params: reviewId,
    response: chartToReview.extend({ documents: z.array(documentView) }),
  }),
  finishReview: define({
    method: 'POST',
    path: '/api/reviews/:reviewId/codes',
    access: { staff: 'review.write' },
    summary: 'The codes of the second look, in their order; shows how they compare with the first.',
    params: reviewId,
    body: z.strictObject({ codes: z.array(reviewedCode).min(1).max(50) }),
    response: reviewComparison,
  }),
  readComparison: define({
    method: 'GET',
    path: '/api/reviews/:reviewId/comparison',
    access: { staff: 'review.write' },
    summary: 'How a finished second look compares with the first coding.',
    params: reviewId,
    response: reviewComparison,
  }),
  correctReviewed: define({
    method: 'POST',
    path: '/api/reviews/:reviewId/correction',
    access: { staff: 'review.write' },
    summary: 'Gives a visit whose codes differ back to the coder, with its unsent claim.',
    params: reviewId,
    response: nothing,
  }),
};
