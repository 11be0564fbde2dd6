export * from './open-procedures.ts';
export { searchProcedures } from './procedure-search.ts';
export { emptyPcsVocabulary, type PcsVocabulary, parsePcsVocabulary } from './vocabulary.ts';
