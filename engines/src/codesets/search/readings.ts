import type { IndexView } from './index-view.ts';
import type { LexWord } from './lex-word.ts';
import type { Lexicon } from './lexicon.ts';
import { weights } from './weights.ts';

/** One way to read a question. */
interface Reading {
  words: LexWord[];
  /** What an answer to it is worth beside the first reading, 0–1. */
  likelihood: number;
  /** The index term that led to it, by place. */
  by?: number;
}

/** The question with each of its abbreviations read in up to three ways, and as written. */
export function readingsOf(text: string, partial: boolean, { lexicon, morphologies }: IndexView): Reading[] {
  const plain = lexicon.words(text);
  const expanded = lexicon.words(text, { expand: true });
  const readings = [expanded];
  const keys = (words: typeof plain) => words.map((word) => word.key).join(' ');
  const seen = new Set([keys(readings[0] ?? [])]);
  const others = [
    ...partsOf(text).map((part) => lexicon.words(part, { expand: true })),
    lexicon.words(text, { expand: true, meaning: 1 }),
    lexicon.words(text, { expand: true, meaning: 2 }),
    // Who types in small letters means `MS` by `ms`; a note would not.
    ...(partial && text === text.toLowerCase() ? [lexicon.words(text.toUpperCase(), { expand: true })] : []),
    plain,
  ];
  for (const words of others) {
    if (seen.has(keys(words))) continue;
    seen.add(keys(words));
    readings.push(words);
  }
  const tumor = morphologies.ask(expanded);
  const tumors = tumorsOf(expanded, lexicon);
  const whole = tumors.length > 0 ? weights.twoTumors : 1;
  return [
    ...readings.map((words, meaning) => ({ words, likelihood: whole * weights.laterReading ** meaning })),
    ...tumors.map((words) => ({ words, likelihood: 1 })),
    ...(tumor ? [{ words: tumor.words, likelihood: 1, by: tumor.from }] : []),
  ];
}

/** `Ringworm (tinea corporis)` says one thing twice: the text around the parentheses and the text in them. */
function partsOf(text: string): string[] {
  const open = text.indexOf('(');
  const close = text.indexOf(')', open + 1);
  if (open < 0 || close < 0) return [];
  return [text.slice(open + 1, close), `${text.slice(0, open)} ${text.slice(close + 1)}`];
}

/**
 * `Bone metastasis from prostate cancer` asks for the bone, `colon cancer with liver metastasis` for the colon and
 * then for the liver: words of one tumor are no site of the other.
 */
function tumorsOf(words: readonly LexWord[], lexicon: Lexicon): LexWord[][] {
  const [cancer, metastasis] = [lexicon.key('cancer'), lexicon.key('metastasis')];
  const [before, after] = [words.filter((word) => !word.tail), words.filter((word) => word.tail)];
  const says = (part: readonly LexWord[], key: string) =>
    part.length > 1 && part.some((one) => one.key === key);
  if (after.length === 0) return [];
  if (says(before, metastasis)) return [before];
  return says(before, cancer) && says(after, metastasis) ? [before, after] : [];
}
