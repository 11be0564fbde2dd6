/** The one before (−1) or after (1) another in a list; at either end, and for one that is not there, the nearest. */
export function neighbour<Item extends { id: string }>(
  items: readonly Item[],
  id: string | undefined,
  by: 1 | -1,
): Item | undefined {
  const place = items.findIndex((item) => item.id === id);
  if (place === -1) return items[0];
  return items[Math.min(items.length - 1, Math.max(0, place + by))];
}
