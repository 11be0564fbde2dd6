import { type Charge, type Encounter, routes } from '@superbill/contract';
import { useCallback, useEffect, useState } from 'react';
import { useChange } from '../../api/index.ts';
import { toastProblem } from '../../ui/index.ts';
import { inputOf, togglePointer } from './charge-values.ts';
import { afterCharges } from './use-charges.ts';

/**
 * The diagnoses of each charge as the person wants them: shown at once, sent one change after the other, so
 * that quick keys neither wait nor overtake each other. What the server refuses goes back to what it has.
 */
export function usePointers(visit: Encounter) {
  const [wanted, setWanted] = useState<Readonly<Record<string, readonly string[]>>>({});
  const forget = useCallback((chargeId: string) => setWanted((now) => without(now, chargeId)), []);
  const change = useChange(routes.changeCharge, { invalidates: afterCharges });
  const { isPending, mutate } = change;

  useEffect(() => {
    if (isPending) return;
    const next = visit.charges.find(
      ({ id, diagnoses }) => wanted[id] !== undefined && wanted[id].join() !== diagnoses.join(),
    );
    if (!next) return;
    const sent = wanted[next.id] ?? [];
    mutate(
      {
        params: { encounterId: visit.id, chargeId: next.id },
        body: {
          charge: { ...inputOf(next), diagnoses: [...sent] },
          rowVersion: next.rowVersion,
        },
      },
      {
        // What the server has by now needs no memory of ours, unless the person wants more already.
        onSuccess: () =>
          setWanted((now) => (now[next.id]?.join() === sent.join() ? without(now, next.id) : now)),
        onError: (problem) => {
          forget(next.id);
          toastProblem(problem);
        },
      },
    );
  }, [wanted, visit, isPending, mutate, forget]);

  const pointersOf = (charge: Charge) => wanted[charge.id] ?? charge.diagnoses;
  const toggle = (charge: Charge, diagnosisId: string) =>
    setWanted((now) => ({
      ...now,
      [charge.id]: togglePointer(now[charge.id] ?? charge.diagnoses, diagnosisId),
    }));
  return { pointersOf, toggle, forget };
}

function without(wanted: Readonly<Record<string, readonly string[]>>, chargeId: string) {
  return Object.fromEntries(Object.entries(wanted).filter(([id]) => id !== chargeId));
}
