import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type FeeView, type ResponseOf, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useRef, useState } from 'react';
import { call, isProblem, useRead } from '../../api/index.ts';
import {
  type Column,
  DateField,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  KeyHint,
  Money,
  Page,
  toast,
  toastProblem,
  today,
  useKeys,
} from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { FeeDrawer } from './fee-drawer.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { PriceDialog } from './price-dialog.tsx';
import { saveFile } from './save-file.ts';

type Row = ResponseOf<typeof routes.listFeeSchedule>['fees'][number];
type Open = { does: 'add' | 'import' } | { does: 'look' | 'price'; fee: FeeView };

/** The practice's prices on a day; every price begins on a day and none is ever overwritten. */
export default function FeesPage() {
  const [date, setDate] = useState<IsoDate | ''>(today());
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 150);
  const [open, setOpen] = useState<Open>();
  const field = useRef<HTMLInputElement>(null);
  const on = date === '' ? today() : date;
  const read = useRead(
    routes.listFeeSchedule,
    { query: { date: on, search: asked } },
    { keepPrevious: true },
  );
  const add = () => setOpen({ does: 'add' });
  const close = () => setOpen(undefined);
  const download = async () => {
    try {
      const { fileName, content } = await call(routes.exportFees, { query: { date: on } });
      saveFile(fileName, content);
      toast({ message: `${fileName} is saved.` });
    } catch (problem) {
      if (!isProblem(problem)) throw problem;
      toastProblem(problem);
    }
  };
  useKeys([
    { key: '/', does: 'Search prices', run: () => field.current?.focus() },
    { key: 'n', does: 'Add a price', run: add },
    { key: 'i', does: 'Prices from a file', run: () => setOpen({ does: 'import' }) },
    { key: 'x', does: 'Save the prices as a file', run: () => void download() },
  ]);
  const rows = read.data && [
    ...read.data.fees,
    ...read.data.coming.map((fee) => ({ ...fee, isComing: true })),
  ];
  return (
    <Page
      title="Fees"
      fill
      detail={read.data ? `${read.data.fees.length} prices` : undefined}
      toolbar={
        <>
          <TextInput
            ref={field}
            type="search"
            aria-label="Search prices"
            placeholder="Code or words"
            w={180}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            rightSection={search === '' ? <KeyHint keys="/" /> : null}
          />
          <DateField aria-label="Prices on" w={210} value={date} onChange={setDate} />
          <Button variant="default" onClick={() => setOpen({ does: 'import' })}>
            Import
          </Button>
          <Button variant="default" onClick={() => void download()}>
            Export
          </Button>
          <Button onClick={add} rightSection={<KeyHint keys="n" />}>
            Add a price
          </Button>
        </>
      }
    >
      <SectionLinks of="practice" />
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Fee schedule"
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(fee) => setOpen({ does: 'look', fee })}
          empty={
            <EmptyState
              title={asked === '' ? 'No price is in force on this day.' : `No price is found by “${asked}”.`}
              hint="A charge takes its price from here, by the date of service."
            >
              <Button onClick={add}>Add a price</Button>
            </EmptyState>
          }
        />
      )}
      {open?.does === 'import' && <ImportDialog onClose={close} />}
      {(open?.does === 'add' || open?.does === 'price') && (
        <PriceDialog fee={open.does === 'price' ? open.fee : undefined} onClose={close} />
      )}
      {open?.does === 'look' && (
        <FeeDrawer
          fee={open.fee}
          onNewPrice={() => setOpen({ does: 'price', fee: open.fee })}
          onClose={close}
        />
      )}
    </Page>
  );
}

const columns: Column<Row & { isComing?: boolean }>[] = [
  { id: 'procedure', heading: 'Procedure', width: 86, cell: (f) => f.procedure, sort: (f) => f.procedure },
  {
    id: 'wording',
    heading: 'Words on the bill',
    width: '2fr',
    cell: (f) => f.wording,
    sort: (f) => f.wording,
  },
  {
    id: 'spanish',
    heading: 'In Spanish',
    width: '2fr',
    wide: true,
    cell: (f) => f.wordingEs ?? <span style={{ color: 'var(--sb-quiet)' }}>none</span>,
    sort: (f) => f.wordingEs,
  },
  {
    id: 'price',
    heading: 'Price',
    width: 96,
    align: 'right',
    cell: (f) => (f.isComing ? '' : <Money amount={f.priceCents} />),
    sort: (f) => f.priceCents,
  },
  {
    id: 'from',
    heading: 'Since',
    width: 106,
    wide: true,
    cell: (f) => (f.isComing ? '' : <DateText date={f.effectiveFrom} />),
    sort: (f) => f.effectiveFrom,
  },
  {
    id: 'next',
    heading: 'What follows',
    width: 200,
    wide: true,
    cell: (f) => <Next fee={f} />,
    sort: (f) => f.next?.from ?? f.effectiveTo,
  },
];

function Next({ fee }: { fee: Row & { isComing?: boolean } }) {
  const next = fee.isComing ? { priceCents: fee.priceCents, from: fee.effectiveFrom } : fee.next;
  if (next)
    return (
      <>
        <Money amount={next.priceCents} /> from <DateText date={next.from} />
      </>
    );
  if (fee.effectiveTo)
    return (
      <>
        ends on <DateText date={fee.effectiveTo} />
      </>
    );
  return null;
}
