import { tidy } from './read.ts';

/**
 * Splits nonessential modifiers as printed: `(acquired (secondary)) (nonfamilial)` gives two. Text that
 * stands outside the parentheses belongs to the title.
 */
export function splitNonessential(text: string): { outside: string; nonessential: string[] } {
  if (!text.includes('(')) return { outside: tidy(text), nonessential: [] };
  const nonessential: string[] = [];
  let outside = '';
  let depth = 0;
  let word = '';
  for (const character of text) {
    if (character === '(' && depth++ === 0) continue;
    if (character === ')' && depth > 0 && --depth === 0) {
      if (word.trim()) nonessential.push(tidy(word));
      word = '';
    } else if (depth > 0) word += character;
    else outside += character;
  }
  if (word.trim()) nonessential.push(tidy(word));
  return { outside: tidy(outside), nonessential };
}

/**
 * Whether an entry has more levels or words in parentheses than the index could have (10 and 23 in the official one).
 * Both are copied to every entry below, so that a small file could fill the memory.
 */
export function isOverfull(path: readonly string[], nonessential: readonly string[]): boolean {
  return path.length > 64 || nonessential.length > 200;
}

const codePattern = /^[A-Z][0-9A-Z]{2}(\.[0-9A-Z]{0,4})?-?$/;

/**
 * Reads a code as an index prints it. `S52.5-` (incomplete: choose below) is the category `S52.5`;
 * `--` (no code applies) and anything else that is not a code is undefined.
 */
export function readIndexCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (!codePattern.test(code)) return undefined;
  return code.replace(/-$/, '').replace(/\.$/, '');
}
