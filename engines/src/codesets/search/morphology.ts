import type { IndexTerm } from '../../model/index.ts';
import type { LexWord } from './lex-word.ts';
import type { Lexicon } from './lexicon.ts';
import type { FollowedReference } from './references.ts';
import { columnWordings } from './wording.ts';

/** A kind of tumor that the index sends to the table of neoplasms: `Adenoma: see Neoplasm, benign, by site`. */
export interface Morphology {
  /** The words of its name. */
  keys: string[];
  /** What the table is asked in its stead, besides the site that the text names: `benign tumor`, `cancer connective tissue`. */
  asks: string;
  /** The place of the index term. */
  from: number;
}

/** The column of the table that a reference means. Source: table of neoplasms, headings. */
const behaviors: [RegExp, string][] = [
  [/secondary/, 'malignant secondary'],
  [/malignant/, 'malignant primary'],
  [/in situ/, 'ca in situ'],
  [/benign/, 'benign'],
  [/uncertain/, 'uncertain behavior'],
  [/unspecified/, 'unspecified behavior'],
];

interface Reference {
  column: string;
  /** Of `Neoplasm, connective tissue, malignant` the connective tissue. */
  site: string;
}

function readReference(see: string): Reference | undefined {
  const [table = '', ...rest] = see.split(',').map((part) => part.trim().toLowerCase());
  if (table !== 'neoplasm' && table !== 'table of neoplasms') return undefined;
  const behavior = behaviors.find(([word]) => rest.some((part) => word.test(part)));
  if (!behavior) return undefined;
  const [word, column] = behavior;
  return { column, site: rest.filter((part) => !word.test(part) && !/^by |known|\)/.test(part)).join(' ') };
}

function seeOf({ see, seeAlso, code }: IndexTerm): string | undefined {
  return see ?? (code === undefined ? seeAlso : undefined);
}

/** Every kind of tumor of the index, for questions that name it with a site. */
export function collectMorphologies(terms: readonly IndexTerm[], lexicon: Lexicon): Morphology[] {
  return terms.flatMap((term, from) => {
    const see = term.kind === 'index' ? (term.see ?? term.seeAlso) : undefined;
    const reference = see === undefined ? undefined : readReference(see);
    if (!reference) return [];
    const [asked = ''] = columnWordings(reference.column);
    const head = term.path.map((level) => level.split(',')[0] ?? '').join(' ');
    const keys = [...new Set(lexicon.words(head).map((word) => word.key))];
    return keys.length === 0 ? [] : [{ keys, asks: `${asked} ${reference.site}`.trim(), from }];
  });
}

/** The codes that kinds of tumor have where the text names no site, from the table of neoplasms. */
export function* followToNeoplasms(
  terms: readonly IndexTerm[],
  lexicon: Lexicon,
): Generator<FollowedReference> {
  const table = new Map<string, { term: IndexTerm; place: number }>();
  const keyOf = (site: string, column: string) =>
    `${lexicon
      .words(site)
      .map((word) => word.key)
      .sort()
      .join(' ')}|${column}`;
  for (const [place, term] of terms.entries()) {
    if (term.kind !== 'neoplasm' || term.code === undefined) continue;
    const column = (term.column ?? '').toLowerCase();
    const known = behaviors.find(
      ([, name]) => column.startsWith(name.split(' ')[0] ?? '') && name === column,
    );
    const key = keyOf(term.path.slice(1).join(' '), known?.[1] ?? column);
    if (!table.has(key)) table.set(key, { term, place });
  }
  for (const [from, term] of terms.entries()) {
    const see = term.kind === 'index' ? seeOf(term) : undefined;
    const reference = see === undefined ? undefined : readReference(see);
    const target = reference && table.get(keyOf(reference.site, reference.column));
    if (target?.term.code === undefined) continue;
    const { path, nonessential } = term;
    yield { path, nonessential, code: target.term.code, from, to: target.place };
  }
}

/** Asks the table of neoplasms what a text says by the name of a tumor and a site. */
export class Morphologies {
  readonly #byKey = new Map<string, Morphology[]>();
  readonly #lexicon: Lexicon;

  constructor(morphologies: readonly Morphology[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const morphology of morphologies) {
      const first = morphology.keys[0];
      if (first === undefined) continue;
      const sharing = this.#byKey.get(first);
      if (sharing) sharing.push(morphology);
      else this.#byKey.set(first, [morphology]);
    }
  }

  /** The words with which to ask the table; undefined where they name no tumor, or nothing besides. */
  ask(words: readonly LexWord[]): { words: LexWord[]; from: number } | undefined {
    const said = new Set(words.map((word) => word.key));
    let best: Morphology | undefined;
    for (const key of said) {
      for (const morphology of this.#byKey.get(key) ?? []) {
        if (morphology.keys.length <= (best?.keys.length ?? 0)) continue;
        if (morphology.keys.every((one) => said.has(one))) best = morphology;
      }
    }
    if (!best) return undefined;
    const { keys, asks, from } = best;
    const rest = words.filter((word) => !keys.includes(word.key));
    const [first] = words;
    if (rest.length === 0 || !first) return undefined;
    const { start, end } = first;
    const asked = this.#lexicon
      .words(asks)
      .map(({ key }): LexWord => ({ key, spelled: '', start, end, breakBefore: false }));
    if (asked.every(({ key }) => keys.includes(key))) return undefined;
    return { words: [...rest, ...asked], from };
  }
}
