import { Button, Group, Modal, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Account, routes } from '@superbill/contract';
import { type Cents, formatMoney, type IsoDate } from '@superbill/engines/model';
import { useChange } from '../../api/index.ts';
import { DateField, MoneyField, ProblemNote, toast, today, useFormProblem } from '../../ui/index.ts';

interface Values {
  amountCents: Cents | undefined;
  method: 'cash' | 'check' | 'card';
  reference: string;
  receivedOn: IsoDate | '';
}

/** Records money a patient gave; it is applied to the oldest service first. */
export function PaymentDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { patient, patientBalanceCents } = account;
  const form = useForm<Values>({
    initialValues: { amountCents: patientBalanceCents, method: 'card', reference: '', receivedOn: today() },
    validate: {
      amountCents: (amount) => {
        if (amount === undefined || amount <= 0) return 'Enter the amount.';
        return amount > patientBalanceCents
          ? `The patient owes ${formatMoney(patientBalanceCents)}; it cannot be more.`
          : null;
      },
      receivedOn: (day) => (day === '' ? 'Enter the day the money came.' : null),
    },
  });
  const record = useChange(routes.recordPayment, {
    invalidates: [routes.readAccount, routes.listStatements, routes.listEncounters, routes.readEncounter],
    onDone: (_, { body }) => {
      toast({ message: `${formatMoney(body.amountCents as Cents)} is recorded.` });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, record.error);
  const submit = form.onSubmit(({ amountCents, method, reference, receivedOn }) => {
    if (amountCents === undefined || receivedOn === '') return;
    const line = reference.trim();
    record.mutate({
      params: { patientId: patient.id },
      body: { amountCents, method, receivedOn, ...(line === '' ? {} : { reference: line }) },
    });
  });
  return (
    <Modal opened onClose={onClose} title="Record a payment">
      <form onSubmit={submit} noValidate>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <MoneyField
            label="Amount"
            required
            data-autofocus
            {...form.getInputProps('amountCents')}
            onFocus={({ currentTarget }) => currentTarget.select()}
            value={form.values.amountCents}
          />
          <TextInput
            label="Reference"
            description="Check number, receipt"
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...form.getInputProps('reference')}
          />
          <DateField label="Received on" required {...form.getInputProps('receivedOn')} />
        </SimpleGrid>
        <Radio.Group label="Paid" mt="xs" {...form.getInputProps('method')}>
          <Group gap="md" mt={4}>
            <Radio value="card" label="By card" />
            <Radio value="check" label="By check" />
            <Radio value="cash" label="In cash" />
          </Group>
        </Radio.Group>
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={record.isPending}>
            Record the payment
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
