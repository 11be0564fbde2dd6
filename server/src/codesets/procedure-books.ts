import type { ProcedureBooks } from '@superbill/engines/coding/procedures';
import type { IsoDate, Setting } from '@superbill/engines/model';
import type { EditionStore } from './edition-store.ts';

/** The code sets of procedures in force on a date; of ICD-10-PCS only for a stay, as no other claim carries it. */
export function procedureBooks(codeSets: EditionStore, setting: Setting, date: IsoDate): ProcedureBooks {
  const hcpcs = codeSets.editionFor('hcpcs', date);
  const icd10pcs =
    setting === 'inpatient' ? codeSets.editionFor('icd10pcs', date)?.procedures?.() : undefined;
  return { ...(hcpcs && { hcpcs }), ...(icd10pcs && { icd10pcs }) };
}
