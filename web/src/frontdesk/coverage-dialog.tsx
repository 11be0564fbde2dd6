import { Button, Group, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Coverage, type Patient, routes } from '@superbill/contract';
import { isoDate } from '@superbill/engines/model';
import { useChange } from '../api/index.ts';
import { fieldsUnder, ProblemNote, toast, today, useFormProblem } from '../ui/index.ts';
import { missingInCoverage } from './check-values.ts';
import { CoverageFields } from './coverage-fields.tsx';
import { type CoverageValues, coverageInput, coverageValues, emptyCoverage } from './coverage-values.ts';

interface Props {
  patient: Patient;
  /** The coverage to correct; undefined to add one. */
  coverage: Coverage | undefined;
  onClose: () => void;
}

/** Adds or corrects a coverage. */
export function CoverageDialog({ patient, coverage, onClose }: Props) {
  const next = Math.min(3, patient.coverages.filter(({ effectiveTo }) => !effectiveTo).length + 1);
  const form = useForm<CoverageValues>({
    initialValues: coverage
      ? coverageValues(coverage)
      : emptyCoverage(next, isoDate(`${today().slice(0, 4)}-01-01`)),
    validate: missingInCoverage,
  });
  const options = {
    invalidates: [routes.readPatient],
    onDone: () => {
      toast({ message: coverage ? 'The coverage is corrected.' : 'The coverage is added.' });
      onClose();
    },
  };
  const add = useChange(routes.addCoverage, options);
  const change = useChange(routes.changeCoverage, options);
  const unplaced = useFormProblem(form, add.error ?? change.error, 'coverage');
  const { id: patientId } = patient;

  const submit = form.onSubmit((values) => {
    const body = coverageInput(values);
    if (!coverage) return add.mutate({ params: { patientId }, body });
    const params = { patientId, coverageId: coverage.id };
    change.mutate({ params, body: { coverage: body, rowVersion: coverage.rowVersion } });
  });
  return (
    <Modal opened onClose={onClose} title={coverage ? 'Correct the coverage' : 'Add a coverage'} size="xl">
      <form onSubmit={submit} noValidate>
        <CoverageFields values={form.values} field={fieldsUnder(form)} />
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {coverage ? 'Save' : 'Add'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
