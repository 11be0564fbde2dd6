import { component, element, type Segment } from '../tokens/segment.ts';
import { around, type Loop, loopsOf } from '../walk/loop.ts';

/** Where something stands: loops to go through, then a segment with its code, then an element and component. */
export interface Ref {
  text: string;
  /** The enclosing loop to begin in. */
  around?: string;
  path: string[];
  segment?: string;
  code?: string;
  element?: number;
  part?: number;
}

/** A reference, and the values that are asked for; any that is there when none are named. */
export interface Alternative {
  ref: Ref;
  exactly?: ReadonlySet<string>;
  beginnings?: readonly string[];
}

export function loopsAt(loop: Loop, { around: outer, path }: Ref): Loop[] {
  const start = outer === undefined ? loop : around(loop, outer);
  if (start && path.length === 0) return [start];
  let loops = start ? [start] : [];
  for (const id of path) loops = loops.flatMap((one) => loopsOf(one, id));
  return loops;
}

/** A reference to a loop alone means its first segment. */
function isMeant(segment: Segment, index: number, { segment: id, code }: Ref): boolean {
  if (id === undefined) return index === 0;
  return segment.id === id && (code === undefined || component(segment, 1, 1) === code);
}

export function segmentsIn(loop: Loop, ref: Ref): Segment[] {
  const found: Segment[] = [];
  for (let index = 0; index < loop.segments.length; index++) {
    const segment = loop.segments[index];
    if (segment && isMeant(segment, index, ref)) found.push(segment);
  }
  return found;
}

export function valueAt(segment: Segment, { element: index, part }: Ref): string {
  if (index === undefined) return segment.id;
  return part === undefined ? element(segment, index) : component(segment, index, part);
}

export function holdsFor(segment: Segment, { ref, exactly, beginnings }: Alternative): boolean {
  const text = valueAt(segment, ref);
  if (exactly === undefined && beginnings === undefined) return text !== '';
  if (exactly?.has(text)) return true;
  return text !== '' && beginnings !== undefined && beginnings.some((one) => text.startsWith(one));
}

/** The first segment for which an alternative holds. Without lists: this is asked of every loop many times. */
export function findHolding(loop: Loop, alternative: Alternative): Segment | undefined {
  const { ref } = alternative;
  const start = ref.around === undefined ? loop : around(loop, ref.around);
  return start && findFrom(start, alternative, 0);
}

function findFrom(loop: Loop, alternative: Alternative, depth: number): Segment | undefined {
  const { ref } = alternative;
  const id = ref.path[depth];
  if (id === undefined) {
    for (let index = 0; index < loop.segments.length; index++) {
      const segment = loop.segments[index];
      if (segment && isMeant(segment, index, ref) && holdsFor(segment, alternative)) return segment;
    }
    return undefined;
  }
  for (const inner of loop.loops) {
    if (inner.id !== id) continue;
    const found = findFrom(inner, alternative, depth + 1);
    if (found) return found;
  }
  return undefined;
}
