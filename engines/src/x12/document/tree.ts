/**
 * What a file holds, by names. Texts are as they were sent. An empty text stands for a separator at the end
 * of a segment that has nothing behind it; null for something that was not sent although writing would
 * fill it in.
 */
export type TreeValue = string | null | true | RawSegment | TreeObject | TreeValue[];

export interface TreeObject {
  [name: string]: TreeValue | undefined;
}

/** An element of a {@link RawSegment}: a text, the components of a composite, or repetitions of either. */
export type RawElement = string | readonly string[] | { repeated: readonly (string | readonly string[])[] };

/** A segment without names: the identifier, then the elements. */
export type RawSegment = readonly [id: string, ...elements: RawElement[]];

/** Members of a loop that no guide names. */
export const reserved = { order: 'order', unplaced: 'unplaced', headless: 'headless' } as const;

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In a tree, where an object has no list within. */
export function isTreeObject(value: TreeValue | undefined): value is TreeObject {
  return isObject(value);
}
