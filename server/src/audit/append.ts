import { createHash } from 'node:crypto';
import type { EveryRole } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import type { Transaction } from 'kysely';
import type { DB } from '../db/tables.ts';
import type { AuditEntry } from './entry.ts';

/** The fields of a row that its hash covers, in order. */
export interface AuditRow {
  organizationId: string;
  sequence: number;
  at: Instant;
  userId: string | null;
  hat: string | null;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  patientId: string | null;
  detail: string;
  /** Null in rows of before outcomes were written; their hash covers the fields above alone. */
  outcome: string | null;
  route: string | null;
  requestId: string | null;
}

/** The start of every chain. */
export const genesis: Buffer = Buffer.alloc(32);

/**
 * The hash of a row: SHA-256 over the previous hash and each field with its length before it, so that no
 * two different rows give the same bytes.
 */
export function hashRow(previous: Uint8Array, row: AuditRow): Buffer {
  const { outcome, route, requestId, ...first } = row;
  const covered = outcome === null ? Object.values(first) : Object.values(row);
  const fields = covered.map((value) => {
    if (value === null) return 'n';
    const text = String(value);
    return `${Buffer.byteLength(text)}:${text}`;
  });
  return createHash('sha256').update(previous).update(fields.join('')).digest();
}

/** Where acts happen, on whose behalf and at which request: the part of a unit of work that the trail keeps. */
interface Audited {
  db: Transaction<DB>;
  organizationId: string;
  now: Instant;
  userId: string | null;
  hat: EveryRole | 'system';
  proxyId?: string | undefined;
  system?: { request?: { id: string; route: string } | undefined };
}

/** Adds acts to the end of the organization's chain, in the transaction in which they happened. */
export async function appendAudit(
  work: Audited,
  acts: readonly { action: string; subject: AuditEntry }[],
): Promise<void> {
  if (acts.length === 0) return;
  const { db, organizationId, proxyId } = work;
  const request = work.system?.request;
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('organization_id', '=', organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();

  let sequence = head.sequence;
  let previous: Buffer = head.hash;
  const rows = acts.map(({ action, subject }) => {
    sequence += 1;
    const row: AuditRow = {
      organizationId,
      sequence,
      at: work.now,
      userId: work.userId,
      hat: work.hat,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id ?? null,
      patientId: subject.patientId ?? null,
      detail: canonicalJson({ ...subject.detail, ...(proxyId ? { proxy: proxyId } : {}) }),
      outcome: subject.outcome ?? 'done',
      route: request?.route ?? null,
      requestId: request?.id ?? null,
    };
    const hash = hashRow(previous, row);
    const stored = {
      organization_id: organizationId,
      sequence,
      at: row.at,
      user_id: row.userId,
      hat: row.hat,
      action,
      subject_kind: row.subjectKind,
      subject_id: row.subjectId,
      patient_id: row.patientId,
      detail: row.detail,
      outcome: row.outcome,
      route: row.route,
      request_id: row.requestId,
      previous_hash: previous,
      hash,
    };
    previous = hash;
    return stored;
  });
  await db.insertInto('audit_event').values(rows).execute();
  await db
    .updateTable('audit_head')
    .set({ sequence, hash: previous })
    .where('organization_id', '=', organizationId)
    .execute();
}

/** JSON with sorted keys: the database may store `detail` in another order than it came. */
export function canonicalJson(detail: Record<string, unknown>): string {
  const fields = Object.entries(detail);
  if (fields.length < 2) return JSON.stringify(detail);
  return JSON.stringify(Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1))));
}
