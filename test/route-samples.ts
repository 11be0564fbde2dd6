import { accountsSamples } from './samples/accounts.ts';
import { billingSamples } from './samples/billing.ts';
import { practiceSamples } from './samples/practice.ts';
import type { Samples } from './samples/sample.ts';
import { visitsSamples } from './samples/visits.ts';
import type { Subjects } from './subjects.ts';

/** A valid call of every route about these subjects; a new route does not compile before it has one. */
export const samplesOf = (of: Subjects): Samples => ({
  ...accountsSamples(of),
  ...practiceSamples(of),
  ...visitsSamples(of),
  ...billingSamples(of),
});
