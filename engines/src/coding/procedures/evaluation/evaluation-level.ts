import type {
  EncounterRecord,
  EvaluationElement,
  EvaluationProposal,
  VisitPlace,
} from '../../../model/index.ts';
import { dataIn } from './data-elements.ts';
import { levelOf } from './level/index.ts';
import { type CodedProblem, problemsIn } from './problems.ts';
import { readClauses } from './reading.ts';
import { risksIn } from './risk.ts';
import { totalTimeIn } from './total-time.ts';
import { patientIn, placeIn } from './visit.ts';

/** What is known of a visit beside its record. */
export interface KnownOfVisit {
  /** New: not seen by this group and specialty within three years. Where absent, the note is asked. */
  patient?: 'new' | 'established';
  place?: VisitPlace;
  /** Diagnoses that were suggested or assigned, which tell kinds of problems more surely than words. */
  diagnoses?: readonly CodedProblem[];
}

/** Proposes the level of a visit from what its record shows, with every element that was counted. */
export function evaluationLevel(record: EncounterRecord, known: KnownOfVisit = {}): EvaluationProposal {
  const elements = elementsIn(record, known.diagnoses ?? []);
  const said = patientIn(record);
  const told = known.patient ?? said;
  const place = known.place ?? placeIn(record);
  const proposal = levelOf(elements, { date: record.date, place, patient: told ?? 'established' });
  const open = [...proposal.open];
  if (place === 'office' && told === undefined) {
    open.push('whether the patient is new: not seen by this group and specialty within three years');
  }
  if (place === 'office' && said === 'new' && told !== 'new') {
    open.push(
      'whether the patient is new: the note says so, but this practice has seen the patient within three years',
    );
  }
  const isPreventive = known.diagnoses?.some(({ code }) => /^Z00\.[01]/.test(code)) ?? false;
  if (isPreventive)
    open.push('whether the visit was preventive, which has codes of its own beside or instead of these');
  return { ...proposal, open };
}

/** Everything in a record that counts, in the order of the areas; each once. */
function elementsIn(record: EncounterRecord, diagnoses: readonly CodedProblem[]): EvaluationElement[] {
  const clauses = readClauses(record);
  const time = totalTimeIn(clauses);
  const risks = risksIn(clauses);
  const hospital = risks.some(({ kind }) => kind === 'hospitalization');
  return [...problemsIn(clauses, diagnoses, hospital), ...dataIn(clauses), ...risks, ...(time ? [time] : [])];
}
