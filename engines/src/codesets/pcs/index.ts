export * from './open-procedures.ts';
export { type PcsVocabulary, parsePcsVocabulary } from './vocabulary.ts';
