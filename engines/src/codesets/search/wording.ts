import type { IndexTerm } from '../../model/index.ts';
import { foldSpelling } from './fold.ts';
import type { Lexicon } from './lexicon.ts';

/** The words of a term: those a text must have, and those it may have. */
export interface Wording {
  required: string[];
  optional: string[];
}

/** `Abnormal, abnormality, abnormalities` repeats one word; `Abduction contracture, hip` qualifies. */
function isVariantOf(main: string, piece: string): boolean {
  const [a, b] = [foldSpelling(main), foldSpelling(piece.trim())];
  if (b.includes(' ')) return false;
  return a.slice(0, 4) === b.slice(0, 4) || a.split(' ').some((word) => word.slice(0, 4) === b.slice(0, 4));
}

/** `gland or node`: every choice of one word on either side of `or`, at most four wordings. */
function alternatives(text: string): string[] {
  if (!/\sor\s/.test(text)) return [text];
  let wordings = [text.split(/\s+/)];
  for (let round = 0; round < 2; round++) {
    wordings = wordings.flatMap((words) => {
      const at = words.indexOf('or');
      if (at <= 0 || at + 1 >= words.length) return [words];
      return [
        [...words.slice(0, at), ...words.slice(at + 2)],
        [...words.slice(0, at - 1), ...words.slice(at + 1)],
      ];
    });
  }
  return wordings.map((words) => words.join(' '));
}

/** What the columns of the neoplasm table and of the drug table ask of the text besides site or substance. */
const columns: Record<string, string[]> = {
  'malignant primary': ['cancer'],
  'malignant secondary': ['metastasis'],
  'ca in situ': ['cancer situ'],
  benign: ['benign tumor', 'benign'],
  uncertain: ['tumor uncertain behavior'],
  'uncertain behavior': ['tumor uncertain behavior'],
  unspecified: ['tumor'],
  'unspecified behavior': ['tumor'],
  'poisoning accidental': ['poisoning accidental', 'poisoning'],
  'poisoning intentional': ['poisoning intentional'],
  'poisoning assault': ['poisoning assault'],
  'poisoning undetermined': ['poisoning undetermined'],
  'adverse effect': ['adverse effect'],
  underdosing: ['underdosing'],
};

const columnNames = Object.keys(columns);

/** What a column of a table asks of the text besides site or substance, in other words each. */
export function columnWordings(column: string): string[] {
  const name = column.toLowerCase();
  const known = columnNames.find((key) => name === key) ?? columnNames.find((key) => name.startsWith(key));
  return (known && columns[known]) || [name];
}

/** What a term is read from. */
export type Worded = Pick<IndexTerm, 'kind' | 'path' | 'nonessential' | 'column'>;

/**
 * Reads the words of index paths, drawn together so that the order in which a text says them does not
 * matter. Terms share levels, nonessential words and columns with their neighbours; each is read once.
 */
export class WordingReader {
  readonly #lexicon: Lexicon;
  readonly #keys = new Map<string, readonly string[]>();
  readonly #wordless = new Map<string, boolean>();
  readonly #levels = new Map<string, string>();
  readonly #columns = new Map<string, readonly string[]>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  read(term: Worded): Wording[] {
    // A last level of which nothing is left (`due to`, with the rest in parentheses) would stand for its parent.
    const last = term.path.at(-1) ?? '';
    if (term.path.length > 1 && this.#isWordless(last)) return [];
    const optional = this.#distinctKeysOf(term.nonessential.join(' , '));
    const inside: string[] = [];
    const wordings: Wording[] = [];
    const choices = alternatives(this.#textOf(term));
    for (const asked of this.#askedBy(term)) {
      for (const choice of choices) {
        const bare = withoutParentheses(choice, (text) => inside.push(...this.#distinctKeysOf(text)));
        const required = new Set(this.#lexicon.words(`${bare} ; ${asked}`).map((word) => word.key));
        if (required.size === 0) continue;
        const others = inside.length === 0 ? optional : [...new Set([...optional, ...inside])];
        wordings.push({ required: [...required], optional: others.filter((key) => !required.has(key)) });
      }
    }
    return wordings;
  }

  #isWordless(level: string): boolean {
    return remembered(
      this.#wordless,
      level,
      () => this.#lexicon.words(level).length === 0 && !/\b(?:NEC|NOS)\b/.test(level),
    );
  }

  #distinctKeysOf(text: string): readonly string[] {
    return remembered(this.#keys, text, () => [
      ...new Set(this.#lexicon.words(text).map((word) => word.key)),
    ]);
  }

  /** What the column asks for besides the path; one empty text where there is no column. */
  #askedBy({ kind, column }: Worded): readonly string[] {
    if (column === undefined || (kind !== 'neoplasm' && kind !== 'drug')) return [''];
    return remembered(this.#columns, column, () => columnWordings(column));
  }

  #textOf({ kind, path }: Worded): string {
    const asWritten = kind === 'title' || kind === 'inclusion' || kind === 'starter';
    const parts: string[] = [];
    let absent = false;
    for (const [level, written] of path.entries()) {
      if (kind === 'neoplasm' && level === 0) continue;
      const text = asWritten ? written : this.#levelText(written);
      // `without` on a level of its own speaks of what stands under it.
      parts.push(absent ? `without ${text}` : text);
      absent = /^\s*without\s*$/.test(text);
    }
    return parts.join(' , ');
  }

  /** A level of an index path: other spellings of its head as a choice, what qualifies it behind a comma. */
  #levelText(written: string): string {
    if (!written.includes(',')) return written;
    return remembered(this.#levels, written, () => {
      const [head = '', ...rest] = written.split(',');
      const kept = [head];
      for (const piece of rest) {
        if (!isVariantOf(head, piece)) kept.push(piece);
        // `Tendinitis, tendonitis`: another spelling is another choice of words; another form is the same word.
        else if (this.#lexicon.key(piece.trim()) !== this.#lexicon.key(head.trim()))
          kept[0] += ` or ${piece.trim()}`;
      }
      return kept.join(' , ');
    });
  }
}

/** A text without what stands in parentheses, which is handed on. */
function withoutParentheses(text: string, onInside: (inside: string) => void): string {
  if (!text.includes('(')) return text;
  return text.replaceAll('(', ' ( ').replace(/\([^()]*\)/g, (inside) => {
    onInside(inside);
    return ' ';
  });
}

function remembered<T>(known: Map<string, T>, text: string, read: () => T): T {
  const before = known.get(text);
  if (before !== undefined) return before;
  const fresh = read();
  known.set(text, fresh);
  return fresh;
}
