import { emptyModel, type PhraseReader, phraseReader, rerank } from '@superbill/engines/coding/learning';
import type { CodeBook, Suggestion } from '@superbill/engines/model';
import type { Work } from '../../work.ts';
import { loadModel, loadSetting } from './store.ts';

/** What an organization's decisions taught, ready to be applied; nothing of it while learning is off. */
export interface Experience {
  version: number | null;
  phrases: PhraseReader | undefined;
  /** Whether a language model may be asked for this organization. */
  mayAsk: boolean;
  apply(suggestions: readonly Suggestion[], book: CodeBook): Suggestion[];
}

export async function loadExperience(unit: Work): Promise<Experience> {
  const { learning, languageModel } = await loadSetting(unit);
  const stored = learning ? await loadModel(unit) : undefined;
  const model = stored?.content ?? emptyModel;
  return {
    version: stored?.content ? stored.version : null,
    phrases: phraseReader(model),
    mayAsk: languageModel,
    apply: (suggestions, book) => rerank(suggestions, model, book),
  };
}
