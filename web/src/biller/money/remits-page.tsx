import { type RemitView, routes } from '@superbill/contract';
import { formatMoney, sum } from '@superbill/engines/model';
import { useState } from 'react';
import { useRead } from '../../api/index.ts';
import {
  type Column,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  InstantText,
  Money,
  Page,
} from '../../ui/index.ts';
import { SearchField } from '../search-field.tsx';
import { useListKeys } from '../use-list-keys.ts';

/** How money moved (BPR04 of the 835), in a biller's words. */
const methodNames: Record<string, string> = {
  ACH: 'Bank transfer',
  BOP: 'As the bank chose',
  CHK: 'Check',
  FWT: 'Wire',
  NON: 'No money moved',
};

const columns: Column<RemitView>[] = [
  {
    id: 'date',
    heading: 'Paid on',
    width: 110,
    cell: (r) => <DateText date={r.paymentDate} />,
    sort: (r) => r.paymentDate,
  },
  { id: 'payer', heading: 'Payer', width: '2fr', cell: (r) => r.payerName, sort: (r) => r.payerName },
  {
    id: 'trace',
    heading: 'Trace number',
    width: '1fr',
    wide: true,
    cell: (r) => r.traceNumber,
    sort: (r) => r.traceNumber,
  },
  {
    id: 'method',
    heading: 'Method',
    width: '1fr',
    wide: true,
    cell: (r) => methodNames[r.method] ?? r.method,
    sort: (r) => r.method,
  },
  {
    id: 'claims',
    heading: 'Claims',
    width: 80,
    align: 'right',
    wide: true,
    cell: (r) => r.claims,
    sort: (r) => r.claims,
  },
  {
    id: 'paid',
    heading: 'Paid',
    width: 120,
    align: 'right',
    cell: (r) => <Money amount={r.paidCents} />,
    sort: (r) => r.paidCents,
  },
  {
    id: 'posted',
    heading: 'Posted',
    width: 190,
    wide: true,
    align: 'right',
    cell: (r) => <InstantText at={r.postedAt} />,
    sort: (r) => r.postedAt,
  },
];

/** The payments of insurers that stand in the ledger. */
export default function RemitsPage() {
  const read = useRead(routes.listRemits, { query: { limit: 500 } });
  useListKeys();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const remits = read.data?.remits.filter(({ payerName, traceNumber }) =>
    `${payerName} ${traceNumber}`.toLowerCase().includes(wanted),
  );
  return (
    <Page
      title="Remits"
      fill
      toolbar={
        <SearchField
          label="Search remits"
          placeholder="Payer, trace number"
          value={search}
          onChange={setSearch}
        />
      }
      detail={remits && `${remits.length} posted, ${formatMoney(sum(remits.map((r) => r.paidCents)))} paid`}
    >
      {read.isLoadingError ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Remits"
          rows={remits}
          columns={columns}
          rowId={({ id }) => id}
          empty={
            <EmptyState
              title={wanted === '' ? 'No remit is posted yet.' : `No remit is found by “${search.trim()}”.`}
              hint="An 835 file is posted when it comes in and balances."
            />
          }
        />
      )}
    </Page>
  );
}
