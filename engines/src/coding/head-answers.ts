import type { CodeBook, CodeHit } from '../model/index.ts';
import { namesNothing, withoutEverydayWords } from './general-terms.ts';
import type { Group, Part } from './head-parts.ts';

/** A code for a stretch of a head. */
export interface Answer {
  part: Part;
  hit: CodeHit;
  /** What the search offers besides, best first. */
  others: CodeHit[];
}

/** Findings of a healthy body that the index would take for something. */
const healthy = /^(?:normal )?(?:sinus rhythm|(?:kidney|renal|liver|thyroid|lung|cardiac) function)\b/i;

/** What more details may cost of an answer's score, as long as they only specify it. */
const leastSpecified = 0.45;

/**
 * The answer for a group: the best for its name with some of its details, and then with as many more as
 * stay within its category. `Heart failure with preserved EF (diastolic), warm and dry` stays a heart failure.
 */
export function answerOf(
  text: string,
  { start, end, ends }: Group,
  book: CodeBook,
  least: number,
): Answer | undefined {
  const stops = [...new Set([...ends.slice(0, mostDetails), end])];
  const found = stops.flatMap((to) => answer(text, { start, end: to }, book, leastSpecified) ?? []);
  let best: Answer | undefined;
  for (const one of found) if (one.hit.score > (best?.hit.score ?? 0)) best = one;
  if (!best || best.hit.score < least) return undefined;
  const category = best.hit.code.slice(0, 3);
  return found.findLast(({ hit }) => hit.code.slice(0, 3) === category) ?? best;
}

const mostDetails = 6;

/** `Without dyskinesia` is no code for what a head says to be with it. */
function contradicts(title: string, phrase: string): boolean {
  const lower = phrase.toLowerCase();
  return [...title.toLowerCase().matchAll(/\bwithout (?:mention of )?(\w{4,})/g)].some(([, word = '']) => {
    const at = lower.indexOf(word);
    return at > 0 && /\b(?:with |w\/ ?)(?:\w+ ){0,2}$/.test(lower.slice(0, at));
  });
}

/** Further down the answers speak of something else; they are still worth showing beside the one chosen. */
const mostTried = 3;
const mostOffered = 5;

/** `… due to glipizide (adverse effect)`: what was said of a drug names no disease of its own. */
const blamed =
  /\(adverse (?:drug )?(?:effect|reaction)[^)]{0,60}\)|, adverse (?:drug )?(?:effect|reaction).{0,60}$/i;
/** What is eaten is no disease of salt. */
const eaten = /\b(?:sodium|salt|potassium|sugar|fat|cholesterol|carb\w*|calorie) ?diet\b/i;

/** The best code for a stretch, where it explains enough of it. */
export function answer(text: string, part: Part, book: CodeBook, least: number): Answer | undefined {
  const phrase = withoutEverydayWords(text.slice(part.start, part.end).replace(blamed, ''));
  if (phrase.length < 2 || eaten.test(phrase) || healthy.test(phrase) || namesNothing(phrase))
    return undefined;
  const offered = book.search(phrase, { limit: mostOffered });
  const isFit = ({ billable, title }: CodeHit) => billable && !contradicts(title, phrase);
  const hit = offered.slice(0, mostTried).find(isFit);
  // The index by value is for the rule that reads the value.
  if (hit && /^Z68/.test(hit.code)) return undefined;
  if (!hit || hit.score < least) return undefined;
  return { part, hit, others: offered.filter((other) => other !== hit && isFit(other)) };
}
