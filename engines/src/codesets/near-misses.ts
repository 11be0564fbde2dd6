import type { CodeSystem } from '../model/index.ts';
import { beginningWith, type CodeOrder } from './code-order.ts';
import { displayCode } from './edition-data.ts';

/**
 * Codes that a code which does not exist may have meant: those that begin with it, those under the longest
 * beginning it shares with a known code, and those one typing mistake away.
 */
export function nearMisses(system: CodeSystem, bare: string, order: CodeOrder, limit: number): string[] {
  const found = new Set<string>();
  for (const typo of mistypings(bare)) {
    const code = displayCode(system, typo);
    if (codesFrom(code, 1).includes(code)) found.add(code);
  }
  for (let length = bare.length; length >= 3 && found.size < limit; length -= 1) {
    for (const code of codesFrom(displayCode(system, bare.slice(0, length)), limit)) found.add(code);
  }
  return [...found].slice(0, limit);

  function codesFrom(start: string, most: number): string[] {
    return beginningWith(order, start, most).map((place) => order.codes.at(place));
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
