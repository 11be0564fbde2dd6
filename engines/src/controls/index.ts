export type { Act, Alert } from './acts.ts';
export { type CodeComparison, compareCodes, wilsonInterval } from './compare-codes.ts';
export { type CodedChart, drawCharts, type Stratum } from './draw-charts.ts';
export { saysPaid } from './says-paid.ts';
export { alertFrom, type Watch, watchCoder, watchMoney } from './watch.ts';
