import type { LexWord } from './lex-word.ts';
import type { Lexicon } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a larger part of the body, and how well it answers for the part that was named, 0–1. */
export interface WiderWord {
  key: string;
  fit: number;
}

interface Part {
  keys: string[];
  wider: WiderWord[];
}

/** What the next larger part is worth beside the part itself, and each one beyond it beside the one before. */
const nearest = 0.8;
const farther = 0.92;
/** `lower` of `lower limb` says nothing without its limb. */
const qualifier = 0.15;
const qualifiers = new Set(['upper', 'lower', 'small', 'large', 'external']);

/**
 * Knows which part of the body belongs to which: codes often name only the larger one, so that who says `toe`
 * means what the classification says of the foot, or of the lower limb.
 */
export class Sites {
  readonly #parts = new Map<string, Part[]>();

  constructor(lexicon: Lexicon, sites: Vocabulary['sites'] = []) {
    const keysOf = (text: string) => lexicon.words(text).map((word) => word.key);
    for (const { part, wholes } of sites) {
      const keys = keysOf(part);
      const first = keys[0];
      if (first === undefined) continue;
      const wider = new Map<string, number>();
      for (const [step, whole] of wholes.entries()) {
        const fit = nearest * farther ** step;
        for (const key of keysOf(whole)) {
          if (keys.includes(key) || wider.has(key)) continue;
          wider.set(key, qualifiers.has(key) ? qualifier : fit);
        }
      }
      const sharing = this.#parts.get(first) ?? [];
      sharing.push({ keys, wider: [...wider].map(([key, fit]) => ({ key, fit })) });
      sharing.sort((a, b) => b.keys.length - a.keys.length);
      this.#parts.set(first, sharing);
    }
  }

  /** For each word, the words of what it is a part of; nothing for words that name no part of the body. */
  widen(words: readonly LexWord[]): (readonly WiderWord[])[] {
    const wider: (readonly WiderWord[])[] = words.map(() => []);
    for (let at = 0; at < words.length; at++) {
      const part = this.#partAt(words, at);
      if (!part) continue;
      wider.fill(part.wider, at, at + part.keys.length);
      at += part.keys.length - 1;
    }
    return wider;
  }

  #partAt(words: readonly LexWord[], at: number): Part | undefined {
    const sharing = this.#parts.get(words[at]?.key ?? '');
    return sharing?.find(({ keys }) => keys.every((key, k) => words[at + k]?.key === key));
  }
}
