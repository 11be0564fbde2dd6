import type { PcsParts } from '../edition-data.ts';
import type { PcsIndexEntry } from '../files/pcs-index.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { withoutParentheses } from './parentheses.ts';
import { type Pattern, readPattern } from './patterns.ts';
import type { PcsVocabulary } from './vocabulary.ts';

/** The beginning of codes, and the words that must be said for it: subterms of the index. */
export interface Target {
  pattern: Pattern;
  /** As written, to tell people: `0FT4`. */
  written: string;
  keys: readonly string[];
  /** How the index leads here: `Cholecystectomy > see Resection, Gallbladder`. */
  path?: string;
  /** The index only names an operation (`see Excision`), which every body system knows. */
  isAnywhere?: true;
}

/** Something that is done, by one of its names. */
export interface Operation {
  /** As printed: `Cholecystectomy`, `Excision`. */
  name: string;
  source: 'vocabulary' | 'index' | 'root';
  keys: readonly string[];
  /** For each procedure that the name stands for. */
  targets: readonly (readonly Target[])[];
  implies: readonly string[];
  note?: string;
}

/** Whether an operation only looks: Inspection of any system. */
export function isLook({ targets }: Operation): boolean {
  return targets.every((group) =>
    group.every(({ pattern }) => (pattern[0]?.has('0') || pattern[0]?.has('1')) && pattern[2]?.has('J')),
  );
}

/** The root operations of section 0 that a name may stand for, by their characters. */
export function rootsOf({ targets }: Operation): string {
  const roots = new Set(
    targets.flat().flatMap(({ pattern }) => (pattern[0]?.has('0') ? [...(pattern[2] ?? [])] : [])),
  );
  return [...roots].sort().join('');
}

/** A name of an operation that a text says, and the places of its words in it. */
export interface Named {
  operation: Operation;
  words: ReadonlySet<number>;
}

/** Sections whose operations are told by their own words; in others every table has the same one or two. */
const rootSections = /^[0-6]/;
/** Main terms by which clinicians name what is used, not what is done. */
const materials = new Set(['Graft', 'Implantation', 'Fitting', 'Packing']);
/** Operations of the index that stand behind a reference without codes: `see Control bleeding in`. */
const plainReference = /^([A-Z][a-z]+)\b/;

const byWorth = { vocabulary: 2, index: 1, root: 0 } as const;

/** Every operation of an edition by its names: ours, the index's main terms, and the operations of the tables. */
export class Operations {
  readonly #byKey = new Map<string, Operation[]>();
  readonly #lexicon: Lexicon;
  readonly #roots = new Map<string, string[]>();
  readonly #rootWords = new Set<string>();

  constructor(parts: PcsParts, vocabulary: PcsVocabulary, lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const { code, names } of parts.tables?.tables ?? []) {
      const root = names[2] ?? '';
      if (rootSections.test(code)) this.#roots.set(root, [...(this.#roots.get(root) ?? []), code]);
    }
    for (const { names, targets, implies, note } of vocabulary.operations) {
      const read = targets.map((group) => group.flatMap((written) => this.#target(written)));
      for (const name of names)
        this.#add({
          name,
          source: 'vocabulary',
          keys: this.#keys(name),
          targets: read,
          implies,
          ...(note && { note }),
        });
    }
    for (const [name, tables] of this.#roots) {
      for (const key of this.#keys(name)) this.#rootWords.add(key);
      const targets = tables.flatMap((table) => this.#target(table));
      this.#add({ name, source: 'root', keys: this.#keys(name), targets: [targets], implies: [] });
    }
    this.#addIndex(parts.index?.entries ?? []);
  }

  #keys(text: string): string[] {
    return [...new Set(this.#lexicon.words(text).map(({ key }) => key))].filter(
      (key) => !key.startsWith('!'),
    );
  }

  #target(written: string, more: Partial<Target> = {}): Target[] {
    // `*S` is the operation S of every body system.
    const codes = written.startsWith('*') ? `0.${written.slice(1)}` : written;
    return [{ pattern: readPattern(codes), written, keys: [], ...more }];
  }

  #add(operation: Operation): void {
    // The word that fewest names have would be best; the longest serves as well and needs no counting.
    const rarest = [...operation.keys].sort((a, b) => b.length - a.length)[0];
    if (rarest === undefined) return;
    const sharing = this.#byKey.get(rarest) ?? [];
    sharing.push(operation);
    this.#byKey.set(rarest, sharing);
  }

  /** Main terms that are not themselves operations of the tables; their subterms are conditions. */
  #addIndex(entries: readonly PcsIndexEntry[]): void {
    const byTerm = new Map<string, Target[]>();
    for (const entry of entries) {
      const [main = ''] = entry.path;
      if (
        entry.use !== undefined ||
        materials.has(main) ||
        this.#roots.has(main.replace(/ (?:of|in|from|with|device)\b.*$/s, ''))
      )
        continue;
      byTerm.set(main, [...(byTerm.get(main) ?? []), ...this.#indexTargets(entry)]);
    }
    for (const [main, targets] of byTerm) {
      // What stands in parentheses may be missing, and may also be a name: `PTCA (percutaneous …)`.
      const names = [withoutParentheses(main)];
      for (const name of names)
        this.#add({ name: main, source: 'index', keys: this.#keys(name), targets: [targets], implies: [] });
    }
  }

  #indexTargets({ path, codes, see }: PcsIndexEntry): Target[] {
    const keys = path.slice(1).flatMap((part) => this.#keys(part.replace(/\([^)]{0,80}\)/g, ' ')));
    const shown = [...path, ...(see === undefined ? [] : [`see ${see}`])].join(' > ');
    const more = { keys, path: shown };
    if (codes !== undefined) return this.#target(codes, more);
    const root = plainReference.exec(see ?? '')?.[1] ?? '';
    return (this.#roots.get(root) ?? []).flatMap((table) =>
      this.#target(table, { ...more, isAnywhere: true }),
    );
  }

  /** Whether a word is the name of an operation of the tables: `drainage`. */
  isRootWord(key: string): boolean {
    return this.#rootWords.has(key);
  }

  /** The operations that a text names, longest names first; of names within others only the longer stay. */
  namedIn(keys: readonly string[]): Named[] {
    const places = new Map<string, number[]>();
    for (const [place, key] of keys.entries()) places.set(key, [...(places.get(key) ?? []), place]);
    const found: Named[] = [];
    for (const [place, key] of keys.entries()) {
      for (const operation of this.#byKey.get(key) ?? []) {
        const words = near(operation.keys, places, place);
        if (words) found.push({ operation, words });
      }
    }
    found.sort(
      (a, b) =>
        b.words.size - a.words.size ||
        spread(a.words) - spread(b.words) ||
        byWorth[b.operation.source] - byWorth[a.operation.source] ||
        first(a.words) - first(b.words),
    );
    const chosen: Named[] = [];
    for (const one of found) if (!chosen.some((other) => overlaps(one.words, other.words))) chosen.push(one);
    return chosen.sort((a, b) => first(a.words) - first(b.words));
  }
}

/** How far apart the words of a name may stand: `arthroplasty of the right knee`. */
const reach = 6;

/** The places nearest to `from` of every key, or undefined when one is not near. */
function near(keys: readonly string[], places: ReadonlyMap<string, number[]>, from: number) {
  const words = new Set<number>();
  for (const key of keys) {
    let best: number | undefined;
    for (const place of places.get(key) ?? [])
      if (best === undefined || Math.abs(place - from) < Math.abs(best - from)) best = place;
    if (best === undefined || Math.abs(best - from) > reach) return undefined;
    words.add(best);
  }
  return words;
}

export function first(words: ReadonlySet<number>): number {
  return Math.min(...words);
}

export function last(words: ReadonlySet<number>): number {
  return Math.max(...words);
}

function spread(words: ReadonlySet<number>): number {
  return last(words) - first(words);
}

function overlaps(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}
