import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type PractitionerView, routes } from '@superbill/contract';
import { isNpi } from '@superbill/engines/model';
import { useChange } from '../../api/index.ts';
import { fieldsUnder, filled, missing, toast, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from './form-dialog.tsx';
import { practitionerInput } from './view-input.ts';

const changed = [routes.listPractitioners, routes.readPractice];

/** Adds or corrects somebody who treats patients. */
export function PractitionerDialog({
  practitioner,
  onClose,
}: {
  /** Undefined to add one. */
  practitioner: PractitionerView | undefined;
  onClose: () => void;
}) {
  const form = useForm({
    initialValues: {
      firstName: practitioner?.firstName ?? '',
      lastName: practitioner?.lastName ?? '',
      credential: practitioner?.credential ?? '',
      npi: practitioner?.npi ?? '',
      taxonomy: practitioner?.taxonomy ?? '',
      specialty: practitioner?.specialty ?? '',
    },
    validate: (values) => ({
      ...missing(values.firstName, 'firstName', 'Enter the first name.'),
      ...missing(values.lastName, 'lastName', 'Enter the last name.'),
      ...(isNpi(values.npi) ? {} : { npi: 'Ten digits; one of these is missing or mistyped.' }),
    }),
  });
  const undo = useChange(routes.changePractitioner, { invalidates: changed });
  const add = useChange(routes.addPractitioner, {
    invalidates: changed,
    onDone: () => {
      toast({ message: 'The practitioner is added. To let them sign in, invite them under People.' });
      onClose();
    },
  });
  const change = useChange(routes.changePractitioner, {
    invalidates: changed,
    onDone: ({ id, rowVersion }) => {
      toast({
        message: 'The practitioner is corrected.',
        undo: () =>
          practitioner &&
          undo.mutate({
            params: { practitionerId: id },
            body: { practitioner: practitionerInput(practitioner), rowVersion },
          }),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, add.error ?? change.error, 'practitioner');
  const submit = form.onSubmit((values) => {
    const input = {
      firstName: values.firstName,
      lastName: values.lastName,
      npi: values.npi,
      ...filled('credential', values.credential),
      ...filled('taxonomy', values.taxonomy),
      ...filled('specialty', values.specialty),
      ...(practitioner?.effectiveTo ? { effectiveTo: practitioner.effectiveTo } : {}),
    };
    if (!practitioner) return add.mutate({ body: input });
    change.mutate({
      params: { practitionerId: practitioner.id },
      body: { practitioner: input, rowVersion: practitioner.rowVersion },
    });
  });
  const field = fieldsUnder(form);
  return (
    <FormDialog
      title={practitioner ? `Correct ${practitioner.lastName}` : 'Add a practitioner'}
      save={practitioner ? 'Save' : 'Add'}
      busy={add.isPending || change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="First name" required data-autofocus {...field('firstName')} />
        <TextInput label="Last name" required {...field('lastName')} />
        <TextInput label="NPI" required inputMode="numeric" maxLength={10} {...field('npi')} />
        <TextInput label="Credential" placeholder="MD" {...field('credential')} />
        <TextInput label="Specialty" placeholder="family medicine" {...field('specialty')} />
        <TextInput label="Taxonomy" placeholder="207Q00000X" {...field('taxonomy')} />
      </SimpleGrid>
    </FormDialog>
  );
}
