import { Button } from '@mantine/core';
import { type PayerView, routes } from '@superbill/contract';
import { useState } from 'react';
import { type InputOf, useChange, useRead } from '../../api/index.ts';
import { type Column, EmptyState, KeyHint, Page, useKeys } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { LastingList } from './lasting-list.tsx';
import { PayerDialog } from './payer-dialog.tsx';
import { useLastDay } from './use-last-day.ts';
import { payerInput, reopened } from './view-input.ts';

/** The one being corrected, or a new one. */
type Open = PayerView | 'new';

/** Whom the practice bills, and on which terms. */
export default function PayersPage() {
  const read = useRead(routes.listPayers, {});
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen('new');
  const close = () => setOpen(undefined);
  useKeys([{ key: 'n', does: 'Add a payer', run: add }]);
  const lastDay = useLastDay<PayerView, InputOf<typeof routes.changePayer>>({
    change: useChange(routes.changePayer, { invalidates: [routes.listPayers, routes.readPractice] }),
    input: (payer, last, rowVersion) => ({
      params: { payerId: payer.id },
      body: { payer: { ...reopened(payerInput(payer)), ...last }, rowVersion },
    }),
    saysEnded: ({ name }) => `${name} takes no new coverage after its last day.`,
    saysBack: ({ name }) => `${name} is in use.`,
  });
  const columns: Column<PayerView>[] = [
    { id: 'name', heading: 'Name', width: '2fr', cell: (y) => y.name, sort: (y) => y.name },
    {
      id: 'id',
      heading: 'Electronic id',
      width: 110,
      wide: true,
      cell: (y) => y.electronicId,
      sort: (y) => y.electronicId,
    },
    { id: 'filing', heading: 'Filing', width: 60, wide: true, cell: (y) => y.claimFilingIndicator },
    {
      id: 'days',
      heading: 'Days to file',
      width: 96,
      align: 'right',
      wide: true,
      cell: (y) => y.timelyFilingDays,
      sort: (y) => y.timelyFilingDays,
    },
    {
      id: 'authorization',
      heading: 'Authorization for',
      width: '1fr',
      wide: true,
      cell: (y) =>
        y.authorizationRequired.length === 0 ? (
          <span style={{ color: 'var(--sb-quiet)' }}>nothing</span>
        ) : (
          <span title={y.authorizationRequired.join(' ')}>{y.authorizationRequired.join(' ')}</span>
        ),
    },
    {
      id: 'coverages',
      heading: 'Coverages',
      width: 86,
      align: 'right',
      wide: true,
      cell: (y) => y.coverages.toLocaleString('en-US'),
      sort: (y) => -y.coverages,
    },
  ];
  return (
    <Page
      title="Payers"
      toolbar={
        <Button onClick={add} rightSection={<KeyHint keys="n" />}>
          Add a payer
        </Button>
      }
    >
      <SectionLinks of="practice" />
      <LastingList
        label="Payers"
        read={read}
        rows={read.data?.payers}
        columns={columns}
        nameOf={({ name }) => name}
        lastDay={lastDay}
        words={{
          ended: 'Closed',
          end: 'Close',
          takeUp: 'Use again',
          title: ({ name }) => `Close ${name}`,
          afterwards: ({ coverages }) =>
            coverages === 0
              ? 'No coverage names it today. Claims that were sent go on as they are.'
              : `${coverages} coverages name it today and go on; no new one begins after the last day.`,
          confirm: 'Close',
        }}
        onOpen={setOpen}
        empty={
          <EmptyState title="No payer yet." hint="A coverage names the payer its claims go to.">
            <Button onClick={add}>Add a payer</Button>
          </EmptyState>
        }
      />
      {open && <PayerDialog payer={open === 'new' ? undefined : open} onClose={close} />}
    </Page>
  );
}
