export * from './artifact.ts';
export * from './assemble.ts';
export * from './edition-data.ts';
export * from './edition-name.ts';
export * from './open-edition.ts';
export * from './sections.ts';
export * from './starter-set.ts';
