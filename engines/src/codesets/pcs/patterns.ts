/** Where codes begin that an operation may have: one set of characters for each place, undefined for any. */
export type Pattern = readonly (ReadonlySet<string> | undefined)[];

/** `0SR[CD]` as sets of characters. */
export function readPattern(text: string): Pattern {
  const places: (ReadonlySet<string> | undefined)[] = [];
  for (const [piece] of text.matchAll(/\[[^\]]+\]|./g)) {
    if (piece === '.') places.push(undefined);
    else places.push(new Set(piece.startsWith('[') ? characters(piece.slice(1, -1)) : piece));
  }
  return places;
}

const inOrder = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `3-B`: every character from the one to the other. */
function characters(list: string): string {
  return list.replace(/(.)-(.)/g, (_, from: string, to: string) =>
    inOrder.slice(inOrder.indexOf(from), inOrder.indexOf(to) + 1),
  );
}
