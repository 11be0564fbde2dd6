import { ColumnTypeNode, generate, IdentifierNode, PostgresDialect } from 'kysely-codegen';
import type { Db } from './connect.ts';

/**
 * The TypeScript of `tables.ts`: every table of a migrated database, as its rows arrive through `connect`.
 * Dates, moments and money get the types that the model has for them; what ends in `_cents` is money.
 */
export async function describeTables(db: Db): Promise<string> {
  const dialect = new PostgresDialect();
  const name = (type: string) => new IdentifierNode(type);
  Object.assign(dialect.adapter.scalars, {
    int8: name('number'),
    date: name('IsoDate'),
    timestamptz: name('Instant'),
    cents: name('Cents'),
  });
  // `pg` would write a JavaScript array as a Postgres array, so JSON is always written as text.
  Object.assign(dialect.adapter.definitions, {
    Json: new ColumnTypeNode(name('JsonValue'), name('string'), name('string')),
  });
  return generate({
    db,
    dialect,
    includePattern: 'public.*',
    excludePattern: 'public.schema_migration',
    customImports: Object.fromEntries(
      ['Cents', 'Instant', 'IsoDate'].map((type) => [type, `@superbill/engines/model#${type}`]),
    ),
    typeOnlyImports: true,
    async postprocess({ metadata }) {
      for (const column of metadata.tables.flatMap(({ columns }) => columns)) {
        if (column.dataType === 'int8' && column.name.endsWith('_cents')) column.dataType = 'cents';
      }
      return metadata;
    },
  });
}
