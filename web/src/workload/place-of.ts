import type { Role, WorkItem } from '@superbill/contract';
import { places, visitPlace } from '../router/places.ts';

/** The page on which this hat does the item. */
export function placeOf(hat: Role, { kind, subjectId, encounterId }: WorkItem): string | undefined {
  if (kind === 'answer-query') return places.query(subjectId);
  if (kind === 'waiting-file') return '/files';
  if (kind === 'answer-message') return '/messages';
  if (kind === 'registration') return '/front-desk/visits';
  return encounterId === null ? undefined : visitPlace(hat, encounterId);
}
