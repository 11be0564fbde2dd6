import type { CodeEdition } from '@superbill/engines/codesets';
import type { CodeBook } from '@superbill/engines/model';
import type { Database } from '@superbill/server/db/connect';
import { sql } from 'kysely';
import MiniSearch from 'minisearch';

/** Something that answers a phrase with billable codes, best first. */
export interface Answerer {
  what: string;
  ask(phrase: string): string[] | Promise<string[]>;
}

const answers = 10;

/** Our own search over one edition. */
export function ourSearch(search: CodeBook): Answerer {
  return {
    what: 'Superbill',
    ask: (phrase) =>
      search
        .search(phrase, { limit: answers })
        .filter(({ billable }) => billable)
        .map(({ code }) => code),
  };
}

/** Billable codes and their titles: all that a search without the alphabetic index has to go by. */
function titlesOf(codes: CodeEdition): { code: string; title: string }[] {
  return Array.from({ length: codes.size }, (_, place) => codes.row(place))
    .filter(({ billable }) => billable)
    .map(({ code, title }) => ({ code, title }));
}

/** MiniSearch over the titles, as its documentation sets it up for people who mistype: prefixes and fuzzy words. */
export function miniSearch(codes: CodeEdition): Answerer {
  const index = new MiniSearch({ fields: ['title'], idField: 'code' });
  index.addAll(titlesOf(codes));
  return {
    what: 'MiniSearch 7 over the titles, prefix and fuzzy',
    ask: (phrase) =>
      index
        .search(phrase, { prefix: true, fuzzy: 0.2 })
        .slice(0, answers)
        .map(({ id }) => String(id)),
  };
}

/**
 * PostgreSQL's text search over the titles. Its own reading of a phrase asks for every word and leaves most
 * phrases without an answer, so any of the words will do here and the rank decides.
 */
export async function postgresSearch({ db, pool }: Database, codes: CodeEdition): Promise<Answerer> {
  const titles = titlesOf(codes);
  await pool.query('create table title (code text not null, text text not null, words tsvector)');
  await pool.query(
    "insert into title select c, t, to_tsvector('english', t) from unnest($1::text[], $2::text[]) as one (c, t)",
    [titles.map(({ code }) => code), titles.map(({ title }) => title)],
  );
  await pool.query('create index title_by_words on title using gin (words)');
  await pool.query('analyze title');
  return {
    what: 'PostgreSQL text search over the titles, any word, by rank',
    async ask(phrase) {
      const found = await sql<{ code: string }>`
        select code from title,
          (select replace(plainto_tsquery('english', ${phrase})::text, '&', '|')::tsquery as question) asked
        where words @@ question order by ts_rank(words, question, 1) desc, code limit ${answers}`.execute(db);
      return found.rows.map(({ code }) => code);
    },
  };
}
