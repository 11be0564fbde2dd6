import { readFileSync } from 'node:fs';
import { buildEdition } from '../scripts/coding-editions.ts';
import { hasShared, sharedPath } from '../test/shared.ts';
import { figureOf, type Measured } from './figure.ts';
import { type Answerer, miniSearch, ourSearch, postgresSearch } from './peers.ts';
import { withDatabase } from './throw-away.ts';

interface Phrase {
  text: string;
  codes: string[];
}

/** How often the right code comes first and among the first ten, and how long a phrase takes, beside the peers. */
export async function measureAccuracy(): Promise<Measured> {
  const opened = await buildEdition('official');
  if (!opened || !hasShared) {
    return {
      on: 'nothing: the labelled phrases and official files are not beside this checkout',
      figures: [],
    };
  }
  const lines = readFileSync(sharedPath('coding-eval', 'phrases.dev.jsonl'), 'utf8').trim().split('\n');
  const phrases: Phrase[] = lines.map((line) => JSON.parse(line));
  const measured = await withDatabase(async (database) => {
    const all = [
      ourSearch(opened.search),
      miniSearch(opened.codes),
      await postgresSearch(database, opened.codes),
    ];
    const results = [];
    for (const one of all) results.push(await measure(one, phrases));
    return results;
  });
  const { edition } = opened.codes.edition;
  return { on: `${edition}; ${phrases.length} labelled phrases`, ...columns(measured) };
}

async function measure({ what, ask }: Answerer, phrases: readonly Phrase[]) {
  for (const { text } of phrases.slice(0, 50)) await ask(text);
  const times: number[] = [];
  const ranks: number[] = [];
  for (const { text, codes } of phrases) {
    const started = performance.now();
    const answers = await ask(text);
    times.push(performance.now() - started);
    ranks.push(answers.findIndex((code) => codes.includes(code)));
  }
  const within = (limit: number) => ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
  return {
    figure: figureOf(what, times),
    share: { what, first: within(1), inFive: within(5), inTen: within(10) },
  };
}

function columns(measured: readonly Awaited<ReturnType<typeof measure>>[]) {
  return { figures: measured.map(({ figure }) => figure), shares: measured.map(({ share }) => share) };
}
