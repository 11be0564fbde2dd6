import type { Delimiters, Segment } from '../tokens/segment.ts';
import type { Fill } from './plan.ts';
import { type ElementShape, extraName, type Shape } from './shape.ts';
import { isTreeObject, type RawElement, type RawSegment, type TreeObject, type TreeValue } from './tree.ts';

/** What writing would put into elements by itself, by number. */
export type Expected = readonly (string | undefined)[];

const nothing: Expected = [];

/**
 * Puts the elements of a segment into `target` by name, but for those that are as expected. False when the
 * segment has not the shape its layout gives it (components or repetitions where none may be); `target` is
 * of no use then.
 */
export function readElements(
  { elements, delimiters }: Segment,
  shape: Shape,
  target: TreeObject,
  expected: Expected = nothing,
): boolean {
  if (!readParts(elements, 0, shape, delimiters, target, expected)) return false;
  for (let at = 1; at < expected.length; at++) {
    const element = shape.elements[at - 1];
    // A separator at the end is there as an empty text already.
    if (element && expected[at] !== undefined && (elements[at] ?? '') === '' && at !== elements.length - 1)
      put(target, element, null);
  }
  return true;
}

/** Says of each element that writing would fill in that it was not sent. */
export function settleFills(target: TreeObject, fills: ReadonlyMap<number, Fill>): void {
  for (const { element, parts } of fills.values()) {
    const found = got(target, element);
    if (parts === undefined) {
      if (found === undefined) put(target, element, null);
    } else if (isTreeObject(found)) settleFills(found, parts);
  }
}

/** `shift` is one when part 1 stands at index 0. */
function readParts(
  texts: readonly string[],
  shift: 0 | 1,
  shape: Shape,
  delimiters: Delimiters,
  target: TreeObject,
  expected: Expected,
): boolean {
  const last = texts.length - 1;
  for (let index = 1 - shift; index <= last; index++) {
    const text = texts[index] ?? '';
    // Nothing is left out at the end: an empty text says that the separator was sent.
    if (text === '' && index !== last) continue;
    if (text === expected[index]) continue;
    const element = shape.elements[index - 1 + shift];
    if (element === undefined) {
      if (hasStructure(text, delimiters)) return false;
      target[extraName(shape, index + shift)] = text;
      continue;
    }
    const value = element.binary || text === '' ? text : readValue(text, element, delimiters);
    if (value === undefined) return false;
    put(target, element, value);
  }
  return true;
}

function readValue(text: string, element: ElementShape, delimiters: Delimiters): TreeValue | undefined {
  const { repetition } = delimiters;
  if (element.repeats) {
    const texts = repetition === undefined ? [text] : text.split(repetition);
    const values: TreeValue[] = [];
    for (const one of texts) {
      const value = one === '' ? '' : readSingle(one, element, delimiters);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }
  if (repetition !== undefined && text.includes(repetition)) return undefined;
  return readSingle(text, element, delimiters);
}

function readSingle(text: string, { parts }: ElementShape, delimiters: Delimiters): TreeValue | undefined {
  const isComposed = text.includes(delimiters.component);
  if (parts === undefined) return isComposed ? undefined : text;
  const value: TreeObject = {};
  const texts = isComposed ? text.split(delimiters.component) : [text];
  return readParts(texts, 1, parts, delimiters, value, nothing) ? value : undefined;
}

function hasStructure(text: string, { component, repetition }: Delimiters): boolean {
  return text.includes(component) || (repetition !== undefined && text.includes(repetition));
}

/** Puts a value where an element belongs, making the list and the item that it is part of. */
function put(target: TreeObject, element: ElementShape, value: TreeValue): void {
  const { list, index, name } = element;
  if (list === undefined) {
    if (name !== undefined) target[name] = value;
    return;
  }
  const found = target[list];
  const items: TreeValue[] = Array.isArray(found) ? found : [];
  if (items !== found) target[list] = items;
  while (items.length <= index) items.push(name === undefined && element.parts === undefined ? '' : {});
  const item = items[index];
  if (name === undefined) items[index] = value;
  else if (isTreeObject(item)) item[name] = value;
}

/** What stands where an element belongs. */
function got(target: TreeObject, { list, index, name }: ElementShape): TreeValue | undefined {
  if (list === undefined) return target[name ?? ''];
  const items = target[list];
  const item = Array.isArray(items) ? items[index] : undefined;
  if (name === undefined) return item;
  return isTreeObject(item) ? item[name] : undefined;
}

/** A segment without names. Binary data is not cut up. */
export function rawSegment({ id, elements, delimiters }: Segment): RawSegment {
  const isBinary = id === 'BIN' || id === 'BDS';
  const texts = elements.slice(1);
  return [id, ...texts.map((text, index) => (isBinary && index > 0 ? text : rawElement(text, delimiters)))];
}

function rawElement(text: string, { component, repetition }: Delimiters): RawElement {
  const single = (one: string) => (one.includes(component) ? one.split(component) : one);
  if (repetition === undefined || !text.includes(repetition)) return single(text);
  return { repeated: text.split(repetition).map(single) };
}
