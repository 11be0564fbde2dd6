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

function columnWordings(column: string | undefined): string[] {
  if (column === undefined) return [''];
  const name = column.toLowerCase();
  const known =
    Object.keys(columns).find((key) => name === key) ??
    Object.keys(columns).find((key) => name.startsWith(key));
  return (known && columns[known]) || [name];
}

/** The words of index paths, drawn together so that the order in which a text says them does not matter. */
export function wordingsOf(
  term: Pick<IndexTerm, 'kind' | 'path' | 'nonessential' | 'column'>,
  lexicon: Lexicon,
): Wording[] {
  const optional: string[] = lexicon.words(term.nonessential.join(' , ')).map((word) => word.key);
  const parts: string[] = [];
  let absent = false;
  for (const [level, element] of term.path.entries()) {
    if (term.kind === 'neoplasm' && level === 0) continue;
    const [head = '', ...rest] =
      term.kind === 'title' || term.kind === 'inclusion' || term.kind === 'starter'
        ? [element]
        : element.split(',');
    const kept = [head];
    for (const piece of rest) {
      if (!isVariantOf(head, piece)) kept.push(piece);
      // `Tendinitis, tendonitis`: another spelling is another choice of words; another form is the same word.
      else if (lexicon.key(piece.trim()) !== lexicon.key(head.trim())) kept[0] += ` or ${piece.trim()}`;
    }
    const text = kept.join(' , ');
    // `without` on a level of its own speaks of what stands under it.
    parts.push(absent ? `without ${text}` : text);
    absent = /^\s*without\s*$/.test(text);
  }
  const wordings: Wording[] = [];
  // A last level of which nothing is left (`due to`, with the rest in parentheses) would stand for its parent.
  const last = term.path.at(-1) ?? '';
  if (term.path.length > 1 && lexicon.words(last).length === 0 && !/\b(?:NEC|NOS)\b/.test(last)) return [];
  const column = term.kind === 'neoplasm' || term.kind === 'drug' ? term.column : undefined;
  for (const asked of columnWordings(column)) {
    for (const choice of alternatives(parts.join(' , '))) {
      const bare = choice.replaceAll('(', ' ( ').replace(/\(\s*[^()]*\)/g, (inside) => {
        optional.push(...lexicon.words(inside).map((word) => word.key));
        return ' ';
      });
      const required = [...new Set(lexicon.words(`${bare} ; ${asked}`).map((word) => word.key))];
      if (required.length === 0) continue;
      wordings.push({ required, optional: [...new Set(optional)].filter((key) => !required.includes(key)) });
    }
  }
  return wordings;
}
