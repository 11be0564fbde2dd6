import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type PatientSummary, routes } from '@superbill/contract';
import { ageOn } from '@superbill/engines/model';
import { useRef, useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import {
  type Column,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  KeyHint,
  Page,
  personName,
  today,
  useKeys,
} from '../ui/index.ts';
import { sexNames } from './sex-names.ts';

const columns: Column<PatientSummary>[] = [
  { id: 'name', heading: 'Name', width: '2fr', cell: personName, sort: personName },
  { id: 'record', heading: 'Record', width: 110, cell: (p) => p.recordNumber, sort: (p) => p.recordNumber },
  {
    id: 'born',
    heading: 'Born',
    width: 110,
    cell: (p) => <DateText date={p.birthDate} />,
    sort: (p) => p.birthDate,
  },
  {
    id: 'age',
    heading: 'Age',
    width: 60,
    align: 'right',
    wide: true,
    cell: (p) => (p.restricted ? '' : ageOn(p.birthDate, today())),
    sort: (p) => -Number(p.birthDate.replaceAll('-', '')),
  },
  { id: 'sex', heading: 'Sex', width: '1fr', wide: true, cell: (p) => (p.restricted ? '' : sexNames[p.sex]) },
];

/** Everybody registered, found as one types: name, record number or birth date. */
export default function PatientsPage() {
  const go = useGo();
  const { may } = useSession();
  const [kept, keep] = useSearchPart('search');
  const [search, setSearch] = useState(kept ?? '');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const patients = useRead(
    routes.listPatients,
    { body: { search: asked, limit: 200 } },
    { keepPrevious: true },
  );
  const field = useRef<HTMLInputElement>(null);
  const register = () => go('/front-desk/register');
  const mayWrite = may('patient.write');
  useKeys([
    { key: '/', does: 'Search patients', run: () => field.current?.focus() },
    { key: 'n', does: 'Register a patient', disabled: !mayWrite, run: register },
  ]);

  return (
    <Page
      title="Patients"
      fill
      detail={patients.data?.more ? 'The first 200; type more to narrow down.' : undefined}
      toolbar={
        <>
          <TextInput
            ref={field}
            type="search"
            aria-label="Search patients"
            placeholder="Name, record number, birth date"
            w={260}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            onBlur={() => keep(search)}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
          {mayWrite && (
            <Button onClick={register} rightSection={<KeyHint keys="n" />}>
              Register a patient
            </Button>
          )}
        </>
      }
    >
      {patients.error ? (
        <FailedState problem={patients.error} retry={patients.refetch} />
      ) : (
        <Grid
          label="Patients"
          rows={patients.data?.patients}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={({ id }) => go(places.patient(id))}
          empty={
            <EmptyState
              title={asked === '' ? 'Nobody is registered yet.' : `Nobody is found by “${asked}”.`}
              hint="Search takes the beginning of a name, a record number or a birth date such as 1980-03-01."
            >
              {mayWrite && <Button onClick={register}>Register a patient</Button>}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
