import { Button } from '@mantine/core';
import { type Patient, routes } from '@superbill/contract';
import { useState } from 'react';
import { useSession } from '../api/index.ts';
import { visitPlace } from '../router/places.ts';
import { useGo } from '../router/use-place.ts';
import {
  AddDocumentDialog,
  type Column,
  DateText,
  EmptyState,
  Grid,
  KeyHint,
  Panel,
  QueueBadge,
  useKeys,
  WaitedText,
} from '../ui/index.ts';
import { isQueue } from './queue-name.ts';
import { RegisterVisitDialog } from './register-visit-dialog.tsx';

type Visit = Patient['encounters'][number];

/** The patient's visits, newest first; documents are added to a visit here. */
export function VisitPanel({ patient }: { patient: Patient }) {
  const { session, may } = useSession();
  const go = useGo();
  const [registering, setRegistering] = useState(false);
  const [documented, setDocumented] = useState<Visit>();
  const mayRegister = may('encounter.write');
  const visits = [...patient.encounters].sort((a, b) => (a.serviceDate < b.serviceDate ? 1 : -1));
  useKeys([{ key: 'v', does: 'Register a visit', disabled: !mayRegister, run: () => setRegistering(true) }]);

  const columns: Column<Visit>[] = [
    { id: 'date', heading: 'Date', width: 104, cell: (v) => <DateText date={v.serviceDate} /> },
    { id: 'practitioner', heading: 'Practitioner', width: '2fr', cell: (v) => v.practitionerName },
    {
      id: 'queue',
      heading: 'Stands at',
      width: 150,
      cell: (v) => (isQueue(v.queue) ? <QueueBadge queue={v.queue} /> : v.queue),
    },
    {
      id: 'waited',
      heading: 'Since',
      width: 64,
      wide: true,
      cell: (v) => <WaitedText since={v.queueSince} />,
    },
    ...(may('document.write')
      ? [
          {
            id: 'add',
            heading: 'Record',
            width: 126 as const,
            wide: true,
            cell: (v: Visit) => (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={(event) => {
                  event.stopPropagation();
                  setDocumented(v);
                }}
              >
                Add a document
              </Button>
            ),
          },
        ]
      : []),
  ];

  function open(visit: Visit) {
    const place = visitPlace(session.hat, visit.id);
    if (place) go(place);
    else if (may('document.write')) setDocumented(visit);
  }

  return (
    <Panel
      title="Visits"
      tools={
        mayRegister && (
          <Button size="compact-xs" onClick={() => setRegistering(true)} rightSection={<KeyHint keys="v" />}>
            Register a visit
          </Button>
        )
      }
    >
      <Grid
        label="Visits"
        rows={visits}
        columns={columns}
        rowId={({ id }) => id}
        onOpen={open}
        inline
        empty={<EmptyState title="No visit yet." hint="Register one when the patient has been seen." />}
      />
      {registering && <RegisterVisitDialog patientId={patient.id} onClose={() => setRegistering(false)} />}
      {documented && (
        <AddDocumentDialog
          encounterId={documented.id}
          invalidates={[routes.readPatient]}
          onClose={() => setDocumented(undefined)}
        />
      )}
    </Panel>
  );
}
