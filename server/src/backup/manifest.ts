import { z } from 'zod';

/** The first part: what a restore has to know before the rows come. */
export const openingShape = z.strictObject({
  /** The migrations the rows were written under, with the checksums of their files. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  /** Where counters of the database stood. */
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().nullable() })),
  /** Each practice, with the end of its audit trail and the restores it had. */
  organizations: z.array(
    z.strictObject({
      id: z.string(),
      auditSequence: z.number().int().nullable(),
      auditHash: z.string().nullable(),
      epoch: z.number().int(),
    }),
  ),
  /** The version of PostgreSQL the rows came from. */
  postgres: z.string(),
  /** Files of code sets in use then; the files themselves are in the backup only when that was asked. */
  codeSets: z.array(z.strictObject({ file: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type Opening = z.output<typeof openingShape>;

const part = { bytes: z.number().int(), sha256: z.string() };

/** The last part: what went before it, to be counted and compared. */
export const closingShape = z.strictObject({
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number().int(), ...part })),
  files: z.array(z.strictObject({ name: z.string(), ...part })),
});
export type Closing = z.output<typeof closingShape>;

/** Names of the parts: `table:<name>:<columns in JSON>` and `file:<path>` stand between these two. */
export const openingName = 'opening';
export const closingName = 'closing';
export const tableName = (table: string, columns: readonly string[]) =>
  `table:${table}:${JSON.stringify(columns)}`;
export const fileName = (path: string) => `file:${path}`;

/** What a part is, by its name. */
export function partKind(
  name: string,
):
  | { kind: 'opening' }
  | { kind: 'closing' }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'file'; path: string }
  | { kind: 'unknown' } {
  if (name === openingName) return { kind: 'opening' };
  if (name === closingName) return { kind: 'closing' };
  if (name.startsWith('file:')) return { kind: 'file', path: name.slice('file:'.length) };
  const [, table = '', columns = ''] = /^table:([a-z_][a-z0-9_]*):(\[.*\])$/.exec(name) ?? [];
  if (table === '') return { kind: 'unknown' };
  return { kind: 'table', table, columns: z.array(z.string()).parse(JSON.parse(columns)) };
}
