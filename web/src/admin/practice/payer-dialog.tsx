import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type PayerView, routes } from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { AddressFields, fieldsUnder, toast, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from './form-dialog.tsx';
import { missingInPayer, payerOf, payerValues } from './payer-values.ts';
import { payerInput } from './view-input.ts';

const changed = [routes.listPayers, routes.readPractice];
const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

interface Props {
  /** Undefined to add one. */
  payer: PayerView | undefined;
  onClose: () => void;
}

/** Adds a payer or corrects its terms. */
export function PayerDialog({ payer, onClose }: Props) {
  const form = useForm({ initialValues: payerValues(payer), validate: missingInPayer });
  const undo = useChange(routes.changePayer, { invalidates: changed });
  const add = useChange(routes.addPayer, {
    invalidates: changed,
    onDone: () => {
      toast({ message: 'The payer is added. Coverages can name it.' });
      onClose();
    },
  });
  const change = useChange(routes.changePayer, {
    invalidates: changed,
    onDone: ({ id, rowVersion }) => {
      toast({
        message: 'The payer is corrected. Claims that were ready are checked again by its terms.',
        undo: () =>
          payer && undo.mutate({ params: { payerId: id }, body: { payer: payerInput(payer), rowVersion } }),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, add.error ?? change.error, 'payer');
  const submit = form.onSubmit((values) => {
    const input = payerOf(values, payer);
    if (!payer) return add.mutate({ body: input });
    change.mutate({ params: { payerId: payer.id }, body: { payer: input, rowVersion: payer.rowVersion } });
  });
  const field = fieldsUnder(form);
  return (
    <FormDialog
      title={payer ? `Correct ${payer.name}` : 'Add a payer'}
      save={payer ? 'Save' : 'Add'}
      size="xl"
      busy={add.isPending || change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name" required data-autofocus {...field('name')} />
        <TextInput
          label="Electronic id"
          required
          description="From the clearinghouse's list"
          inputWrapperOrder={below}
          {...field('electronicId')}
        />
        <TextInput
          label="Claim filing indicator"
          required
          maxLength={2}
          description="CI for a commercial insurer"
          inputWrapperOrder={below}
          {...field('claimFilingIndicator')}
        />
        <TextInput
          label="Days to file a claim"
          required
          inputMode="numeric"
          description="After the date of service"
          inputWrapperOrder={below}
          {...field('timelyFilingDays')}
        />
        <TextInput label="Telephone" type="tel" {...field('phone')} />
      </SimpleGrid>
      <Textarea
        label="Procedures that want an authorization first"
        description="Codes with spaces between, such as 70551 70552; a claim without the authorization is held"
        inputWrapperOrder={below}
        mt="xs"
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        {...field('authorizationRequired')}
      />
      <AddressFields legend="Address for paper claims" path="address" field={field} />
    </FormDialog>
  );
}
