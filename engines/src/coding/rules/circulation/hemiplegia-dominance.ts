import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { said } from '../stated.ts';

/** Hemiplegia, monoplegia, and the same after a stroke: the last digits tell side and dominance. */
const paralysis = /^(?:G81|G83\.[123]|I69\.[0-9][345])/;
const leftHanded = /\bleft[- ]hand(?:ed|edness)\b|\bleft (?:hand )?dominant\b/gi;
const ambidextrous = /\bambidextrous\b/gi;

/**
 * Which side is dominant where the record does not say: the right, or whichever is affected of one who uses
 * both hands. A left side affected is the non-dominant one.
 */
export const hemiplegiaDominance: CodingRule = {
  id: 'hemiplegia-dominance',
  source: 'ICD-10-CM Official Guidelines I.C.6.a',
  reason:
    'A paralysed right side is taken as dominant and a left one as not, unless the record says otherwise.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => paralysis.test(code))) return [...candidates];
    const isLeftHanded = said(about, leftHanded) !== undefined;
    const usesBoth = said(about, ambidextrous) !== undefined;
    return candidates.map((candidate) => {
      const side = paralysis.test(candidate.code) ? sideOf(candidate) : undefined;
      if (!side || /\b(?:non-?)?dominant\b/i.test(candidate.context)) return candidate;
      const isDominant = usesBoth || (side === 'left') === isLeftHanded;
      const code = sibling(candidate, side, isDominant, about);
      if (!code || code === candidate.code) return candidate;
      const why = isDominant ? `The ${side} side is dominant` : `The ${side} side is not dominant`;
      return moved(candidate, code, about.book, why);
    });
  },
};

function sideOf({ title, context }: Candidate): 'left' | 'right' | undefined {
  const found = /\b(left|right)\b/i.exec(title) ?? /\b(left|right)\b/i.exec(context);
  return found?.[1]?.toLowerCase() as 'left' | 'right' | undefined;
}

function sibling({ code }: Candidate, side: string, isDominant: boolean, { book }: Case): string | undefined {
  const parent = book.lookup(code)?.parents.at(-1)?.code;
  return (parent ? book.children(parent) : []).find((child) => {
    const title = book.lookup(child)?.title.toLowerCase() ?? '';
    return title.includes(side) && title.includes(isDominant ? `${side} dominant` : `${side} non`);
  });
}
