import { composites } from '../standard/composites.ts';
import { dataElements } from '../standard/elements.ts';
import type { Layout } from '../standard/layout.ts';
import { compositeNames, type NameSlot, type SegmentNames, segmentNames } from '../standard/names.ts';
import { segmentLayouts } from '../standard/segments.ts';

/** What a repeated place of a {@link Shape} is in the tree. */
export interface ElementShape {
  /** Element 01 and component 1 are 1. */
  at: number;
  /** The data element or composite: `1028`, `C003`. */
  of: string;
  /** Its name, in the object itself or in an item of the list; absent for an item of a plain list. */
  name: string | undefined;
  list: string | undefined;
  /** In the list, from zero. */
  index: number;
  /** The components, where it is a composite. */
  parts: Shape | undefined;
  /** May be repeated with the repetition separator, and is a list therefore. */
  repeats: boolean;
  /** Holds any byte, so that nothing in it is a delimiter. */
  binary: boolean;
}

/** A segment or composite as an object: its elements in order and by name. */
export interface Shape {
  /** What an element beyond the last is called: `element22`, `component9`. */
  extra: 'element' | 'component';
  elements: readonly ElementShape[];
  /** Those that are no part of a list. */
  byName: ReadonlyMap<string, ElementShape>;
  lists: ReadonlyMap<string, ListShape>;
}

/** A list that several elements of one segment make: of texts and composites, or of objects by name. */
interface ListShape {
  items: readonly (ElementShape | ReadonlyMap<string, ElementShape>)[];
}

const noLayout: Layout = { parts: [], relations: [] };

function makeShape(extra: Shape['extra'], layout: Layout, names: SegmentNames | undefined): Shape {
  const elements = layout.parts.map((part, index): ElementShape => {
    const slot: NameSlot = names?.slots[index] ?? { name: `${extra}${index + 1}` };
    return {
      at: index + 1,
      of: part.of,
      name: slot.name,
      list: slot.list?.name,
      index: slot.list?.index ?? 0,
      parts: composites.has(part.of) ? compositeShape(part.of) : undefined,
      repeats: part.repeats > 1,
      binary: dataElements.get(part.of)?.type === 'B',
    };
  });
  const byName = new Map<string, ElementShape>();
  const lists = new Map<string, { items: (ElementShape | Map<string, ElementShape>)[] }>();
  for (const element of elements) {
    if (element.list === undefined) {
      byName.set(element.name ?? '', element);
      continue;
    }
    const list = lists.get(element.list) ?? { items: [] };
    lists.set(element.list, list);
    if (element.name === undefined) {
      list.items.push(element);
      continue;
    }
    const item = list.items[element.index];
    if (item instanceof Map) item.set(element.name, element);
    else list.items.push(new Map([[element.name, element]]));
  }
  return { extra, elements, byName, lists };
}

const compositeShapes = new Map<string, Shape>();
const segmentShapes = new Map<string, Shape>();

function compositeShape(id: string): Shape {
  const known = compositeShapes.get(id);
  if (known) return known;
  const shape = makeShape('component', composites.get(id) ?? noLayout, compositeNames.get(id));
  compositeShapes.set(id, shape);
  return shape;
}

/** The shape of a segment of the standard. */
export function segmentShape(id: string): Shape {
  const known = segmentShapes.get(id);
  if (known) return known;
  const shape = makeShape('element', segmentLayouts.get(id) ?? noLayout, segmentNames.get(id));
  segmentShapes.set(id, shape);
  return shape;
}

/** The name of an element or component that has none: `element22`. */
export function extraName({ extra }: Shape, at: number): string {
  return `${extra}${at}`;
}

/** The place that such a name means, beyond those that have names; zero for any other name. */
export function extraPlace({ extra, elements }: Shape, name: string): number {
  if (!name.startsWith(extra)) return 0;
  const digits = name.slice(extra.length);
  const at = /^[1-9]\d{0,3}$/.test(digits) ? Number(digits) : 0;
  return at > elements.length ? at : 0;
}
