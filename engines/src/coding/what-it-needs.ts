import type { CodeEntry } from '../model/index.ts';

/** Words that set no title apart by themselves. */
const empty = new Set(
  'unspecified other specified the a an of in on to and or for by at as with nos elsewhere classified not due site type disease disorder condition region organism'.split(
    ' ',
  ),
);
const sides: Record<string, string> = { left: 'left side', right: 'right side', bilateral: 'both sides' };
const longestNeed = 90;

interface Word {
  /** As printed, with its comma. */
  shown: string;
  key: string;
  isNew: boolean;
}

const keyOf = (word: string) => word.toLowerCase().replaceAll(/[()[\],;]/g, '');

function wordsOf(title: string, own: ReadonlySet<string>): Word[] {
  return title
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((shown) => ({ shown, key: keyOf(shown), isNew: !own.has(keyOf(shown)) }));
}

/** Whether two titles differ by their side alone. */
function differBySide(a: Iterable<string>, b: Iterable<string>): boolean {
  const rest = (keys: Iterable<string>) =>
    [...new Set(keys)]
      .filter((key) => !(key in sides) && key !== 'unspecified')
      .sort()
      .join(' ');
  return rest(a) === rest(b);
}

/**
 * What the record would have to state for another code, from what its title says beyond the title of the code
 * chosen: `left side`, `stage 3b`, `without heart failure`. Empty where the titles tell no difference.
 */
export function whatItNeeds(chosen: { code: string; title: string }, other: CodeEntry): string[] {
  if (other.code.length === 8 && other.code.slice(0, 7) === chosen.code.slice(0, 7))
    return [other.title.slice(other.title.lastIndexOf(', ') + 2)];
  const own = new Set(chosen.title.split(/\s+/).map(keyOf));
  const words = wordsOf(other.title, own);
  const side = words.find(({ key, isNew }) => isNew && key in sides);
  if (
    side &&
    differBySide(
      own,
      words.map(({ key }) => key),
    )
  )
    return [sides[side.key] ?? side.key];
  return [...new Set(runsOf(words).map(inWords))].filter((need) => need !== '');
}

/** Stretches of new words, with the words they make no sense without. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    if (run.some(({ key, isNew }) => isNew && !empty.has(key))) runs.push(run);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    if (goesOn(run, word)) run.push(word);
    else {
      close();
      // `stage 3b`: the number is new, and its name is shared.
      const before = /^\d/.test(word.key) ? words[at - 1] : undefined;
      if (word.isNew) run.push(...(before && !before.isNew ? [before] : []), word);
    }
  }
  close();
  return runs;
}

/** `without heart failure`, `right radius`: what a new word speaks of belongs to it though it is shared. */
function goesOn(run: readonly Word[], word: Word): boolean {
  const last = run.at(-1);
  if (!last) return false;
  // `stage 3`: the number belongs to its name though it is shared.
  if (word.isNew || (last.isNew && /^\d/.test(word.key))) return true;
  if (last.shown.endsWith(',')) return false;
  return run[0]?.key === 'without' || (run.length === 1 && last.key in sides);
}

function inWords(run: readonly Word[]): string {
  let [from, to] = [0, run.length];
  const isKept = (word: Word | undefined) =>
    word === undefined || !word.isNew || !empty.has(word.key) || word.key === 'with';
  while (from < to && !isKept(run[from])) from++;
  while (to > from && empty.has(run[to - 1]?.key ?? '')) to--;
  const text = run
    .slice(from, to)
    .map(({ shown }) => lowered(shown))
    .join(' ');
  return text.replace(/[,;]$/, '').slice(0, longestNeed);
}

/** Small, but for abbreviations and names of types: `ST`, `B12`, `II`. */
function lowered(word: string): string {
  return /^\(?[A-Z][a-z]/.test(word) ? word.toLowerCase() : word;
}
