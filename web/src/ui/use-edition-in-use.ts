import { type EditionView, routes } from '@superbill/contract';
import { useRead } from '../api/use-read.ts';
import { today } from './today.ts';

/** The edition that answers today, as the search says it; refused with `code-set.missing` when there is none. */
export function useEditionInUse(system: EditionView['system']) {
  return useRead(
    routes.searchCodes,
    { query: { text: '', date: today(), system, limit: 1 } },
    // Asked again when somebody comes back to the window: a search that repeats itself would keep a session awake.
    { freshFor: 60_000 },
  );
}
