import type { Fill } from './plan.ts';
import { type ElementShape, extraPlace, type Shape } from './shape.ts';
import { isObject } from './tree.ts';
import type { Wire } from './wire.ts';

export type Fills = ReadonlyMap<number, Fill>;

const noFills: Fills = new Map();

/** The elements of a segment, or the components of a composite, on their way out. */
export class Parts {
  readonly #texts: string[] = [];
  /** The last part that is sent, even if it is empty. */
  #last = 0;
  /** Parts that are said not to be sent. */
  readonly #withheld = new Set<number>();

  set(at: number, text: string): void {
    while (this.#texts.length < at) this.#texts.push('');
    this.#texts[at - 1] = text;
    if (at > this.#last) this.#last = at;
  }

  withhold(at: number): void {
    this.#withheld.add(at);
  }

  /** Gives a part a value unless something is said of it. */
  fill(at: number, text: string): void {
    if (this.get(at) === '' && !this.#withheld.has(at)) this.set(at, text);
  }

  get(at: number): string {
    return this.#texts[at - 1] ?? '';
  }

  sent(): string[] {
    return this.#texts.slice(0, this.#last);
  }
}

/** Writes one member of an object, if its name is one of the shape's; else answers false. */
export function writeNamed(
  parts: Parts,
  shape: Shape,
  fills: Fills,
  [name, value]: readonly [string, unknown],
  wire: Wire,
): boolean {
  const element = shape.byName.get(name);
  const list = shape.lists.get(name);
  const extra = element || list ? 0 : extraPlace(shape, name);
  if (!element && !list && extra === 0) return false;
  wire.into(name, () => {
    if (element) writeElement(parts, element, fills, value, wire);
    else if (list) writeList(parts, list.items, fills, value, wire);
    else if (value !== null) parts.set(extra, wire.text(value));
  });
  return true;
}

/** Fills in what the guide leaves no choice about, where nothing is said. */
export function fillIn(parts: Parts, fills: Fills): void {
  for (const [at, { value }] of fills) if (value !== undefined) parts.fill(at, value);
}

/** A whole segment (or composite) by names. */
export function writeParts(shape: Shape, fills: Fills, value: unknown, wire: Wire): Parts {
  if (!isObject(value)) throw wire.error('must be an object');
  const parts = new Parts();
  for (const member of Object.entries(value)) {
    if (member[1] === undefined || writeNamed(parts, shape, fills, member, wire)) continue;
    throw wire.unknown(member[0], namesOf(shape));
  }
  return parts;
}

function writeElement(parts: Parts, element: ElementShape, fills: Fills, value: unknown, wire: Wire): void {
  const { at } = element;
  if (value === null || value === '') {
    parts.withhold(at);
    if (value === '') parts.set(at, '');
  } else if (element.repeats) {
    const texts = repetitions(element, value, wire);
    if (texts.length > 0) parts.set(at, texts.length === 1 ? (texts[0] ?? '') : wire.repeated(texts));
  } else {
    const text = element.binary ? wire.binary(value) : single(element, fills.get(at), value, wire);
    if (text !== '') parts.set(at, text);
  }
}

function repetitions(element: ElementShape, value: unknown, wire: Wire): string[] {
  if (!Array.isArray(value)) throw wire.error('must be a list, for this element may be repeated');
  return value.map((one: unknown, index) => wire.into(index, () => single(element, undefined, one, wire)));
}

function single({ parts }: ElementShape, fill: Fill | undefined, value: unknown, wire: Wire): string {
  if (parts === undefined || value === '') return wire.text(value);
  const fills = fill?.parts ?? noFills;
  const inner = writeParts(parts, fills, value, wire);
  fillIn(inner, fills);
  return inner.sent().join(wire.delimiters.component);
}

type ListItem = ElementShape | ReadonlyMap<string, ElementShape>;

function writeList(parts: Parts, items: readonly ListItem[], fills: Fills, value: unknown, wire: Wire): void {
  if (value === null) return;
  if (!Array.isArray(value)) throw wire.error('must be a list');
  if (value.length > items.length) throw wire.error(`has ${value.length} items, and ${items.length} fit`);
  value.forEach((one: unknown, index) => {
    const item = items[index];
    if (item === undefined || one === undefined) return;
    wire.into(index, () => {
      if (isElement(item)) {
        // An empty text keeps a place free; at the end it says that the separator was sent.
        const isGap = one === '' && index < value.length - 1;
        writeElement(parts, item, fills, isGap ? null : one, wire);
      } else writeItem(parts, item, fills, one, wire);
    });
  });
}

function isElement(item: ListItem): item is ElementShape {
  return 'at' in item;
}

function writeItem(
  parts: Parts,
  item: ReadonlyMap<string, ElementShape>,
  fills: Fills,
  value: unknown,
  wire: Wire,
): void {
  if (!isObject(value)) throw wire.error('must be an object');
  for (const [name, one] of Object.entries(value)) {
    if (one === undefined) continue;
    const element = item.get(name);
    if (!element) throw wire.unknown(name, [...item.keys()]);
    wire.into(name, () => writeElement(parts, element, fills, one, wire));
  }
}

/** What a segment or composite may hold, for a message. */
export function namesOf(shape: Shape): string[] {
  return [...shape.byName.keys(), ...shape.lists.keys()];
}
