import type { InboundFileView, InterchangeView } from '@superbill/contract';
import { sql } from 'kysely';
import { AppError } from '../errors.ts';
import { sealedBytes } from '../keys/keyring.ts';
import { openRow } from '../keys/sealed.ts';
import type { Work } from '../work.ts';

/** Sent files, newest first; only those named when ids are given. */
export async function loadInterchanges(
  { db, organizationId }: Work,
  limit: number,
  ids?: readonly string[],
): Promise<InterchangeView[]> {
  let rows = db
    .selectFrom('interchange')
    .select(['interchange_id', 'control_number', 'file_name', 'state', 'claims', 'charge_cents'])
    .select(['prepared_at', 'sent_at', 'answered_at'])
    .where('organization_id', '=', organizationId);
  if (ids) rows = rows.where('interchange_id', 'in', [...ids]);
  const found = await rows
    .orderBy('prepared_at', 'desc')
    .orderBy('control_number', 'desc')
    .limit(limit)
    .execute();
  return found.map((row) => ({
    id: row.interchange_id,
    controlNumber: row.control_number,
    fileName: row.file_name,
    state: row.state as InterchangeView['state'],
    claims: row.claims,
    chargeCents: row.charge_cents,
    preparedAt: row.prepared_at,
    sentAt: row.sent_at,
    answeredAt: row.answered_at,
  }));
}

function selectInbound({ db, organizationId }: Work) {
  return db
    .selectFrom('inbound_file')
    .select(['inbound_file_id', 'file_name', 'kind', 'state', 'received_at', 'problem', 'row_version'])
    .select(sql<number>`coalesce(octet_length(content), octet_length(sealed) - ${sealedBytes})`.as('bytes'))
    .where('organization_id', '=', organizationId);
}

type InboundRow = Awaited<ReturnType<ReturnType<typeof selectInbound>['execute']>>[number];

function toInbound(row: InboundRow): InboundFileView {
  return {
    id: row.inbound_file_id,
    fileName: row.file_name,
    kind: row.kind as InboundFileView['kind'],
    state: row.state as InboundFileView['state'],
    bytes: row.bytes,
    receivedAt: row.received_at,
    problem: row.problem as unknown as InboundFileView['problem'],
    rowVersion: row.row_version,
  };
}

/** Received files: those that wait for a person first, then newest first. */
export async function loadInboundFiles(
  unit: Work,
  { state, limit }: { state?: InboundFileView['state'] | undefined; limit: number },
): Promise<{ files: InboundFileView[]; waiting: number }> {
  let rows = selectInbound(unit);
  if (state) rows = rows.where('state', '=', state);
  const found = await rows
    .orderBy((is) => is('state', '=', 'waiting'), 'desc')
    .orderBy('received_at', 'desc')
    .orderBy('inbound_file_id', 'desc')
    .limit(limit)
    .execute();
  const { waiting } = await unit.db
    .selectFrom('inbound_file')
    .select((is) => is.fn.countAll<number>().as('waiting'))
    .where('organization_id', '=', unit.organizationId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return { files: found.map(toInbound), waiting: Number(waiting) };
}

export async function loadInboundFile(unit: Work, inboundFileId: string): Promise<InboundFileView> {
  const row = await selectInbound(unit).where('inbound_file_id', '=', inboundFileId).executeTakeFirst();
  if (!row) throw new AppError('file.not-found', { inboundFileId });
  return toInbound(row);
}

/** The bytes of a file as text, sent or received. */
export async function loadContent(
  unit: Work,
  table: 'interchange' | 'inbound_file',
  id: string,
): Promise<{ fileName: string; content: string }> {
  const { db, organizationId } = unit;
  const row =
    table === 'interchange'
      ? await db
          .selectFrom('interchange')
          .select(['file_name', 'content', 'sealed'])
          .where('organization_id', '=', organizationId)
          .where('interchange_id', '=', id)
          .executeTakeFirst()
      : await db
          .selectFrom('inbound_file')
          .select(['file_name', 'content', 'sealed'])
          .where('organization_id', '=', organizationId)
          .where('inbound_file_id', '=', id)
          .executeTakeFirst();
  if (!row) throw new AppError('file.not-found', { id });
  const { content } = await openRow(unit, table, id, row);
  return { fileName: row.file_name, content: (content as Buffer).toString('utf8') };
}
