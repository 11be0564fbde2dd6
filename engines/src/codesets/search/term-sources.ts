/**
 * Where a search term comes from: its register for the starter set's terms, and whether a reference led
 * to another term, or a kind of tumor to the table of neoplasms.
 */
export const termSources = [
  'index',
  'reference',
  'tumor',
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
