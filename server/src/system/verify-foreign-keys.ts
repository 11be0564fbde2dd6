import { readFileSync } from 'node:fs';
import type { Check } from '@superbill/contract';
import { sql } from 'kysely';
import { outcome, type Scope } from './check.ts';

interface ForeignKey {
  table: string;
  /** As PostgreSQL writes it: `FOREIGN KEY (organization_id, payer_id) REFERENCES payer(organization_id, payer_id)`. */
  definition: string;
}

/** A foreign key of the database, and whether it binds. */
interface FoundKey extends ForeignKey {
  /** Both tables are of one practice each, but the key does not carry the practice. */
  loose: boolean;
  disabled: boolean;
}

/**
 * No row belongs to another practice than what it points at. The practice is part of every foreign key, so PostgreSQL
 * makes it impossible by construction: proved is that each key of `schema.sql` is there, carries the practice and
 * binds. Where one does not, its rows are looked at.
 */
export async function verifyForeignKeys({ db }: Scope): Promise<Check> {
  const { rows } = await sql<FoundKey>`
    select c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid, true) as definition,
      exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'organization_id')
        and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'organization_id')
        and not exists (
          select from unnest(c.conkey, c.confkey) as pair (own, other)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = pair.own and a.attname = 'organization_id'
          join pg_attribute b on b.attrelid = c.confrelid and b.attnum = pair.other and b.attname = 'organization_id'
        ) as loose,
      exists (select from pg_trigger t where t.tgconstraint = c.oid and t.tgenabled <> 'O') as disabled
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`.execute(db);
  const bound = new Set(rows.filter(({ disabled }) => !disabled).map(wordsOf));
  const faults = rows.filter(({ loose }) => loose).map((key) => `${wordsOf(key)} leaves the practice out`);
  for (const key of foreignKeys()) {
    if (bound.has(wordsOf(key))) continue;
    const strays = await countStrays({ db }, key);
    faults.push(`${wordsOf(key)} does not bind, ${strays} rows point out of the practice`);
  }
  return outcome('ties-within-the-practice', {
    looked: `${rows.length} foreign keys, each carries the practice and binds`,
    faults,
    next: 'The schema was changed outside of Superbill: find out who did it, and compare with a backup.',
  });
}

const wordsOf = ({ table, definition }: ForeignKey) => `${table}: ${definition}`;

/** The foreign keys there have to be. */
function foreignKeys(): ForeignKey[] {
  const schema = readFileSync(new URL('../db/schema.sql', import.meta.url), 'utf8');
  return schema.split('\ncreate table ').flatMap((part, at) => {
    // Before the first table there is none; a table ends where its statement does.
    const [head = '', ...lines] = at === 0 ? [] : (part.split('\n);')[0] ?? '').split('\n');
    const [table = ''] = head.split(' ');
    return lines
      .map((line) => line.trim().replace(/,$/, ''))
      .filter((line) => line.startsWith('FOREIGN KEY '))
      .map((definition) => ({ table, definition }));
  });
}

/** Rows whose parent is not seen; row-level security shows no parent of another practice. */
async function countStrays({ db }: Pick<Scope, 'db'>, { table, definition }: ForeignKey): Promise<number> {
  const [, own = '', parent = '', other = ''] =
    /^FOREIGN KEY \(([^)]*)\) REFERENCES (\w+)\(([^)]*)\)/.exec(definition) ?? [];
  const names = (list: string) => list.split(', ');
  const isWhole = sql.join(
    names(own).map((name) => sql`${sql.ref(`c.${name}`)} is not null`),
    sql` and `,
  );
  const fits = sql.join(
    names(own).map((name, at) => sql`${sql.ref(`p.${names(other)[at]}`)} = ${sql.ref(`c.${name}`)}`),
    sql` and `,
  );
  const { rows } = await sql<{ strays: number }>`select count(*)::integer as strays from ${sql.table(table)} c
    where ${isWhole} and not exists (select from ${sql.table(parent)} p where ${fits})`.execute(db);
  return rows[0]?.strays ?? 0;
}
