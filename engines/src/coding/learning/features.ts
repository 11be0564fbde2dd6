import type { Suggestion } from '../../model/index.ts';

/** Steps that name where a term stands begin with its source. */
const sources = [
  ['index', 'Index: '],
  ['starter', 'Starter vocabulary: '],
  ['neoplasm', 'Table of neoplasms: '],
  ['inclusion', 'Tabular list, inclusion term: '],
  ['title', 'Title: '],
  ['drug', 'Table of drugs: '],
  ['external-cause', 'Index of external causes: '],
  ['phrase-memory', 'Phrase memory: '],
] as const;

const axes = ['laterality', 'stage', 'more detail'] as const;
const assumedSeventh = '7th character assumed';
const notStated = 'Not stated in the record: ';

/**
 * What is learnt from: how a suggestion came about, in words of a closed set and of the code set. No word of
 * the record is among them, whatever the record says.
 */
export function featuresOf(suggestion: Suggestion): string[] {
  const { code, assertion, confidence, evidence, section, path, notes, rules, alternatives } = suggestion;
  const source = sources.find(([, beginning]) => path[0]?.startsWith(beginning))?.[0] ?? 'rule';
  return [
    'always',
    `category:${code.slice(0, 3)}`,
    `assertion:${assertion}`,
    `section:${section.kind}`,
    `sure:${bucketOf(confidence)}`,
    `source:${source}`,
    `spans:${evidence.length > 1 ? 'several' : 'one'}`,
    `alternatives:${alternatives.length > 0 ? 'some' : 'none'}`,
    ...axes
      .filter((axis) => notes.some((note) => note.startsWith(`${notStated}${axis}`)))
      .map((axis) => `missing:${axis}`),
    ...(notes.some((note) => note.startsWith(assumedSeventh)) ? ['missing:7th character'] : []),
    ...rules.filter((id) => /^[a-z][a-z0-9-]{0,60}$/.test(id)).map((id) => `rule:${id}`),
  ].sort();
}

/** How sure the engine is, as a lower bound in tenths of two. */
function bucketOf(confidence: number): string {
  return (Math.floor(Math.min(0.99, Math.max(0, confidence)) * 5) / 5).toFixed(1);
}

/** What a feature means, for the person who looks at what was learnt. */
export function meaningOf(feature: string): string {
  const [kind = '', value = ''] = feature.split(/:(.*)/s);
  switch (kind) {
    case 'always':
      return 'Any suggestion';
    case 'category':
      return `Codes of category ${value}`;
    case 'assertion':
      return `The record means it as: ${value}`;
    case 'sure':
      return `The engine itself is sure from ${value} to ${(Number(value) + 0.2).toFixed(1)}`;
    case 'source':
      return value === 'rule' ? 'Brought by a rule' : `Found by: ${value}`;
    case 'spans':
      return value === 'one' ? 'Stands on one place of the record' : 'Stands on several places of the record';
    case 'alternatives':
      return value === 'some' ? 'Its words may mean other codes too' : 'Its words mean nothing else';
    case 'section':
      return `Stands in the section: ${value}`;
    case 'missing':
      return `Not stated in the record: ${value}`;
    case 'rule':
      return `Touched by the rule ${value}`;
    default:
      return feature;
  }
}
