import { type Charge, type Encounter, routes } from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { toast, toastProblem } from '../../ui/index.ts';
import { inputOf } from './charge-values.ts';

const invalidates = [routes.readEncounter, routes.listEncounters];

/** Adding, correcting and voiding a visit's charges, each with a way back. `onSettled` runs after each. */
export function useCharges(visit: Encounter, onSettled: () => void) {
  const encounterId = visit.id;
  const add = useChange(routes.addCharge, { invalidates, onDone: onSettled });
  const change = useChange(routes.changeCharge, { invalidates, onDone: onSettled });
  const voiding = useChange(routes.voidCharge, { invalidates, onDone: onSettled });
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
