import { type Charge, type Encounter, routes } from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { toast, toastProblem } from '../../ui/index.ts';
import { inputOf } from './charge-values.ts';

/** A claim that was ready for the old charges is recalled by the server. */
export const afterCharges = [
  routes.readEncounter,
  routes.listEncounters,
  routes.readClaim,
  routes.listClaims,
];

/** Adding, correcting and voiding a visit's charges, each with a way back. */
export function useCharges(visit: Encounter) {
  const encounterId = visit.id;
  const add = useChange(routes.addCharge, { invalidates: afterCharges });
  const change = useChange(routes.changeCharge, { invalidates: afterCharges });
  const voiding = useChange(routes.voidCharge, { invalidates: afterCharges });
  const onError = toastProblem;

  return {
    add,
    change,
    voiding,
    addCharge: (input: ReturnType<typeof inputOf>, onAdded: () => void) =>
      add.mutate(
        { params: { encounterId }, body: input },
        {
          onSuccess: ({ id }) => {
            onAdded();
            const undo = () => voiding.mutate({ params: { encounterId, chargeId: id } }, { onError });
            toast({ message: `${input.procedure} is charged.`, undo });
          },
        },
      ),
    changeCharge: (charge: Charge, input: ReturnType<typeof inputOf>, onChanged: () => void) => {
      const params = { encounterId, chargeId: charge.id };
      change.mutate(
        { params, body: { charge: input, rowVersion: charge.rowVersion } },
        {
          onSuccess: () => {
            onChanged();
            const before = { charge: inputOf(charge), rowVersion: charge.rowVersion + 1 };
            const undo = () => change.mutate({ params, body: before }, { onError });
            toast({ message: `${input.procedure} is corrected.`, undo });
          },
        },
      );
    },
    voidCharge: (charge: Charge) =>
      voiding.mutate(
        { params: { encounterId, chargeId: charge.id } },
        {
          onError,
          onSuccess: () => {
            // A voided row stays voided: taking it back charges the same again.
            const undo = () => add.mutate({ params: { encounterId }, body: inputOf(charge) }, { onError });
            toast({ message: `${charge.procedure} is voided.`, undo });
          },
        },
      ),
  };
}
