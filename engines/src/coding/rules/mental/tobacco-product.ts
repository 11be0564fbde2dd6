import type { Clause } from '../../clauses.ts';
import { type CodingRule, moved } from '../rule.ts';
import { firstSaid } from '../stated.ts';

const cigarettes = new Set([
  'cigarettes',
  'cigarette',
  'cig',
  'cigs',
  'cig/d',
  'cig/day',
  'cigs/day',
  'ppd',
  'pack',
  'packs',
]);

/** `Ice pack` cools, `e-cigarettes` are another product. */
function isSmoked({ text }: Clause, start: number, end: number): boolean {
  const word = text.slice(start, end).toLowerCase();
  if (/\b(?:e|electronic|vap\w+)[- ]$/i.test(text.slice(Math.max(0, start - 12), start))) return false;
  return (
    !word.startsWith('pack') ||
    /^(?: ?\/|[- ](?:per|a|years?|daily|of cig)\b)|^s? ?(?:day|daily)/i.test(text.slice(end, end + 12))
  );
}

/** A smoker's dependence is coded by the product, wherever the record names it. */
export const tobaccoProduct: CodingRule = {
  id: 'tobacco-product',
  source: 'ICD-10-CM index, Dependence, drug, nicotine; category F17',
  reason: 'Nicotine dependence is coded by the product that the record names.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => code === 'F17.200') || !about.book.lookup('F17.210')) {
      return [...candidates];
    }
    const said = firstSaid(about, cigarettes, isSmoked);
    if (!said) return [...candidates];
    return candidates.map((candidate) =>
      candidate.code === 'F17.200'
        ? {
            ...moved(candidate, 'F17.210', about.book, 'The product that the record names'),
            evidence: [...candidate.evidence, said],
          }
        : candidate,
    );
  },
};
