import { type ClaimState, type ClaimSummary, claimStateNames, routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { useGo, useSearchPart } from '../../router/use-place.ts';
import {
  ClaimBadge,
  type Column,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  Money,
  Page,
  personName,
} from '../../ui/index.ts';
import { SearchField, useSearch } from '../search-field.tsx';
import { useListKeys } from '../use-list-keys.ts';
import { usePace } from '../use-pace.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { SendClaims } from './send-claims.tsx';

/** What needs a person comes first; `all` is every state. */
const states = [
  'all',
  'held',
  'draft',
  'ready',
  'sent',
  'accepted',
  'rejected',
  'denied',
  'paid',
  'closed',
] as const;
type View = (typeof states)[number];

const columns: Column<ClaimSummary>[] = [
  { id: 'control', heading: 'Claim', width: 104, cell: (c) => c.controlNumber, sort: (c) => c.controlNumber },
  {
    id: 'state',
    heading: 'State',
    width: 140,
    cell: (c) => <ClaimBadge state={c.state} />,
    sort: (c) => c.state,
  },
  {
    id: 'patient',
    heading: 'Patient',
    width: '2fr',
    cell: (c) => personName(c.patient),
    sort: (c) => personName(c.patient),
  },
  {
    id: 'payer',
    heading: 'Payer',
    width: '2fr',
    wide: true,
    cell: (c) => c.payerName,
    sort: (c) => c.payerName,
  },
  {
    id: 'date',
    heading: 'Date',
    width: 104,
    wide: true,
    cell: (c) => <DateText date={c.serviceDate} />,
    sort: (c) => c.serviceDate,
  },
  {
    id: 'event',
    heading: 'Last event',
    width: '3fr',
    wide: true,
    cell: (c) => <span title={c.lastEvent ?? undefined}>{c.lastEvent}</span>,
  },
  {
    id: 'charge',
    heading: 'Charge',
    width: 96,
    align: 'right',
    cell: (c) => <Money amount={c.chargeCents} />,
    sort: (c) => c.chargeCents,
  },
  {
    id: 'paid',
    heading: 'Paid',
    width: 96,
    align: 'right',
    wide: true,
    cell: (c) => <Money amount={c.paidCents} />,
    sort: (c) => c.paidCents,
  },
];

/** Claims by state, found by control number, patient or payer. */
export default function ClaimsPage() {
  const go = useGo();
  useListKeys();
  const [kept, keep] = useSearchPart('state');
  const view: View = states.find((each) => each === kept) ?? 'all';
  const state: ClaimState | undefined = view === 'all' ? undefined : view;
  const { typed, setTyped, asked } = useSearch();
  const [underWay, setUnderWay] = useState(false);
  const pace = usePace(underWay);
  const claims = useRead(
    routes.listClaims,
    { body: { state, search: asked, limit: 500 } },
    { keepPrevious: true, ...(pace === undefined ? {} : { every: pace }) },
  );
  const counts = claims.data?.counts;
  const sent = counts?.sent ?? 0;
  useEffect(() => setUnderWay(sent > 0), [sent]);
  const here = claims.data?.claims.filter((claim) => state === undefined || claim.state === state);
  const rows = claims.isPlaceholderData && here?.length === 0 ? undefined : here;
  return (
    <Page
      title="Claims"
      fill
      detail={claims.data?.more ? 'The first 500; choose a state or search.' : undefined}
      toolbar={
        <>
          <SendClaims />
          <SearchField
            label="Search claims"
            placeholder="Control number, patient, payer"
            value={typed}
            onChange={setTyped}
          />
        </>
      }
    >
      <ViewTabs
        label="States"
        value={view}
        onChange={(next) => keep(next === 'all' ? undefined : next)}
        tabs={states.map((value) => ({
          value,
          name: value === 'all' ? 'All' : claimStateNames[value],
          count: value === 'all' ? undefined : counts?.[value],
        }))}
      >
        {claims.isLoadingError ? (
          <FailedState problem={claims.error} retry={claims.refetch} />
        ) : (
          <Grid
            key={view}
            label={state ? `Claims: ${claimStateNames[state]}` : 'Claims'}
            rows={rows}
            columns={columns}
            rowId={({ id }) => id}
            onOpen={({ id }) => go(places.claim(id))}
            empty={
              <EmptyState
                title={asked === '' ? 'No claim stands here.' : `No claim here is found by “${asked}”.`}
                hint="Claims are made on the visit, from its charges."
              />
            }
          />
        )}
      </ViewTabs>
    </Page>
  );
}
