import { Button, Group, Modal, NativeSelect, Radio, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Encounter, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useChange } from '../../api/index.ts';
import { DateField, ProblemNote, toast, useFormProblem } from '../../ui/index.ts';

interface Props {
  visit: Encounter;
  /** The procedure it is for; left out, the person chooses. */
  procedure: string | undefined;
  onDone: () => void;
  onClose: () => void;
}

interface Values {
  payerId: string;
  procedure: string;
  obtainedBy: 'telephone' | '278';
  number: string;
  contactName: string;
  callReference: string;
  effectiveFrom: IsoDate | '';
  effectiveTo: IsoDate | '';
  units: string;
  note: string;
}

/** Records the payer's guarantee of payment as it was given: on the telephone or by a 278 answer. */
export function AuthorizationDialog({ visit, procedure, onDone, onClose }: Props) {
  const payers = [...visit.coverages].sort((a, b) => a.benefitOrder - b.benefitOrder);
  const form = useForm<Values>({
    initialValues: {
      payerId: payers[0]?.payerId ?? '',
      procedure: procedure ?? '',
      obtainedBy: 'telephone',
      number: '',
      contactName: '',
      callReference: '',
      effectiveFrom: visit.serviceDate,
      effectiveTo: '',
      units: '',
      note: '',
    },
    validate: {
      procedure: (code) => (/^[A-Z0-9]{5}$/i.test(code.trim()) ? null : 'Choose the procedure it is for.'),
      number: (number) => (number.trim() === '' ? 'Enter the number the payer gave.' : null),
      contactName: (name, { obtainedBy }) =>
        obtainedBy === 'telephone' && name.trim() === '' ? 'Enter who gave it.' : null,
      effectiveFrom: (date) => (date === '' ? 'Enter from when it is valid.' : null),
      effectiveTo: (date, { effectiveFrom }) => {
        if (date === '') return 'Enter until when it is valid.';
        return effectiveFrom !== '' && date < effectiveFrom ? 'It ends before it begins.' : null;
      },
      units: (units) => (/^\d{0,4}$/.test(units.trim()) && units.trim() !== '0' ? null : 'A whole number.'),
    },
  });
  const record = useChange(routes.recordAuthorization, {
    invalidates: [routes.readEncounter],
    onDone: () => {
      toast({ message: 'The authorization is on file.' });
      onDone();
      onClose();
    },
  });
  const unplaced = useFormProblem(form, record.error);
  const submit = form.onSubmit((values) => {
    const { units, contactName, callReference, note, ...rest } = values;
    const telephone = values.obtainedBy === 'telephone';
    record.mutate({
      params: { encounterId: visit.id },
      body: {
        ...rest,
        procedure: rest.procedure.trim().toUpperCase(),
        ...(units.trim() === '' ? {} : { units: Number(units) }),
        ...(telephone && contactName.trim() !== '' ? { contactName } : {}),
        ...(callReference.trim() === '' ? {} : { callReference }),
        ...(note.trim() === '' ? {} : { note }),
      },
    });
  });
  const telephone = form.values.obtainedBy === 'telephone';
  const charged = [...new Map(visit.charges.map((charge) => [charge.procedure, charge.wording]))];
  return (
    <Modal opened onClose={onClose} title="Record an authorization" size="lg">
      <form onSubmit={submit} noValidate>
        <Radio.Group label="Given" {...form.getInputProps('obtainedBy')}>
          <Group gap="md" mt={4}>
            <Radio value="telephone" label="On the telephone" />
            <Radio value="278" label="By a 278 answer" />
          </Group>
        </Radio.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs" mt="xs">
          <NativeSelect
            label="Payer"
            required
            data={payers.map(({ payerId, payerName }) => ({ value: payerId, label: payerName }))}
            {...form.getInputProps('payerId')}
          />
          <NativeSelect
            label="Procedure"
            required
            data={[
              { value: '', label: 'Choose' },
              ...charged.map(([code, wording]) => ({ value: code, label: `${code} ${wording}` })),
            ]}
            {...form.getInputProps('procedure')}
          />
          <TextInput label="Authorization number" required data-autofocus {...form.getInputProps('number')} />
          {telephone && <TextInput label="Who gave it" required {...form.getInputProps('contactName')} />}
          <TextInput
            label={telephone ? 'Call reference' : 'Reference of the answer'}
            {...form.getInputProps('callReference')}
          />
          <DateField label="Valid from" required {...form.getInputProps('effectiveFrom')} />
          <DateField label="Valid to" required {...form.getInputProps('effectiveTo')} />
          <TextInput label="Units" inputMode="numeric" {...form.getInputProps('units')} />
        </SimpleGrid>
        <TextInput label="Note" mt="xs" {...form.getInputProps('note')} />
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={record.isPending}>
            Record
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
