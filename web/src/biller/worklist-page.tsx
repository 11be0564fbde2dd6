import { type Queue, queueNames, routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { EmptyState, FailedState, Grid, Money, Page, type VisitColumn, visitColumns } from '../ui/index.ts';
import { SendClaims } from './claims/send-claims.tsx';
import { SearchField, useSearch } from './search-field.tsx';
import { useListKeys } from './use-list-keys.ts';
import { usePace } from './use-pace.ts';
import { ViewTabs } from './view-tabs.tsx';

const own = ['billing', 'follow-up', 'payer', 'patient', 'closed'] as const satisfies readonly Queue[];
type Own = (typeof own)[number];

const nothing: Record<Own, { title: string; hint: string }> = {
  billing: { title: 'Nothing to bill.', hint: 'Visits come here when a coder hands them over.' },
  'follow-up': {
    title: 'Nothing needs follow-up.',
    hint: 'Visits come here when a payer rejects or denies a claim.',
  },
  payer: {
    title: 'Nothing is with a payer.',
    hint: 'Visits wait here from sending until the remit is posted.',
  },
  patient: {
    title: 'Nothing is with a patient.',
    hint: 'Visits wait here while the patient owes something.',
  },
  closed: { title: 'No visit is settled yet.', hint: 'Visits come here when nobody owes anything on them.' },
};

const { date, patient, practitioner, codes } = visitColumns;
const reason: VisitColumn = { ...visitColumns.reason, heading: 'Why', width: '4fr' };
const payer: VisitColumn = {
  ...visitColumns.payer,
  width: '2fr',
  cell: (e) => e.payerName ?? 'None: the patient pays',
};
const charges: VisitColumn = {
  id: 'charges',
  heading: 'Charges',
  width: 104,
  align: 'right',
  cell: (e) => <Money amount={e.chargeCents} />,
  sort: (e) => e.chargeCents,
};
const waits: VisitColumn = { ...visitColumns.waited, width: 76, align: 'right', wide: true };

const columnsOf = (queue: Own): VisitColumn[] => [
  date,
  patient,
  queue === 'follow-up' ? reason : practitioner,
  payer,
  codes,
  charges,
  waits,
];

/** The biller's day: visits by where they stand, longest waiting first; Enter opens. */
export default function WorklistPage() {
  const go = useGo();
  useListKeys();
  const [kept, keep] = useSearchPart('queue');
  const queue = own.find((each) => each === kept) ?? 'billing';
  const { typed, setTyped, asked } = useSearch();
  const pace = usePace(queue === 'payer');
  const visits = useRead(
    routes.listEncounters,
    { body: { queue, search: asked, limit: 500 } },
    { keepPrevious: true, ...(pace === undefined ? {} : { every: pace }) },
  );
  const counts = visits.data?.counts;
  const here = visits.data?.encounters.filter((visit) => visit.queue === queue);
  // Of the list shown before, nothing may be from this queue: that is loading, not emptiness.
  const rows = visits.isPlaceholderData && here?.length === 0 ? undefined : here;
  return (
    <Page
      title="Billing"
      fill
      detail={visits.data?.more ? 'The 500 that wait longest; search to find others.' : undefined}
      toolbar={
        <>
          <SendClaims />
          <SearchField
            label="Search visits"
            placeholder="Patient, practitioner, date"
            value={typed}
            onChange={setTyped}
          />
        </>
      }
    >
      <ViewTabs
        label="Queues"
        value={queue}
        onChange={keep}
        tabs={own.map((value) => ({ value, name: queueNames[value], count: counts?.[value] }))}
      >
        {visits.isLoadingError ? (
          <FailedState problem={visits.error} retry={visits.refetch} />
        ) : (
          <Grid
            key={queue}
            label={queueNames[queue]}
            rows={rows}
            columns={columnsOf(queue)}
            rowId={({ id }) => id}
            onOpen={({ id }) => go(places.billing(id))}
            empty={
              asked === '' ? (
                <EmptyState {...nothing[queue]} />
              ) : (
                <EmptyState title={`No visit here is found by “${asked}”.`} />
              )
            }
          />
        )}
      </ViewTabs>
    </Page>
  );
}
