import { Button } from '@mantine/core';
import { type Encounter, routes } from '@superbill/contract';
import { ageOn } from '@superbill/engines/model';
import { useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { RecordPane } from '../record/record-pane.tsx';
import { usePathPart } from '../router/use-place.ts';
import {
  DateText,
  FailedState,
  KeyHint,
  LoadingState,
  Page,
  personName,
  QueueBadge,
  useKeys,
} from '../ui/index.ts';
import { AddendumDialog } from './addendum-dialog.tsx';
import style from './queries.module.css';

/** The record of one visit, to read; what is missing is added as an addendum. */
export default function RecordPage() {
  const encounterId = usePathPart('encounterId');
  const visit = useRead(routes.readEncounter, { params: { encounterId } });
  if (visit.data) return <OpenRecord encounter={visit.data} />;
  return (
    <Page title="Record of a visit" fill>
      {visit.error ? (
        <FailedState problem={visit.error} retry={visit.refetch} />
      ) : (
        <LoadingState lines={14} />
      )}
    </Page>
  );
}

function OpenRecord({ encounter }: { encounter: Encounter }) {
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  const { patient, serviceDate, practitionerName, queue, documents } = encounter;
  const mayAdd = may('document.write') && documents.length > 0;
  useKeys([{ key: 'n', does: 'Add an addendum', disabled: !mayAdd, run: () => setAdding(true) }]);
  return (
    <Page
      title={personName(patient)}
      fill
      detail={
        <>
          {ageOn(patient.birthDate, serviceDate)} {patient.sex} · {patient.recordNumber} · seen{' '}
          <DateText date={serviceDate} /> by {practitionerName} <QueueBadge queue={queue} />
        </>
      }
      toolbar={
        mayAdd && (
          <Button onClick={() => setAdding(true)} rightSection={<KeyHint keys="n" />}>
            Add an addendum
          </Button>
        )
      }
    >
      <section className={`${style.record} ${style.whole}`} aria-label="Record of the visit">
        <RecordPane encounter={encounter} />
      </section>
      {adding && <AddendumDialog encounter={encounter} onClose={() => setAdding(false)} />}
    </Page>
  );
}
