import { type ClaimState, type ClaimView, type Encounter, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useChange, useRead } from '../../api/index.ts';
import { toast, useKeys } from '../../ui/index.ts';
import { usePace } from '../use-pace.ts';

const invalidates = [routes.readEncounter, routes.listEncounters, routes.readClaim, routes.listClaims];

/** States in which the claim is still the practice's: charges are open, and its findings count. */
export const unsent: readonly ClaimState[] = ['draft', 'held', 'ready', 'rejected'];

/** What making the claim is called; undefined where it is not made any more. A denied one is made as its replacement. */
function makingOf(claim: ClaimView | undefined): string | undefined {
  if (!claim) return 'Make the claim';
  if (claim.state === 'denied') return 'Make the replacement';
  return unsent.includes(claim.state) ? 'Check again' : undefined;
}

/** The newest claim of the visit that is not closed; undefined when there is none. */
export function useClaimOf({ claims }: Encounter): ClaimView | undefined {
  const [newest] = claims
    .filter(({ state }) => state !== 'closed')
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const pace = usePace(newest?.state === 'sent' || newest?.state === 'accepted');
  const read = useRead(
    routes.readClaim,
    { params: { claimId: newest?.id ?? '' } },
    { enabled: newest !== undefined, ...(pace === undefined ? {} : { every: pace }) },
  );
  const client = useQueryClient();
  const moved = newest && read.data && read.data.state !== newest.state;
  useEffect(() => {
    // An answer came in: the visit may stand at another desk now.
    if (!moved) return;
    for (const { path } of [routes.readEncounter, routes.readClaim])
      void client.invalidateQueries({ queryKey: [path] });
  }, [moved, client]);
  return newest && read.data;
}

export type ClaimWork = ReturnType<typeof useClaimWork>;

/** Making the claim (which runs the edits) and submitting it, by button and by key. */
export function useClaimWork(visit: Encounter, claim: ClaimView | undefined) {
  const make = useChange(routes.createClaim, {
    invalidates,
    onDone: ({ state }) =>
      toast({
        message:
          state === 'held' ? 'The edits hold the claim: see the findings.' : 'Nothing blocks the claim.',
      }),
  });
  const submit = useChange(routes.submitClaim, {
    invalidates,
    onDone: ({ state }) =>
      toast({
        message: state === 'ready' ? 'Ready: goes with the next sending.' : 'The edits hold the claim.',
      }),
  });
  const making = makingOf(claim);
  const here = visit.queue === 'billing' || visit.queue === 'follow-up';
  const mayMake = here && visit.coverages.length > 0 && visit.charges.length > 0 && making !== undefined;
  const maySubmit = mayMake && claim?.state === 'draft';
  const doMake = () => make.mutate({ params: { encounterId: visit.id }, body: {} });
  const doSubmit = () =>
    claim && submit.mutate({ params: { claimId: claim.id }, body: { rowVersion: claim.rowVersion } });
  useKeys([
    {
      key: 'm',
      does: making ?? 'Make the claim',
      disabled: !mayMake || make.isPending,
      run: doMake,
    },
    {
      key: 's',
      does: 'Submit the claim',
      disabled: !maySubmit || submit.isPending,
      run: () => void doSubmit(),
    },
  ]);
  return {
    making,
    mayMake,
    maySubmit,
    isMaking: make.isPending,
    submitting: submit.isPending,
    problem: make.error ?? submit.error,
    make: doMake,
    submit: () => void doSubmit(),
  };
}
