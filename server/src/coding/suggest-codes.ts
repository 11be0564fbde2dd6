import type { ResponseOf, routes } from '@superbill/contract';
import { codeRecord } from '@superbill/engines/coding';
import type { IsoDate } from '@superbill/engines/model';
import { openEdition } from '../codesets/in-use.ts';
import { loadDocuments } from '../encounters/documents.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';
import { loadCodes, loadRejections } from './store.ts';

type Suggestions = ResponseOf<typeof routes.suggestCodes>;

/** What the record suggests, with the coder's decisions so far. Computed anew each time, from the latest versions. */
export async function suggestCodes(unit: Work, encounterId: string): Promise<Suggestions> {
  const { db, organizationId, system } = unit;
  const encounter = await db
    .selectFrom('encounter')
    .select(['service_date', 'setting', 'patient_id'])
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .executeTakeFirst();
  if (!encounter) throw new AppError('encounter.not-found', { encounterId });
  const { book, inUse } = openEdition(system, 'icd10cm', encounter.service_date);
  const documents = await loadDocuments(unit, encounterId);

  const started = performance.now();
  const { suggestions, queries, firings, notCoded } = codeRecord(book, {
    setting: encounter.setting === 'inpatient' ? 'inpatient' : 'outpatient',
    date: encounter.service_date as IsoDate,
    documents: documents.map(({ id, version, kind, title, text }) => ({
      documentId: id,
      version,
      kind,
      title,
      text,
    })),
  });
  const ms = Math.round((performance.now() - started) * 10) / 10;

  const accepted = new Set((await loadCodes(unit, encounterId)).map((code) => code.code));
  const rejected = new Set(await loadRejections(unit, encounterId));
  unit.audit('code.suggest', { kind: 'encounter', id: encounterId, patientId: encounter.patient_id });
  return {
    suggestions: suggestions.map(({ assertion: _, ...suggestion }) => ({
      ...suggestion,
      decision: accepted.has(suggestion.code)
        ? 'accepted'
        : rejected.has(suggestion.code)
          ? 'rejected'
          : 'open',
    })),
    queries,
    firings,
    notCoded,
    edition: inUse,
    ms,
  };
}
