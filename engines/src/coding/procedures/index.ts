import type { EncounterRecord, ProcedureSuggestion, SearchedCodes } from '../../model/index.ts';
import { codeDrugs } from './hcpcs/drugs.ts';

/** The code sets in force on the date of the record; a system that is not at hand is left out of the answer. */
export interface ProcedureBooks {
  hcpcs?: SearchedCodes;
}

/**
 * Proposes what was done, given or supplied in one encounter, each as a line of a claim would carry it. Only
 * what the record says was carried out is proposed; what is missing stands in `open`.
 */
export function codeProcedures(record: EncounterRecord, { hcpcs }: ProcedureBooks): ProcedureSuggestion[] {
  return hcpcs ? codeDrugs(record, hcpcs.codes) : [];
}
