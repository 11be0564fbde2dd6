import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { copyOut } from '@superbill/server/backup/copy';
import pg from 'pg';

/**
 * Writes every row of a database as `COPY` text, table by table in the order of their keys, so that the same
 * rows give the same bytes: `tsx test/older-version/write-dump.ts ADDRESS FILE.gz`, as a superuser, whom no
 * fence stops. See README.md beside it.
 */
async function* dump(client: pg.Client): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ name: string; columns: string; key: string }>(`
    select c.relname as name,
      (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      (select string_agg(quote_ident(attname), ', ' order by place) from pg_index,
         unnest(indkey) with ordinality as k (number, place) join pg_attribute on attnum = k.number
       where indrelid = c.oid and indisprimary and attrelid = c.oid) as key
    from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by relname collate "C"`);
  for (const { name, columns, key } of rows) {
    yield Buffer.from(`COPY ${name} (${columns}) FROM stdin;\n`);
    yield* copyOut(client, `copy (select ${columns} from ${name} order by ${key}) to stdout`);
    yield Buffer.from('\\.\n');
  }
}

const [address, file = ''] = process.argv.slice(2);
const client = new pg.Client({ connectionString: address });
await client.connect();
await client.query('begin isolation level repeatable read read only');
await pipeline(dump(client), createGzip({ level: 9 }), createWriteStream(file));
await client.end();
