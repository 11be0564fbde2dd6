import type { QueryProposal } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import type { Case } from '../rules/rule.ts';
import { type Asking, prepare } from './asking.ts';
import { axesMissing } from './axis-missing.ts';
import { conflicts } from './conflict.ts';
import { diagnosesWithoutIndicator } from './diagnosis-without-indicator.ts';
import { indicatorsWithoutDiagnosis } from './indicator-without-diagnosis.ts';
import { linksNotStated } from './link-not-stated.ts';
import { patternsOfValues } from './patterns/index.ts';
import type { Raised } from './raised.ts';
import { findingsOfReports } from './report-findings.ts';
import { treatmentsWithoutDiagnosis } from './treatment-without-diagnosis.ts';

/** A physician answers two or three questions about a visit; a longer list is left unread. */
const mostOfVisit = 3;
const mostOfStay = 5;

/** In this order where two are as important and about the same. */
const triggers: readonly ((asking: Asking) => Raised[])[] = [
  conflicts,
  diagnosesWithoutIndicator,
  linksNotStated,
  patternsOfValues,
  indicatorsWithoutDiagnosis,
  findingsOfReports,
  treatmentsWithoutDiagnosis,
  axesMissing,
];

/** The questions that a record raises, the most important first, and one about each subject. */
export function proposeQueries(settled: readonly Candidate[], about: Case): QueryProposal[] {
  const asking = prepare(settled, about);
  const most = asking.isInpatient ? mostOfStay : mostOfVisit;
  const subjects = new Set<string>();
  const shown = new Set<string>();
  const asked: QueryProposal[] = [];
  const found = triggers.flatMap((raise) => raise(asking)).sort((a, b) => b.importance - a.importance);
  for (const { subject, proposal } of found) {
    if (asked.length === most) break;
    const places = proposal.evidence.map(({ documentId, start, end }) => `${documentId} ${start} ${end}`);
    if (isAnswered(proposal, asking)) {
      subjects.add(subject);
      continue;
    }
    // What was shown with another question was asked about with it.
    if (subjects.has(subject) || places.every((place) => shown.has(place))) continue;
    subjects.add(subject);
    for (const place of places) shown.add(place);
    asked.push(proposal);
  }
  return asked;
}

/** The answer to a question is signed into the record as an addendum that repeats the question. */
function isAnswered({ question }: QueryProposal, { read }: Asking): boolean {
  return read.some(({ document: { kind, text } }) => kind === 'addendum' && text.includes(question));
}
