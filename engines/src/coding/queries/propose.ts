import type { QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case } from '../rules/rule.ts';
import { type Asking, prepare } from './asking.ts';
import { axesMissing } from './axis-missing.ts';
import { indicatorsWithoutDiagnosis } from './indicator-without-diagnosis.ts';
import { patternsOfValues } from './patterns-of-values.ts';
import type { Raised } from './raised.ts';

/** A physician answers two or three questions about a visit; a longer list is left unread. */
const mostOfVisit = 3;
const mostOfStay = 5;

/** In this order where two are as important and about the same. */
const triggers: readonly ((asking: Asking) => Raised[])[] = [
  patternsOfValues,
  indicatorsWithoutDiagnosis,
  axesMissing,
];

/** The questions that a record raises, the most important first, and one about each subject. */
export function proposeQueries(settled: readonly Candidate[], about: Case): QueryProposal[] {
  const asking = prepare(settled, about);
  const asked = new Set<string>();
  const found = triggers.flatMap((raise) => raise(asking)).sort((a, b) => b.importance - a.importance);
  return found
    .filter(({ subject }) => !asked.has(subject) && asked.add(subject))
    .slice(0, asking.isInpatient ? mostOfStay : mostOfVisit)
    .map(({ proposal }) => proposal);
}
