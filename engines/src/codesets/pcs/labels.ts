import type { PcsParts } from '../edition-data.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { withoutParentheses } from './parentheses.ts';
import { splitSide } from './sides.ts';
import type { PcsVocabulary } from './vocabulary.ts';

/** One way to say a value: its words, as the lexicon knows them. */
interface Wording {
  /** The label without side. */
  label: string;
  keys: string[];
  /** An official or our own synonym, which counts only when all of it is said; a label counts in part. */
  isSynonym: boolean;
  /** As written, to tell people what was understood. */
  text: string;
}

/** A value that is counted or measured, not named: its label, and the places of the words it follows from. */
export interface Derived {
  label: string;
  words: ReadonlySet<number>;
  /** What was counted, in words. */
  by: string;
}

/** How much of the words of a text speak for a value. */
export interface LabelEvidence {
  /** The worth of the words that are said, less that of those that are missing. */
  score: number;
  /** Places of the words in the text. */
  words: ReadonlySet<number>;
  /** The synonym that was recognized, where it is not the label. */
  by?: string;
  /** Nothing of the wording is missing. */
  whole: boolean;
  /** It follows from numbers: several such values are several procedures, never a choice. */
  counted?: true;
}

/** What a missing word of a label costs, against what a said one is worth. */
const missing = 0.6;
/** Synonyms are chosen by us or by CMS, so a whole one says more than the same words by chance. */
const wholeBonus = 0.15;

/** What clinicians leave out of the name of a body part: `right knee`, `left upper lobe`, `inguinal`. */
const leftOut = new Set(['joint', 'region', 'gland', 'lung', 'intracranial', 'vertebral', 'body']);

/** All values of all tables by what they are called. Sides are told apart elsewhere. */
export class Labels {
  readonly #byKey = new Map<string, Wording[]>();
  readonly #worth = new Map<string, number>();
  readonly #places = new Set<string>();
  readonly #leftOut: ReadonlySet<string>;

  constructor(parts: PcsParts, vocabulary: PcsVocabulary, lexicon: Lexicon) {
    this.#leftOut = new Set([...leftOut].map((word) => lexicon.key(word)));
    const seen = new Set<string>();
    const counts = new Map<string, number>();
    const add = (title: string, text: string, isSynonym: boolean) => {
      const label = splitSide(title).base;
      const keys = [
        ...new Set(lexicon.words(text).flatMap(({ key }) => (key.startsWith('!') && !isSynonym ? [] : key))),
      ];
      const name = `${label}\t${[...keys].sort().join(' ')}`;
      if (keys.length === 0 || seen.has(name)) return;
      seen.add(name);
      for (const key of keys) {
        counts.set(key, (counts.get(key) ?? 0) + 1);
        const sharing = this.#byKey.get(key) ?? [];
        sharing.push({ label, keys, isSynonym, text });
        this.#byKey.set(key, sharing);
      }
    };
    for (const { rows } of parts.tables?.tables ?? [])
      for (const axes of rows) {
        for (const { values } of axes)
          for (const [, label] of values) add(label, splitSide(label).base, false);
        for (const [, label] of axes[0]?.values ?? []) this.#places.add(splitSide(label).base);
      }
    for (const { label, wordings } of vocabulary.values) for (const text of wordings) add(label, text, true);
    for (const { position, titles, includes } of parts.definitions?.definitions ?? [])
      if (position === 4 || position === 6)
        for (const title of titles) for (const text of includes) addSynonym(title, text, add);
    for (const { path, use } of parts.index?.entries ?? [])
      if (use !== undefined) addSynonym(use, path.join(' '), add);
    for (const { device, parent } of parts.definitions?.aggregates ?? []) add(parent, device, true);
    const most = Math.log(seen.size + 1);
    for (const [key, count] of counts) this.#worth.set(key, Math.max(0.15, 1 - Math.log(count + 1) / most));
  }

  /** Whether a label (without side) is a body part of some table. */
  isPlace(label: string): boolean {
    return this.#places.has(label);
  }

  /** How much a word tells, 0.15–1; 0.5 for one that no label has. */
  worth(key: string): number {
    return this.#worth.get(key) ?? 0.5;
  }

  /** What the words of a text (by their places) speak for, by label. */
  evidence(keys: readonly string[]): Map<string, LabelEvidence> {
    const places = new Map<string, number>();
    for (const [place, key] of keys.entries()) if (!places.has(key)) places.set(key, place);
    const tried = new Set<Wording>();
    const found = new Map<string, LabelEvidence>();
    for (const key of places.keys()) {
      for (const wording of this.#byKey.get(key) ?? []) {
        if (tried.has(wording)) continue;
        tried.add(wording);
        const evidence = this.#weigh(wording, places);
        const known = evidence && found.get(wording.label);
        if (evidence && (!known || known.score < evidence.score)) found.set(wording.label, evidence);
      }
    }
    return found;
  }

  #weigh({ keys, isSynonym, text }: Wording, places: ReadonlyMap<string, number>): LabelEvidence | undefined {
    let score = 0;
    let whole = true;
    let isPartOnly = false;
    const words = new Set<number>();
    for (const key of keys) {
      const place = places.get(key);
      if (place === undefined) {
        if (isSynonym) return undefined;
        whole = false;
        isPartOnly ||= !this.#leftOut.has(key);
        score -= missing * this.worth(key);
      } else {
        words.add(place);
        score += this.worth(key);
      }
    }
    // One word of a label is not its name: `cyst` is no cystic duct.
    if (score <= 0 || (isPartOnly && words.size < 2)) return undefined;
    return { score: score + (whole ? wholeBonus : 0), words, whole, ...(isSynonym && { by: text }) };
  }
}

/** Device labels of the index and of the key end in the systems they are of: `… in Heart and Great Vessels`. */
function addSynonym(
  title: string,
  text: string,
  add: (title: string, text: string, isSynonym: boolean) => void,
): void {
  // `Stent, intraluminal (cardiovascular)(urinary)`: what stands in parentheses may be missing.
  add(title.replace(/ (?:in|for) .*$/s, ''), withoutParentheses(text), true);
}
