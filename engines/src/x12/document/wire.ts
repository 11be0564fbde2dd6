import { encode, latin1 } from '../tokens/bytes.ts';
import type { Delimiters } from '../tokens/segment.ts';
import { X12WriteError } from '../write/draft.ts';

// The last of each list are control characters, which data never holds, so a choice always exists.
const candidates: Readonly<Record<keyof Delimiters, readonly string[]>> = {
  element: ['*', '|', '!', '\u001d'],
  component: [':', '>', '<', '\u001f'],
  repetition: ['^', '%', '`', '\u001e'],
  segment: ['~', "'", '{', '\u001c'],
};

export const usualDelimiters: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };

const beyondAscii = /[\u0080-\uffff]/;

/**
 * Where segments go, and what is known while they are written: the delimiters, the place in the document for
 * errors, and the delimiters that a text turned out to hold. What it takes are texts, what it gives are texts
 * of one character a byte.
 */
export class Wire {
  readonly delimiters: Delimiters;
  readonly encoding: 'UTF-8' | 'ISO-8859-1';
  /** Delimiters that occur in the data, so that all has to be written again with others. */
  readonly collisions = new Set<string>();
  readonly #segments: string[] = [];
  readonly #path: (string | number)[];
  readonly #end: string;
  readonly #unfit: RegExp;
  readonly #unfitEnvelope: RegExp;

  constructor(
    delimiters: Delimiters,
    {
      path,
      encoding,
      lineBreak,
    }: { path: (string | number)[]; encoding: Wire['encoding']; lineBreak: string },
  ) {
    this.delimiters = delimiters;
    this.encoding = encoding;
    this.#path = path;
    this.#end = delimiters.segment + lineBreak;
    const { element, component, repetition = '', segment } = delimiters;
    this.#unfit = unfit(element + component + repetition + segment);
    this.#unfitEnvelope = unfit(element + segment);
  }

  /** How many segments were written so far. */
  get count(): number {
    return this.#segments.length;
  }

  emit(id: string, elements: readonly string[]): void {
    this.#segments.push([id, ...elements].join(this.delimiters.element));
  }

  /** Everything so far, one character a byte. */
  written(): string {
    return this.#segments.map((segment) => segment + this.#end).join('');
  }

  /** Does something within a member, so that an error names it. */
  into<T>(step: string | number, work: () => T): T {
    this.#path.push(step);
    const result = work();
    this.#path.pop();
    return result;
  }

  error(message: string): X12WriteError {
    const at = this.#path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
    return new X12WriteError(at.replace(/^\./, '') || 'document', message);
  }

  unknown(name: string, known: readonly string[]): X12WriteError {
    const shown = known.length <= 30 ? known.join(', ') : `${known.slice(0, 30).join(', ')} …`;
    return this.into(name, () => this.error(`is not known here; what may stand here is ${shown}`));
  }

  /** An element or component. */
  text(value: unknown): string {
    return this.#checked(value, this.#unfit);
  }

  /** An element of the envelope, where only element separator and terminator mean something. */
  envelopeText(value: unknown): string {
    return this.#checked(value, this.#unfitEnvelope);
  }

  /** Data of BIN and BDS: whatever it holds, one character a byte. */
  binary(value: unknown): string {
    const text = this.#string(value);
    if (/[\u0100-\uffff]/.test(text)) throw this.error('must have one character for each byte of the data');
    return text;
  }

  repeated(texts: readonly string[]): string {
    const { repetition } = this.delimiters;
    if (repetition === undefined)
      throw this.error('repeats, but the interchange declares no repetition separator');
    return texts.join(repetition);
  }

  #string(value: unknown): string {
    if (typeof value === 'string') return value;
    throw this.error(
      typeof value === 'number'
        ? 'must be a text in quotes, not a number: as it stands in the file'
        : 'must be a text',
    );
  }

  #checked(value: unknown, unfitting: RegExp): string {
    const text = this.#string(value);
    if (unfitting.test(text)) this.#judge(text, unfitting);
    return beyondAscii.test(text) ? this.#bytes(text) : text;
  }

  #judge(text: string, unfitting: RegExp): void {
    const { element, component, repetition, segment } = this.delimiters;
    for (const character of text) {
      if (!unfitting.test(character)) continue;
      if (![element, component, repetition, segment].includes(character) || character < ' ') {
        throw this.error('holds a control character, which X12 cannot carry');
      }
      this.collisions.add(character);
    }
  }

  #bytes(text: string): string {
    if (this.encoding === 'ISO-8859-1') {
      if (/[\u0100-\uffff]/.test(text)) throw this.error('holds a character that ISO-8859-1 has not');
      return text;
    }
    if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
      throw this.error('holds half a character');
    return latin1(encode(text));
  }
}

function unfit(delimiters: string): RegExp {
  const escaped = delimiters.replace(/[\\\]^-]/g, '\\$&');
  return new RegExp(`[${escaped}\\u0000-\\u001f\\u007f-\\u009f]`);
}

/** The same delimiters, but for those that the data holds. */
export function otherDelimiters(delimiters: Delimiters, taken: ReadonlySet<string>): Delimiters {
  const kept = Object.values(delimiters).filter((character) => !taken.has(character));
  const choose = (role: keyof Delimiters, now: string): string =>
    taken.has(now)
      ? (candidates[role].find((character) => !taken.has(character) && !kept.includes(character)) ?? now)
      : now;
  const { element, component, repetition, segment } = delimiters;
  return {
    element: choose('element', element),
    component: choose('component', component),
    repetition: repetition === undefined ? undefined : choose('repetition', repetition),
    segment: choose('segment', segment),
  };
}
