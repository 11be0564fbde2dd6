import { loadStarter } from '@superbill/server/codesets/starter';
import { sql } from 'kysely';
import { buildEdition } from '../scripts/coding-editions.ts';
import { type Figure, figureOf, type Measured, timeEach } from './figure.ts';
import { withDatabase } from './throw-away.ts';

const phraseCount = 500;
const answers = 10;
/** Each question is asked this often and its best time counts: so the search is measured, not its neighbours. */
const rounds = 3;
/** Going through every title takes long; a part of the phrases tells enough. */
const scanned = 60;

/**
 * The search over the full code set in process, beside two plain ways to do it, all measured in this run: going
 * through every title, and PostgreSQL's own text search over the titles.
 */
export async function measureSearch(): Promise<Measured> {
  const opened = (await buildEdition('official')) ?? (await buildEdition('starter'));
  if (!opened) throw new Error('There is neither an official edition nor a starter set to measure.');
  const { search, codes } = opened;
  const titles = Array.from({ length: codes.size }, (_, place) => codes.row(place).title);
  const phrases = ownPhrases();
  const misspelled = phrases.filter((phrase) => phrase.length > 8).map(misspell);
  const typed = phrases.map((phrase) => phrase.slice(0, Math.max(3, Math.ceil(phrase.length * 0.6))));
  const ask = (text: string, partial = false) => search.search(text, { limit: answers, partial });

  const figures: Figure[] = [
    figureOf(
      'a phrase',
      await timeEach(
        phrases.map((text) => () => ask(text)),
        rounds,
      ),
    ),
    figureOf(
      'a phrase with a letter missing',
      await timeEach(
        misspelled.map((text) => () => ask(text)),
        rounds,
      ),
    ),
    figureOf(
      'a phrase half typed',
      await timeEach(
        typed.map((text) => () => ask(text, true)),
        rounds,
      ),
    ),
    figureOf(
      'floor: every title looked at',
      await timeEach(
        phrases.slice(0, scanned).map((text) => () => scan(titles, text)),
        rounds,
      ),
    ),
    figureOf('floor: text search of PostgreSQL over the titles', await timeDatabase(titles, phrases)),
  ];
  const { edition } = codes.edition;
  return {
    on: `${edition}: ${titles.length} codes and headings; ${phrases.length} phrases of our own, each at its best of ${rounds}`,
    figures,
  };
}

/** Wordings of our own vocabulary, spread over all of it; every third with its words the other way round. */
function ownPhrases(): string[] {
  const all = loadStarter().set.rows.flatMap(({ clinical, everyday, abbreviations }) => [
    ...clinical.slice(0, 1),
    ...everyday.slice(0, 1),
    ...abbreviations.slice(0, 1),
  ]);
  const step = all.length / phraseCount;
  return Array.from({ length: phraseCount }, (_, index) => all[Math.floor(index * step)] ?? '').map(
    (phrase, index) => (index % 3 === 2 ? phrase.split(' ').reverse().join(' ') : phrase),
  );
}

function misspell(phrase: string, index: number): string {
  const at = 2 + (index % (phrase.length - 3));
  return phrase.slice(0, at) + phrase.slice(at + 1);
}

/** What one would write first: titles that hold every word, the shortest first. */
function scan(titles: readonly string[], phrase: string): string[] {
  const words = phrase.toLowerCase().split(/\s+/);
  return titles
    .filter((title) => {
      const plain = title.toLowerCase();
      return words.every((word) => plain.includes(word));
    })
    .sort((a, b) => a.length - b.length)
    .slice(0, answers);
}

function timeDatabase(titles: readonly string[], phrases: readonly string[]): Promise<number[]> {
  return withDatabase(async ({ db, pool }) => {
    await pool.query('create table title (text text not null, words tsvector)');
    await pool.query("insert into title select t, to_tsvector('english', t) from unnest($1::text[]) t", [
      titles,
    ]);
    await pool.query('create index title_by_words on title using gin (words)');
    await pool.query('analyze title');
    const ask = (phrase: string) =>
      sql`select text from title, plainto_tsquery('english', ${phrase}) question
        where words @@ question order by ts_rank(words, question) desc limit ${answers}`.execute(db);
    return timeEach(
      phrases.map((phrase) => () => ask(phrase)),
      rounds,
    );
  });
}
