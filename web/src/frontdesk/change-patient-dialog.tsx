import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Patient, routes } from '@superbill/contract';
import { useChange } from '../api/index.ts';
import { fieldsUnder, ProblemNote, toast, useFormProblem } from '../ui/index.ts';
import { missingInPatient } from './check-values.ts';
import { PatientFields } from './patient-fields.tsx';
import { type PatientValues, patientInput, patientValues } from './patient-values.ts';

/** Corrects what is registered about a patient. */
export function ChangePatientDialog({ patient, onClose }: { patient: Patient; onClose: () => void }) {
  const form = useForm<PatientValues>({ initialValues: patientValues(patient), validate: missingInPatient });
  const change = useChange(routes.changePatient, {
    invalidates: [routes.readPatient, routes.listPatients],
    onDone: () => {
      toast({ message: 'The details are corrected.' });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, change.error, 'patient');
  const submit = form.onSubmit((values) =>
    change.mutate({
      params: { patientId: patient.id },
      body: { patient: patientInput(values), rowVersion: patient.rowVersion },
    }),
  );
  return (
    <Modal opened onClose={onClose} title="Correct the details" size="xl">
      <form onSubmit={submit} noValidate>
        <PatientFields field={fieldsUnder(form)} />
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Save
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
