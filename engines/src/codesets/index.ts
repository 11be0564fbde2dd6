export * from './edition-data.ts';
export * from './sections.ts';
