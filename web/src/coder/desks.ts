import type { EncounterSummary, Queue } from '@superbill/contract';

/** Where a visit stands as the coder sees it: four tabs over three queues. */
export const desks = ['to-code', 'query', 'returned', 'handed-over'] as const;
export type Desk = (typeof desks)[number];

export const deskNames: Record<Desk, string> = {
  'to-code': 'To code',
  query: 'With the physician',
  returned: 'Returned',
  'handed-over': 'Handed over',
};

export const deskQueues: Record<Desk, Queue> = {
  'to-code': 'coding',
  query: 'query',
  returned: 'coding',
  'handed-over': 'billing',
};

export function isDesk(text: string | undefined): text is Desk {
  return desks.some((desk) => desk === text);
}

/** A visit that came back, from the biller or with the physician's answer, says why; it is not among the new ones. */
export function onDesk(visits: readonly EncounterSummary[], desk: Desk): EncounterSummary[] {
  return visits.filter((visit) => {
    if (visit.queue !== deskQueues[desk]) return false;
    return visit.queue !== 'coding' || (visit.returnReason !== null) === (desk === 'returned');
  });
}

/** The visit to open after this one: the next in the list, from the end again the first; undefined when it was the last. */
export function nextVisit<Visit extends { id: string }>(
  visits: readonly Visit[],
  id: string | undefined,
): Visit | undefined {
  const at = visits.findIndex((visit) => visit.id === id);
  return [...visits.slice(at + 1), ...visits.slice(0, Math.max(0, at))][0];
}
