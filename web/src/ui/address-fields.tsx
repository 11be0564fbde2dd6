import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { FieldProps } from './field-props.ts';
import { stateCodes } from './states.ts';

interface Props {
  legend: string;
  /** Where the address stands in the form: `address`, `subscriber.address`. */
  path: string;
  field: FieldProps;
}

/** An address in the United States, as claims want it. */
export function AddressFields({ legend, path, field }: Props) {
  return (
    <Fieldset legend={legend} variant="unstyled" mt="xs" mx={0} p={0}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Street" {...field(`${path}.line1`)} />
        <TextInput label="Apartment, unit" {...field(`${path}.line2`)} />
        <TextInput label="City" {...field(`${path}.city`)} />
        <NativeSelect label="State" data={['', ...stateCodes]} {...field(`${path}.state`)} />
        <TextInput label="ZIP code" inputMode="numeric" {...field(`${path}.zip`)} />
      </SimpleGrid>
    </Fieldset>
  );
}
