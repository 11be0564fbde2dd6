import { type PatientSummary, type ProxyView, routes } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../api/index.ts';
import { toastProblem } from '../../ui/index.ts';
import { LinkDialog } from './link-dialog.tsx';
import { RenewLinkDialog } from './renew-link-dialog.tsx';

const invalidates = [routes.listStatements, routes.readAccount, routes.listEncounters, routes.readEncounter];

interface Bill {
  id: string;
  number: string;
  patient: PatientSummary;
}

/** Making bills and renewing their links; `dialog` shows the link of the last one. */
export function useBill(onClosed: () => void = () => {}) {
  const [shown, setShown] = useState<Omit<Bill, 'id'> & { link: string; proxy: ProxyView | undefined }>();
  const [renewed, setRenewed] = useState<Bill>();
  const create = useChange(routes.createStatement, { invalidates });
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
        <RenewLinkDialog
          bill={renewed}
          onClose={() => setRenewed(undefined)}
          onDone={(link, proxy) => {
            setShown({ ...renewed, link, proxy });
            setRenewed(undefined);
          }}
        />
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
          onSuccess: ({ link, number }) => setShown({ link, number, patient, proxy: undefined }),
        },
      );
    },
    /** Asks first, and for whom: a link the reader may be about to open would stop working. */
    renewLink: setRenewed,
  };
}
