import type {
  DecisionLevel,
  EncounterRecord,
  EvaluationElement,
  EvaluationProposal,
  VisitPlace,
} from '../../../model/index.ts';
import { codesFor, inForce, levelByTime } from './codes.ts';
import { dataIn } from './data-elements.ts';
import { dataLevel, decisionLevel, problemLevel, rank, riskLevel } from './level.ts';
import { neighbours } from './neighbours.ts';
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
  const told = known.patient ?? patientIn(record);
  const place = known.place ?? placeIn(record);
  const proposal = levelOf(elements, { date: record.date, place, patient: told ?? 'established' });
  const open = [...proposal.open];
  if (place === 'office' && told === undefined) {
    open.push('whether the patient is new: not seen by this group and specialty within three years');
  }
  const isPreventive = known.diagnoses?.some(({ code }) => /^Z00\.[01]/.test(code)) ?? false;
  if (isPreventive)
    open.push('whether the visit was preventive, which has codes of its own beside or instead of these');
  return { ...proposal, open };
}

/** Everything in a record that counts, in the order of the areas; each once. */
export function elementsIn(record: EncounterRecord, diagnoses: readonly CodedProblem[]): EvaluationElement[] {
  const clauses = readClauses(record);
  const time = totalTimeIn(clauses);
  return [
    ...problemsIn(clauses, diagnoses),
    ...dataIn(clauses),
    ...risksIn(clauses),
    ...(time ? [time] : []),
  ];
}

const proposed =
  'A proposal: strike what does not belong to the management of this visit, and the level is counted again.';
const billedTests =
  'A test whose interpretation this practice bills does not count among the data of the same visit: strike it.';
const source =
  'Source: CPT E/M guidelines of 2021 and 2023 as adopted by CMS (85 FR 84472; 87 FR 69404). Two of three areas, or total time.';

/** The level that a list of elements supports; the order of the list does not matter. */
export function levelOf(
  elements: readonly EvaluationElement[],
  visit: { date: string; place: VisitPlace; patient: 'new' | 'established' },
): EvaluationProposal {
  const { place, patient, date } = visit;
  const areas = { problems: problemLevel(elements), data: dataLevel(elements), risk: riskLevel(elements) };
  const byDecision = decisionLevel([areas.problems, areas.data, areas.risk]);
  const rows = codesFor(place, patient);
  const minutes = Math.max(0, ...elements.map((element) => element.minutes ?? 0));
  const byTime = levelByTime(rows, minutes);
  const isTimed = byTime !== undefined && rank(byTime) > rank(byDecision);
  const level: DecisionLevel = isTimed ? byTime : byDecision;
  const hasTest = elements.some(({ kind }) => kind === 'test' || kind === 'independent-interpretation');
  const base = {
    by: isTimed ? ('time' as const) : ('mdm' as const),
    place,
    patient,
    ...areas,
    elements: [...elements],
  };
  const notes = [proposed, ...(hasTest ? [billedTests] : []), source];
  if (!inForce(place, date)) {
    return {
      ...base,
      open: ['the rules of that date: these levels are chosen so only since 2021 (office) and 2023'],
      notes,
    };
  }
  if (place === 'hospital-discharge') return { ...base, ...discharge(minutes), notes };
  const hasProblem = elements.some(({ area }) => area === 'problems');
  if (!hasProblem && !isTimed)
    return { ...base, open: ['a problem that was addressed: none is found in the record'], notes };
  const code = rows.find((row) => row.level === level)?.code;
  return {
    ...base,
    ...(code && { code }),
    level,
    ...neighbours(elements, level, areas, rows, isTimed),
    open: [],
    notes,
  };
}

/** Discharge day management goes by time: up to and more than 30 minutes. */
function discharge(minutes: number): Pick<EvaluationProposal, 'code' | 'open' | 'by'> {
  const open = minutes > 0 ? [] : ['the total time of the discharge day'];
  return { code: minutes > 30 ? '99239' : '99238', by: 'time', open };
}
