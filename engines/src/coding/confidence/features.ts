import type { SectionKind } from '../../model/index.ts';
import type { Candidate } from '../candidates.ts';
import { vague } from '../rules/general/specific-over-unspecified.ts';
import type { Case } from '../rules/rule.ts';

/** What the engine knows of how a candidate came about, by name; each between 0 and 1. No words of the record. */
export type Features = Partial<Record<FeatureName, number>>;

export const featureNames = [
  'always',
  'section: assessment',
  'section: impression',
  'section: plan',
  'section: history',
  'section: elsewhere',
  'head',
  'phrase looked up',
  'phrase: score',
  'phrase: lead over the next answer',
  'term in the text',
  'term: weight',
  'next answer nearly as good',
  'source: index',
  'source: title or inclusion term',
  'source: starter vocabulary',
  'axes not stated',
  'unspecified',
  'further spans',
  'moved by a rule',
  'added by a rule',
  'established, not assessed',
  'uncertain',
  'inpatient',
  'symptom',
  'factor or status',
  'injury or poisoning',
] as const;
export type FeatureName = (typeof featureNames)[number];

const sectionFeature: Partial<Record<SectionKind, FeatureName>> = {
  assessment: 'section: assessment',
  impression: 'section: impression',
  plan: 'section: plan',
  body: 'section: history',
  'present-illness': 'section: history',
  complaint: 'section: history',
};

/** A term's weight has no upper end; beyond this it is as good as certain. */
const heavy = 2;
/** A rival this close leaves the choice to chance. */
const nearly = 0.9;
const mostSpans = 4;

/** How the first step of a path names where the code was found. */
const sources: [beginning: string, name: FeatureName][] = [
  ['Index: ', 'source: index'],
  ['Title: ', 'source: title or inclusion term'],
  ['Tabular list', 'source: title or inclusion term'],
  ['Starter vocabulary: ', 'source: starter vocabulary'],
];

/** `section`: where the first span stands; `rules`: those that touched the candidate. */
export function featuresOf(
  candidate: Candidate,
  { section, rules }: { section: SectionKind; rules: readonly string[] },
  { record }: Case,
): Features {
  const { ground, code, path, missing, evidence, assertion } = candidate;
  const found: Features = { always: 1 };
  const mark = (name: FeatureName, value: number | boolean) => {
    if (value) found[name] = Number(value);
  };
  mark(sectionFeature[section] ?? 'section: elsewhere', true);
  if (ground.by === 'rule') mark('added by a rule', true);
  else readFrom(candidate, mark);
  const source = sources.find(([beginning]) => path[0]?.startsWith(beginning))?.[1];
  if (source) mark(source, true);
  mark('axes not stated', Math.min(missing.length, 2) / 2);
  mark('unspecified', vague(candidate));
  mark('further spans', (Math.min(evidence.length, mostSpans) - 1) / (mostSpans - 1));
  mark('moved by a rule', ground.by !== 'rule' && rules.length > 0);
  mark('established, not assessed', rules.includes('established'));
  mark('uncertain', assertion === 'uncertain');
  mark('inpatient', record.setting === 'inpatient');
  mark('symptom', code.startsWith('R'));
  mark('factor or status', code.startsWith('Z'));
  mark('injury or poisoning', /^[ST]/.test(code));
  return found;
}

function readFrom(
  { ground: { by, isHead, score, rivals } }: Candidate,
  mark: (name: FeatureName, value: number | boolean) => void,
): void {
  mark('head', isHead);
  const next = Math.max(0, ...rivals.map((rival) => rival.score));
  mark('next answer nearly as good', next >= score * nearly);
  if (by === 'search') {
    mark('phrase looked up', true);
    mark('phrase: score', Math.min(1, Math.max(0, score)));
    mark('phrase: lead over the next answer', Math.min(1, Math.max(0, score - next)));
  } else {
    mark('term in the text', true);
    mark('term: weight', Math.min(1, Math.max(0, score / heavy)));
  }
}
