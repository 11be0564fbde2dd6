import values from '../../../data/workload/start-values.json' with { type: 'json' };
import { readStartValues } from './start-values.ts';

/** The start values as they ship. */
export const shipped = readStartValues(JSON.stringify(values));
