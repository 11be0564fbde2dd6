import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { FailedState } from './failed-state.tsx';
import { LoadingState } from './loading-state.tsx';

interface Props<Data> {
  read: UseQueryResult<Data, ApiProblem>;
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** Loading, failed or the data: `<ReadState read={visit}>{(visit) => …}</ReadState>`. */
export function ReadState<Data>({ read, lines, children }: Props<Data>) {
  if (read.data !== undefined) return children(read.data);
  if (read.error) return <FailedState problem={read.error} retry={read.refetch} />;
  return <LoadingState {...(lines === undefined ? {} : { lines })} />;
}
