import type { DocumentView } from '@superbill/contract';

/** The words for a kind of document on screen. */
export const kindNames: Record<DocumentView['kind'], string> = {
  note: 'Note',
  result: 'Result',
  report: 'Report',
  'problem-list': 'Problem list',
  addendum: 'Addendum',
};
