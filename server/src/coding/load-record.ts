import type { EncounterRecord, IsoDate } from '@superbill/engines/model';
import { loadDocuments } from '../encounters/documents.ts';
import type { Work } from '../work.ts';

/** A visit as the coding engine reads it: the latest version of each document. */
export async function loadRecord(
  unit: Work,
  encounterId: string,
  { serviceDate, setting }: { serviceDate: string; setting: string },
): Promise<EncounterRecord> {
  const documents = await loadDocuments(unit, encounterId);
  return {
    setting: setting === 'inpatient' ? 'inpatient' : 'outpatient',
    date: serviceDate as IsoDate,
    documents: documents.map(({ id, version, kind, title, text }) => ({
      documentId: id,
      version,
      kind,
      title,
      text,
    })),
  };
}
