import type { EditionData } from '../edition-data.ts';
import { addStrings, type Sections } from '../sections.ts';
import { Lexicon } from './lexicon.ts';
import { followReferences } from './references.ts';
import { termSources } from './term-sources.ts';
import { emptyVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Wording, wordingsOf } from './wording.ts';

/** Raised when the sections change their meaning or content; editions are then built anew. */
export const searchVersion = 2;

/** Words that say little: they count a sixth of what their rarity would give them. */
const weakWords =
  'unspecified type mellitus site disease essential behavior single nature initial encounter closed side part';

/** Words of the residual codes: who does not say `other` does not mean them. */
const otherWords = 'other specified elsewhere classified';

/** Words that move a disease to another chapter or person: to miss one is to code something else. */
const settingWords =
  'pregnancy puerperium puerperal obstetric newborn neonatal perinatal birth congenital family history screening subsequent postprocedural postoperative intraoperative complication complicating tuberculous tuberculosis syphilitic gonococcal rheumatic traumatic late sequelae status exposure vaccination poisoning underdosing adverse allergy';

interface Entry {
  wording: Wording;
  code: number;
  source: number;
  /** Place of the term in the edition, or −1 for a title. */
  term: number;
  /** Place of the term a `see` reference led to, or −1. */
  target: number;
}

/** Seventh-character codes repeat their stem's title; they are reached by completion, not by terms. */
function isSeventhCharacterCode(system: string, code: string): boolean {
  return system === 'icd10cm' && code.length === 8;
}

/**
 * Builds the search over one edition: words, terms as sets of words, and for each word the terms that
 * have it. The sections go into the edition's artifact; {@link openSearch} opens them.
 */
export function buildSearch(data: EditionData, vocabulary: Vocabulary = emptyVocabulary): Sections {
  const lexicon = new Lexicon(vocabulary);
  const places = new Map(data.codes.map((row, place) => [row.code, place]));
  const entries = [...termEntries(data, lexicon, places), ...titleEntries(data, lexicon)];
  const sections: Sections = new Map();
  const titleKeys = data.codes.map((row) => lexicon.words(row.title).map((word) => word.key));
  const numbers = numberWords(entries, titleKeys);
  addStrings(sections, 'search.words', [...numbers.keys()]);
  addTerms(sections, entries, numbers);
  addTitles(sections, data, titleKeys, numbers);
  const settings = new Set(settingWords.split(' ').map((word) => lexicon.key(word)));
  const otherness = new Set(otherWords.split(' ').map((word) => lexicon.key(word)));
  const weak = new Set(weakWords.split(' ').map((word) => lexicon.key(word)));
  sections.set(
    'search.weak',
    Uint8Array.from(numbers.keys(), (key) =>
      settings.has(key) ? 3 : otherness.has(key) ? 2 : weak.has(key) ? 1 : 0,
    ),
  );
  const alphabet = [...numbers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, number]) => number);
  sections.set('search.alphabet', Uint32Array.from(alphabet));
  addVocabulary(sections, vocabulary);
  return sections;
}

function termEntries(data: EditionData, lexicon: Lexicon, places: Map<string, number>): Entry[] {
  const entries: Entry[] = [];
  for (const [place, term] of data.terms.entries()) {
    const code = term.code === undefined ? undefined : places.get(term.code);
    if (code === undefined) continue;
    const source = termSources.indexOf(term.kind);
    for (const wording of wordingsOf(term, lexicon))
      entries.push({ wording, code, source, term: place, target: -1 });
  }
  for (const reference of followReferences(data.terms, lexicon)) {
    const code = places.get(reference.code);
    if (code === undefined) continue;
    for (const wording of wordingsOf({ kind: 'index', ...reference }, lexicon)) {
      entries.push({ wording, code, source: 0, term: reference.from, target: reference.to });
    }
  }
  return entries;
}

function titleEntries(data: EditionData, lexicon: Lexicon): Entry[] {
  const source = termSources.indexOf('title');
  return data.codes.flatMap((row, code) => {
    if (isSeventhCharacterCode(data.edition.system, row.code)) return [];
    const wordings = wordingsOf({ kind: 'title', path: [row.title], nonessential: [] }, lexicon);
    return wordings.map((wording) => ({ wording, code, source, term: -1, target: -1 }));
  });
}

/** Numbers words from rare to frequent, so that a smaller number always says more. */
function numberWords(entries: readonly Entry[], titleKeys: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { wording } of entries) {
    for (const key of wording.required) count(key);
    for (const key of wording.optional) count(key);
  }
  for (const keys of titleKeys) for (const key of keys) if (!counts.has(key)) counts.set(key, 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  return new Map(sorted.map(([key], number) => [key, number]));
}

function addTerms(sections: Sections, entries: readonly Entry[], numbers: Map<string, number>): void {
  const wordEnds = new Uint32Array(entries.length);
  const requiredCounts = new Uint8Array(entries.length);
  const words: number[] = [];
  const lists: number[][] = Array.from(numbers, () => []);
  const anchored: number[][] = Array.from(numbers, () => []);
  const numbersOf = (keys: string[]) => keys.map((key) => numbers.get(key) ?? 0).sort((a, b) => a - b);
  for (const [term, { wording }] of entries.entries()) {
    const required = numbersOf(wording.required).slice(0, 255);
    const optional = numbersOf(wording.optional);
    words.push(...required, ...optional);
    wordEnds[term] = words.length;
    requiredCounts[term] = required.length;
    for (const word of required) lists[word]?.push(term);
    for (const word of optional) lists[word]?.push(term);
    anchored[required[0] ?? 0]?.push(term);
  }
  sections.set('search.term.words', Uint32Array.from(words));
  sections.set('search.term.wordEnds', wordEnds);
  sections.set('search.term.required', requiredCounts);
  sections.set(
    'search.term.code',
    Uint32Array.from(entries, (entry) => entry.code),
  );
  sections.set(
    'search.term.source',
    Uint8Array.from(entries, (entry) => entry.source),
  );
  sections.set(
    'search.term.from',
    Int32Array.from(entries, (entry) => entry.term),
  );
  sections.set(
    'search.term.to',
    Int32Array.from(entries, (entry) => entry.target),
  );
  addLists(sections, 'search.postings', lists);
  addLists(sections, 'search.anchors', anchored);
}

function addLists(sections: Sections, name: string, lists: readonly number[][]): void {
  const ends = new Uint32Array(lists.length);
  let end = 0;
  for (const [at, list] of lists.entries()) {
    end += list.length;
    ends[at] = end;
  }
  const items = new Uint32Array(end);
  let at = 0;
  for (const list of lists) for (const item of list) items[at++] = item;
  sections.set(name, items);
  sections.set(`${name}.ends`, ends);
}

/** The words of every title, and the tree, for completing a code to a leaf. */
function addTitles(
  sections: Sections,
  data: EditionData,
  titleKeys: readonly string[][],
  numbers: Map<string, number>,
): void {
  addLists(
    sections,
    'search.titles',
    titleKeys.map((keys) => keys.map((key) => numbers.get(key) ?? 0)),
  );
  sections.set(
    'search.code.parent',
    Int32Array.from(data.codes, (row) => row.parent),
  );
  sections.set(
    'search.code.billable',
    Uint8Array.from(data.codes, (row) => (row.billable ? 1 : 0)),
  );
}

function addVocabulary(sections: Sections, vocabulary: Vocabulary): void {
  addStrings(sections, 'search.vocabulary', [JSON.stringify(vocabulary)]);
}
