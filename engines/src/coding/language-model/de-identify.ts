import {
  clinicalAbbreviations,
  gradingWords,
  measureWords,
  nameWords,
  namingWords,
  neverShown,
  plainWords,
  wordsWithDigits,
} from './word-lists.ts';

/** Stands for anything that is not shown. */
export const mask = '[...]';

export interface Disclosure {
  /** Whether a word (in small letters) is one of the code set's own. */
  knowsWord(word: string): boolean;
  /** In small letters: every part of the names of patient, family, staff, practice and payer that is known. */
  names: ReadonlySet<string>;
}

const longestChunk = 40;
/** A name after `Mr.` has at most this many words. */
const longestName = 3;
const marks = /^[,.;:()/+&?!"'’-]$/;

/**
 * A text as a language model may see it. Nothing is searched for and taken out: a word is shown only when it is
 * one of the code set's own or of a short list of plain words, and nobody's name. So dates, ages, numbers,
 * addresses, places, e-mail and web addresses, and names (45 CFR 164.514(b)(2)(i)(A)–(R)) do not pass for lack of a
 * reason to, however they are written. Numbers pass as a stage, type or measured value only. Linear.
 */
export function deIdentify(text: string, disclosure: Disclosure): string {
  const shown: string[] = [];
  const state: State = { before: '', nameWordsDue: 0 };
  for (const chunk of text.split(/\s+/)) {
    if (chunk === '') continue;
    const piece = chunk.length > longestChunk ? mask : showChunk(chunk, state, disclosure);
    if (piece === mask && shown.at(-1) === mask) continue;
    shown.push(piece);
  }
  return shown.join(' ');
}

interface State {
  /** The last word in small letters, shown or not. */
  before: string;
  /** So many words with a capital are taken for a name. */
  nameWordsDue: number;
}

function showChunk(chunk: string, state: State, disclosure: Disclosure): string {
  // Addresses of mail and web, and what could end a string or a tag.
  if (/[@\\_=<>{}[\]|~^`]|:\/\/|\p{L}\.\p{L}/u.test(chunk)) return hide(state);
  if (/\d/.test(chunk)) return showNumber(chunk, state);
  let shown = '';
  for (const part of chunk.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu) ?? []) {
    const next = /^[\p{L}\p{M}]/u.test(part)
      ? showWord(part, state, disclosure)
      : marks.test(part)
        ? part
        : mask;
    if (!(next === mask && shown.endsWith(mask))) shown += next;
  }
  // `[...]/[...]`: only marks are left of it.
  return shown.includes(mask) && !/[A-Za-z]/.test(shown) ? mask : shown;
}

function showNumber(chunk: string, state: State): string {
  const bare = chunk.replace(/^[("']/, '').replace(/[).,;:"']{1,2}$/, '');
  const lower = bare.toLowerCase();
  const graded = gradingWords.has(state.before) && /^(?:\d|1[0-2])[ab]?$/.test(lower);
  const measured = measureWords.has(state.before) && /^\d{1,3}(?:\.\d{1,2})?%?$/.test(lower);
  const vitamin = state.before === 'vitamin' && /^[bdk]\d{1,2}$/.test(lower);
  if (wordsWithDigits.has(lower) || graded || vitamin || measured) {
    state.before = lower;
    state.nameWordsDue = 0;
    return chunk;
  }
  return hide(state);
}

function hide(state: State): string {
  state.before = '';
  return mask;
}

function showWord(word: string, state: State, { knowsWord, names }: Disclosure): string {
  const lower = word.toLowerCase();
  const { before } = state;
  state.before = lower;
  const capital = word.charAt(0) !== lower.charAt(0);
  const due = state.nameWordsDue;
  state.nameWordsDue = namingWords.has(lower) ? longestName : capital && due > 0 ? due - 1 : 0;
  if (!/^[A-Za-z]+$/.test(word) || names.has(lower) || neverShown.has(lower)) return mask;
  if (capital && (nameWords.has(lower) || (due > 0 && !/^[A-Z]+$/.test(word)))) return mask;
  if (lower.length === 1) {
    const names1 = (gradingWords.has(before) && /^[A-EIV]$/.test(word)) || word === 'a';
    return names1 ? word : mask;
  }
  if (gradingWords.has(before) && /^(?:ii|iii|iv|vi)$/.test(lower)) return word;
  return isPlain(lower) || knowsWord(lower) ? word : mask;
}

function isPlain(word: string): boolean {
  return [plainWords, clinicalAbbreviations, gradingWords, measureWords].some((list) => list.has(word));
}
