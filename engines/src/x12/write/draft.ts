import { composites } from '../standard/composites.ts';
import { dataElements } from '../standard/elements.ts';
import { segmentLayouts } from '../standard/segments.ts';
import type { Delimiters } from '../tokens/segment.ts';

/** An element: a text, or the components of a composite. Absent and empty are the same. */
type Value = string | undefined | readonly (string | undefined)[];

/** A segment before its delimiters are known: the identifier, then the elements. */
export type DraftSegment = readonly [id: string, ...elements: Value[]];

/** Data that X12 cannot carry. `at` names the element; the data itself is not repeated. */
export class X12WriteError extends Error {
  readonly at: string;
  constructor(at: string, message: string) {
    super(`${at}: ${message}`);
    this.name = 'X12WriteError';
    this.at = at;
  }
}

const punctuation: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
};

/** Letters lose their accents, as payers' systems expect; whatever then is not printable ASCII is refused. */
function plain(text: string, at: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)) return text;
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’“”–—\u00a0]/g, (c) => punctuation[c] ?? c)
    .trim();
  if (/[^\x20-\x7e]/.test(folded)) throw new X12WriteError(at, 'holds a character that X12 cannot carry');
  return folded;
}

function withoutTrailingBlanks<T extends string | readonly string[]>(values: T[]): T[] {
  let length = values.length;
  while (length > 0 && (values[length - 1]?.length ?? 0) === 0) length--;
  return values.slice(0, length);
}

function fitted(text: string, number: string, at: string): string {
  const longest = dataElements.get(number)?.longest ?? Number.POSITIVE_INFINITY;
  const type = dataElements.get(number)?.type;
  const length = type === 'R' || type === 'N0' ? text.replace(/[-.]/g, '').length : text.length;
  if (length > longest) throw new X12WriteError(at, `is ${length} characters long, at most ${longest} fit`);
  return text;
}

/** A segment with clean texts and without trailing blanks: the identifier, then elements. */
type CleanSegment = readonly [string, (string | string[])[]];

function clean([id, ...elements]: DraftSegment): CleanSegment {
  const layout = segmentLayouts.get(id);
  const values = elements.map((value, index): string | string[] => {
    const at = `${id}${String(index + 1).padStart(2, '0')}`;
    const number = layout?.parts[index]?.of ?? '';
    if (value === undefined) return '';
    if (typeof value === 'string') return fitted(plain(value, at), number, at);
    const parts = value.map((part, p) =>
      part === undefined
        ? ''
        : fitted(plain(part, `${at}-${p + 1}`), composites.get(number)?.parts[p]?.of ?? '', `${at}-${p + 1}`),
    );
    return withoutTrailingBlanks(parts);
  });
  return [id, withoutTrailingBlanks(values)];
}

// The last of each list are control characters, which data never holds, so a choice always exists.
const candidates = {
  element: ['*', '|', '!', '\u001d'],
  component: [':', '>', '<', '\u001f'],
  repetition: ['^', '%', '`', '\u001e'],
  segment: ['~', "'", '{', '\u001c'],
} as const;

/** The usual delimiters, save those that occur in the data. No escape exists in X12. */
function chooseDelimiters(data: string): Delimiters {
  const choose = (list: readonly string[]) => list.find((c) => !data.includes(c)) ?? '';
  return {
    element: choose(candidates.element),
    component: choose(candidates.component),
    repetition: choose(candidates.repetition),
    segment: choose(candidates.segment),
  };
}

/**
 * Renders segments, ISA (sixteen padded elements, 11 and 16 left blank) first. Segments are not
 * followed by line breaks.
 */
export function render(isa: readonly string[], drafts: readonly DraftSegment[]): string {
  const segments = drafts.map(clean);
  const data = isa.join('') + segments.map(([, values]) => values.flat().join('')).join('');
  const delimiters = chooseDelimiters(data);
  const { element, component, repetition, segment } = delimiters;
  const header = isa.map((value, i) => (i === 10 ? (repetition ?? '') : i === 15 ? component : value));
  const body = segments.map(([id, values]) =>
    [id, ...values.map((value) => (typeof value === 'string' ? value : value.join(component)))].join(element),
  );
  return [['ISA', ...header].join(element), ...body, ''].join(segment);
}
