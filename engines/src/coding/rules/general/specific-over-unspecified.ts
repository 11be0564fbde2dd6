import type { Candidate } from '../../candidates.ts';
import type { CodingRule } from '../rule.ts';

/** Whether a code says what is wrong, but not of which kind. */
export const vague = (candidate: Candidate) =>
  /unspecified|not specified as acute or chronic|\bNOS\b|without complications/i.test(candidate.title) ||
  /\.9\d?$/.test(candidate.code);

/** Sides must not contradict: left knee pain does not explain right knee pain. */
export function sameSide(a: Pick<Candidate, 'title'>, b: Pick<Candidate, 'title'>): boolean {
  const side = ({ title }: Pick<Candidate, 'title'>) => /\b(right|left)\b/i.exec(title)?.[1]?.toLowerCase();
  return side(a) === undefined || side(b) === undefined || side(a) === side(b);
}

/** A code that says less than another of its category says nothing beside it. */
export const specificOverUnspecified: CodingRule = {
  id: 'specific-over-unspecified',
  source: 'ICD-10-CM Official Guidelines I.B.2 and I.B.18',
  reason: 'A code that says less than another of its category adds nothing beside it.',
  apply(candidates) {
    return candidates.filter(
      (candidate) => !candidates.some((other) => other !== candidate && saysMore(other, candidate)),
    );
  },
  standsFor: saysMore,
};

function saysMore(other: Candidate, candidate: Candidate): boolean {
  return (
    vague(candidate) &&
    !vague(other) &&
    other.code.slice(0, 3) === candidate.code.slice(0, 3) &&
    sameSide(candidate, other)
  );
}
