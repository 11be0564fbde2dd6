export { type Fee, type FeeOverlap, type FeeSchedule, overlaps, priceOf } from './fee-schedule.ts';
