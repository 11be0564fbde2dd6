import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type OrganizationView, routes, timeZoneNames } from '@superbill/contract';
import { isNpi } from '@superbill/engines/model';
import { useChange } from '../../api/index.ts';
import {
  AddressFields,
  addressInput,
  addressValues,
  fieldsUnder,
  filled,
  missing,
  missingInAddress,
  toast,
  useFormProblem,
} from '../../ui/index.ts';
import { FormDialog } from './form-dialog.tsx';

type OrganizationInput = Omit<OrganizationView, 'id' | 'rowVersion'>;

/** Corrects what stands on claims and bills as the practice. */
export function OrganizationDialog({
  organization,
  onClose,
}: {
  organization: OrganizationView;
  onClose: () => void;
}) {
  const { id: _, rowVersion, ...before } = organization;
  const form = useForm({
    initialValues: {
      ...before,
      taxonomy: before.taxonomy ?? '',
      address: addressValues(before.address),
    },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter the name as it stands on claims.'),
      ...(isNpi(values.npi) ? {} : { npi: 'Ten digits; one of these is mistyped.' }),
      ...(/^\d{9}$/.test(values.taxId.replace('-', '')) ? {} : { taxId: 'Enter nine digits.' }),
      ...missing(values.phone, 'phone', 'Enter the telephone number.'),
      ...missing(values.submitterId, 'submitterId', 'Enter the id the clearinghouse gave you.'),
      ...missing(values.address.line1, 'address.line1', 'Enter the street.'),
      ...missingInAddress(values.address, 'address'),
    }),
  });
  const undo = useChange(routes.changeOrganization, { invalidates: [routes.readOrganization] });
  const change = useChange(routes.changeOrganization, {
    invalidates: [routes.readOrganization, routes.readPractice],
    onDone: ({ rowVersion: now }) => {
      toast({
        message: 'The practice is corrected. Claims that were ready are checked again before they leave.',
        undo: () => undo.mutate({ body: { organization: before, rowVersion: now } }),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, change.error, 'organization');
  const submit = form.onSubmit(({ taxonomy, taxId, address, ...rest }) => {
    const place = addressInput(address);
    if (!place) return;
    const input: OrganizationInput = {
      ...rest,
      taxId: taxId.replace('-', ''),
      address: place,
      ...filled('taxonomy', taxonomy),
    };
    change.mutate({ body: { organization: input, rowVersion } });
  });
  const field = fieldsUnder(form);
  return (
    <FormDialog
      title="Correct the practice"
      save="Save"
      size="xl"
      busy={change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name" required data-autofocus {...field('name')} />
        <TextInput
          label="NPI"
          required
          inputMode="numeric"
          description="Of the organization, ten digits"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('npi')}
        />
        <TextInput label="Tax id (EIN)" required inputMode="numeric" {...field('taxId')} />
        <TextInput label="Taxonomy" placeholder="261QM1300X" {...field('taxonomy')} />
        <TextInput label="Telephone" required type="tel" {...field('phone')} />
        <TextInput
          label="Submitter id"
          required
          description="From the clearinghouse"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('submitterId')}
        />
        <NativeSelect
          label="Time zone"
          description="Says which day it is here"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={Object.entries(timeZoneNames).map(([value, label]) => ({ value, label }))}
          {...field('timeZone')}
        />
      </SimpleGrid>
      <AddressFields legend="Street address, with nine digits of ZIP code" path="address" field={field} />
    </FormDialog>
  );
}
