import { type PatientSummary, routes } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../api/index.ts';
import { toastProblem } from '../../ui/index.ts';
import { LinkDialog } from './link-dialog.tsx';

const invalidates = [routes.listStatements, routes.readAccount, routes.listEncounters, routes.readEncounter];

/** Making bills and renewing their links; `dialog` shows the link of the last one. */
export function useBill() {
  const [shown, setShown] = useState<{ link: string; number?: string; patient: PatientSummary }>();
  const create = useChange(routes.createStatement, { invalidates });
  const renew = useChange(routes.renewStatementLink);
  const onError = toastProblem;
  const dialog: ReactNode = shown && (
    <LinkDialog
      link={shown.link}
      number={shown.number}
      patient={shown.patient}
      onClose={() => setShown(undefined)}
    />
  );
  return {
    dialog,
    busy: create.isPending || renew.isPending,
    makeBill: (patient: PatientSummary) =>
      create.mutate(
        { params: { patientId: patient.id } },
        { onError, onSuccess: ({ link, number }) => setShown({ link, number, patient }) },
      ),
    renewLink: (statementId: string, patient: PatientSummary) =>
      renew.mutate(
        { params: { statementId } },
        { onError, onSuccess: ({ link }) => setShown({ link, patient }) },
      ),
  };
}
