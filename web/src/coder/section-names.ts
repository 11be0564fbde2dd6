import type { SuggestionView } from '@superbill/contract';

const names: Record<string, string> = {
  assessment: 'assessment',
  plan: 'plan',
  impression: 'impression',
  complaint: 'chief complaint',
  'present-illness': 'history of present illness',
  'past-history': 'past history',
  'problem-list': 'problem list',
  'family-history': 'family history',
  'social-history': 'social history',
  medications: 'medications',
  allergies: 'allergies',
  'review-of-systems': 'review of systems',
  exam: 'examination',
  vitals: 'vital signs',
  results: 'results',
  indication: 'indication',
  procedure: 'procedure',
  instructions: 'instructions',
};

/** Where a span stands, in words: `assessment (“A/P”)`; the heading only where it says it otherwise. */
export function sectionName({ kind, heading }: SuggestionView['section']): string {
  const name = names[kind];
  if (name === undefined) return heading === '' ? 'the text' : `“${heading}”`;
  return heading === '' || heading.toLowerCase() === name ? name : `${name} (“${heading}”)`;
}
