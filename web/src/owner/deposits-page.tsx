import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type DepositDay, routes } from '@superbill/contract';
import { type Cents, cents, formatMoney } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange, useRead } from '../api/index.ts';
import {
  type Column,
  DateField,
  DateText,
  EmptyState,
  FailedState,
  Grid,
  Money,
  MoneyField,
  Page,
  ProblemNote,
  toast,
  today,
} from '../ui/index.ts';
import style from './owner.module.css';

/** Cash and checks of each day as recorded, beside what the bank says: money that went another way shows here. */
export default function DepositsPage() {
  const read = useRead(routes.listDeposits, { query: {} });
  const [entering, setEntering] = useState<{ day: DepositDay['day'] | ''; expected: Cents | undefined }>();
  const enter = (row?: DepositDay) =>
    setEntering(
      row
        ? { day: row.day, expected: cents(row.cashCents + row.checkCents) }
        : { day: today(), expected: undefined },
    );
  return (
    <Page
      title="Deposits"
      detail="Compare each day with the bank, from the bank's own list"
      toolbar={<Button onClick={() => enter()}>Enter a day</Button>}
    >
      {read.error && !read.data ? (
        <FailedState problem={read.error} retry={read.refetch} />
      ) : (
        <Grid
          label="Deposits"
          inline
          rows={read.data?.days}
          rowId={({ day }) => day}
          onOpen={enter}
          empty={
            <EmptyState
              title="No cash or check was recorded in four weeks."
              hint="Days appear here as soon as a payment is recorded."
            />
          }
          columns={columns}
        />
      )}
      {entering && <DepositDialog {...entering} onClose={() => setEntering(undefined)} />}
    </Page>
  );
}

const columns: readonly Column<DepositDay>[] = [
  { id: 'day', heading: 'Day', width: '1fr', cell: ({ day }) => <DateText date={day} /> },
  {
    id: 'cash',
    heading: 'Cash',
    width: 110,
    align: 'right',
    wide: 'below',
    cell: ({ cashCents }) => <Money amount={cashCents} />,
  },
  {
    id: 'check',
    heading: 'Checks',
    width: 110,
    align: 'right',
    wide: 'below',
    cell: ({ checkCents }) => <Money amount={checkCents} />,
  },
  {
    id: 'voided',
    heading: 'Voided',
    width: 110,
    align: 'right',
    wide: 'below',
    cell: ({ voidedCents }) => <Money amount={voidedCents} />,
  },
  {
    id: 'bank',
    heading: 'Bank',
    width: 110,
    align: 'right',
    cell: ({ bankCents }) => (bankCents === null ? 'not entered' : <Money amount={bankCents} />),
  },
  {
    id: 'difference',
    heading: 'Difference',
    width: 110,
    align: 'right',
    cell: ({ differenceCents }) =>
      differenceCents !== null && (
        <span className={differenceCents < 0 ? style.short : undefined}>
          <Money amount={differenceCents} />
        </span>
      ),
  },
];

interface DialogProps {
  day: DepositDay['day'] | '';
  expected: Cents | undefined;
  onClose: () => void;
}

function DepositDialog({ day: first, expected, onClose }: DialogProps) {
  const [day, setDay] = useState(first);
  const [bank, setBank] = useState<Cents>();
  const [note, setNote] = useState('');
  const enter = useChange(routes.enterDeposit, {
    invalidates: [routes.listDeposits],
    onDone: () => {
      toast({ message: 'The deposit is entered.' });
      onClose();
    },
  });
  const ready = day !== '' && bank !== undefined && bank >= 0;
  return (
    <Modal opened onClose={onClose} title="Deposit of a day">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const words = note.trim();
          enter.mutate({ body: { day, bankCents: bank, ...(words === '' ? {} : { note: words }) } });
        }}
      >
        <Stack gap="sm">
          <DateField label="Day" value={day} onChange={setDay} />
          <MoneyField label="Total that the bank shows" data-autofocus value={bank} onChange={setBank} />
          <TextInput
            label="Note"
            maxLength={500}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
          />
        </Stack>
        {expected !== undefined && (
          <p className={style.hint}>Recorded for this day: {formatMoney(expected)}.</p>
        )}
        <ProblemNote problem={enter.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!ready} loading={enter.isPending}>
            Enter
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
