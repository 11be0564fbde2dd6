import type { LoopUse } from '../guides/guide.ts';
import { component, element, type Segment } from '../tokens/segment.ts';

/** One occurrence of a loop in a file: its own segments and the loops in it, in order. */
export interface Loop {
  readonly id: string;
  readonly use: LoopUse;
  readonly parent: Loop | undefined;
  readonly segments: Segment[];
  readonly loops: Loop[];
  /** Identifiers of segments that stand in it with a code that fits no use of them, or nearby. */
  unsure: Set<string> | undefined;
  /** What {@link perLoop} and {@link growing} remember of it, by question. */
  known: unknown[] | undefined;
}

/** From here on rules do not miss in the loop what may stand in it wrongly coded, or nearby out of its place. */
export function makeUnsure(loop: Loop, id: string): void {
  loop.unsure ??= new Set();
  loop.unsure.add(id);
}

// Rules ask these of every loop, so they go without closures and lists where they can.

/** The segments of one kind, by the code in element 01 (or its first component) when given. */
export function all(loop: Loop, id: string, ...codes: string[]): Segment[] {
  const found: Segment[] = [];
  for (const segment of loop.segments) if (isOne(segment, id, codes)) found.push(segment);
  return found;
}

export function first(loop: Loop | undefined, id: string, ...codes: string[]): Segment | undefined {
  if (!loop) return undefined;
  for (const segment of loop.segments) if (isOne(segment, id, codes)) return segment;
  return undefined;
}

function isOne(segment: Segment, id: string, codes: readonly string[]): boolean {
  if (segment.id !== id) return false;
  return codes.length === 0 || codes.includes(component(segment, 1, 1));
}

const none: Loop[] = [];

export function loopsOf(loop: Loop | undefined, id: string): Loop[] {
  if (!loop || loop.loops.length === 0) return none;
  const found: Loop[] = [];
  for (const inner of loop.loops) if (inner.id === id) found.push(inner);
  return found;
}

export function loopOf(loop: Loop | undefined, id: string): Loop | undefined {
  if (!loop) return undefined;
  for (const inner of loop.loops) if (inner.id === id) return inner;
  return undefined;
}

/** The loop itself or the nearest loop around it with that id. */
export function around(loop: Loop | undefined, id: string): Loop | undefined {
  let at = loop;
  while (at !== undefined && at.id !== id) at = at.parent;
  return at;
}

/** An element's text, or undefined when it is empty or the segment is not there. */
export function value(segment: Segment | undefined, index: number): string | undefined {
  return (segment && element(segment, index)) || undefined;
}

/** A component's text, or undefined when it is empty or the segment is not there. */
export function part(segment: Segment | undefined, index: number, number: number): string | undefined {
  return (segment && component(segment, index, number)) || undefined;
}

let questions = 0;

/**
 * Makes something that is kept with each loop for as long as the loop is. A WeakMap would do the same, but
 * this is asked for with each segment.
 */
export function growing<T>(start: (loop: Loop) => T): (loop: Loop) => T {
  const question = questions++;
  return (loop) => {
    loop.known ??= [];
    const known = loop.known[question];
    if (known !== undefined) return known as T;
    const fresh = start(loop);
    loop.known[question] = fresh;
    return fresh;
  };
}

/**
 * Makes a reading of a loop that is done once, however many rules ask for it, and again when the loop has
 * grown. What it reads of other loops has to be there for good.
 */
export function perLoop<T>(read: (loop: Loop) => T): (loop: Loop) => T {
  const lastOf = growing((): { size: number; answer: T | undefined } => ({ size: -1, answer: undefined }));
  return (loop) => {
    const last = lastOf(loop);
    const size = loop.segments.length + loop.loops.length;
    if (last.size !== size) {
      last.answer = read(loop);
      last.size = size;
    }
    return last.answer as T;
  };
}

/**
 * Adds up something of a loop's segments. Where inner loops ask it one by one, each sum goes on from the last,
 * however the loop grew since: so the time does not grow with the square of the file.
 */
export function tally(of: (segment: Segment) => number): (loop: Loop) => number {
  const lastOf = growing(() => ({ read: 0, sum: 0 }));
  return (loop) => {
    const last = lastOf(loop);
    for (; last.read < loop.segments.length; last.read++) {
      const segment = loop.segments[last.read];
      if (segment) last.sum += of(segment);
    }
    return last.sum;
  };
}
