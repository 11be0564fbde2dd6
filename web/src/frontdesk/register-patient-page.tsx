import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes } from '@superbill/contract';
import { isoDate } from '@superbill/engines/model';
import { useChange } from '../api/index.ts';
import { places } from '../router/places.ts';
import { useGo } from '../router/use-place.ts';
import {
  fieldsUnder,
  KeyHint,
  Page,
  Panel,
  ProblemNote,
  toast,
  today,
  useFormProblem,
  useKeys,
} from '../ui/index.ts';
import { AlikeWarning } from './alike-warning.tsx';
import { missingInCoverage, missingInPatient } from './check-values.ts';
import { CoverageFields } from './coverage-fields.tsx';
import { coverageInput, emptyCoverage, orderNames } from './coverage-values.ts';
import { PatientFields } from './patient-fields.tsx';
import { emptyPatient, patientInput } from './patient-values.ts';
import { prefixed, type Registration } from './registration.ts';

const mostCoverages = 3;

/** Registers a patient, with the coverages in the order in which they pay. */
export default function RegisterPatientPage() {
  const go = useGo();
  const form = useForm<Registration>({
    initialValues: { patient: emptyPatient, coverages: [] },
    validate: ({ patient, coverages }) => ({
      ...prefixed('patient', missingInPatient(patient)),
      ...Object.assign({}, ...coverages.map((c, i) => prefixed(`coverages.${i}`, missingInCoverage(c)))),
    }),
  });
  const register = useChange(routes.registerPatient, {
    invalidates: [routes.listPatients],
    onDone: ({ id }) => {
      toast({ message: 'Registered.' });
      go(places.patient(id));
    },
  });
  const unplaced = useFormProblem(form, register.error);
  const alike = register.error?.code === 'patient.alike';

  function send(evenIfAlike: boolean) {
    const { patient, coverages } = form.getValues();
    register.mutate({
      body: { patient: patientInput(patient), coverages: coverages.map(coverageInput), evenIfAlike },
    });
  }
  const submit = form.onSubmit(() => send(false));
  const { coverages, patient } = form.values;
  const add = () =>
    form.insertListItem(
      'coverages',
      emptyCoverage(coverages.length + 1, isoDate(`${today().slice(0, 4)}-01-01`)),
    );
  useKeys([{ key: 'mod+Enter', does: 'Register', run: () => submit() }]);

  return (
    <Page title="Register a patient">
      <form onSubmit={submit} noValidate>
        <Panel title="Patient">
          <PatientFields field={fieldsUnder(form, 'patient')} />
        </Panel>
        {coverages.map((coverage, i) => (
          <Panel
            // biome-ignore lint/suspicious/noArrayIndexKey: an unsaved coverage has no identity but its place
            key={i}
            title={`${orderNames[coverage.benefitOrder] ?? 'Further'} coverage`}
            tools={
              <Button size="compact-xs" variant="subtle" onClick={() => form.removeListItem('coverages', i)}>
                Take off
              </Button>
            }
          >
            <CoverageFields values={coverage} field={fieldsUnder(form, `coverages.${i}`)} />
          </Panel>
        ))}
        {alike ? (
          <AlikeWarning
            patient={patient}
            message={register.error?.message ?? ''}
            busy={register.isPending}
            onAnyway={() => send(true)}
          />
        ) : (
          <ProblemNote problem={unplaced} />
        )}
        <Group gap="xs" mt="sm">
          <Button
            type="submit"
            loading={register.isPending && !alike}
            rightSection={<KeyHint keys="mod+Enter" />}
          >
            Register
          </Button>
          <Button variant="default" onClick={add} disabled={coverages.length >= mostCoverages}>
            Add a coverage
          </Button>
          <Button variant="subtle" onClick={() => go('/front-desk')}>
            Cancel
          </Button>
        </Group>
      </form>
    </Page>
  );
}
