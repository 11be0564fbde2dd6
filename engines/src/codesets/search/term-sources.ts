/** Where a search term comes from: its register for the starter set's terms, and whether a reference led to it. */
export const termSources = [
  'index',
  'reference',
  'clinical',
  'everyday',
  'abbreviation',
  'neoplasm',
  'inclusion',
  'title',
  'drug',
  'external-cause',
] as const;

export type TermSource = (typeof termSources)[number];
