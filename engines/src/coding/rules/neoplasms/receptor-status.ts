import type { Evidence } from '../../../model/index.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { said } from '../stated.ts';

const positive =
  /\b(?:ER|HR|estrogen[- ]receptors?|hormone[- ]receptors?)(?:[ /]?PR)?[- ]?(?:\+|positive|pos\b)/gi;
/** Codes that join the receptors with those of the epidermal growth factor, which the record then must name. */
const joined = /^Z17\.[2-4]/;
const growthFactor = /\bHER-?2|human epidermal\b/i;
const negative =
  /\b(?:ER|estrogen receptors?)(?:\/PR)?(?: ?[-−](?![\w])| (?:negative|neg)\b)|\btriple[- ]negative\b/gi;

/** A cancer of the breast has its estrogen receptors coded beside it. */
export const receptorStatus: CodingRule = {
  id: 'receptor-status',
  source: 'ICD-10-CM tabular list, note "use additional code" at C50 (Z17.-)',
  reason: 'The receptors that the record states are coded beside a cancer of the breast.',
  apply(candidates, about) {
    const breast = candidates.find(({ code }) => /^C50/.test(code));
    if (!breast) return [...candidates];
    const named = about.read.some(({ clauses }) => clauses.some(({ text }) => growthFactor.test(text)));
    const kept = candidates.filter(({ code }) => named || !joined.test(code));
    if (kept.some(({ code }) => /^Z17/.test(code))) return kept;
    const found = statusOf(about);
    const status =
      found && added(found.code, [found.evidence], about, 'Estrogen receptors stated', breast.order + 0.4);
    return status ? [...kept, status] : kept;
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
