import { readFileSync } from 'node:fs';
import { shippedPath } from '../data-directory.ts';

let listed: ReadonlySet<string> | undefined;

/** The words that passwords are made of (`data/passwords`). */
export function commonWords(): ReadonlySet<string> {
  listed ??= new Set(
    readFileSync(shippedPath('passwords/common.txt'), 'utf8')
      .split('\n')
      .filter((word) => word !== ''),
  );
  return listed;
}

/** Fewer characters than this beside common words do not make a password of one's own. */
const leastOfOwn = 4;
const longestWord = 24;
const shortestContextWord = 3;

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
];

/** The letters that digits and signs are written for. */
const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is among the first that are guessed: a listed word, a name of its context, a row of the keyboard or
 * one character over and over, also with capitals, disguised (`p@ssw0rd`), joined, repeated, or with a year behind,
 * and fewer than four characters of its own.
 */
export function isCommon(password: string, context: readonly string[]): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const disclosed = [...lower].map((character) => disguises[character] ?? character).join('');
  const words = new Set([...commonWords(), ...context.flatMap(wordsOf)]);
  return [lower, disclosed].some((text) => {
    const whole = lettersAndDigits(text);
    const unit = unitOf(whole);
    if (unit.length < leastOfOwn && whole.length > unit.length) return true;
    const { own, found } = ownCharacters(unit, words);
    return found && own < leastOfOwn;
  });
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** `Ada Example` is three words: each, and both as one. */
function wordsOf(phrase: string): string[] {
  const parts = phrase
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u);
  return [...parts, parts.join('')].filter((word) => word.length >= shortestContextWord);
}

/** What is repeated, when the text is one thing over and over. */
function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

/**
 * The characters that no common word accounts for, counted so that they are fewest. Years and other short numbers beside
 * a word are no characters of one's own. `found` says whether there was a common word at all.
 */
function ownCharacters(text: string, words: ReadonlySet<string>): { own: number; found: boolean } {
  const best: { own: number; found: boolean }[] = [{ own: 0, found: false }];
  for (let end = 1; end <= text.length; end += 1) {
    const before = best[end - 1] ?? { own: 0, found: false };
    let here = { own: before.own + (isShortNumber(text, end - 1) ? 0 : 1), found: before.found };
    for (let start = Math.max(0, end - longestWord); start <= end - shortestContextWord; start += 1) {
      const from = best[start];
      if (!from || from.own > here.own || !isGuessable(text.slice(start, end), words)) continue;
      here = { own: from.own, found: true };
    }
    best.push(here);
  }
  return best[text.length] ?? { own: 0, found: false };
}

/** Whether the digit at this place belongs to a number of at most four digits. */
function isShortNumber(text: string, at: number): boolean {
  const isDigit = (place: number) => /^\d$/.test(text[place] ?? '');
  if (!isDigit(at)) return false;
  let start = at;
  let end = at + 1;
  while (isDigit(start - 1)) start -= 1;
  while (isDigit(end)) end += 1;
  return end - start <= 4;
}

function isGuessable(part: string, words: ReadonlySet<string>): boolean {
  if (words.has(part) || isOneCharacter(part)) return true;
  if (part.length < 4) return false;
  const backwards = [...part].reverse().join('');
  return rows.some((row) => row.includes(part) || row.includes(backwards));
}

function isOneCharacter(part: string): boolean {
  return [...part].every((character) => character === part[0]);
}
