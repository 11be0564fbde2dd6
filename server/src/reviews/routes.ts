import { routes } from '@superbill/contract';
import { type Handler, handle } from '../http/handle.ts';
import { correctReviewed, finishReview, listReviews, readComparison, readReview } from './review.ts';

export const reviewHandlers: Handler[] = [
  handle(routes.listReviews, (unit) => listReviews(unit)),
  handle(routes.readReview, (unit, { params: { reviewId } }) => readReview(unit, reviewId)),
  handle(routes.finishReview, (unit, { params: { reviewId }, body }) => finishReview(unit, reviewId, body)),
  handle(routes.readComparison, (unit, { params: { reviewId } }) => readComparison(unit, reviewId)),
  handle(routes.correctReviewed, async (unit, { params: { reviewId } }) => {
    await correctReviewed(unit, reviewId);
    return {};
  }),
];
