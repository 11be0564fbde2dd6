import type {
  EncounterRecord,
  ProcedureBook,
  ProcedureSuggestion,
  SearchedCodes,
} from '../../model/index.ts';
import { codeHcpcs } from './hcpcs/code-hcpcs.ts';
import { codeOperations } from './pcs/operations.ts';

/** The code sets in force on the date of the record; a system that is not at hand is left out of the answer. */
export interface ProcedureBooks {
  hcpcs?: SearchedCodes;
  /** Asked for inpatient stays only: other claims carry no ICD-10-PCS. */
  icd10pcs?: ProcedureBook;
}

/**
 * Proposes what was done, given or supplied in one encounter, each as a line of a claim would carry it. Only
 * what the record says was carried out is proposed; what is missing stands in `open`.
 */
export function codeProcedures(
  record: EncounterRecord,
  { hcpcs, icd10pcs }: ProcedureBooks,
): ProcedureSuggestion[] {
  return [
    ...(icd10pcs && record.setting === 'inpatient' ? codeOperations(record, icd10pcs) : []),
    ...(hcpcs ? codeHcpcs(record, hcpcs.codes) : []),
  ];
}
