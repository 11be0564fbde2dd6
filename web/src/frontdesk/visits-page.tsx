import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { queueNames, queues, routes } from '@superbill/contract';
import { useRef, useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { patientPlace, visitPlace } from '../router/places.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { EmptyState, FailedState, Grid, KeyHint, Page, useKeys, visitColumns } from '../ui/index.ts';
import { isQueue } from './queue-name.ts';

const { date, patient, practitioner, payer, queue: standsAt, waited, documents } = visitColumns;
const since = { ...waited, heading: 'Since', wide: true };
const columns = [date, patient, practitioner, payer, standsAt, since, documents];

/** Every visit and where it stands, longest waiting first; one queue at a time if wished. */
export default function VisitsPage() {
  const go = useGo();
  const { session } = useSession();
  const [kept, keep] = useSearchPart('queue');
  const queue = kept !== undefined && isQueue(kept) ? kept : undefined;
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const visits = useRead(
    routes.listEncounters,
    { body: { queue, search: asked, limit: 500 } },
    { keepPrevious: true },
  );
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: '/', does: 'Search visits', run: () => field.current?.focus() }]);
  const counts = visits.data?.counts;

  return (
    <Page
      title="Visits"
      fill
      detail={visits.data?.more ? 'The 500 that wait longest; choose a queue or search.' : undefined}
      toolbar={
        <>
          <NativeSelect
            aria-label="Queue"
            w={190}
            value={queue ?? ''}
            onChange={({ currentTarget }) => keep(currentTarget.value)}
            data={[
              { value: '', label: 'Every queue' },
              ...queues.map((value) => ({
                value,
                label: `${queueNames[value]} (${counts?.[value] ?? '…'})`,
              })),
            ]}
          />
          <TextInput
            ref={field}
            type="search"
            aria-label="Search visits"
            placeholder="Patient, practitioner, date"
            w={220}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
        </>
      }
    >
      {visits.error ? (
        <FailedState problem={visits.error} retry={visits.refetch} />
      ) : (
        <Grid
          label="Visits"
          rows={visits.data?.encounters}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(e) => go(visitPlace(session.hat, e.id) ?? patientPlace(session.hat, e.patient.id) ?? '/')}
          empty={
            <EmptyState
              title={queue ? `No visit stands at “${queueNames[queue]}”.` : 'No visit is found.'}
              hint="Visits are registered on the patient's page."
            />
          }
        />
      )}
    </Page>
  );
}
