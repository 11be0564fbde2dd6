import type { ResponseOf, Route } from '@superbill/contract';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { callWith } from './call.ts';
import { newKey } from './new-key.ts';
import type { ApiProblem } from './problem.ts';
import type { InputOf } from './request.ts';

export interface ChangeOptions<R extends Route> {
  /** Routes whose answers are no longer true afterwards. */
  invalidates?: readonly Route[];
  onDone?: (reply: ResponseOf<R>, input: InputOf<R>) => void;
}

/**
 * Changes something: `const assign = useChange(routes.assignCode, { invalidates: [routes.readEncounter] })`,
 * then `assign.mutate({ params, body })`. When the server did not answer, trying the same thing again
 * carries the same idempotency key, so it happens once.
 */
export function useChange<R extends Route>(
  route: R,
  { invalidates = [], onDone }: ChangeOptions<R> = {},
): UseMutationResult<ResponseOf<R>, ApiProblem, InputOf<R>> {
  const client = useQueryClient();
  const unanswered = useRef<{ input: string; key: string } | undefined>(undefined);
  return useMutation<ResponseOf<R>, ApiProblem, InputOf<R>>({
    mutationFn: async (input) => {
      const written = JSON.stringify(input);
      const key = unanswered.current?.input === written ? unanswered.current.key : newKey();
      unanswered.current = { input: written, key };
      const reply = await callWith(route, input, { idempotencyKey: key });
      unanswered.current = undefined;
      return reply;
    },
    onSuccess: async (reply, input) => {
      onDone?.(reply, input);
      await Promise.all(invalidates.map((read) => client.invalidateQueries({ queryKey: [read.path] })));
    },
    onError: ({ status }) => {
      if (status !== 0) unanswered.current = undefined;
    },
  });
}
