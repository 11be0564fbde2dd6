import { Button } from '@mantine/core';
import { type Account, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { usePathPart } from '../../router/use-place.ts';
import {
  DateText,
  EmptyState,
  FailedState,
  KeyHint,
  LoadingState,
  Money,
  Page,
  PageLink,
  Panel,
  personName,
  useKeys,
  Why,
} from '../../ui/index.ts';
import style from './money.module.css';
import { PatientBills } from './patient-bills.tsx';
import { PaymentDialog } from './payment-dialog.tsx';
import { type AccountPosting, postingsOf } from './postings.ts';
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
        <Balance
          name={patientBalanceCents < 0 ? 'Credit of the patient' : 'The patient owes'}
          amount={patientBalanceCents}
        />
        <Balance name="Insurance owes" amount={insuranceBalanceCents} />
      </dl>
      <div className={style.columns}>
        <Panel title="Ledger">
          <Ledger postings={postingsOf(account.entries)} />
        </Panel>
        {mayBill && <PatientBills patient={patient} onRenew={bill.renewLink} />}
      </div>
      {paying && <PaymentDialog account={account} onClose={() => setPaying(false)} />}
      {bill.dialog}
    </Page>
  );
}

function Balance({ name, amount }: { name: string; amount: Account['patientBalanceCents'] }) {
  return (
    <div className={style.balance}>
      <dt>{name}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}

/** Postings, the newest first: what each moved, and what the patient owed after it. */
function Ledger({ postings }: { postings: readonly AccountPosting[] }) {
  if (postings.length === 0) {
    return <EmptyState title="Nothing is booked yet." hint="The first claim or bill books the charges." />;
  }
  return (
    <table className={style.ledger} aria-label="Ledger">
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Posting</th>
          <th scope="col" className={style.right}>
            Amount
          </th>
          <th scope="col" className={style.right}>
            Patient owes
          </th>
          <td />
        </tr>
      </thead>
      {[...postings].reverse().map(({ id, postedOn, memo, moves, patientBalance }) => (
        <tbody key={id}>
          <tr className={style.posting}>
            <td>
              <DateText date={postedOn} />
            </td>
            <th scope="rowgroup">{memo}</th>
            <td />
            <td className={style.right}>
              <Money amount={patientBalance} />
            </td>
            <td className={style.right}>
              <Why kind="posting" id={id} about={memo} />
            </td>
          </tr>
          {moves.map(({ account, title, amount }) => (
            <tr key={account} className={style.move}>
              <td />
              <td>{title}</td>
              <td className={style.right}>
                <Money amount={amount} />
              </td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
