import type { CodeBook, TermMatch } from '../model/index.ts';
import { readAssertions } from './assertion.ts';
import type { Clause } from './clauses.ts';
import { headMentions } from './heads.ts';
import type { Mention, Rival } from './mention.ts';

/** Of overlapping terms the one that explains most, the longer name before its parts. */
function widest(matches: readonly TermMatch[]): TermMatch[] {
  const ranked = [...matches].sort((a, b) => b.weight - a.weight || a.end - a.start - (b.end - b.start));
  const chosen: TermMatch[] = [];
  for (const match of ranked) {
    if (chosen.some((other) => match.start < other.end && other.start < match.end)) continue;
    chosen.push(match);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** The terms that share their stretch of text with a chosen one. */
function rivalsAmong(matches: readonly TermMatch[]): (start: number, end: number, code: string) => Rival[] {
  const byStretch = new Map<string, TermMatch[]>();
  for (const match of matches) {
    const key = `${match.start}-${match.end}`;
    const known = byStretch.get(key);
    if (known) known.push(match);
    else byStretch.set(key, [match]);
  }
  return (start, end, chosen) =>
    (byStretch.get(`${start}-${end}`) ?? [])
      .filter(({ code }) => code !== chosen)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostRivals)
      .map(({ code, weight }) => ({ code, score: weight }));
}

const mostRivals = 4;

/** Sections whose list items and short lines are read as names of diagnoses. */
const namesDiagnoses: ReadonlySet<string> = new Set(['assessment', 'impression', 'plan']);

/** Every mention of a clause, in the order of the text. */
export function mentionsOf(clause: Clause, book: CodeBook, accept: (match: TermMatch) => boolean): Mention[] {
  const matches = book.findTerms(clause.text).filter(accept);
  if (clause.isHead && namesDiagnoses.has(clause.section.kind)) {
    const heads = headMentions(clause, book, matches);
    if (heads.length > 0) return heads;
  }
  if (matches.length === 0) return [];
  const reading = readAssertions(clause.text, clause.isQuestion);
  const chosen = widest(matches);
  const rivals = rivalsAmong(matches);
  return chosen.map(({ start, end, code, weight, path, manifestation }, at) => ({
    context: clause.text.slice(chosen[at - 1]?.end ?? 0, chosen[at + 1]?.start ?? clause.text.length),
    clause,
    start: clause.start + start,
    end: clause.start + end,
    code,
    assertion: reading.of(start, end),
    weight,
    path: [path],
    by: 'term',
    rivals: rivals(start, end, code),
    ...(manifestation && { manifestation }),
  }));
}
