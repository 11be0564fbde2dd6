import type { DecisionLevel, EvaluationElement } from '../../../../model/index.ts';

const levels: readonly DecisionLevel[] = ['straightforward', 'low', 'moderate', 'high'];

/** The place of a level among the four, from 0. */
export const rank = (level: DecisionLevel) => levels.indexOf(level);

export const levelAt = (place: number): DecisionLevel =>
  levels[Math.max(0, Math.min(3, place))] ?? 'straightforward';

/** Kinds of problems, and the level that one of them supports. */
const problemLevels: Record<string, DecisionLevel> = {
  'self-limited': 'straightforward',
  'stable-chronic': 'low',
  'acute-uncomplicated': 'low',
  'unstable-chronic': 'moderate',
  'undiagnosed-new': 'moderate',
  'systemic-illness': 'moderate',
  'complicated-injury': 'moderate',
  'severe-chronic': 'high',
  'threat-to-life': 'high',
};

const riskLevels: Record<string, DecisionLevel> = {
  'no-treatment': 'straightforward',
  'over-the-counter': 'low',
  therapy: 'low',
  'minor-surgery': 'low',
  'prescription-drug': 'moderate',
  'minor-surgery-with-risk': 'moderate',
  'major-surgery': 'moderate',
  'social-determinants': 'moderate',
  'major-surgery-with-risk': 'high',
  'emergency-surgery': 'high',
  'toxicity-monitoring': 'high',
  hospitalization: 'high',
  'not-resuscitate': 'high',
  'parenteral-controlled': 'high',
};

const of = (elements: readonly EvaluationElement[], area: EvaluationElement['area']) =>
  elements.filter((element) => element.area === area);
const highest = (found: readonly DecisionLevel[]) => levelAt(Math.max(0, ...found.map(rank)));

/**
 * The number and complexity of the problems addressed. Two problems that last are moderate, two minor ones low.
 * Source: CPT E/M guidelines, table of medical decision making, as adopted in 85 FR 84472, 84548.
 */
export function problemLevel(elements: readonly EvaluationElement[]): DecisionLevel {
  const problems = of(elements, 'problems');
  const count = (kind: string) => problems.filter((element) => element.kind === kind).length;
  const each = problems.map(({ kind }) => problemLevels[kind] ?? 'straightforward');
  if (count('stable-chronic') >= 2) each.push('moderate');
  if (count('self-limited') >= 2) each.push('low');
  return highest(each);
}

/** Notes, tests and historians, which are counted together. */
const counted = new Set(['external-note', 'test', 'independent-historian']);

/** What the data show by category, for the level and for saying what would be needed. */
export function dataCounts(elements: readonly EvaluationElement[]) {
  const data = of(elements, 'data');
  const has = (kind: string) => data.some((element) => element.kind === kind);
  return {
    notesAndTests: data.filter(({ kind }) => kind === 'external-note' || kind === 'test').length,
    first: data.filter(({ kind }) => counted.has(kind)).length,
    historian: has('independent-historian'),
    interpretation: has('independent-interpretation'),
    discussion: has('discussion'),
  };
}

/**
 * Limited data are two of notes and tests or a historian; moderate ones meet one of three categories, extensive ones
 * two. Source: as {@link problemLevel}.
 */
export function dataLevel(elements: readonly EvaluationElement[]): DecisionLevel {
  const { notesAndTests, first, historian, interpretation, discussion } = dataCounts(elements);
  const categories = [first >= 3, interpretation, discussion].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return notesAndTests >= 2 || historian ? 'low' : 'straightforward';
}

/** The risk of managing the patient: the highest of what was decided. Source: as {@link problemLevel}. */
export function riskLevel(elements: readonly EvaluationElement[]): DecisionLevel {
  return highest(of(elements, 'risk').map(({ kind }) => riskLevels[kind] ?? 'straightforward'));
}

/** Two of the three areas must reach a level: the second highest of them. */
export function decisionLevel(areas: readonly [DecisionLevel, DecisionLevel, DecisionLevel]): DecisionLevel {
  return levelAt(areas.map(rank).sort((a, b) => b - a)[1] ?? 0);
}
