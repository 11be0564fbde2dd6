export { type CodingResult, codeRecord } from './engine.ts';
export { readMeasurements } from './measurements.ts';
