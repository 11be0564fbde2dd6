import type { EncounterRecord, ListedCodes, ProcedureSuggestion } from '../../../model/index.ts';
import { codeDrugs } from './drugs.ts';
import { codeSupplies } from './supplies.ts';

/**
 * Drugs, supplies and services of HCPCS level II. None for a stay: what an inpatient is given is part of the
 * hospital's payment (Medicare Claims Processing Manual, chapter 3, section 10.4). Lines of an edition that is not in
 * force on the date say so.
 */
export function codeHcpcs(record: EncounterRecord, codes: ListedCodes): ProcedureSuggestion[] {
  if (record.setting === 'inpatient') return [];
  const lines = [...codeDrugs(record, codes), ...codeSupplies(record, codes)];
  const { edition, effectiveFrom, effectiveTo } = codes.edition;
  const { date } = record;
  if (effectiveFrom <= date && (effectiveTo === undefined || date <= effectiveTo)) return lines;
  const note = `From HCPCS ${edition}, which is not in force on ${date}: look the code up in the edition of that date.`;
  return lines.map((line) => ({ ...line, notes: [...line.notes, note] }));
}
