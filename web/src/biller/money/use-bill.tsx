import { type PatientSummary, routes } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../api/index.ts';
import { ConfirmDialog, toastProblem } from '../../ui/index.ts';
import { LinkDialog } from './link-dialog.tsx';

const invalidates = [routes.listStatements, routes.readAccount, routes.listEncounters, routes.readEncounter];

interface Bill {
  id: string;
  number: string;
  patient: PatientSummary;
}

/** Making bills and renewing their links; `dialog` shows the link of the last one. */
export function useBill(onClosed: () => void = () => {}) {
  const [shown, setShown] = useState<Omit<Bill, 'id'> & { link: string }>();
  const [renewed, setRenewed] = useState<Bill>();
  const create = useChange(routes.createStatement, { invalidates });
  const renew = useChange(routes.renewStatementLink);
  const closeRenewal = () => {
    renew.reset();
    setRenewed(undefined);
  };
  const dialog: ReactNode = (
    <>
      {shown && (
        <LinkDialog
          {...shown}
          onClose={() => {
            setShown(undefined);
            onClosed();
          }}
        />
      )}
      {renewed && (
        <ConfirmDialog
          open
          title={`New link for bill ${renewed.number}`}
          confirm="Make a new link"
          busy={renew.isPending}
          problem={renew.error}
          onClose={closeRenewal}
          onConfirm={() =>
            renew.mutate(
              { params: { statementId: renewed.id } },
              {
                onSuccess: ({ link }) => {
                  setShown({ ...renewed, link });
                  closeRenewal();
                },
              },
            )
          }
        >
          Links of this bill that {renewed.patient.firstName} has already stop working.
        </ConfirmDialog>
      )}
    </>
  );
  return {
    dialog,
    busy: create.isPending,
    makeBill: (patient: PatientSummary) => {
      if (create.isPending) return;
      create.mutate(
        { params: { patientId: patient.id } },
        {
          onError: toastProblem,
          onSuccess: ({ link, number }) => setShown({ link, number, patient }),
        },
      );
    },
    /** Asks first: a link the patient may be about to open would stop working. */
    renewLink: setRenewed,
  };
}
