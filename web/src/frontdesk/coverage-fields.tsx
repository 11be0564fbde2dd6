import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { AddressFields, DateField, type FieldProps, today } from '../ui/index.ts';
import { type CoverageValues, orderNames, relationshipNames } from './coverage-values.ts';
import { sexChoices } from './sex-names.ts';

const orders = Object.entries(orderNames).map(([value, label]) => ({ value, label: `${value} · ${label}` }));
const relationships = Object.entries(relationshipNames).map(([value, label]) => ({ value, label }));

/** The fields of one coverage; the subscriber's open when somebody else holds the policy. */
export function CoverageFields({ values, field }: { values: CoverageValues; field: FieldProps }) {
  const practice = useRead(routes.readPractice, {}, { freshFor: 300_000 });
  const from = values.effectiveFrom === '' ? today() : values.effectiveFrom;
  // A closed payer is offered only where the coverage names it already.
  const payers = (practice.data?.payers ?? [])
    .filter(({ id, effectiveTo }) => id === values.payerId || !effectiveTo || effectiveTo >= from)
    .map(({ id, name }) => ({ value: id, label: name }));
  const order = field('benefitOrder');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
        <NativeSelect
          label="Payer"
          required
          autoFocus
          data-autofocus
          data={[{ value: '', label: 'Choose' }, ...payers]}
          {...field('payerId')}
        />
        <TextInput label="Member id" required {...field('memberId')} />
        <TextInput label="Group number" {...field('groupNumber')} />
        <NativeSelect
          label="Order of benefits"
          data={orders}
          {...order}
          value={String(values.benefitOrder)}
          onChange={({ currentTarget }) => order.onChange(Number(currentTarget.value))}
        />
        <NativeSelect label="Subscriber" data={relationships} {...field('relationship')} />
        <DateField label="In force from" required {...field('effectiveFrom')} />
        <DateField label="Until" {...field('effectiveTo')} />
      </SimpleGrid>
      {values.relationship !== 'self' && (
        <Fieldset legend="Subscriber: who holds the policy" variant="unstyled" mt="xs" mx={0} p={0}>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" verticalSpacing="xs">
            <TextInput label="First name" required {...field('subscriber.firstName')} />
            <TextInput label="Last name" required {...field('subscriber.lastName')} />
            <DateField label="Birth date" required {...field('subscriber.birthDate')} />
            <NativeSelect label="Sex" data={sexChoices} {...field('subscriber.sex')} />
          </SimpleGrid>
          <AddressFields
            legend="Subscriber's address, when it differs"
            path="subscriber.address"
            field={field}
          />
        </Fieldset>
      )}
    </>
  );
}
