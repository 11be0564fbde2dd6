import { wordsOf } from '../../words.ts';
import type { ReadDocument } from '../rule.ts';

/** `34w2d`, `34 weeks`, `39 wks`: completed weeks of gestation. */
export function weeksIn(text: string): { weeks: number; start: number; end: number } | undefined {
  const words = wordsOf(text);
  for (const [at, { text: word, start, end }] of words.entries()) {
    const compact = /^(\d{1,2})w(?:ks?|eeks?)?(?:\d\/7|\dd|\d)?$/.exec(word);
    const next = words[at + 1];
    const spelled =
      /^\d{1,2}$/.test(word) && next !== undefined && /^(?:w|wk|wks|week|weeks)$/.test(next.text);
    const weeks = Number(compact?.[1] ?? (spelled ? word : Number.NaN));
    if (weeks >= 4 && weeks <= 44) return { weeks, start, end: spelled && next ? next.end : end };
  }
  return undefined;
}

/** Z3A: the code for completed weeks of gestation. */
export function weekCode(weeks: number): string {
  if (weeks < 8) return 'Z3A.01';
  return weeks > 42 ? 'Z3A.49' : `Z3A.${String(weeks).padStart(2, '0')}`;
}

/** The first week of gestation that a record states. */
export function weeksOf({ read }: { read: readonly ReadDocument[] }): number | undefined {
  for (const { clauses } of read) {
    for (const { text } of clauses) {
      const found = weeksIn(text);
      if (found) return found.weeks;
    }
  }
  return undefined;
}
