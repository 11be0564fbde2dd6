import type { Entry } from '../entry.ts';
import { parts } from '../paper-form.ts';

/** A list in a row of fields, which goes on in the same fields of the next page when there are more. */
export interface Run {
  pages: number;
  /** What a page (from 1) shows of it. */
  on(page: number): Entry[];
}

/**
 * Writes items into places. A list that fits stands on every page, as everything on the form does; of one that
 * does not, each item stands once.
 */
export function run<T>(
  places: readonly string[],
  items: readonly T[],
  write: (place: string, item: T, index: number) => Entry[],
): Run {
  const groups = parts(items, places.length);
  return {
    pages: groups.length,
    on(page) {
      const number = groups.length === 1 ? 0 : page - 1;
      return (groups[number] ?? []).flatMap((item, index) =>
        write(places[index] ?? '', item, number * places.length + index),
      );
    },
  };
}
