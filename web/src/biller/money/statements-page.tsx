import { Button } from '@mantine/core';
import { routes, type StatementSummary } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { useGo, useSearchPart } from '../../router/use-place.ts';
import {
  type Column,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  Money,
  Page,
  personName,
  StatusBadge,
} from '../../ui/index.ts';
import { SearchField } from '../search-field.tsx';
import { useListKeys } from '../use-list-keys.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { useBill } from './use-bill.tsx';

type Unbilled = Pick<StatementSummary, 'patient' | 'balanceCents'>;

const sentColumns: Column<StatementSummary>[] = [
  { id: 'number', heading: 'Bill', width: 100, cell: (s) => s.number, sort: (s) => s.number },
  {
    id: 'patient',
    heading: 'Patient',
    width: '2fr',
    cell: (s) => personName(s.patient),
    sort: (s) => personName(s.patient),
  },
  {
    id: 'issued',
    heading: 'Made',
    width: 110,
    wide: true,
    cell: (s) => <DateText date={s.issuedOn} />,
    sort: (s) => s.issuedOn,
  },
  {
    id: 'due',
    heading: 'Due',
    width: 110,
    wide: true,
    cell: (s) => <DateText date={s.dueOn} />,
    sort: (s) => s.dueOn,
  },
  {
    id: 'lines',
    heading: 'Lines',
    width: 70,
    align: 'right',
    wide: true,
    cell: (s) => s.lines,
    sort: (s) => s.lines,
  },
  {
    id: 'questions',
    heading: 'Questions',
    width: 100,
    wide: true,
    cell: (s) => s.openQuestions > 0 && <StatusBadge tone="ask">{s.openQuestions} open</StatusBadge>,
    sort: (s) => -s.openQuestions,
  },
  {
    id: 'balance',
    heading: 'Asked for',
    width: 110,
    align: 'right',
    cell: (s) => <Money amount={s.balanceCents} />,
    sort: (s) => s.balanceCents,
  },
];

/** The patient whose row had the focus is off the list by now: the next one takes it. */
function backToList() {
  setTimeout(() => document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]')?.focus());
}

/** Bills: patients who are to get one, and those that were made. */
export default function StatementsPage() {
  const go = useGo();
  const [kept, keep] = useSearchPart('view');
  const view = kept === 'made' ? 'made' : 'unbilled';
  const [search, setSearch] = useState('');
  const read = useRead(routes.listStatements, { query: { limit: 500 } });
  const bill = useBill(backToList);
  useListKeys();
  const wanted = search.trim().toLowerCase();
  const found = ({ patient, number = '' }: Unbilled & { number?: string }) =>
    `${personName(patient)} ${patient.recordNumber} ${number}`.toLowerCase().includes(wanted);

  const unbilledColumns: Column<Unbilled>[] = [
    {
      id: 'patient',
      heading: 'Patient',
      width: '2fr',
      cell: (u) => personName(u.patient),
      sort: (u) => personName(u.patient),
    },
    {
      id: 'record',
      heading: 'Record',
      width: 110,
      wide: true,
      cell: (u) => u.patient.recordNumber,
      sort: (u) => u.patient.recordNumber,
    },
    {
      id: 'born',
      heading: 'Born',
      width: 110,
      wide: true,
      cell: (u) => <DateText date={u.patient.birthDate} />,
      sort: (u) => u.patient.birthDate,
    },
    {
      id: 'balance',
      heading: 'Owes',
      width: 110,
      align: 'right',
      cell: (u) => <Money amount={u.balanceCents} />,
      sort: (u) => u.balanceCents,
    },
    {
      id: 'make',
      heading: 'Bill',
      width: 118,
      align: 'right',
      cell: ({ patient }) => (
        <Button
          size="compact-xs"
          variant="default"
          disabled={bill.busy}
          onClick={(event) => {
            event.stopPropagation();
            bill.makeBill(patient);
          }}
        >
          Make a bill<span className="sb-hidden">&nbsp;for {personName(patient)}</span>
        </Button>
      ),
    },
  ];

  return (
    <Page
      title="Bills"
      fill
      toolbar={
        <SearchField
          label="Search bills"
          placeholder="Patient, record, bill"
          value={search}
          onChange={setSearch}
        />
      }
    >
      <ViewTabs
        label="Bills"
        value={view}
        onChange={(next) => keep(next === 'made' ? 'made' : undefined)}
        tabs={[
          { value: 'unbilled', name: 'To be billed', count: read.data?.unbilled.length },
          { value: 'made', name: 'Made', count: read.data?.statements.length },
        ]}
      >
        {read.isLoadingError ? (
          <FailedState problem={read.error} retry={read.refetch} />
        ) : view === 'unbilled' ? (
          <Grid
            label="Patients to be billed"
            rows={read.data?.unbilled.filter(found)}
            columns={unbilledColumns}
            rowId={({ patient }) => patient.id}
            onOpen={({ patient }) => go(places.account(patient.id))}
            rowKeys={[
              {
                key: 'n',
                does: 'Make a bill for the patient in focus',
                run: ({ patient }) => bill.makeBill(patient),
              },
            ]}
            empty={
              <EmptyState
                title={
                  wanted === '' ? 'Nobody is to be billed.' : `Nobody here is found by “${search.trim()}”.`
                }
                hint="Patients come here when a remit leaves them something to pay, or a visit has no coverage."
              />
            }
          />
        ) : (
          <Grid
            label="Bills made"
            rows={read.data?.statements.filter(found)}
            columns={sentColumns}
            rowId={({ id }) => id}
            onOpen={({ id }) => go(places.statement(id))}
            empty={
              <EmptyState
                title={wanted === '' ? 'No bill was made yet.' : `No bill is found by “${search.trim()}”.`}
                hint="Bills are made on the other view or on an account."
              />
            }
          />
        )}
      </ViewTabs>
      {bill.dialog}
    </Page>
  );
}
