import type {
  DecisionLevel,
  EvaluationElement,
  EvaluationProposal,
  VisitPlace,
} from '../../../../model/index.ts';
import { dataLevel, decisionLevel, problemLevel, rank, riskLevel } from './areas.ts';
import { codesFor, inForce, levelByTime } from './codes.ts';
import { neighbours } from './neighbours.ts';

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
