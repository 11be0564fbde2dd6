import type { Analyte } from './analyte.ts';
import { analytes } from './analytes.ts';
import { systolic } from './bedside.ts';
import type { Token } from './tokens.ts';

interface Label {
  words: readonly string[];
  analyte: Analyte;
}

const byFirstWord = new Map<string, Label[]>();
const exact = new Map<string, Analyte>();
const single = new Set<string>();
for (const analyte of [...analytes, systolic]) {
  for (const label of analyte.labels) {
    const words = label.split(' ');
    const first = words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, analyte }]);
    if (words.length === 1) single.add(first);
  }
  for (const name of analyte.exact ?? []) exact.set(name, analyte);
}
for (const labels of byFirstWord.values()) labels.sort((a, b) => b.words.length - a.words.length);

/** Whether these letters name a value by themselves, so that a digit behind them is the value: `K2.9`. */
export function isLabel(word: string): boolean {
  return exact.has(word) || single.has(word.toLowerCase());
}

export interface FoundLabel {
  analyte: Analyte;
  /** The place of the token behind it. */
  next: number;
}

/** The longest label that begins at a token; `-` inside (`PHQ-9`, `NT-proBNP`) counts for nothing. */
export function labelAt(tokens: readonly Token[], at: number): FoundLabel | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return numberedLabelAt(tokens, at);
  for (const { words, analyte } of byFirstWord.get(token.lower) ?? []) {
    const next = endOf(words, tokens, at);
    if (next > 0) return { analyte, next };
  }
  const analyte = exact.get(token.text);
  if (!analyte) return undefined;
  return { analyte, next: tokens[at + 1]?.text === '+' ? at + 2 : at + 1 };
}

/** `25-OH vitamin D` begins with a number. */
function numberedLabelAt(tokens: readonly Token[], at: number): FoundLabel | undefined {
  const token = tokens[at];
  if (token?.text !== '25') return undefined;
  for (const { words, analyte } of byFirstWord.get('25') ?? []) {
    const next = endOf(words, tokens, at);
    if (next > 0) return { analyte, next };
  }
  return undefined;
}

function endOf(words: readonly string[], tokens: readonly Token[], from: number): number {
  let at = from;
  for (const [place, word] of words.entries()) {
    if (place > 0) while (isJoin(tokens[at], tokens[at - 1])) at++;
    if (tokens[at]?.lower !== word) return 0;
    at++;
  }
  return at;
}

/** Marks inside a name: `T-score`, `25(OH) vitamin D`. */
function isJoin(token: Token | undefined, before: Token | undefined): boolean {
  return (
    token?.kind === 'mark' &&
    /^[-–()]$/.test(token.text) &&
    before !== undefined &&
    token.start - before.end <= 1
  );
}
