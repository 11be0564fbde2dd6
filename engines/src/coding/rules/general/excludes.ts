import { type CodeBook, codeRanges, inRange } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import type { CodingRule } from '../rule.ts';
import { sameSide } from './specific-over-unspecified.ts';

/** Whether the tabular list says at one code that the other is never coded with it. */
export function excludes(book: CodeBook, code: string, other: string): boolean {
  const notes = book.lookup(code)?.notes ?? [];
  return notes.some((placed) =>
    (placed.excludes1 ?? []).some((text) => codeRanges(text).some((range) => inRange(other, range))),
  );
}

const isSymptom = ({ code }: Candidate) => /^R/.test(code);

/** Which of two codes that exclude each other gives way: the symptom, else the one that says less. */
function weaker(a: Candidate, b: Candidate): Candidate | undefined {
  if (isSymptom(a) !== isSymptom(b)) return isSymptom(a) ? a : b;
  const vague = ({ title }: Candidate) => /unspecified|not specified as acute or chronic/i.test(title);
  if (vague(a) !== vague(b)) return vague(a) ? a : b;
  return undefined;
}

/** Of two codes that an Excludes1 note keeps apart, the weaker goes; two strong ones stay and carry a note. */
export const excludesOne: CodingRule = {
  id: 'excludes1',
  source: 'ICD-10-CM Official Guidelines I.A.12.a',
  reason: 'An Excludes1 note keeps the two codes apart; the one that says less gives way.',
  apply(candidates, { book }) {
    const dropped = new Set<Candidate>();
    for (const [at, a] of candidates.entries()) {
      for (const b of candidates.slice(at + 1)) {
        if (dropped.has(a) || dropped.has(b)) continue;
        // What is on the other side is another condition (I.A.12.a, exception).
        if (!sameSide(a, b) || !keptApart(a, b, book)) continue;
        const loser = weaker(a, b);
        if (loser) dropped.add(loser);
      }
    }
    return candidates.filter((candidate) => !dropped.has(candidate));
  },
  standsFor: (other, candidate, { book }) => keptApart(other, candidate, book),
};

/** Whether an Excludes1 note at either code keeps them apart. */
export function keptApart(a: Pick<Candidate, 'code'>, b: Pick<Candidate, 'code'>, book: CodeBook): boolean {
  return excludes(book, a.code, b.code) || excludes(book, b.code, a.code);
}
