import type { Evidence } from '../../model/index.ts';
import { added, type Case, type CodingRule } from './rule.ts';
import { said } from './stated.ts';

const positive = /\b(?:ER|estrogen receptors?)(?:\/PR)? ?(?:\+|positive|pos\b)/gi;
const negative =
  /\b(?:ER|estrogen receptors?)(?:\/PR)?(?: ?[-−](?![\w])| (?:negative|neg)\b)|\btriple[- ]negative\b/gi;

/** A cancer of the breast has its estrogen receptors coded beside it. */
export const receptorStatus: CodingRule = {
  id: 'receptor-status',
  source: 'ICD-10-CM tabular list, note "use additional code" at C50 (Z17.-)',
  reason: 'The receptors that the record states are coded beside a cancer of the breast.',
  apply(candidates, about) {
    const breast = candidates.find(({ code }) => /^C50/.test(code));
    if (!breast || candidates.some(({ code }) => /^Z17/.test(code))) return [...candidates];
    const found = statusOf(about);
    const status =
      found && added(found.code, [found.evidence], about, 'Estrogen receptors stated', breast.order + 0.4);
    return status ? [...candidates, status] : [...candidates];
  },
};

function statusOf(about: Case): { code: string; evidence: Evidence } | undefined {
  const with_ = said(about, positive);
  if (with_) return { code: 'Z17.0', evidence: with_.evidence };
  const without = saidNegative(about);
  return without && { code: 'Z17.1', evidence: without };
}

/** `ER negative` reads as a denial of itself. */
function saidNegative({ read }: Case): Evidence | undefined {
  for (const { document, clauses } of read) {
    for (const { text, start, section } of clauses) {
      if (section.kind === 'family-history') continue;
      const match = [...text.matchAll(negative)][0];
      if (!match) continue;
      const { documentId, version } = document;
      const from = start + match.index;
      return { documentId, version, start: from, end: from + match[0].length, quote: match[0] };
    }
  }
  return undefined;
}
