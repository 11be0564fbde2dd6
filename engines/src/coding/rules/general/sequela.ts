import type { Candidate } from '../../candidates.ts';
import { type CodingRule, moved } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';

const late = /\b(?:late effects?|sequelae?|residual(?:s)?|old healed)\b/i;
/** The late effect itself is said before these words, the injury behind them. */
const injuryBehind = /\b(?:late effects?|sequelae?|residual(?:s)?) (?:of|from|to)\b/i;

/** An injury of which only a late effect is left has the 7th character S, behind what it left. */
export const sequela: CodingRule = {
  id: 'sequela',
  source: 'ICD-10-CM Official Guidelines I.B.10 and I.C.19.a',
  reason: 'An injury that left something behind is coded as a sequela, after what it left.',
  apply(candidates, about) {
    return candidates.map((candidate) => {
      if (!/^[ST]\S{6}A$/.test(candidate.code) || !isOver(candidate, about)) return candidate;
      const code = `${candidate.code.slice(0, -1)}S`;
      if (!about.book.lookup(code)?.billable) return candidate;
      const before = Math.max(
        candidate.order,
        ...candidates.map(({ order }) => (order <= candidate.order ? order : 0)),
      );
      return { ...moved(candidate, code, about.book, 'A late effect of it is left'), order: before + 0.5 };
    });
  },
};

function isOver(candidate: Candidate, about: Parameters<typeof clauseAround>[0]): boolean {
  return candidate.evidence.some((evidence) => {
    const clause = clauseAround(about, evidence);
    const said = clause && late.exec(clause.text);
    // `No residual pain` denies what would be left.
    if (!said || readingOf(clause).of(said.index, said.index + said[0].length) === 'negated') return false;
    const match = injuryBehind.exec(clause.text);
    return !match || evidence.end - clause.start > match.index;
  });
}
