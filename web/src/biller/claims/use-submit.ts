import { type ClaimView, routes } from '@superbill/contract';
import { useChange, useSession } from '../../api/index.ts';
import { toast, useKeys } from '../../ui/index.ts';

/** Submits a claim that is not on its way yet; the edits run again on what is stored now. */
export function useSubmit(claim: ClaimView) {
  const { may } = useSession();
  const submit = useChange(routes.submitClaim, {
    invalidates: [routes.readClaim, routes.listClaims, routes.readEncounter, routes.listEncounters],
    onDone: ({ state }) =>
      toast({
        message: state === 'ready' ? 'Ready: goes with the next sending.' : 'The edits hold the claim.',
      }),
  });
  const offered = may('claim.write') && ['draft', 'held', 'rejected'].includes(claim.state);
  const run = () => submit.mutate({ params: { claimId: claim.id }, body: { rowVersion: claim.rowVersion } });
  useKeys([{ key: 's', does: 'Submit the claim', disabled: !offered || submit.isPending, run }]);
  return { offered, busy: submit.isPending, problem: submit.error, run };
}
