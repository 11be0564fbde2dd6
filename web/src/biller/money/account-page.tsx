import { Button } from '@mantine/core';
import { type Account, routes } from '@superbill/contract';
import { type Cents, cents } from '@superbill/engines/model';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { usePathPart } from '../../router/use-place.ts';
import {
  DateText,
  FailedState,
  KeyHint,
  LoadingState,
  Money,
  Page,
  PageLink,
  Panel,
  personName,
  useKeys,
} from '../../ui/index.ts';
import { AccountActs } from './account-acts.tsx';
import { LedgerTable } from './ledger-table.tsx';
import style from './money.module.css';
import { PatientBills } from './patient-bills.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { postingsOf } from './postings.ts';
import { useBill } from './use-bill.tsx';

/** A patient's money: what is owed by whom, every posting, and the bills. */
export default function AccountPage() {
  const patientId = usePathPart('patientId');
  const read = useRead(routes.readAccount, { params: { patientId } });
  if (read.data) return <PatientAccount account={read.data} />;
  return (
    <Page title="Account">
      {read.error ? <FailedState problem={read.error} retry={read.refetch} /> : <LoadingState lines={12} />}
    </Page>
  );
}

function PatientAccount({ account }: { account: Account }) {
  const { patient, patientBalanceCents, insuranceBalanceCents } = account;
  const { may } = useSession();
  const [paying, setPaying] = useState(false);
  const bill = useBill();
  const mayPay = may('payment.write') && patientBalanceCents > 0;
  const mayBill = may('statement.write');
  const pay = () => setPaying(true);
  const make = () => bill.makeBill(patient);
  useKeys([
    { key: 'p', does: 'Record a payment', disabled: !mayPay, run: pay },
    { key: 'b', does: 'Make a bill', disabled: !mayBill || bill.busy, run: make },
  ]);
  return (
    <Page
      title={personName(patient)}
      detail={
        <>
          {patient.recordNumber} · born <DateText date={patient.birthDate} /> ·{' '}
          <PageLink to={places.patient(patient.id)}>Registration</PageLink>
        </>
      }
      toolbar={
        <>
          {may('payment.write') && (
            <Button variant="default" disabled={!mayPay} onClick={pay} rightSection={<KeyHint keys="p" />}>
              Record a payment
            </Button>
          )}
          {mayBill && (
            <Button onClick={make} loading={bill.busy} rightSection={<KeyHint keys="b" />}>
              Make a bill
            </Button>
          )}
        </>
      }
    >
      <dl className={style.balances}>
        <Balance name="The patient owes" credit="Credit of the patient" amount={patientBalanceCents} />
        <Balance name="Insurance owes" credit="Paid too much by insurance" amount={insuranceBalanceCents} />
      </dl>
      <AccountActs account={account} />
      <div className={style.columns}>
        <Panel title="Ledger">
          <LedgerTable postings={postingsOf(account)} />
        </Panel>
        {mayBill && <PatientBills patient={patient} onRenew={bill.renewLink} />}
      </div>
      {paying && <PaymentDialog account={account} onClose={() => setPaying(false)} />}
      {bill.dialog}
    </Page>
  );
}

function Balance({ name, credit, amount }: { name: string; credit: string; amount: Cents }) {
  return (
    <div className={style.balance}>
      <dt>{amount < 0 ? credit : name}</dt>
      <dd>
        <Money amount={amount < 0 ? cents(-amount) : amount} />
      </dd>
    </div>
  );
}
