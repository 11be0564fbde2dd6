import type { DecisionLevel, EvaluationElement } from '../../../../model/index.ts';
import { dataCounts, levelAt, rank } from './areas.ts';
import type { LevelCode } from './codes.ts';

type Areas = Record<'problems' | 'data' | 'risk', DecisionLevel>;

const names = { problems: 'problems', data: 'data', risk: 'risk' } as const;

/** What each area needs for a level, in our own words. Source: CPT E/M guidelines, table of medical decision making. */
const needs: Record<keyof Areas, Record<DecisionLevel, string>> = {
  problems: {
    straightforward: 'one minor problem',
    low: 'a stable chronic illness, an acute uncomplicated one, or two minor problems',
    moderate:
      'two stable chronic illnesses, one that is not at goal, a new problem of uncertain prognosis, systemic symptoms or a complicated injury',
    high: 'a severe exacerbation or a threat to life or function',
  },
  data: {
    straightforward: 'no data',
    low: 'two tests or external notes, or an independent historian',
    moderate: 'three of tests, notes and historian, or an independent interpretation, or a discussion',
    high: 'two of: three tests, notes and historian; an independent interpretation; a discussion',
  },
  risk: {
    straightforward: 'no treatment that carries risk',
    low: 'a drug sold over the counter, therapy or a minor procedure',
    moderate: 'a prescription drug managed, surgery decided, or social conditions that limit treatment',
    high: 'monitoring for toxicity, hospital care, emergency surgery or a decision not to resuscitate',
  },
};

/** What the next code up would need, and what would bring the visit one code down. */
export function neighbours(
  elements: readonly EvaluationElement[],
  level: DecisionLevel,
  areas: Areas,
  rows: readonly LevelCode[],
  byTime: boolean,
): { higher?: string; lower?: string } {
  const own = rows.find((row) => row.level === level);
  const up = rows.find((row) => rank(row.level) > rank(level) && row.code !== own?.code);
  const down = rows.findLast((row) => rank(row.level) < rank(level) && row.code !== own?.code);
  return {
    ...(up && { higher: `${up.code}: ${higher(elements, up, areas)}` }),
    ...(down && {
      lower: `${down.code}: ${byTime ? `less than ${own?.minutes} minutes` : lower(level, areas)}`,
    }),
  };
}

const keys = ['problems', 'data', 'risk'] as const;

function higher(elements: readonly EvaluationElement[], up: LevelCode, areas: Areas): string {
  const missing = keys.filter((area) => rank(areas[area]) < rank(up.level));
  const reached = keys.length - missing.length;
  const options = missing.map(
    (area) => `${names[area]} (${needs[area][up.level]}${area === 'data' ? soFar(elements) : ''})`,
  );
  const many = 2 - reached === 1 ? 'one of' : 'two of';
  const time = up.minutes === undefined ? '' : `; or ${up.minutes} minutes in total`;
  return `${many} ${options.join(', ')}${time}`;
}

function soFar(elements: readonly EvaluationElement[]): string {
  const { first } = dataCounts(elements);
  return first > 0 ? `; ${first} counted so far` : '';
}

function lower(level: DecisionLevel, areas: Areas): string {
  const carrying = keys.filter((area) => rank(areas[area]) >= rank(level)).map((area) => names[area]);
  const below = levelAt(rank(level) - 1);
  return carrying.length > 2
    ? `if two of ${carrying.join(', ')} were only ${below}`
    : `if ${carrying.join(' or ')} were only ${below}`;
}
