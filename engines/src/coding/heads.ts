import type { Assertion, CodeBook, CodeHit, TermMatch } from '../model/index.ts';
import { readAssertions } from './assertion.ts';
import type { Clause } from './clauses.ts';
import { type Answer, answer, answerOf } from './head-answers.ts';
import {
  afterDash,
  coreOf,
  diagnosisEnd,
  groupParts,
  type Part,
  partsOf,
  saysOnKidney,
  saysOrigin,
  trimmed,
} from './head-parts.ts';
import type { Mention } from './mention.ts';

/** An answer below this explains too little of the head, or says too much more than it. */
const leastScore = 0.5;
/** In a plan most lines are things to do; only what is plainly a diagnosis counts. */
const leastScoreInPlan = 0.85;
const leastBehindDash = 0.7;
/** One word is a name of its own or none: `Weight`, `Sputum` are half of several. */
const leastForOneWord = 0.75;
/** One phrase that explains the head this well is not taken apart. */
const sureScore = 0.9;

/** `Mother with glaucoma`: the whole line is of a relative. */
const relative =
  /^(?:(?:his|her|their|the) )?(?:mother|father|mom|dad|sister|brother|son|daughter|aunt|uncle|cousin|grand(?:mother|father|parents?)|parents?|siblings?)\b(?!'s? (?:milk|age))/i;

/** `Hx of hip fx`: the part begins with the word that makes it a history. */
const pastFirst = /^(?:hx|h\/o|history|s\/p|status post|prior|previous)\b/i;

const abbreviation = /^[A-Z][A-Z0-9]{1,5}$/;

function leastFor({ section, text }: Clause, matches: readonly TermMatch[]): number {
  if (section.kind === 'plan') return leastScoreInPlan;
  // A term that is this one word needs no more.
  if (matches.length === 0 && !/\s/.test(text.trim()) && !abbreviation.test(text)) return leastForOneWord;
  return leastScore;
}

/** Terms below this weight say little. */
const saying = 0.25;
/** A line longer than this without a term of the code set names no diagnosis, however it is spelled. */
const mostWordsWithoutTerm = 6;

/** Whether there is a name to look up: most lines of a plan are orders, and many of an assessment tell of care. */
function namesSomething({ section, text }: Clause, matches: readonly TermMatch[]): boolean {
  if (section.kind === 'plan') return matches.some(({ weight }) => weight > 0.3);
  return (
    matches.some(({ weight }) => weight > saying) || text.trim().split(/\s+/).length <= mostWordsWithoutTerm
  );
}

/** The diagnoses a head names: as one phrase, or part by part where the parts explain it better. */
export function headMentions(clause: Clause, book: CodeBook, matches: readonly TermMatch[]): Mention[] {
  const { text } = clause;
  if (!namesSomething(clause, matches)) return [];
  const end = diagnosisEnd(text);
  const reading = readAssertions(text, clause.isQuestion);
  const ofRelative = relative.test(text);
  const meaningOf = (part: Part): Assertion => {
    if (ofRelative) return 'family';
    const core = coreOf(part, matches);
    return reading.of(core.start, core.end);
  };
  const parts = groupParts(text, partsOf(text, end), matches, meaningOf);
  const least = leastFor(clause, matches);
  const whole = answer(text, trimmed(text, { start: 0, end }), book, least);
  let chosen = whole ? [whole] : [];
  const isSure = (whole?.hit.score ?? 0) >= sureScore && !saysOnKidney(text);
  if (!isSure && (parts.length > 1 || !whole)) {
    const answers = parts.flatMap((part) => answerOf(text, part, book, least) ?? []);
    const mean = answers.reduce((sum, { hit }) => sum + hit.score, 0) / parts.length;
    // `Right knee pain, possible ligament sprain` says two things in two ways: never one code for both.
    const sameMeaning = parts.every((part) => meaningOf(part) === meaningOf(parts[0] ?? part));
    const apart = !sameMeaning || saysOrigin(text) || saysOnKidney(text) || mean > (whole?.hit.score ?? 0);
    if (apart) chosen = combined(whole, answers, sameMeaning);
  }
  const found = answer(text, afterDash(text, end), book, leastBehindDash);
  if (found && !chosen.some(({ hit }) => hit.code === found.hit.code)) chosen = [found, ...chosen];
  return chosen.map(({ part, hit, others }) => {
    const said = text.slice(part.start, part.end);
    // `History of melanoma and basal cell carcinoma` is a history of both.
    const isPast = pastFirst.test(said) || (/^C/.test(hit.code) && pastFirst.test(text.trim()));
    const meaning = isPast ? 'history' : meaningOf(part);
    return {
      clause,
      start: clause.start + part.start,
      end: clause.start + part.end,
      code: hit.code,
      assertion: hasOwnCode(meaning, hit) ? 'present' : meaning,
      weight: hit.score,
      path: hit.path,
      by: 'search',
      rivals: others,
      context: said,
    };
  });
}

/**
 * `Acute cystitis, w/ hematuria`: one code for the disease with its symptom, where the whole head leads to
 * another code of the category that its parts name.
 */
function combined(whole: Answer | undefined, answers: Answer[], sameMeaning: boolean): Answer[] {
  const category = whole?.hit.code.slice(0, 3);
  const at = answers.findIndex(
    ({ hit }) => hit.code.slice(0, 3) === category && hit.code !== whole?.hit.code,
  );
  if (!whole || !sameMeaning || at < 0 || !answers.some(({ hit }) => /^R/.test(hit.code))) return answers;
  return answers.flatMap((one, i) => (i === at ? [whole] : /^R/.test(one.hit.code) ? [] : [one]));
}

/** A history that has a code of its own (Z80–Z87, I25.2) is present as a history. */
function hasOwnCode(meaning: Assertion, hit: CodeHit): boolean {
  return (meaning === 'history' || meaning === 'family') && /^(?:Z8|Z9|I25\.2)/.test(hit.code);
}
