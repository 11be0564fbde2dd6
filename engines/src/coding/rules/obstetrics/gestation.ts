import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { wordsOf } from '../../words.ts';
import { added, type Case } from '../rule.ts';

/** `For 3 weeks`, `in 6 weeks`: how long something lasts or until it is due. */
const lasting = /\b(?:for|x|past|last|in|every|after|next|within|over) ?$/i;
/** `3 weeks ago`, `6 weeks postpartum`, `2 weeks of cough`. */
const ofElse = /^ (?:ago|later|old|post-?partum|post|after|of (?!gestation|pregnancy))/i;

/** `34w2d`, `34 weeks`, `39 wks`: completed weeks of gestation. */
export function weeksIn(text: string): { weeks: number; start: number; end: number } | undefined {
  const words = wordsOf(text);
  for (const [at, { text: word, start, end }] of words.entries()) {
    const compact = /^(\d{1,2})w(?:ks?|eeks?)?(?:\d\/7|\dd|\d)?$/.exec(word);
    const next = words[at + 1];
    const spelled =
      /^\d{1,2}$/.test(word) && next !== undefined && /^(?:w|wk|wks|week|weeks)$/.test(next.text);
    const weeks = Number(compact?.[1] ?? (spelled ? word : Number.NaN));
    if (!(weeks >= 4 && weeks <= 44)) continue;
    const last = spelled && next ? next.end : end;
    if (lasting.test(text.slice(Math.max(0, start - 8), start)) || ofElse.test(text.slice(last, last + 12)))
      continue;
    return { weeks, start, end: last };
  }
  return undefined;
}

/** Z3A: the code for completed weeks of gestation. */
function weekCode(weeks: number): string {
  if (weeks < 8) return 'Z3A.01';
  return weeks > 42 ? 'Z3A.49' : `Z3A.${String(weeks).padStart(2, '0')}`;
}

interface Weeks {
  weeks: number;
  evidence: Evidence;
}

/** The first weeks of gestation that a record states. */
export function weeksOf({ read }: Pick<Case, 'read'>): Weeks | undefined {
  for (const { document, clauses } of read) {
    for (const { text, start } of clauses) {
      const found = weeksIn(text);
      if (!found) continue;
      return { weeks: found.weeks, evidence: evidenceOf(document, start + found.start, start + found.end) };
    }
  }
  return undefined;
}

/** The code for the weeks that a record states, unless there is one. Source: I.C.15.a.7. */
export function weekOfGestation(candidates: readonly Candidate[], about: Case): Candidate | undefined {
  const found = candidates.some(({ code }) => /^Z3A/.test(code)) ? undefined : weeksOf(about);
  if (!found) return undefined;
  const { weeks, evidence } = found;
  return added(weekCode(weeks), [evidence], about, `${weeks} completed weeks`, candidates.length + 450);
}
