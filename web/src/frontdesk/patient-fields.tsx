import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { AddressFields, DateField, type FieldProps } from '../ui/index.ts';
import { sexChoices } from './sex-names.ts';

/** The fields of a patient. */
export function PatientFields({ field }: { field: FieldProps }) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="First name" data-autofocus autoFocus required {...field('firstName')} />
        <TextInput label="Middle name" {...field('middleName')} />
        <TextInput label="Last name" required {...field('lastName')} />
        <DateField label="Birth date" required {...field('birthDate')} />
        <NativeSelect label="Sex" data={sexChoices} {...field('sex')} />
        <NativeSelect
          label="Language of bills"
          data={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Spanish' },
          ]}
          {...field('language')}
        />
        <TextInput label="Telephone" type="tel" {...field('phone')} />
        <TextInput label="E-mail" type="email" {...field('email')} />
      </SimpleGrid>
      <AddressFields legend="Address" path="address" field={field} />
    </>
  );
}
