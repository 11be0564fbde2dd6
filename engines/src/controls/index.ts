export { type CodeComparison, compareCodes, wilsonInterval } from './compare-codes.ts';
export { type CodedChart, drawCharts, type Stratum } from './draw-charts.ts';
