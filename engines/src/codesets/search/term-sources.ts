/** Where a search term comes from; a smaller number wins between equal answers. */
export const termSources = [
  'index',
  'starter',
  'neoplasm',
  'inclusion',
  'title',
  'drug',
  'external-cause',
] as const;
