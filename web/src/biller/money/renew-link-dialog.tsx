import { Select } from '@mantine/core';
import { type PatientSummary, type ProxyView, proxyKindNames, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { ConfirmDialog, ProblemNote, personName } from '../../ui/index.ts';

interface Props {
  bill: { id: string; number: string; patient: PatientSummary };
  /** Told with the link, and the proxy it is for; undefined for the patient. */
  onDone: (link: string, proxy: ProxyView | undefined) => void;
  onClose: () => void;
}

const patientThemselves = 'patient';

/** Makes a bill's link anew, for the patient or for one who may act for them today. */
export function RenewLinkDialog({ bill, onDone, onClose }: Props) {
  const { patient } = bill;
  const { may } = useSession();
  const read = useRead(
    routes.listProxies,
    { params: { patientId: patient.id } },
    { enabled: may('registration.read') },
  );
  const inForce = (read.data?.proxies ?? []).filter((proxy) => proxy.inForce);
  const [chosen, setChosen] = useState(patientThemselves);
  const proxy = inForce.find(({ id }) => id === chosen);
  const renew = useChange(routes.renewStatementLink);
  return (
    <ConfirmDialog
      open
      title={`New link for bill ${bill.number}`}
      confirm="Make a new link"
      busy={renew.isPending}
      problem={renew.error}
      onClose={onClose}
      onConfirm={() =>
        renew.mutate(
          { params: { statementId: bill.id }, body: proxy ? { proxyId: proxy.id } : {} },
          { onSuccess: ({ link }) => onDone(link, proxy) },
        )
      }
    >
      {inForce.length > 0 && (
        <Select
          label="For"
          mb="sm"
          allowDeselect={false}
          data={[
            { value: patientThemselves, label: `${personName(patient)}, the patient` },
            ...inForce.map((one) => ({
              value: one.id,
              label: `${personName(one)}, ${proxyKindNames[one.kind].toLowerCase()}`,
            })),
          ]}
          value={chosen}
          onChange={(value) => setChosen(value ?? patientThemselves)}
        />
      )}
      <ProblemNote problem={read.error} />
      Links of this bill that {(proxy ?? patient).firstName} has already stop working.
    </ConfirmDialog>
  );
}
