import { type Coverage, type Patient, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ConfirmDialog, DateField, toast, today } from '../ui/index.ts';
import { changedCoverage } from './coverage-values.ts';

interface Props {
  patient: Patient;
  coverage: Coverage;
  onClose: () => void;
}

/** Ends a coverage: visits after its last day go to the next one. */
export function EndCoverageDialog({ patient, coverage, onClose }: Props) {
  const [last, setLast] = useState<IsoDate | ''>(coverage.effectiveTo ?? today());
  const end = useChange(routes.changeCoverage, {
    invalidates: [routes.readPatient],
    onDone: () => {
      toast({ message: `The coverage by ${coverage.payerName} is ended.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={`End the coverage by ${coverage.payerName}`}
      confirm="End the coverage"
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
      onConfirm={() =>
        last !== '' &&
        end.mutate({
          params: { patientId: patient.id, coverageId: coverage.id },
          body: {
            coverage: changedCoverage(coverage, { effectiveTo: last }),
            rowVersion: coverage.rowVersion,
          },
        })
      }
    >
      <p>Visits after the last day are billed to the next coverage, or to the patient.</p>
      <DateField label="Last day in force" value={last} onChange={setLast} required />
    </ConfirmDialog>
  );
}
