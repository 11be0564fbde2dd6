import type { BodyOf, DocumentView, Observation, routes } from '@superbill/contract';
import { readMeasurements } from '@superbill/engines/coding';
import type { DocumentKind } from '@superbill/engines/model';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import { staffId, type Work } from '../work.ts';
import { lockEncounter, moveTo } from './queue.ts';

type DocumentInput = BodyOf<typeof routes.addDocument>;

/** Kinds whose arrival makes a visit ready to be coded. */
const codable: readonly DocumentKind[] = ['note', 'report', 'addendum'];

/**
 * Adds a document to a visit as its first version. A visit that waited for its note goes to the coders; a
 * result's measured values are read into observations.
 */
export async function addDocument(unit: Work, encounterId: string, input: DocumentInput): Promise<string> {
  const { db, organizationId } = unit;
  const encounter = await lockEncounter(unit, encounterId);
  if (input.amendsId !== undefined) await mustBelong(unit, encounterId, input.amendsId);

  const documentId = newId();
  await db
    .insertInto('document')
    .values({
      organization_id: organizationId,
      document_id: documentId,
      encounter_id: encounterId,
      kind: input.kind,
      title: input.title,
      amends_id: input.amendsId ?? null,
      created_at: unit.now,
    })
    .execute();
  await insertVersion(unit, { documentId, kind: input.kind, version: 1, text: input.text, reason: null });
  unit.audit('document.add', { kind: 'document', id: documentId, patientId: encounter.patient_id });
  if (encounter.queue === 'documentation' && codable.includes(input.kind))
    await moveTo(unit, encounterId, 'coding');
  return documentId;
}

/** Corrects a document by a new version, unless somebody added one since the caller looked. */
export async function addDocumentVersion(
  unit: Work,
  documentId: string,
  { text, reason, afterVersion }: BodyOf<typeof routes.addDocumentVersion>,
): Promise<number> {
  await lockDocument(unit, documentId);
  const current = await loadDocument(unit, documentId);
  if (current.version !== afterVersion) throw new AppError('row.changed', { documentId });
  const version = afterVersion + 1;
  await insertVersion(unit, { documentId, kind: current.kind, version, text, reason });
  unit.audit('document.correct', {
    kind: 'document',
    id: documentId,
    patientId: current.patientId,
    detail: { version },
  });
  return version;
}

/** Takes the document's row for this transaction: two corrections at once come one after the other. */
async function lockDocument({ db, organizationId }: Work, documentId: string): Promise<void> {
  await db
    .selectFrom('document')
    .select('document_id')
    .where('organization_id', '=', organizationId)
    .where('document_id', '=', documentId)
    .forUpdate()
    .execute();
}

async function insertVersion(
  unit: Work,
  {
    documentId,
    kind,
    version,
    text,
    reason,
  }: { documentId: string; kind: DocumentKind; version: number; text: string; reason: string | null },
): Promise<void> {
  const { db, organizationId } = unit;
  await db
    .insertInto('document_version')
    .values({
      organization_id: organizationId,
      document_id: documentId,
      version,
      text,
      reason,
      author_id: staffId(unit),
      signed_at: unit.hat === 'physician' ? unit.now : null,
      created_at: unit.now,
    })
    .execute();
  if (kind !== 'result') return;
  const rows = readMeasurements({ documentId, version, kind, text }).map((measured) => ({
    organization_id: organizationId,
    observation_id: newId(),
    document_id: documentId,
    document_version: version,
    name: measured.name,
    value: measured.value,
    unit: measured.unit ?? null,
    low: measured.low ?? null,
    high: measured.high ?? null,
    span_start: measured.span.start,
    span_end: measured.span.end,
  }));
  if (rows.length > 0) await db.insertInto('observation').values(rows).execute();
}

/** A document's text as its latest version has it, with the patient it is about. */
export async function loadDocument(unit: Work, documentId: string, version?: number) {
  const rows = await selectDocuments(unit)
    .where('d.document_id', '=', documentId)
    .where((is) => (version === undefined ? is('v.version', '=', latest) : is('v.version', '=', version)))
    .executeTakeFirst();
  if (!rows) throw new AppError('document.not-found', { documentId });
  return { ...toView(rows), encounterId: rows.encounter_id, patientId: rows.patient_id };
}

/** Every document of a visit in its latest version, oldest first. */
export async function loadDocuments(unit: Work, encounterId: string): Promise<DocumentView[]> {
  const rows = await selectDocuments(unit)
    .where('d.encounter_id', '=', encounterId)
    .where('v.version', '=', latest)
    .orderBy('d.created_at')
    .orderBy('d.document_id')
    .execute();
  return rows.map(toView);
}

/** The measured values of a visit's results, latest versions only. */
export async function loadObservations(
  { db, organizationId }: Work,
  encounterId: string,
): Promise<Observation[]> {
  const rows = await db
    .selectFrom('observation as o')
    .innerJoin('document as d', (join) =>
      join.onRef('d.organization_id', '=', 'o.organization_id').onRef('d.document_id', '=', 'o.document_id'),
    )
    .selectAll('o')
    .where('o.organization_id', '=', organizationId)
    .where('d.encounter_id', '=', encounterId)
    .where('o.document_version', '=', latest)
    .orderBy('d.created_at')
    .orderBy('o.document_id')
    .orderBy('o.span_start')
    .execute();
  return rows.map((row) => ({
    id: row.observation_id,
    documentId: row.document_id,
    documentVersion: row.document_version,
    name: row.name,
    value: Number(row.value),
    unit: row.unit,
    low: row.low === null ? null : Number(row.low),
    high: row.high === null ? null : Number(row.high),
    start: row.span_start,
    end: row.span_end,
  }));
}

const latest = sql<number>`(select max(n.version) from document_version n
  where (n.organization_id, n.document_id) = (d.organization_id, d.document_id))`;

function selectDocuments({ db, organizationId }: Work) {
  return db
    .selectFrom('document as d')
    .innerJoin('document_version as v', (join) =>
      join.onRef('v.organization_id', '=', 'd.organization_id').onRef('v.document_id', '=', 'd.document_id'),
    )
    .innerJoin('encounter as e', (join) =>
      join
        .onRef('e.organization_id', '=', 'd.organization_id')
        .onRef('e.encounter_id', '=', 'd.encounter_id'),
    )
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.organization_id', '=', 'v.organization_id').onRef('u.user_id', '=', 'v.author_id'),
    )
    .select(['d.document_id', 'd.encounter_id', 'd.kind', 'd.title', 'd.amends_id', 'e.patient_id'])
    .select(['v.version', 'v.text', 'v.signed_at', 'v.created_at', 'u.name as author'])
    .select(latest.as('versions'))
    .where('d.organization_id', '=', organizationId);
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['execute']>>[number];

function toView(row: DocumentRow): DocumentView {
  return {
    id: row.document_id,
    kind: row.kind as DocumentKind,
    title: row.title,
    amendsId: row.amends_id,
    version: row.version,
    versions: row.versions,
    text: row.text,
    author: row.author,
    signedAt: row.signed_at,
    createdAt: row.created_at,
  };
}

async function mustBelong(
  { db, organizationId }: Work,
  encounterId: string,
  documentId: string,
): Promise<void> {
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('organization_id', '=', organizationId)
    .where('encounter_id', '=', encounterId)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  if (!row) throw new AppError('document.not-found', { documentId }, 'amendsId');
}
