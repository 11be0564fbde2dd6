import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type Account,
  type RefundMethod,
  reasonsFor,
  refundMethods,
  routes,
  type VoidReason,
  voidReasonNames,
  voidReasons,
  type WriteOffReason,
  writeOffReasonNames,
} from '@superbill/contract';
import { type Cents, formatMoney } from '@superbill/engines/model';
import type { FormEvent, ReactNode } from 'react';
import { type ApiProblem, useChange } from '../../api/index.ts';
import { MoneyField, ProblemNote, toast, useFormProblem } from '../../ui/index.ts';

const invalidates = [
  routes.readAccount,
  routes.listStatements,
  routes.listEncounters,
  routes.readEncounter,
  routes.readOwnControls,
];

/** Says what came of an act: booked, or waiting for somebody else. */
function tell({ state }: { state: 'posted' | 'waiting' }, done: string): void {
  toast({
    message: state === 'posted' ? done : 'It waits for the countersign. Nothing is booked before that.',
  });
}

type Charge = Account['charges'][number];

/** Gives up what is open on a charge. */
export function WriteOffDialog({ charge, onClose }: { charge: Charge; onClose: () => void }) {
  const owedBy = charge.patientOwesCents > 0 ? 'patient' : 'insurance';
  const open = owedBy === 'patient' ? charge.patientOwesCents : charge.deniedCents;
  const reasons = reasonsFor[owedBy];
  const form = useForm<{ amountCents: Cents | undefined; reason: WriteOffReason; note: string }>({
    initialValues: { amountCents: open, reason: reasons[0] ?? 'small-balance', note: '' },
    validate: {
      amountCents: (amount) =>
        amount === undefined || amount <= 0 || amount > open
          ? `Enter an amount up to ${formatMoney(open)}.`
          : null,
    },
  });
  const write = useChange(routes.writeOffCharge, {
    invalidates,
    onDone: (outcome) => {
      tell(outcome, 'It is written off.');
      onClose();
    },
  });
  const unplaced = useFormProblem(form, write.error);
  return (
    <ActDialog
      title={`Write off ${charge.procedure} ${charge.wording}`}
      confirm="Write off"
      busy={write.isPending}
      problem={unplaced}
      onClose={onClose}
      onSubmit={form.onSubmit(({ amountCents, reason, note }) => {
        if (amountCents === undefined) return;
        write.mutate({
          params: { chargeId: charge.id },
          body: { owedBy, amountCents, reason, ...noteOf(note) },
        });
      })}
    >
      <MoneyField
        label="Amount"
        data-autofocus
        {...form.getInputProps('amountCents')}
        value={form.values.amountCents}
      />
      <NativeSelect
        label="Reason"
        description="A courtesy is no reason: who cannot pay gets charity, and it says so."
        data={reasons.map((reason) => ({ value: reason, label: writeOffReasonNames[reason] }))}
        {...form.getInputProps('reason')}
      />
      <TextInput label="Note" maxLength={500} {...form.getInputProps('note')} />
    </ActDialog>
  );
}

const methodNames: Record<RefundMethod, string> = { check: 'By check', card: 'To the card', cash: 'In cash' };

/** Pays a credit back. */
export function RefundDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { patient, creditCents } = account;
  const form = useForm<{
    amountCents: Cents | undefined;
    method: RefundMethod;
    payeeName: string;
    note: string;
  }>({
    initialValues: { amountCents: creditCents, method: 'check', payeeName: '', note: '' },
    validate: {
      amountCents: (amount) =>
        amount === undefined || amount <= 0 || amount > creditCents
          ? `Enter an amount up to ${formatMoney(creditCents)}.`
          : null,
    },
  });
  const refund = useChange(routes.refundCredit, {
    invalidates,
    onDone: (outcome) => {
      tell(outcome, 'The refund is booked.');
      onClose();
    },
  });
  const unplaced = useFormProblem(form, refund.error);
  return (
    <ActDialog
      title="Refund the credit"
      confirm="Refund"
      busy={refund.isPending}
      problem={unplaced}
      onClose={onClose}
      onSubmit={form.onSubmit(({ amountCents, method, payeeName, note }) => {
        if (amountCents === undefined) return;
        const payee = payeeName.trim();
        refund.mutate({
          params: { patientId: patient.id },
          body: { amountCents, method, ...(payee === '' ? {} : { payeeName: payee }), ...noteOf(note) },
        });
      })}
    >
      <MoneyField
        label="Amount"
        data-autofocus
        {...form.getInputProps('amountCents')}
        value={form.values.amountCents}
      />
      <NativeSelect
        label="How"
        data={refundMethods.map((method) => ({ value: method, label: methodNames[method] }))}
        {...form.getInputProps('method')}
      />
      <TextInput
        label="To somebody else than the patient"
        description="Leave it empty to pay the patient."
        maxLength={120}
        {...form.getInputProps('payeeName')}
      />
      <TextInput label="Note" maxLength={500} {...form.getInputProps('note')} />
    </ActDialog>
  );
}

/** Takes a payment back that was recorded wrongly. */
export function VoidDialog({
  payment,
  onClose,
}: {
  payment: Account['payments'][number];
  onClose: () => void;
}) {
  const form = useForm<{ reason: VoidReason; note: string }>({
    initialValues: { reason: 'entered-twice', note: '' },
  });
  const take = useChange(routes.voidPayment, {
    invalidates,
    onDone: (outcome) => {
      tell(outcome, 'The payment is taken back.');
      onClose();
    },
  });
  return (
    <ActDialog
      title={`Void the payment of ${formatMoney(payment.amountCents)}`}
      confirm="Void the payment"
      busy={take.isPending}
      problem={take.error}
      onClose={onClose}
      onSubmit={form.onSubmit(({ reason, note }) =>
        take.mutate({ params: { paymentId: payment.id }, body: { reason, ...noteOf(note) } }),
      )}
    >
      <NativeSelect
        label="Why it is wrong"
        data-autofocus
        data={voidReasons.map((reason) => ({ value: reason, label: voidReasonNames[reason] }))}
        {...form.getInputProps('reason')}
      />
      <TextInput label="Note" maxLength={500} {...form.getInputProps('note')} />
    </ActDialog>
  );
}

function noteOf(note: string): { note?: string } {
  const words = note.trim();
  return words === '' ? {} : { note: words };
}

interface ActDialogProps {
  title: string;
  confirm: string;
  busy: boolean;
  problem: ApiProblem | null | undefined;
  onClose: () => void;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
}

function ActDialog({ title, confirm, busy, problem, onClose, onSubmit, children }: ActDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={onSubmit} noValidate>
        {children}
        <ProblemNote problem={problem} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
