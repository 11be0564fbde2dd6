import { type CodeEntryView, routes } from '@superbill/contract';
import type { CodeSystem, IsoDate } from '@superbill/engines/model';
import { useQueries } from '@tanstack/react-query';
import { callWith } from '../api/call.ts';
import { readKey } from '../api/use-read.ts';

interface Named {
  system: CodeSystem;
  code: string;
}

/** The tabular entries of several codes on a date; those not here yet, or unknown, are left out. Editions do not change. */
export function useCodeEntries(codes: readonly Named[], date: IsoDate): CodeEntryView[] {
  return useQueries({
    queries: codes.map(({ system, code }) => {
      const input = { params: { system, code }, query: { date } };
      return {
        queryKey: readKey(routes.readCode, input),
        queryFn: ({ signal }: { signal: AbortSignal }) => callWith(routes.readCode, input, { signal }),
        staleTime: Number.POSITIVE_INFINITY,
      };
    }),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });
}
