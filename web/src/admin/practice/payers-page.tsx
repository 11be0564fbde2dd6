import { Button } from '@mantine/core';
import { type PayerView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead } from '../../api/index.ts';
import {
  type Column,
  EmptyState,
  FailedState,
  Grid,
  KeyHint,
  Page,
  toast,
  toastProblem,
  useKeys,
} from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { LastDayDialog } from './last-day-dialog.tsx';
import { PayerDialog } from './payer-dialog.tsx';
import { RowAction } from './row-action.tsx';
import { Standing } from './standing.tsx';
import { payerInput, reopened } from './view-input.ts';

type Open = { does: 'add' } | { does: 'correct' | 'close'; payer: PayerView };

/** Whom the practice bills, and on which terms. */
export default function PayersPage() {
  const read = useRead(routes.listPayers, {});
  const [open, setOpen] = useState<Open>();
  const add = () => setOpen({ does: 'add' });
  const close = () => setOpen(undefined);
  useKeys([{ key: 'n', does: 'Add a payer', run: add }]);
  const end = useChange(routes.changePayer, { invalidates: [routes.listPayers, routes.readPractice] });
  const reopen = (payer: PayerView, rowVersion = payer.rowVersion) =>
    end.mutate(
      { params: { payerId: payer.id }, body: { payer: reopened(payerInput(payer)), rowVersion } },
      { onError: toastProblem, onSuccess: () => toast({ message: `${payer.name} is in use.` }) },
    );
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
    { id: 'standing', heading: 'Standing', width: 150, cell: (y) => <Standing {...y} ended="Closed" /> },
    {
      id: 'do',
      heading: '',
      width: 84,
      cell: (y) => (
        <RowAction
          name={y.name}
          {...(y.effectiveTo
            ? { does: 'Use again', run: () => reopen(y) }
            : { does: 'Close', run: () => setOpen({ does: 'close', payer: y }) })}
        />
      ),
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
      {read.error ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Payers"
          inline
          rows={read.data?.payers}
          columns={columns}
          rowId={({ id }) => id}
          onOpen={(payer) => setOpen({ does: 'correct', payer })}
          empty={
            <EmptyState title="No payer yet." hint="A coverage names the payer its claims go to.">
              <Button onClick={add}>Add a payer</Button>
            </EmptyState>
          }
        />
      )}
      {(open?.does === 'add' || open?.does === 'correct') && (
        <PayerDialog payer={open.does === 'correct' ? open.payer : undefined} onClose={close} />
      )}
      {open?.does === 'close' && (
        <LastDayDialog
          title={`Close ${open.payer.name}`}
          confirm="Close"
          busy={end.isPending}
          problem={end.error}
          onClose={() => {
            end.reset();
            close();
          }}
          onConfirm={(effectiveTo) =>
            end.mutate(
              {
                params: { payerId: open.payer.id },
                body: {
                  payer: { ...payerInput(open.payer), effectiveTo },
                  rowVersion: open.payer.rowVersion,
                },
              },
              {
                onSuccess: ({ rowVersion }) => {
                  toast({
                    message: `${open.payer.name} takes no new coverage after its last day.`,
                    undo: () => reopen(open.payer, rowVersion),
                  });
                  close();
                },
              },
            )
          }
        >
          {open.payer.coverages === 0
            ? 'No coverage names it today. Claims that were sent go on as they are.'
            : `${open.payer.coverages} coverages name it today and go on; no new one begins after the last day.`}
        </LastDayDialog>
      )}
    </Page>
  );
}
