import { bareCode } from './edition-data.ts';
import type { StringTable } from './sections.ts';

/**
 * Codes that a code which does not exist may have meant: those that begin with it, those under the longest
 * beginning it shares with a known code, and those one typing mistake away. `sorted` lists rows by code.
 */
export function nearMisses(bare: string, codes: StringTable, sorted: Uint32Array, limit: number): string[] {
  const found: string[] = [];
  for (const typo of mistypings(bare)) if (!found.includes(typo)) collect(typo, true);
  for (let length = bare.length; length >= 3 && found.length < limit; length -= 1)
    collect(bare.slice(0, length), false);
  return found.slice(0, limit);

  /** Adds the code itself, or every code that begins like this. */
  function collect(start: string, exact: boolean): void {
    for (let at = firstNotBefore(start); at < sorted.length && found.length < limit; at += 1) {
      const code = codes.at(sorted[at] ?? 0);
      const candidate = bareCode(code);
      if (exact ? candidate !== start : !candidate.startsWith(start)) return;
      if (!found.includes(code)) found.push(code);
    }
  }

  function firstNotBefore(start: string): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bareCode(codes.at(sorted[middle] ?? 0)) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const lookalikes: Record<string, string> = {
  O: '0',
  '0': 'O',
  I: '1',
  '1': 'I',
  L: '1',
  S: '5',
  '5': 'S',
  Z: '2',
  B: '8',
};

/** A code with one letter taken for the digit it looks like, or with two neighbours exchanged. */
function mistypings(bare: string): string[] {
  const variants: string[] = [];
  for (let at = 0; at < bare.length; at += 1) {
    const lookalike = lookalikes[bare.charAt(at)];
    if (lookalike) variants.push(bare.slice(0, at) + lookalike + bare.slice(at + 1));
    if (at > 0 && at + 1 < bare.length) {
      variants.push(bare.slice(0, at) + bare.charAt(at + 1) + bare.charAt(at) + bare.slice(at + 2));
    }
  }
  return variants.filter((variant) => variant !== bare);
}
