import type { EncounterRecord, ProcedureBook, ProcedureSuggestion } from '../../model/index.ts';

/** The code sets in force on the date of the record; a system that is not at hand is left out of the answer. */
export interface ProcedureBooks {
  hcpcs?: ProcedureBook;
}

/**
 * Proposes what was done, given or supplied in one encounter, each as a line of a claim would carry it. Only
 * what the record says was carried out is proposed; what is missing stands in `open`.
 */
export function codeProcedures(_record: EncounterRecord, _books: ProcedureBooks): ProcedureSuggestion[] {
  return [];
}
