import type { IsoDate } from '@superbill/engines/model';
import type { Coding } from './coding-state.ts';
import type { Cursor } from './cursor.ts';
import { type ExcludesConflict, excludesConflicts } from './excludes.ts';
import { useCodeEntries } from './use-code-entries.ts';

/** Excludes1 conflicts among the visit's codes, and those the suggestion at the cursor would make. */
export function useExcludes({ codes, suggestions }: Coding, cursor: Cursor | undefined, date: IsoDate) {
  const looked = suggestions.find(({ code, decision }) => code === cursor?.code && decision === 'open');
  const named = [...codes, ...(looked ? [looked] : [])].map(({ system, code }) => ({ system, code }));
  const entries = useCodeEntries(named, date);
  const chosen = codes.map(({ code }) => code);
  const conflicts: ExcludesConflict[] = excludesConflicts(entries, chosen);
  const wouldBe = looked ? excludesConflicts(entries, [...chosen, looked.code]) : conflicts;
  return { conflicts, wouldBe };
}
