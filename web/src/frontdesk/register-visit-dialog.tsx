import { Button, Group, Modal, NativeSelect, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Practice, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useChange, useRead } from '../api/index.ts';
import { DateField, ProblemNote, ReadState, toast, today, useFormProblem } from '../ui/index.ts';

interface Props {
  patientId: string;
  onClose: () => void;
}

/** Registers a visit; it then waits for its note. */
export function RegisterVisitDialog(props: Props) {
  const practice = useRead(routes.readPractice, {}, { freshFor: 300_000 });
  return (
    <Modal opened onClose={props.onClose} title="Register a visit" size="lg">
      <ReadState read={practice} lines={4}>
        {(whole) => <VisitForm {...props} practice={whole} />}
      </ReadState>
    </Modal>
  );
}

interface VisitValues {
  serviceDate: IsoDate | '';
  practitionerId: string;
  locationId: string;
  setting: 'outpatient' | 'inpatient';
}

function VisitForm({ patientId, practice, onClose }: Props & { practice: Practice }) {
  const form = useForm<VisitValues>({
    initialValues: {
      serviceDate: today(),
      practitionerId: practice.practitioners.length === 1 ? (practice.practitioners[0]?.id ?? '') : '',
      locationId: practice.locations[0]?.id ?? '',
      setting: 'outpatient',
    },
    validate: {
      serviceDate: (date) => (date === '' ? 'Enter the date of service.' : null),
      practitionerId: (id) => (id === '' ? 'Choose who saw the patient.' : null),
      locationId: (id) => (id === '' ? 'Choose where.' : null),
    },
  });
  const register = useChange(routes.registerEncounter, {
    invalidates: [routes.readPatient, routes.listEncounters],
    onDone: () => {
      toast({ message: 'The visit is registered and waits for its note.' });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, register.error);
  const submit = form.onSubmit((values) => register.mutate({ body: { patientId, ...values } }));
  const on = form.values.serviceDate === '' ? today() : form.values.serviceDate;
  const inUse = ({ effectiveTo }: { effectiveTo?: IsoDate | undefined }) =>
    effectiveTo === undefined || effectiveTo >= on;
  const practitioners = practice.practitioners.filter(inUse).map(({ id, name, specialty }) => ({
    value: id,
    label: specialty ? `${name} · ${specialty}` : name,
  }));
  return (
    <form onSubmit={submit} noValidate>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Date of service" required data-autofocus {...form.getInputProps('serviceDate')} />
        <NativeSelect
          label="Practitioner"
          required
          data={[{ value: '', label: 'Choose' }, ...practitioners]}
          {...form.getInputProps('practitionerId')}
        />
        <NativeSelect
          label="Location"
          required
          data={practice.locations.filter(inUse).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('locationId')}
        />
        <NativeSelect
          label="Setting"
          data={[
            { value: 'outpatient', label: 'Outpatient' },
            { value: 'inpatient', label: 'Inpatient' },
          ]}
          {...form.getInputProps('setting')}
        />
      </SimpleGrid>
      <ProblemNote problem={unplaced} />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={register.isPending}>
          Register
        </Button>
      </Group>
    </form>
  );
}
