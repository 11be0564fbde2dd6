import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { routes } from '@superbill/contract';
import { useRef, useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo } from '../router/use-place.ts';
import { EmptyState, FailedState, Grid, KeyHint, Page, useKeys, visitColumns } from '../ui/index.ts';

const { date, patient, practitioner, queue, documents } = visitColumns;
const columns = [date, patient, practitioner, queue, documents];

/** Visits whose record can be read; one's own first of all. */
export default function RecordsPage() {
  const go = useGo();
  const { session } = useSession();
  // Who treats nobody has no visits of one's own.
  const [all, setAll] = useState(session.user.practitionerId === null);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const field = useRef<HTMLInputElement>(null);
  const practice = useRead(routes.readPractice, {}, { freshFor: 300_000 });
  const visits = useRead(
    routes.listEncounters,
    { body: { search: asked, limit: 500 } },
    { keepPrevious: true },
  );
  const me = practice.data?.practitioners.find(({ id }) => id === session.user.practitionerId)?.name;
  const rows = practice.data && visits.data?.encounters.filter((e) => all || e.practitionerName === me);
  useKeys([{ key: '/', does: 'Search visits', run: () => field.current?.focus() }]);
  return (
    <Page
      title="Records"
      fill
      toolbar={
        <>
          <Checkbox
            label="Visits of others too"
            checked={all}
            onChange={({ currentTarget }) => setAll(currentTarget.checked)}
          />
          <TextInput
            ref={field}
            type="search"
            aria-label="Search visits"
            placeholder="Patient, record, date"
            w={220}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
        </>
      }
    >
      {visits.error && !visits.data ? (
        <FailedState problem={visits.error} retry={visits.refetch} />
      ) : (
        <Grid
          label="Visits"
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => go(places.record(id))}
          firstSort={{ column: 'date', down: true }}
          empty={
            <EmptyState title="No visit is found." hint="Tick “Visits of others too”, or search less." />
          }
        />
      )}
    </Page>
  );
}
