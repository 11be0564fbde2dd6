import type { IndexTerm } from '../../model/index.ts';
import type { EditionData } from '../edition-data.ts';
import { addStrings, filled, type Sections } from '../sections.ts';
import { Lexicon } from './lexicon.ts';
import { collectMorphologies, followToNeoplasms } from './morphology.ts';
import { type FollowedReference, followReferences } from './references.ts';
import { TermColumns, type TermOrigin } from './term-columns.ts';
import { type TermSource, termSources } from './term-sources.ts';
import { emptyVocabulary, type Vocabulary } from './vocabulary.ts';
import { type Worded, WordingReader } from './wording.ts';

/** Raised when the sections change their meaning or content; editions are then built anew. */
export const searchVersion = 5;

/** Words that say little: they count a sixth of what their rarity would give them. */
const weakWords =
  'unspecified type mellitus site disease essential behavior single nature initial encounter closed side part grade stage degree class';

/** Words of the residual codes: who does not say `other` does not mean them. */
const otherWords = 'other specified elsewhere classified';

/** Words that move a disease to another chapter or person: to miss one is to code something else. */
const settingWords =
  'pregnancy puerperium puerperal obstetric newborn neonatal perinatal birth congenital family history screening subsequent postprocedural postoperative intraoperative complication complicating tuberculous tuberculosis syphilitic gonococcal rheumatic traumatic late sequelae status exposure vaccination poisoning underdosing adverse allergy';

/**
 * Codes that stand beside the one for what is wrong: external causes, germs, weeks, a body mass index, long-term drugs, and a pregnancy that has
 * nothing to do with it. Source: Official Guidelines I.B.14, I.C.1.b, I.C.20 and I.C.21.c.11.
 */
const codedBesides = /^(?:[V-Y]|B9[5-7]|Z3A|Z33\.1|Z68|Z79)/;

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
  const columns = collectTerms(data, lexicon);
  const { words, items, ends, required, titles, titleEnds } = columns.finish();
  const { code, source, from, to } = columns.origins;
  const sections: Sections = new Map();
  addStrings(sections, 'search.words', words);
  sections.set('search.term.words', items);
  sections.set('search.term.wordEnds', ends);
  sections.set('search.term.required', required);
  sections.set('search.term.code', new Uint32Array(code));
  sections.set('search.term.source', new Uint8Array(source));
  sections.set('search.term.from', new Int32Array(from));
  sections.set('search.term.to', new Int32Array(to));
  addLists(sections, 'search.postings', termsByWord(words.length, items, ends));
  addLists(sections, 'search.anchors', termsByRarestWord(words.length, items, ends));
  addLists(sections, 'search.titles', { items: titles, ends: titleEnds });
  addTree(sections, data);
  sections.set('search.weak', weaknessOf(words, lexicon));
  sections.set('search.alphabet', alphabetOf(words));
  addSpellings(sections, words, lexicon);
  addStrings(sections, 'search.morphologies', [JSON.stringify(collectMorphologies(data.terms, lexicon))]);
  addStrings(sections, 'search.vocabulary', [JSON.stringify(vocabulary)]);
  return sections;
}

/** A title without what stands in parentheses, which may be said or not: `Diastolic (congestive) heart failure`. */
function essential(title: string): string {
  return title.replace(/ \([^()]*\)/g, '');
}

/** Every term of the edition, what its references lead to, and every title. */
function collectTerms(data: EditionData, lexicon: Lexicon): TermColumns {
  const columns = new TermColumns();
  const reader = new WordingReader(lexicon);
  const places = new Map(data.codes.map((row, place) => [row.code, place]));
  const add = (term: Worded, origin: TermOrigin) => {
    for (const wording of reader.read(term)) columns.addTerm(wording, origin);
  };
  for (const [from, term] of data.terms.entries()) {
    const code = term.code === undefined ? undefined : places.get(term.code);
    if (code === undefined || isHiddenByWord(term, lexicon)) continue;
    add(term, { code, source: termSources.indexOf(sourceOf(term)), from, to: -1 });
  }
  const addFollowed = (followed: Iterable<FollowedReference>, source: number) => {
    for (const { path, nonessential, code: target, from, to } of followed) {
      const code = places.get(target);
      if (code !== undefined) add({ kind: 'index', path, nonessential }, { code, source, from, to });
    }
  };
  addFollowed(followReferences(data.terms, lexicon), termSources.indexOf('reference'));
  addFollowed(followToNeoplasms(data.terms, lexicon), termSources.indexOf('tumor'));
  for (const [code, row] of data.codes.entries()) {
    columns.addTitle(lexicon.words(essential(row.title)).map((word) => word.key));
    if (isSeventhCharacterCode(data.edition.system, row.code)) continue;
    const source = termSources.indexOf('title');
    add({ kind: 'title', path: [row.title], nonessential: [] }, { code, source, from: -1, to: -1 });
  }
  return columns;
}

/** Terms of the starter set are told apart by how people say them: lay words mean less than clinical ones. */
function sourceOf({ kind, column }: IndexTerm): TermSource {
  if (kind !== 'starter') return kind;
  return column === 'everyday' || column === 'abbreviation' ? column : 'clinical';
}

/** `CuTS` would be read as `cuts`, and answer whoever speaks of a laceration. */
function isHiddenByWord(term: IndexTerm, lexicon: Lexicon): boolean {
  if (sourceOf(term) !== 'abbreviation') return false;
  const keys = lexicon.words(term.path[0] ?? '').map((word) => word.key);
  return keys.length === 1 && keys[0]?.startsWith('=') === true;
}

/** For each number a list of numbers: all lists one behind the other, and where each ends. */
interface Lists {
  items: Uint32Array;
  ends: Uint32Array;
}

/** For each word the terms that have it, in their order. */
function termsByWord(wordCount: number, items: Uint32Array, ends: Uint32Array): Lists {
  const terms = new Uint32Array(items.length);
  let start = 0;
  for (const [term, end] of ends.entries()) {
    terms.fill(term, start, end);
    start = end;
  }
  return grouped(wordCount, items, terms);
}

/** For each word the terms whose rarest required word it is. */
function termsByRarestWord(wordCount: number, items: Uint32Array, ends: Uint32Array): Lists {
  const rarest = ends.map((_, term) => items[term === 0 ? 0 : (ends[term - 1] ?? 0)] ?? 0);
  return grouped(
    wordCount,
    rarest,
    ends.map((_, term) => term),
  );
}

/** Values by their key, a number below `count`; the values of one key stay in their order. */
function grouped(count: number, keys: Uint32Array, values: Uint32Array): Lists {
  const ends = new Uint32Array(count);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    ends[key] = (ends[key] ?? 0) + 1;
  }
  const next = new Uint32Array(count);
  for (let key = 1; key < count; key++) {
    next[key] = ends[key - 1] ?? 0;
    ends[key] = (ends[key] ?? 0) + (ends[key - 1] ?? 0);
  }
  const items = new Uint32Array(values.length);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0;
    const place = next[key] ?? 0;
    items[place] = values[at] ?? 0;
    next[key] = place + 1;
  }
  return { items, ends };
}

function addLists(sections: Sections, name: string, { items, ends }: Lists): void {
  sections.set(name, items);
  sections.set(`${name}.ends`, ends);
}

/** The tree of codes, for completing a code to a leaf. */
function addTree(sections: Sections, { codes, edition }: EditionData): void {
  sections.set(
    'search.code.parent',
    filled(new Int32Array(codes.length), codes, (row) => row.parent),
  );
  sections.set(
    'search.code.billable',
    filled(new Uint8Array(codes.length), codes, (row) => (row.billable ? 1 : 0)),
  );
  const besides = edition.system === 'icd10cm' ? codedBesides : undefined;
  sections.set(
    'search.code.besides',
    filled(new Uint8Array(codes.length), codes, (row) => (besides?.test(row.code) ? 1 : 0)),
  );
}

/** A mark for each word that says less, or more, than its rarity: see `weaknesses` where the index is opened. */
function weaknessOf(words: readonly string[], lexicon: Lexicon): Uint8Array {
  const keysOf = (list: string) => new Set(list.split(' ').map((word) => lexicon.key(word)));
  const [weak, other, setting] = [keysOf(weakWords), keysOf(otherWords), keysOf(settingWords)];
  return Uint8Array.from(words, (key) => (setting.has(key) ? 3 : other.has(key) ? 2 : weak.has(key) ? 1 : 0));
}

/** Spellings whose root is what the index knows: `ossification`, known as `ossif`. */
function addSpellings(sections: Sections, words: readonly string[], lexicon: Lexicon): void {
  const numbers = new Map(words.map((word, number) => [word, number]));
  const spelled = new Map<string, number>();
  for (const [spelling, key] of lexicon.spellings()) {
    const number = numbers.get(key);
    if (number !== undefined) spelled.set(spelling, number);
  }
  addStrings(sections, 'search.spellings', [...spelled.keys()]);
  sections.set('search.spellings.word', Uint32Array.from(spelled.values()));
}

/** Word numbers in the alphabetical order of the words. */
function alphabetOf(words: readonly string[]): Uint32Array {
  const numbered = words.map((word, number) => ({ word, number }));
  numbered.sort((a, b) => (a.word < b.word ? -1 : 1));
  return Uint32Array.from(numbered, ({ number }) => number);
}
