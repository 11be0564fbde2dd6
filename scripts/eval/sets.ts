import { existsSync, readFileSync } from 'node:fs';
import { shippedPath } from '@superbill/server/data-directory';
import { sharedPath } from '../../test/shared.ts';

/** A phrase and the codes of which each is right. */
export interface Phrase {
  id: string;
  text: string;
  codes: string[];
  source: string;
}

/** A note and the codes that people gave it. */
export interface GoldNote {
  id: string;
  text: string;
  /** Groups: `A|B` is met by either; `X*` by what begins with it. */
  codes: string[];
  /** Neither wanted nor wrong. */
  optional?: string[];
  /** What a careless reader codes: denied, doubted, of others, of other times. */
  must_not?: string[];
  setting?: 'outpatient' | 'inpatient';
  source: string;
}

/** Labelled phrases and notes that belong together. */
export interface EvaluationSet {
  name: string;
  phrases: Phrase[];
  notes: GoldNote[];
}

function rowsOf<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** A row of our own sets: `held-out` rows were not looked at while rules and words were made. */
interface Split {
  split: 'tuned' | 'held-out';
}

/** The development set beside the checkout, where there is one, and our own sets. */
export function evaluationSets(): EvaluationSet[] {
  const phrases = rowsOf<Phrase & Split>(shippedPath('evaluation', 'phrases.jsonl'));
  const notes = rowsOf<GoldNote & Split>(shippedPath('evaluation', 'notes.jsonl'));
  const own = (wanted: Split['split']) => ({
    phrases: phrases.filter(({ split }) => split === wanted),
    notes: notes.filter(({ split }) => split === wanted),
  });
  return [
    {
      name: 'development set',
      phrases: rowsOf<Phrase>(sharedPath('coding-eval', 'phrases.dev.jsonl')),
      notes: rowsOf<GoldNote>(sharedPath('coding-eval', 'notes.dev.jsonl')),
    },
    { name: 'our own set, tuned with', ...own('tuned') },
    { name: 'our own set, held out', ...own('held-out') },
  ].filter((set) => set.phrases.length + set.notes.length > 0);
}
