import type { LexWord } from './lex-word.ts';

/** The words of a wording, and those to read in their stead. */
export interface Rewrite {
  from: string[];
  to: string[];
}

/** Reads known wordings as others wherever they stand, the longest that fits first. */
export class Rewriter {
  readonly #byFirst = new Map<string, Rewrite[]>();

  constructor(rewrites: readonly Rewrite[]) {
    for (const rewrite of rewrites) {
      const first = rewrite.from[0];
      if (first === undefined) continue;
      const sharing = this.#byFirst.get(first) ?? [];
      sharing.push(rewrite);
      sharing.sort((a, b) => b.from.length - a.from.length);
      this.#byFirst.set(first, sharing);
    }
  }

  rewrite(words: readonly LexWord[]): LexWord[] {
    const out: LexWord[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word) break;
      const rewrite = this.#rewriteAt(words, i);
      if (!rewrite) {
        out.push(word);
        continue;
      }
      const last = words[i + rewrite.from.length - 1] ?? word;
      for (const [at, key] of rewrite.to.entries()) {
        const breakBefore = at === 0 && word.breakBefore;
        out.push({
          key,
          spelled: '',
          start: word.start,
          end: last.end,
          breakBefore,
          tail: word.tail === true,
        });
      }
      i += rewrite.from.length - 1;
    }
    return out;
  }

  #rewriteAt(words: readonly LexWord[], at: number): Rewrite | undefined {
    const sharing = this.#byFirst.get(words[at]?.key ?? '');
    return sharing?.find((rewrite) => rewrite.from.every((key, k) => words[at + k]?.key === key));
  }
}
