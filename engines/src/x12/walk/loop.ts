import type { LoopUse } from '../guides/guide.ts';
import { component, element, type Segment } from '../tokens/segment.ts';

/** One occurrence of a loop in a file: its own segments and the loops in it, in order. */
export interface Loop {
  readonly id: string;
  readonly use: LoopUse;
  readonly parent: Loop | undefined;
  readonly segments: Segment[];
  readonly loops: Loop[];
  /** Identifiers of segments that stand in it with a code that fits no use of them. */
  unsure: Set<string> | undefined;
}

/** The segments of one kind, by the code in element 01 (or its first component) when given. */
export function all(loop: Loop, id: string, ...codes: string[]): Segment[] {
  return loop.segments.filter(
    (segment) => segment.id === id && (codes.length === 0 || codes.includes(component(segment, 1, 1))),
  );
}

export function first(loop: Loop | undefined, id: string, ...codes: string[]): Segment | undefined {
  return loop?.segments.find(
    (segment) => segment.id === id && (codes.length === 0 || codes.includes(component(segment, 1, 1))),
  );
}

export function loopsOf(loop: Loop | undefined, id: string): Loop[] {
  return loop?.loops.filter((inner) => inner.id === id) ?? [];
}

export function loopOf(loop: Loop | undefined, id: string): Loop | undefined {
  return loop?.loops.find((inner) => inner.id === id);
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
