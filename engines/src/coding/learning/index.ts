export type { Decision, Forgotten } from './decision.ts';
export { featuresOf, meaningOf } from './features.ts';
export { learn } from './learn.ts';
export { emptyModel, isOffered, type LearntModel } from './model.ts';
export { type PhraseReader, phraseReader, phrasesSaid } from './remembered.ts';
export { rerank } from './rerank.ts';
export { vocabularyOf } from './vocabulary.ts';
