import type { ResponseOf, Route } from '@superbill/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { callWith } from './call.ts';
import type { ApiProblem } from './problem.ts';
import type { InputOf } from './request.ts';

export interface ReadOptions {
  enabled?: boolean;
  /** Shows the last answer while a changed input is fetched: lists that filter as one types. */
  keepPrevious?: boolean;
  /** Reads again every so many milliseconds. */
  every?: number;
  /** For how long an answer counts as fresh, in milliseconds. */
  freshFor?: number;
}

/** The key an answer is kept under: the route's path first, so a change can name whole routes. */
export function readKey<R extends Route>(route: R, input?: InputOf<R>): readonly unknown[] {
  return input === undefined ? [route.path] : [route.path, input];
}

/** Reads a route: `const patients = useRead(routes.listPatients, { body: { search } })`. */
export function useRead<R extends Route>(
  route: R,
  input: InputOf<R>,
  { enabled = true, keepPrevious = false, every, freshFor }: ReadOptions = {},
): UseQueryResult<ResponseOf<R>, ApiProblem> {
  return useQuery<ResponseOf<R>, ApiProblem>({
    queryKey: readKey(route, input),
    queryFn: ({ signal }) => callWith(route, input, { signal, idempotencyKey: null }),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(every === undefined ? {} : { refetchInterval: every }),
    ...(freshFor === undefined ? {} : { staleTime: freshFor }),
  });
}
