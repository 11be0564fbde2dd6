import type { CodeBook, CodeHit } from '../model/index.ts';
import { namesNothing, withoutEverydayWords } from './general-terms.ts';
import { type Group, isSpreadTo, type Part } from './head-parts.ts';
import { wordsOf } from './words.ts';

/** A code for a stretch of a head. */
export interface Answer {
  part: Part;
  hit: CodeHit;
  /** What the search offers besides, best first. */
  others: CodeHit[];
}

/** Findings of a healthy body that the index would take for something. */
const healthy = /^(?:normal )?(?:sinus rhythm|(?:kidney|renal|liver|thyroid|lung|cardiac) function)\b/i;

/** `Normal exam` under an impression is the result of a test, not the reason for a visit. */
const nothingFound =
  /^(?:a )?(?:normal|unremarkable|negative|benign) (?:\w+ ){0,3}(?:exam\w*|stud(?:y|ies)|scan|eeg|ecg|ekg|echo\w*|colonoscopy|endoscopy|egd|mri|ct|x-?rays?|radiographs?|films?|ultrasound|us|test|screen)$|(?:^|[\w)] )(?:is |was |are |appears? )?(?:normal|unremarkable|intact|patent)$/i;

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
  const all = answer(text, { start, end }, book, leastSpecified);
  if (all && all.hit.score >= sureWithAll) return all;
  const stops = [...new Set([...ends.slice(0, mostDetails), end])];
  const found = stops.flatMap((to) => answer(text, { start, end: to }, book, leastSpecified) ?? []);
  let best: Answer | undefined;
  for (const one of found) if (one.hit.score > (best?.hit.score ?? 0)) best = one;
  if (!best || best.hit.score < least) return undefined;
  const category = best.hit.code.slice(0, 3);
  return found.findLast(({ hit }) => hit.code.slice(0, 3) === category) ?? best;
}

const mostDetails = 6;
/** What explains a name with all of its details this well needs no shorter ones. */
const sureWithAll = 0.95;

/** `Without dyskinesia` is no code for what a head says to be with it. */
function contradicts(title: string, phrase: string): boolean {
  const lower = phrase.toLowerCase();
  if (/\bold tear\b/i.test(title) && /\b(?:acute|current|new)\b/.test(lower)) return true;
  return [...title.toLowerCase().matchAll(/\bwithout (?:mention of )?(\w{4,})/g)].some(([, word = '']) => {
    const at = lower.indexOf(word);
    return at > 0 && /\b(?:with |w\/ ?)(?:\w+ ){0,2}$/.test(lower.slice(0, at));
  });
}

/** Kinds of a disease that are never meant unless they are said: by force, inborn, of the newborn, of a certain germ. */
const neverUnsaid: { title: RegExp; said: RegExp }[] = [
  {
    title: /> traumatic\b|(?<!post[- ]?)\btraumatic /i,
    said: /trauma|injur|crush|burn|lac\b|lacerat|fall|\bTBI\b/i,
  },
  { title: /\bcongenital\b/i, said: /congenital|inborn|born|infant|neonat|\bpeds?\b|child|bicuspid/i },
  { title: /\b(?:tuberculous|tuberculosis)\b/i, said: /\bTB\b|tubercul/i },
  {
    title: /(?:^|[^n])rheumatic/i,
    said: /^(?!.*\b(?:infective|bacterial|septic|vegetations?|degenerative|calcif\w+|senile)\b)/i,
  },
  { title: /\bright heart failure\b/i, said: /right|\bRV\b|pulmonale/i },
  // A kind that the list only sums up as `other` is meant where something else is said.
  { title: /> specified NEC\b/, said: /\bother\b|\bNEC\b/i },
  { title: /> aorta\b/i, said: /\baorta\b/i },
  { title: /\b(?:gonococcal|syphilitic|chlamydial)\b/i, said: /gono|\bGC\b|syphil|lues|chlamyd/i },
];

/** `AKI due to ATN` shares its words with what a crush does, `aortic stenosis` with a malformation. */
export function isUnsaid({ path, title }: CodeHit, phrase: string): boolean {
  return neverUnsaid.some(
    (kind) => kind.title.test(`${path[0] ?? ''} | ${title}`) && !kind.said.test(phrase),
  );
}

/** How far apart two answers are that explain a phrase equally well. */
const equalScores = 0.02;

/** Of answers that explain a phrase equally well the one whose title has most of its words: `acute on chronic`. */
function closest(hits: readonly CodeHit[], phrase: string): CodeHit | undefined {
  const words = [...new Set(wordsOf(phrase).map(({ text }) => text))];
  const shared = ({ title }: CodeHit) => {
    const inTitle = new Set(wordsOf(title).map(({ text }) => text));
    return words.filter((word) => inTitle.has(word)).length;
  };
  const first = withoutUnsaid(hits, words);
  if (!first) return undefined;
  const equal = hits.filter(
    ({ code, score }) => score >= first.score - equalScores && code.slice(0, 3) === first.code.slice(0, 3),
  );
  return equal.reduce((best, hit) => (shared(hit) > shared(best) ? hit : best), first);
}

/** What the second answer may lack of the first, where only the first says something that nobody said. */
const nearScores = 0.1;

/** `Pulmonary embolism with acute cor pulmonale` gives way to the answer `without`, where the phrase says neither. */
function withoutUnsaid(hits: readonly CodeHit[], words: readonly string[]): CodeHit | undefined {
  const [first] = hits;
  const said = first && /\bwith (?:acute )?(\w{3,})/i.exec(first.title)?.[1]?.toLowerCase();
  if (!first || !said || words.includes(said)) return first;
  const opposite = new RegExp(`\\bwithout (?:acute )?${said}`, 'i');
  const isOpposite = ({ title, score, code }: CodeHit) =>
    opposite.test(title) && score >= first.score - nearScores && code.slice(0, 3) === first.code.slice(0, 3);
  return hits.find(isOpposite) ?? first;
}

/** Further down the answers speak of something else; they are still worth showing beside the one chosen. */
const mostTried = 3;
const mostOffered = 5;

/** `… due to glipizide (adverse effect)`: what was said of a drug names no disease of its own. */
const blamed =
  /\(adverse (?:drug )?(?:effect|reaction)[^)]{0,60}\)|, adverse (?:drug )?(?:effect|reaction).{0,60}$/i;
/** What is eaten is no disease of salt. */
const eaten = /\b(?:sodium|salt|potassium|sugar|fat|cholesterol|carb\w*|calorie) ?diet\b/i;

/** One remark of `…, stable, no angina`: how it goes and what is not there, behind the name. */
const course =
  /(?:, (?:(?:clinically|currently|overall|now|is|well|much|slightly|fairly) )?(?:stable|improved|improving|unchanged|doing well|at goal|compensated|worse|worsening|resolving|new|incidental)|, (?:no|denies|negative for) [^,]{1,60}|,? \((?:reason for|see|as) [^)]{0,40}\))\.?$/i;
/** Remarks are taken off one by one, since one expression for all of them could try each split of a hostile text. */
const mostRemarks = 8;

function withoutCourse(text: string): string {
  let left = text;
  for (let taken = 0; taken < mostRemarks && course.test(left); taken += 1) left = left.replace(course, '');
  return left;
}

/** A malformation is named so, or by words that fit it well: `native vessel` is none of the coronary arteries. */
function isUnsaidMalformation({ code, score }: CodeHit, phrase: string): boolean {
  return /^Q/.test(code) && score < 0.75 && !/congenital|malform|anomal|born|syndrome/i.test(phrase);
}

/** The best code for a stretch, where it explains enough of it. */
export function answer(text: string, part: Part, book: CodeBook, least: number): Answer | undefined {
  const phrase = withoutEverydayWords(withoutCourse(text.slice(part.start, part.end).replace(blamed, '')));
  if (
    phrase.length < 2 ||
    eaten.test(phrase) ||
    healthy.test(phrase) ||
    nothingFound.test(phrase) ||
    namesNothing(phrase)
  )
    return undefined;
  // `Breast cancer metastatic to liver`: what is named behind is the place of the metastasis.
  const asked = isSpreadTo(text, part) ? `secondary malignant neoplasm of ${phrase}` : phrase;
  const offered = book.search(asked, { limit: mostOffered });
  const isFit = (hit: CodeHit) =>
    !isUnsaidMalformation(hit, phrase) && hit.billable && !contradicts(hit.title, phrase);
  const fitting = offered.slice(0, mostTried).filter(isFit);
  const meant = fitting.filter((hit) => !isUnsaid(hit, phrase));
  const fit = meant.length > 0 ? meant : fitting;
  const hit = fit.length > 1 ? closest(fit, phrase) : fit[0];
  // The index by value is for the rule that reads the value; how an injury happened is no diagnosis.
  if (hit && /^(?:Z68|[V-Y])/.test(hit.code)) return undefined;
  if (!hit || hit.score < least) return undefined;
  return { part, hit, others: offered.filter((other) => other !== hit && isFit(other)) };
}
