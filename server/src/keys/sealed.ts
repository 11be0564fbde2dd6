import { createHash } from 'node:crypto';
import type { Work } from '../work.ts';
import { dataKeys, dataKeysFor } from './data-keys.ts';
import type { Keyring } from './keyring.ts';

/**
 * What is sealed in each table: these columns of a row together, as JSON; of files, their bytes as they are. Where a
 * column takes its hash, that is of what is sealed.
 */
export const sealedTables = {
  coverage: { key: ['coverage_id'], clear: ['member_id', 'group_number', 'subscriber'], bytes: false },
  patient: { key: ['patient_id'], clear: ['phone', 'email', 'address'], bytes: false },
  organization: { key: ['organization_id'], clear: ['tax_id'], bytes: false },
  interchange: { key: ['interchange_id'], clear: ['content'], bytes: true },
  inbound_file: { key: ['inbound_file_id'], clear: ['content'], bytes: true },
  claim_version: { key: ['claim_id', 'version'], clear: ['content'], bytes: false, hash: 'content_sha256' },
  idempotency_key: { key: ['user_id', 'key'], clear: ['request_hash', 'response'], bytes: false },
} as const;

/** What the keyring itself seals, beside the data keys, in `organization/table/column/row`: few and short values. */
export const underKeyring = [
  { table: 'totp_factor', id: 'factor_id', column: 'secret' },
  { table: 'letter', id: 'letter_id', column: 'content' },
  { table: 'identity_provider', id: 'organization_id', column: 'client_secret' },
] as const;

export type SealedTable = keyof typeof sealedTables;
type Clear<T extends SealedTable> = (typeof sealedTables)[T]['clear'][number];

/** The clear columns of a row, as they are written and read. */
export type ClearValues<T extends SealedTable> = { [C in Clear<T>]: unknown };

/** Seals what must not lie on a disk in clear; put it in the row's `sealed` column, and null in the clear ones. */
export async function sealRow<T extends SealedTable>(
  unit: Work,
  table: T,
  id: string,
  values: ClearValues<T>,
): Promise<Buffer> {
  return sealWith(await dataKeys(unit), unit.organizationId, table, id, values);
}

/** The clear columns of a row: opened, or as they stand where the row was not sealed yet. */
export async function openRow<T extends SealedTable>(
  unit: Work,
  table: T,
  id: string,
  row: ClearValues<T> & { sealed: Buffer | null },
): Promise<ClearValues<T>> {
  if (row.sealed === null) return row;
  return openWith(await dataKeysFor(unit, row.sealed), unit.organizationId, table, id, row.sealed);
}

export function sealWith<T extends SealedTable>(
  ring: Keyring,
  organizationId: string,
  table: T,
  id: string,
  values: ClearValues<T>,
): Buffer {
  return ring.seal(plainOf(table, values), placeOf(organizationId, table, id));
}

/** SHA-256 of what is sealed of a row. */
export function hashOf<T extends SealedTable>(table: T, values: ClearValues<T>): Buffer {
  return createHash('sha256').update(plainOf(table, values)).digest();
}

function plainOf<T extends SealedTable>(table: T, values: ClearValues<T>): Uint8Array | string {
  return sealedTables[table].bytes
    ? ((values as { content: unknown }).content as Uint8Array)
    : JSON.stringify(values);
}

export function openWith<T extends SealedTable>(
  ring: Keyring,
  organizationId: string,
  table: T,
  id: string,
  sealed: Uint8Array,
): ClearValues<T> {
  const plain = ring.open(sealed, placeOf(organizationId, table, id));
  const values = sealedTables[table].bytes ? { content: plain } : JSON.parse(plain.toString('utf8'));
  return values as ClearValues<T>;
}

/** The id of a row in its place: the columns of its key after the organization. */
export function rowId(table: SealedTable, row: Record<string, unknown>): string {
  return sealedTables[table].key.map((column) => String(row[column])).join('/');
}

/** A value moved to another row, column, table or practice does not open there. */
function placeOf(organizationId: string, table: SealedTable, id: string): string {
  return `${organizationId}/${table}/sealed/${id}`;
}
