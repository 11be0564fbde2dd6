import { type Alternative, type CodeBook, codeRanges, inRange } from '../model/index.ts';
import type { Candidate } from './candidates.ts';
import { whatItNeeds } from './what-it-needs.ts';

const mostAlternatives = 6;
/** Places kept for other readings of the words, beside the siblings of the code. */
const keptForRivals = 2;
/** Of one level of the tree; a longer list is for the search. */
const mostSiblings = 24;
/**
 * A reading that explains less than this share of what the chosen one explains is another subject: the further away
 * in the code set, the more it takes. Titles of factors and statuses share most of their words (`personal history
 * of …`), so among them it takes more too.
 */
const closeEnough = { sameCategory: 0.65, sameChapter: 0.7, elsewhere: 0.95 };
const closeEnoughForFactors = 0.85;

/** Factors and external causes are coded beside a disease, never in its stead; Z68 is taken from a measure. */
const isFactor = (code: string) => /^[V-Z]/.test(code);

/** How much of the words another reading has to explain; undefined where none is enough. */
function shareNeeded(code: string, rival: string): number | undefined {
  if (/^Z68/.test(rival) || (isFactor(rival) && !isFactor(code))) return undefined;
  const own = isFactor(code) ? closeEnoughForFactors : 0;
  if (rival.slice(0, 3) === code.slice(0, 3)) return Math.max(own, closeEnough.sameCategory);
  return Math.max(own, rival[0] === code[0] ? closeEnough.sameChapter : closeEnough.elsewhere);
}

/** In how many respects a title names no choice of its own: what is left over, and what is not known. */
const openness = (title: string) => [...title.matchAll(/\b(?:unspecified|other|NOS)\b/gi)].length;

/**
 * What a candidate might be instead: its siblings along the axes that the record leaves open (side, stage, kind,
 * phase of care), and what else its words could mean; each with what the record would have to state.
 */
export function alternativesTo(
  candidate: Candidate,
  taken: ReadonlySet<string>,
  book: CodeBook,
): Alternative[] {
  const found = new Map<string, Alternative>();
  const offer = (code: string) => {
    const entry = book.lookup(code);
    if (!entry?.billable || taken.has(code) || found.has(code)) return;
    const needs = whatItNeeds(candidate, entry);
    if (needs.length > 0) found.set(code, { code, title: entry.title, needs });
  };
  const rivals = rivalsOf(candidate, book).filter((code) => !taken.has(code));
  const room = mostAlternatives - Math.min(keptForRivals, rivals.length);
  for (const code of siblingsAlongOpenAxes(candidate, book)) {
    if (found.size >= room) break;
    offer(code);
  }
  for (const code of rivals) {
    if (found.size >= mostAlternatives) break;
    offer(code);
  }
  return [...found.values()];
}

/** From the nearest level of the tree up to the category: leaves beside a code that only says `unspecified`. */
function siblingsAlongOpenAxes({ code, title, context, missing }: Candidate, book: CodeBook): string[] {
  const parents = (book.lookup(code)?.parents ?? []).map((parent) => parent.code);
  const line = [...parents.filter((parent) => parent.length >= 3), code];
  const found: string[] = [];
  for (let at = line.length - 1; at > 0; at--) {
    const [parent = '', own = ''] = [line[at - 1], line[at]];
    // A code that leaves nothing open is at home under `other and unspecified` by the order of the list alone.
    const isAbove = own !== code;
    if (isAbove && openness(title) === 0) break;
    const siblings = book.children(parent).filter((one) => one !== own);
    if (siblings.length === 0 || siblings.length > mostSiblings) continue;
    if (!isOpen(own, siblings, missing, book)) continue;
    for (const sibling of siblings) {
      const leaf = book.complete(sibling, context);
      // Further up, what shares no word with the code is another disease (`cerebral cysts` beside encephalopathy).
      if (isAbove && !isAkin(title, titleOf(sibling, book))) continue;
      const saysMore = openness(titleOf(sibling, book)) < openness(titleOf(own, book));
      if (leaf.billable && leaf.code.startsWith(sibling) && saysMore) found.push(leaf.code);
    }
  }
  return found;
}

/** Words that tell what a disease is, by their beginning: `encephalopathy` and `encephalopathies` are one. */
function stemsOf(title: string): Set<string> {
  const words = title.toLowerCase().match(/[a-z]{5,40}/g) ?? [];
  return new Set(words.filter((word) => !says.test(word)).map((word) => word.slice(0, 6)));
}

/** Words of titles that name no disease and no part of the body. */
const says =
  /^(?:other|unspecified|specified|classified|elsewhere|without|initial|subsequent|encounter|closed|right|left|acute|chronic|disease|diseases|disorder|disorders|syndrome|type|exacerbation)$/;

function isAkin(one: string, other: string): boolean {
  const stems = stemsOf(one);
  return [...stemsOf(other)].some((stem) => stems.has(stem));
}

/** Whether the record left a level of the tree undecided: the default was taken, or the choice says `unspecified`. */
function isOpen(
  own: string,
  siblings: readonly string[],
  missing: readonly string[],
  book: CodeBook,
): boolean {
  if (own.length === 8) return missing.includes('7th character');
  const open = openness(titleOf(own, book));
  return siblings.some((sibling) => openness(titleOf(sibling, book)) < open);
}

const titleOf = (code: string, book: CodeBook) => book.lookup(code)?.title ?? '';

/** What says less than the code chosen, within its category, is no alternative to it. */
function rivalsOf({ ground, context, code }: Candidate, book: CodeBook): string[] {
  const saysLess = (rival: string) =>
    rival.slice(0, 3) === code.slice(0, 3) && openness(titleOf(rival, book)) > 0;
  // What is coded beside it (`anemia in chronic kidney disease`) is not coded in its stead.
  const goesWith = (rival: string) =>
    (book.lookup(rival)?.notes ?? []).some(({ codeFirst = [] }) =>
      codeFirst.some((text) => codeRanges(text).some((range) => inRange(code, range))),
    );
  // What another category has left over (`other conduct disorders`) is found by few of the words, however many they are.
  const isFarLeftover = (rival: string) => {
    const title = titleOf(rival, book);
    if (rival.slice(0, 3) === code.slice(0, 3)) return false;
    return /\bother\b/i.test(title) || (rival[0] === code[0] && !isAkin(titleOf(code, book), title));
  };
  const isClose = (rival: string, score: number) => {
    const share = shareNeeded(code, rival);
    return share !== undefined && score >= ground.score * share && !isFarLeftover(rival);
  };
  return ground.rivals
    .filter((rival) => isClose(rival.code, rival.score))
    .map((rival) => book.complete(rival.code, context))
    .filter((leaf) => leaf.billable && leaf.code !== code && !saysLess(leaf.code) && !goesWith(leaf.code))
    .map((leaf) => leaf.code);
}
