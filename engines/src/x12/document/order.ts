/** One segment or loop on its way into a file: the name it goes by, and what it is. */
export interface Placed<T> {
  name: string;
  item: T;
}

/**
 * The names to be kept so that {@link inOrder} gives back `sent`, the indices of members in the order they
 * came; undefined where that is the guide's order anyway. Only members whose place differs are named.
 */
export function orderOf(sent: readonly number[], nameOf: (index: number) => string): string[] | undefined {
  const due = [...sent].sort((a, b) => a - b);
  const differing = new Set<number>();
  for (let at = 0; at < sent.length; at++) {
    const index = sent[at];
    if (index !== undefined && index !== due[at]) differing.add(index);
  }
  if (differing.size === 0) return undefined;
  return sent.filter((index) => differing.has(index)).map(nameOf);
}

/**
 * Puts members in the order they are to be written. `placed` comes in the guide's order; the members that
 * `order` names change places among themselves so that they come as it says, each mention being the next
 * one of that name, and those beyond the mentions after them. All others stay where they are.
 */
export function inOrder<T>(placed: readonly Placed<T>[], order: readonly string[]): T[] {
  const named = new Map<string, T[]>();
  for (const name of order) named.set(name, []);
  for (const { name, item } of placed) named.get(name)?.push(item);
  const next = new Map<string, number>();
  const sequence: T[] = [];
  const take = (name: string) => {
    const at = next.get(name) ?? 0;
    const items = named.get(name) ?? [];
    next.set(name, at + 1);
    if (at < items.length) sequence.push(...items.slice(at, at + 1));
  };
  for (const name of order) take(name);
  for (const { name } of placed) if (named.has(name)) take(name);
  let at = 0;
  return placed.flatMap(({ name, item }) => (named.has(name) ? sequence.slice(at, ++at) : [item]));
}
