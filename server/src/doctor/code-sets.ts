import type { DoctorFinding } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { EditionStore } from '../codesets/edition-store.ts';
import { fine, warning } from './finding.ts';

/** Whether the full set of diagnoses in force today is imported. */
export function checkCodeSets(store: EditionStore, today: IsoDate): DoctorFinding {
  const inForce = store
    .listEditions()
    .filter(
      ({ system, effectiveFrom, effectiveTo }) =>
        system === 'icd10cm' && effectiveFrom <= today && (!effectiveTo || today <= effectiveTo),
    );
  const full = inForce.find(({ starter }) => !starter);
  if (full) return fine('code-sets', `ICD-10-CM ${full.edition} is in force today.`);
  return warning(
    'code-sets',
    inForce.length > 0
      ? 'Only the starter set of diagnoses answers.'
      : 'No edition of ICD-10-CM is in force today.',
    'Import the official files: superbill codes import PATH-OR-URL.',
  );
}
