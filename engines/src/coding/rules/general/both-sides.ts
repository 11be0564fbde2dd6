import type { Candidate } from '../../candidates.ts';
import { wordsOf } from '../../words.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';

const both = new Set(['bilateral', 'bilaterally', 'both', 'ou', 'b/l', 'bilat']);
const rightWords = new Set(['right', 'rt', 'right-sided', 'rightsided']);
const leftWords = new Set(['left', 'lt', 'left-sided', 'leftsided']);

const handed = /\b(?:right|left|R|L)[- ](?:handed|handedness|hand[- ]dominant)\b|\b[RL]HD\b/gi;

function sidesIn(said: string): { right: boolean; left: boolean; both: boolean } {
  // The hand that somebody writes with is no side of a disease.
  const text = said.replace(handed, ' ');
  const words = wordsOf(text).map((word) => word.text);
  // `R` and `L` count only in capitals; `l` is a litre.
  const capital = (letter: string) => text.split(/[^A-Za-z0-9]/).includes(letter);
  return {
    right: words.some((word) => rightWords.has(word)) || capital('R'),
    left: words.some((word) => leftWords.has(word)) || capital('L'),
    both: words.some((word) => both.has(word)),
  };
}

interface Sides {
  right?: string;
  left?: string;
  both?: string;
}

/** The codes of the sides among the siblings of a code. */
function sidesOf(code: string, { book }: Case): Sides {
  const parents = book.lookup(code)?.parents ?? [];
  const parent = parents.at(-1)?.code;
  if (!parent) return {};
  const found: Sides = {};
  for (const child of book.children(parent)) {
    const title = book.lookup(child)?.title.toLowerCase() ?? '';
    if (/\bbilateral\b/.test(title)) found.both ??= child;
    else if (/\bright\b/.test(title)) found.right ??= child;
    else if (/\bleft\b/.test(title)) found.left ??= child;
  }
  return found;
}

/** What the rest of the record says about the side of the same thing, when it says only one. */
function sideElsewhere(candidate: Candidate, { read }: Case) {
  const category = candidate.code.slice(0, 3);
  const sides = { right: false, left: false, both: false };
  for (const { mentions } of read) {
    for (const mention of mentions) {
      if (mention.assertion !== 'present' || mention.code.slice(0, 3) !== category) continue;
      const said = sidesIn(mention.clause.text);
      sides.right ||= said.right;
      sides.left ||= said.left;
      sides.both ||= said.both;
    }
  }
  return sides;
}

/** Takes the side from the record, and both codes where the list has no bilateral one. */
export const bothSides: CodingRule = {
  id: 'both-sides',
  source: 'ICD-10-CM Official Guidelines I.B.13 Laterality',
  reason: 'The side that the record states is coded.',
  apply(candidates, about) {
    return candidates.flatMap((candidate) => {
      const sides = sidesOf(candidate.code, about);
      if (!sides.right || !sides.left) return [candidate];
      if (!/unspecified/i.test(candidate.title)) return [candidate, ...otherSide(candidate, sides, about)];
      const own = sidesIn(candidate.context);
      const said = own.right || own.left || own.both ? own : sideElsewhere(candidate, about);
      if (said.both || (said.right && said.left)) {
        const codes = sides.both ? [sides.both] : [sides.right, sides.left];
        return codes.map((code) => onSide(candidate, code, 'Both sides stated', about));
      }
      if (said.right) return [onSide(candidate, sides.right, 'Right side stated', about)];
      if (said.left) return [onSide(candidate, sides.left, 'Left side stated', about)];
      return [candidate];
    });
  },
};

/** A name of both sides was completed with the first of their two codes. */
function otherSide(candidate: Candidate, sides: Sides, about: Case): Candidate[] {
  const { code, evidence } = candidate;
  const saysBoth = evidence.some(({ quote }) => sidesIn(quote).both);
  if (!saysBoth || sides.both || (code !== sides.right && code !== sides.left)) return [];
  const other = code === sides.right ? sides.left : sides.right;
  return other ? [onSide(candidate, other, 'Both sides stated', about)] : [];
}

/** The code of a side, brought to one that can be billed: a lump of the right breast is divided once more. */
function onSide(candidate: Candidate, side: string, why: string, { book }: Case): Candidate {
  const { code, billable, missing } = book.complete(side, candidate.context);
  return billable ? { ...moved(candidate, code, book, why), missing } : candidate;
}
