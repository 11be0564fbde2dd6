import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type LocationView, routes } from '@superbill/contract';
import { isNpi } from '@superbill/engines/model';
import { useChange } from '../../api/index.ts';
import {
  AddressFields,
  type AddressInput,
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
import { locationInput } from './view-input.ts';

interface Props {
  /** The location to correct; undefined to add one. */
  location: LocationView | undefined;
  /** Where the practice is: a new location often stands at the same address. */
  address: AddressInput;
  onClose: () => void;
}

const changed = [routes.listLocations, routes.readPractice];

/** Adds or corrects a place where patients are seen. */
export function LocationDialog({ location, address, onClose }: Props) {
  const form = useForm({
    initialValues: {
      name: location?.name ?? '',
      placeOfService: location?.placeOfService ?? '11',
      npi: location?.npi ?? '',
      address: addressValues(location?.address ?? address),
    },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter what people call it.'),
      ...(/^\d{2}$/.test(values.placeOfService) ? {} : { placeOfService: 'Two digits, such as 11.' }),
      ...(values.npi === '' || isNpi(values.npi) ? {} : { npi: 'Ten digits; one of these is mistyped.' }),
      ...missing(values.address.line1, 'address.line1', 'Enter the street.'),
      ...missingInAddress(values.address, 'address'),
    }),
  });
  const undo = useChange(routes.changeLocation, { invalidates: changed });
  const add = useChange(routes.addLocation, {
    invalidates: changed,
    onDone: () => {
      toast({ message: 'The location is added. Visits can be registered there.' });
      onClose();
    },
  });
  const change = useChange(routes.changeLocation, {
    invalidates: changed,
    onDone: ({ id, rowVersion }) => {
      toast({
        message: 'The location is corrected.',
        undo: () =>
          location &&
          undo.mutate({
            params: { locationId: id },
            body: { location: locationInput(location), rowVersion },
          }),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, add.error ?? change.error, 'location');
  const submit = form.onSubmit((values) => {
    const place = addressInput(values.address);
    if (!place) return;
    const input = {
      name: values.name,
      placeOfService: values.placeOfService,
      ...filled('npi', values.npi),
      address: place,
      ...(location?.effectiveTo ? { effectiveTo: location.effectiveTo } : {}),
    };
    if (!location) return add.mutate({ body: input });
    change.mutate({
      params: { locationId: location.id },
      body: { location: input, rowVersion: location.rowVersion },
    });
  });
  const field = fieldsUnder(form);
  return (
    <FormDialog
      title={location ? `Correct ${location.name}` : 'Add a location'}
      save={location ? 'Save' : 'Add'}
      size="xl"
      busy={add.isPending || change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name" required data-autofocus {...field('name')} />
        <TextInput
          label="Place of service"
          required
          inputMode="numeric"
          maxLength={2}
          description={
            location && location.visits > 0
              ? 'Visits so far keep the code they have'
              : "Of CMS's list: 11 is an office"
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('placeOfService')}
        />
        <TextInput
          label="NPI of the location"
          inputMode="numeric"
          description="Only if it has its own"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('npi')}
        />
      </SimpleGrid>
      <AddressFields legend="Address" path="address" field={field} />
    </FormDialog>
  );
}
