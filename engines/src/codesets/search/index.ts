export { buildSearch, searchVersion } from './build.ts';
export { CodeSearch, openSearch } from './code-search.ts';
export * from './vocabulary.ts';
